#include "line_reader.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

#include "base/io_error.h"
#include "interrupt.h"

namespace canter::cli {

Outcome<LineReader::Event> LineReader::next() {
  while (true) {
    if (auto line = take_line()) return Event{State::kLine, std::move(*line)};
    if (ended_) return Event{State::kEnd, {}};

    std::array<pollfd, 2> watched{{{STDIN_FILENO, POLLIN, 0}, {wake_descriptor(), POLLIN, 0}}};
    if (poll(watched.data(), watched.size(), -1) < 0 || watched[1].revents != 0) {
      return Event{State::kWoken, {}};
    }
    std::array<char, 4096> buffer;
    const ssize_t count = read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count < 0) return data_failure(io_failure("read", "standard input", errno).value());
    ended_ = count == 0;
    pending_.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

std::optional<std::string> LineReader::take_line() {
  const std::size_t end = pending_.find('\n');
  if (end == std::string::npos && (!ended_ || pending_.empty())) return std::nullopt;
  std::string line = pending_.substr(0, end);
  pending_.erase(0, end == std::string::npos ? end : end + 1);
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

}  // namespace canter::cli
