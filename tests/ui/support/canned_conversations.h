#pragma once

#include "support/fake_engine.h"

namespace canter::ui {

/// A starter model and a few conversations of several ages; the first one has every kind of ending.
FakeEngine::Script canned_script();

/// A model that thinks and can be told not to: two finished answers, and all to come.
void let_think(FakeEngine::Script& script);

/// About `words` words in paragraphs, with a fenced listing now and then.
std::string canned_answer(int words);

}  // namespace canter::ui
