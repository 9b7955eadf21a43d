#include "serve/server_host.h"

#include <utility>

#include "base/utf8.h"
#include "serve/served_model.h"

namespace canter::serve {
namespace {

/// A model and the server in front of it.
struct Running {
  std::unique_ptr<ServedModel> model;
  std::unique_ptr<Server> server;
};

Result<std::unique_ptr<Running>> start(const Hosted& hosted) {
  auto model = std::make_unique<ServedModel>(hosted.generator, path_from_utf8(hosted.path));
  auto server = Server::start(*model, hosted.server);
  if (!server) return propagate(server);
  return std::make_unique<Running>(Running{std::move(model), std::move(*server)});
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
