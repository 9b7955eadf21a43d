#include "core_link.h"

#include <utility>

namespace canter {

CoreLink::CoreLink(engine::EngineOptions options, std::function<void()> wake)
    : engine_(std::move(options), std::move(wake)) {}

void CoreLink::post(engine::Command command) {
  engine_.post(std::move(command));
}

std::vector<engine::Event> CoreLink::take_events() {
  return engine_.take_events();
}

}  // namespace canter
