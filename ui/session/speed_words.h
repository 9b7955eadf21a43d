#pragma once

#include <QString>

namespace canter::ui {

/// `3 %` for a ratio of speeds of 0.97; empty: it is no slower.
QString percent_slower(double ratio);
/// `2.3×`, `1.08×`, `3 % slower`
QString ratio_text(double ratio);

}  // namespace canter::ui
