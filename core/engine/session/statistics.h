#pragma once

#include <string>

#include "decode/statistics.h"
#include "engine/session/messages.h"

namespace canter::engine {

/// The JSON object that is kept with a message.
std::string write_statistics(const AnswerStatistics& statistics);

/// The statistics kept with a message (Message::statistics); zeros when there are none.
AnswerStatistics read_statistics(const Message& message);

/// Of an answer that was continued. Reading the prompt once more counts as one of its steps.
AnswerStatistics joined(const AnswerStatistics& before, const AnswerStatistics& after);

}  // namespace canter::engine
