#pragma once

#include <QString>

namespace canter::ui {

/// A ratio below is noise.
inline constexpr double kClearly = 1.05;

/// `35 ms`, `0.21 s`, `12.4 s`, `1 min 20 s`
QString seconds_text(double milliseconds);
/// `84 tok/s`; empty when there is nothing to say yet
QString speed_text(double tokens_per_second);
/// What a comparison is called: its prompt in one line, or how many there were and whence.
QString comparison_title(const QString& prompt, bool set, int prompts);

}  // namespace canter::ui
