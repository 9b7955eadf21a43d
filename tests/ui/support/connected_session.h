#pragma once

#include <memory>
#include <utility>

#include "session/session.h"
#include "support/canned_conversations.h"

namespace canter::ui {

/// A session on a fake engine that the test can reach.
struct ConnectedSession {
  explicit ConnectedSession(FakeEngine::Script script = canned_script())
      : session([&](std::function<void()> wake) {
          auto link = std::make_unique<FakeEngine>(std::move(script), std::move(wake));
          engine = link.get();
          return link;
        }) {}

  FakeEngine* engine = nullptr;
  Session session;
};

}  // namespace canter::ui
