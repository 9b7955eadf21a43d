#include "remote/event_stream.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace canter::remote {

Result<void> EventStream::push(std::string_view bytes, const Take& take) {
  while (!bytes.empty()) {
    if (std::exchange(behind_return_, false) && bytes.front() == '\n') {
      bytes.remove_prefix(1);
      continue;
    }
    const std::size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    line_ += bytes.substr(0, end);
    if (auto short_enough = check_length(); !short_enough) return short_enough;
    if (end == bytes.size()) return {};
    behind_return_ = bytes[end] == '\r';
    bytes.remove_prefix(end + 1);
    if (auto ended = end_line(take); !ended) return ended;
  }
  return {};
}

Result<void> EventStream::finish(const Take& take) {
  if (!line_.empty())
    if (auto ended = end_line(take); !ended) return ended;
  return end_event(take);
}

Result<void> EventStream::end_line(const Take& take) {
  const std::string line = std::exchange(line_, {});
  std::string_view text = line;
  if (std::exchange(at_start_, false)) text = without_byte_order_mark(text);
  if (text.empty()) return end_event(take);
  const std::size_t colon = std::min(text.find(':'), text.size());
  if (text.substr(0, colon) != "data") return {};  // comments, and fields of no use here
  text.remove_prefix(std::min(colon + 1, text.size()));
  if (text.starts_with(' ')) text.remove_prefix(1);
  if (std::exchange(has_data_, true)) data_ += '\n';
  data_ += text;
  return check_length();
}

Result<void> EventStream::end_event(const Take& take) {
  if (!std::exchange(has_data_, false)) return {};
  return take(std::exchange(data_, {}));
}

Result<void> EventStream::check_length() const {
  if (line_.size() + data_.size() <= longest_) return {};
  return fail(ErrorKind::kTooLarge, "it sends a line without an end; check the address");
}

}  // namespace canter::remote
