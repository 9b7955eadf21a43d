#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "engine/session/messages.h"

namespace canter::ui {

/// The window's only way to the core: commands in, events out, neither of which waits. The program
/// puts the engine behind it, tests and previews a script.
class EngineLink {
 public:
  virtual ~EngineLink() = default;
  virtual void post(engine::Command command) = 0;
  /// All events since the last call, in order.
  virtual std::vector<engine::Event> take_events() = 0;
};

/// `wake` may be called from any thread, until the link is destroyed, when events wait.
using EngineLinkFactory = std::function<std::unique_ptr<EngineLink>(std::function<void()> wake)>;

}  // namespace canter::ui
