#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "chat/jinja/template.h"

namespace canter::jinja {

class Run;

/// Valid UTF-8 that knows which of its bytes are content. Immutable.
class Text {
 public:
  Text() = default;
  Text(std::string bytes, std::vector<ByteRange> content);
  Text(std::string bytes, bool is_content);

  const std::string& bytes() const { return bytes_; }
  const std::vector<ByteRange>& content() const { return content_; }
  bool is_ascii() const { return length_ == bytes_.size(); }
  std::size_t length() const { return length_; }  ///< in code points

  /// Where code point `index` begins; the size in bytes for those behind the end.
  std::size_t offset(std::size_t index) const;

  /// Calls `visit(piece, is_content)` for the pieces between `begin` and `end` in turn.
  template <typename Visit>
  void for_each_piece(std::size_t begin, std::size_t end, Visit visit) const;

 private:
  /// The first range that ends behind `position`.
  std::vector<ByteRange>::const_iterator range_behind(std::size_t position) const;

  std::string bytes_;
  std::vector<ByteRange> content_;  // sorted, apart, none empty
  std::size_t length_ = 0;
};

using TextPtr = std::shared_ptr<const Text>;

/// Puts text together. What it takes is charged to the rendering; once that has failed, nothing
/// more is added.
class TextBuilder {
 public:
  explicit TextBuilder(Run& run) : run_(&run) {}

  void append(std::string_view bytes, bool is_content = false);
  void append(char character, std::size_t count);
  void append(const Text& text) { append(text, 0, text.bytes().size()); }
  /// The bytes from `begin` to before `end`.
  void append(const Text& text, std::size_t begin, std::size_t end);
  std::size_t size() const { return bytes_.size(); }
  Text take() { return {std::move(bytes_), std::move(content_)}; }

 private:
  Run* run_;
  std::string bytes_;
  std::vector<ByteRange> content_;
};

template <typename Visit>
void Text::for_each_piece(std::size_t begin, std::size_t end, Visit visit) const {
  const std::string_view bytes = bytes_;
  for (auto range = range_behind(begin); begin < end; ++range) {
    const bool more = range != content_.end();
    const std::size_t plain_end = more && range->begin < end ? range->begin : end;
    if (begin < plain_end) visit(bytes.substr(begin, plain_end - begin), false);
    if (!more || plain_end == end) return;
    begin = plain_end > begin ? plain_end : begin;
    const std::size_t content_end = range->end < end ? range->end : end;
    visit(bytes.substr(begin, content_end - begin), true);
    begin = content_end;
  }
}

}  // namespace canter::jinja
