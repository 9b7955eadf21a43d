#include "serve/server_host.h"

#include <utility>

#include "base/log.h"
#include "base/utf8.h"
#include "engine/models/drafting.h"
#include "serve/served_model.h"
#include "store/store.h"

namespace canter::serve {
namespace {

Result<std::shared_ptr<Drafter>> make_drafter(const Hosted& hosted, ThreadPool& pool) {
  std::optional<Store> store;
  if (!hosted.data_dir.empty()) {
    Result<Store> opened = Store::open(path_from_utf8(hosted.data_dir));
    if (opened)
      store = std::move(*opened);
    else
      log(LogLevel::kWarning, "drafting begins anew: " + opened.error().message);
  }
  engine::AdapterChoice choice = engine::find_adapter(*hosted.model, store ? &*store : nullptr);
  auto drafter =
      Drafter::create(*hosted.model, pool, std::move(choice.adapter), {}, hosted.generator.cache);
  if (!drafter) return propagate(drafter);
  if (store) {
    const auto known =
        engine::load_experience(**drafter, *hosted.model, hosted.generator.threads, *store);
    if (!known) log(LogLevel::kWarning, known.error().message);
  }
  return std::shared_ptr<Drafter>(std::move(*drafter));
}

/// A model and the server in front of it.
struct Running {
  std::unique_ptr<ServedModel> model;
  std::unique_ptr<Server> server;
};

Result<std::unique_ptr<Running>> start(const Hosted& hosted) {
  auto model = ServedModel::create(hosted.model, path_from_utf8(hosted.path), hosted.generator,
                                   [&](ThreadPool& pool) { return make_drafter(hosted, pool); });
  if (!model) return propagate(model);
  auto server = Server::start(**model, hosted.server);
  if (!server) return propagate(server);
  return std::make_unique<Running>(Running{std::move(*model), std::move(*server)});
}

}  // namespace

ServerHost::ServerHost(Report report) : report_(std::move(report)), thread_([this] { run(); }) {}

ServerHost::~ServerHost() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void ServerHost::serve(std::optional<Hosted> wish) {
  {
    const std::lock_guard lock(mutex_);
    wish_ = std::move(wish);
    fresh_ = true;
  }
  changed_.notify_one();
}

void ServerHost::run() {
  std::unique_ptr<Running> running;
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return fresh_ || closing_; });
    if (closing_) return;
    std::optional<Hosted> wish = std::exchange(wish_, std::nullopt);
    fresh_ = false;
    lock.unlock();
    running.reset();
    Result<std::string> address = std::string();
    if (wish) {
      if (auto started = start(*wish); started) {
        address = (*started)->server->address();
        running = std::move(*started);
      } else {
        address = propagate(started);
      }
      wish.reset();
    }
    lock.lock();
    if (!fresh_ && !closing_) report_(std::move(address));
  }
}

}  // namespace canter::serve
