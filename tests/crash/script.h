#pragma once

#include <span>
#include <string>
#include <vector>

#include "crash/rig.h"

namespace canter::crash {

/// What a kill took from an answer that had been printed.
struct Loss {
  double ms = 0;  ///< from the first lost byte to the kill
  std::size_t bytes = 0;
};

/// Questions that are asked in one conversation, and what comes of them when nobody interferes.
class Script {
 public:
  Script(Rig& rig, std::vector<std::string> questions, Arguments more = {});

  const Arguments& arguments() const { return arguments_; }
  std::string input() const;
  /// How long it takes.
  milliseconds duration() const { return duration_; }

  /// Holds a killed run against this one: what it had printed is the same text, and no more than a
  /// second of it is missing in `kept`, its conversation.
  Loss compare(const Victim& victim, std::span<const Message> kept) const;

 private:
  const std::vector<std::string> questions_;
  Arguments arguments_;
  std::vector<Message> answers_;
  std::string printed_;
  milliseconds duration_{};
};

}  // namespace canter::crash
