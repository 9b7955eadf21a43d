#pragma once

#include <QQuickWindow>
#include <QString>

#include "support/fake_engine.h"

namespace canter::ui {

/// What the scenarios that begin with "compare" have the engine say, and do in the window.
void prepare_comparisons(const QString& scenario, FakeEngine::Script& script);
void stage_comparisons(const QString& scenario, QQuickWindow& window);

}  // namespace canter::ui
