#pragma once

#include <string>

#include "decode/statistics.h"

namespace canter::engine {

/// The JSON object that is kept with a message; engine.h has the way back.
std::string write_statistics(const AnswerStatistics& statistics);

/// Of an answer that was continued. Reading the prompt once more counts as one of its steps.
AnswerStatistics joined(const AnswerStatistics& before, const AnswerStatistics& after);

}  // namespace canter::engine
