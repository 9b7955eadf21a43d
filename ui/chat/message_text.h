#pragma once

#include <QString>

#include "decode/statistics.h"
#include "store/records.h"

namespace canter::ui {

/// `212 tokens · 84 tok/s · 2.6 per step · first token 0.21 s`; what is unknown or says nothing is
/// left out, and an answer without statistics has no line.
QString statistics_line(const AnswerStatistics& statistics);
/// The same behind the name of a model; empty: without one.
QString figures_line(const QString& model, const AnswerStatistics& statistics);

/// The exact terms behind that line, several lines.
QString statistics_details(const AnswerStatistics& statistics);
/// Who answered and when, several lines. `adapter`: as engine::read_adapter() names it.
QString origin_lines(const QString& model, const QString& adapter, Timestamp when);

/// What the reader should know of how an answer ended; empty when all is well.
QString ending_note(const Message& answer);

}  // namespace canter::ui
