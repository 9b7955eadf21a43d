#pragma once

#include <string>

#include "decode/statistics.h"
#include "engine/session/messages.h"

namespace canter::engine {

/// The JSON object that is kept with a message. `adapter`: the name of the one that drafted.
std::string write_statistics(const AnswerStatistics& statistics, const std::string& adapter = {});

/// The statistics kept with a message (Message::statistics); zeros when there are none.
AnswerStatistics read_statistics(const Message& message);
/// The name kept with them; empty: no adapter drafted, or it was not kept.
std::string read_adapter(const Message& message);

/// Of an answer that was continued. Reading the prompt once more counts as one of its steps.
AnswerStatistics joined(const AnswerStatistics& before, const AnswerStatistics& after);

}  // namespace canter::engine
