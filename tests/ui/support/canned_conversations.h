#pragma once

#include "support/fake_engine.h"

namespace canter::ui {

/// A starter model and a few conversations of several ages; the first one has every kind of ending.
FakeEngine::Script canned_script();

/// About `words` words in paragraphs, with a fenced listing now and then.
std::string canned_answer(int words);

}  // namespace canter::ui
