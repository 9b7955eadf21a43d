#include "line_reader.h"

#include <array>
#include <cerrno>
#include <utility>

#include "base/io_error.h"
#include "base/utf8.h"
#include "terminal.h"

namespace canter::cli {

Outcome<LineReader::Event> LineReader::next() {
  while (true) {
    if (auto line = take_line()) return Event{State::kLine, std::move(*line)};
    if (ended_) return Event{State::kEnd, {}};

    if (!terminal::wait_for_input()) return Event{State::kWoken, {}};
    std::array<char, 4096> buffer;
    const std::ptrdiff_t count = terminal::read_input(buffer.data(), buffer.size());
    if (count < 0) return data_failure(io_failure("read", "standard input", errno).value());
    ended_ = count == 0;
    pending_.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

std::optional<std::string> LineReader::take_line() {
  const std::size_t end = pending_.find('\n');
  if (end == std::string::npos && (!ended_ || pending_.empty())) return std::nullopt;
  std::string line = pending_.substr(0, end);
  if (std::exchange(first_, false)) line = without_byte_order_mark(line);
  pending_.erase(0, end == std::string::npos ? end : end + 1);
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

}  // namespace canter::cli
