#pragma once

#include <optional>
#include <string>

#include "output.h"

namespace canter::cli {

/// Reads standard input line by line without getting stuck: waiting ends when terminal::wake() is
/// called.
class LineReader {
 public:
  enum class State { kLine, kEnd, kWoken };
  struct Event {
    State state;
    std::string line;  ///< without its end, and without a byte order mark in front of the first
  };

  Outcome<Event> next();

 private:
  std::optional<std::string> take_line();

  std::string pending_;
  bool ended_ = false;
  bool first_ = true;
};

}  // namespace canter::cli
