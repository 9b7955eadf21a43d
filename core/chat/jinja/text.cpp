#include "chat/jinja/text.h"

#include <algorithm>
#include <utility>

#include "chat/jinja/run.h"
#include "chat/jinja/unicode.h"

namespace canter::jinja {
namespace {

std::vector<ByteRange> whole(std::size_t size, bool is_content) {
  if (!is_content || size == 0) return {};
  return {{0, size}};
}

}  // namespace

Text::Text(std::string bytes, std::vector<ByteRange> content)
    : bytes_(std::move(bytes)), content_(std::move(content)), length_(count_code_points(bytes_)) {}

Text::Text(std::string bytes, bool is_content)
    : bytes_(std::move(bytes)),
      content_(whole(bytes_.size(), is_content)),
      length_(count_code_points(bytes_)) {}

std::size_t Text::offset(std::size_t index) const {
  if (index >= length_) return bytes_.size();
  if (is_ascii()) return index;
  std::size_t offset = 0;
  for (; index > 0; --index)
    offset += first_code_point(std::string_view(bytes_).substr(offset)).bytes;
  return offset;
}

std::vector<ByteRange>::const_iterator Text::range_behind(std::size_t position) const {
  return std::ranges::upper_bound(content_, position, {}, &ByteRange::end);
}

void TextBuilder::append(std::string_view bytes, bool is_content) {
  if (bytes.empty() || !run_->take_memory(bytes.size())) return;
  if (is_content) {
    const std::size_t begin = bytes_.size();
    if (!content_.empty() && content_.back().end == begin) {
      content_.back().end += bytes.size();
    } else {
      content_.push_back({begin, begin + bytes.size()});
    }
  }
  bytes_ += bytes;
}

void TextBuilder::append(char character, std::size_t count) {
  if (run_->take_memory(count)) bytes_.append(count, character);
}

void TextBuilder::append(const Text& text, std::size_t begin, std::size_t end) {
  text.for_each_piece(begin, end,
                      [&](std::string_view piece, bool is_content) { append(piece, is_content); });
}

}  // namespace canter::jinja
