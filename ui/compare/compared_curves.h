#pragma once

#include <QList>
#include <QPointF>
#include <QVariantList>
#include <vector>

#include "engine/session/comparison_messages.h"

namespace canter::ui {

/// Tokens over seconds, from nothing to all.
QList<QPointF> token_curve(const engine::ComparedAnswer& answer);
/// Milliseconds since the token before, over tokens; the first has waited for the prompt and is
/// left out.
QList<QPointF> latency_curve(const engine::ComparedAnswer& answer);
/// A round distance of marks on an axis up to `most`, of which there are then few.
double axis_step(double most);
/// How many speed-ups lie in each of a few ranges: list of {label, count, share}, `share` of the
/// largest count.
QVariantList speedup_bars(std::vector<double> speedups);

}  // namespace canter::ui
