#pragma once

#include <string>

#include "decode/statistics.h"

namespace canter::engine {

/// The JSON object that is kept with a message; engine.h has the way back.
std::string write_statistics(const AnswerStatistics& statistics);

}  // namespace canter::engine
