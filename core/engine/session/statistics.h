#pragma once

#include <string>

#include "decode/statistics.h"
#include "engine/session/messages.h"

namespace canter::engine {

/// Messages of a branch that were not read for an answer: so many, from this one on, counted
/// without those of the system.
struct LeftOut {
  int first = 0;
  int messages = 0;

  bool operator==(const LeftOut&) const = default;
};

/// The JSON object that is kept with a message. `adapter`: the name of the one that drafted.
std::string write_statistics(const AnswerStatistics& statistics, const std::string& adapter = {},
                             const LeftOut& left_out = {});

/// The statistics kept with a message (Message::statistics); zeros when there are none.
AnswerStatistics read_statistics(const Message& message);
/// The name kept with them; empty: no adapter drafted, or it was not kept.
std::string read_adapter(const Message& message);
LeftOut read_left_out(const Message& message);

/// Of an answer that was continued. Reading the prompt once more counts as one of its steps.
AnswerStatistics joined(const AnswerStatistics& before, const AnswerStatistics& after);

}  // namespace canter::engine
