#pragma once

#include "support/fake_engine.h"

namespace canter::ui {

/// A catalogue of four models, three of them recommended, and what a search of the hub finds.
void add_canned_offers(FakeEngine::Script& script);
/// One that runs, one that waits, one that failed, and one that has come.
void add_canned_downloads(FakeEngine::Script& script);

}  // namespace canter::ui
