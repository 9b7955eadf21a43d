#include "engine/import/import_worker.h"

#include <chrono>
#include <utility>

#include "engine/import/chat_import.h"

namespace canter::engine {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kImportProgressInterval = std::chrono::milliseconds(250);

}  // namespace

ImportWorker::ImportWorker(StoreOpener& opener, EventQueue& events, std::function<void()> added)
    : events_(&events), added_(std::move(added)), store_(opener), thread_([this] { run(); }) {}

ImportWorker::~ImportWorker() {
  closing_ = true;
  tasks_.close();
  thread_.join();
}

void ImportWorker::run() {
  while (const auto task = tasks_.pop())
    if (!closing_) handle(*task);
}

void ImportWorker::handle(const ImportChats& wanted) {
  const auto database = store_.get();
  if (!database) return events_->push(Failed{database.error()});
  auto last_progress = Clock::now();
  ChatsImported report = import_chats(**database, wanted.paths, [&](int chats) {
    if (const auto now = Clock::now(); now - last_progress >= kImportProgressInterval) {
      last_progress = now;
      events_->push(ImportProgressed{chats});
    }
    return !closing_;
  });
  if (report.added > 0) added_();
  events_->push(std::move(report));
}

}  // namespace canter::engine
