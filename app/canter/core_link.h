#pragma once

#include "engine/engine.h"
#include "session/engine_link.h"

namespace canter {

/// The engine itself behind the window.
class CoreLink : public ui::EngineLink {
 public:
  CoreLink(engine::EngineOptions options, std::function<void()> wake);
  void post(engine::Command command) override;
  std::vector<engine::Event> take_events() override;

 private:
  engine::Engine engine_;
};

}  // namespace canter
