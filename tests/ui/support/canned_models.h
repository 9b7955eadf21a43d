#pragma once

#include "support/fake_engine.h"

namespace canter::ui {

/// Models in every state, and some of other programs.
void add_canned_models(FakeEngine::Script& script);
/// So many that the page has to scroll.
void add_many_models(FakeEngine::Script& script);
/// One of a server, `https://ai.example.org/v1#Qwen3-235B`, which has some more.
void add_model_elsewhere(FakeEngine::Script& script);
/// Nothing but the starter, and where was looked.
void add_no_models(FakeEngine::Script& script);

}  // namespace canter::ui
