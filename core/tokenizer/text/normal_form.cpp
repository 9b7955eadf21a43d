#include "tokenizer/text/normal_form.h"

#include <utf8proc.h>

#include <algorithm>
#include <vector>

#include "tokenizer/text/characters.h"

namespace canter {
namespace {

using CodePoints = std::vector<utf8proc_int32_t>;

int combining_class(utf8proc_int32_t c) {
  return static_cast<int>(utf8proc_get_property(c)->combining_class);
}

/// Characters taken apart, those that combine not yet in order.
CodePoints decompose(std::string_view text, utf8proc_option_t options) {
  constexpr std::size_t kLongestDecomposition = 32;
  CodePoints parts;
  parts.reserve(text.size());
  int boundary = 0;
  for (std::size_t at = 0; at < text.size(); at += character_length(text[at])) {
    const auto c = static_cast<utf8proc_int32_t>(code_point_at(text, at));
    const std::size_t begin = parts.size();
    parts.resize(begin + kLongestDecomposition);
    const auto count =
        utf8proc_decompose_char(c, parts.data() + begin, kLongestDecomposition, options, &boundary);
    const bool fits = count >= 0 && static_cast<std::size_t>(count) <= kLongestDecomposition;
    if (!fits) parts[begin] = c;
    parts.resize(begin + (fits ? static_cast<std::size_t>(count) : 1));
  }
  return parts;
}

/// utf8proc's own order of marks takes quadratic time.
void order_marks(CodePoints& parts) {
  for (auto at = parts.begin(); at != parts.end(); ++at) {
    if (combining_class(*at) == 0) continue;
    const auto end = std::find_if(at, parts.end(), [](auto c) { return combining_class(c) == 0; });
    std::stable_sort(at, end,
                     [](auto a, auto b) { return combining_class(a) < combining_class(b); });
    at = end - 1;
  }
}

}  // namespace

bool is_plainly_nfc(std::string_view text) {
  // The first character that NFC changes or moves is U+0300.
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0xCC; });
}

std::string normal_form(std::string_view text, bool composed, bool compatibility) {
  int options = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE;
  if (compatibility) options |= UTF8PROC_COMPAT;
  CodePoints parts = decompose(text, static_cast<utf8proc_option_t>(options));
  order_marks(parts);
  if (composed) {
    const auto length = utf8proc_normalize_utf32(
        parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    if (length >= 0) parts.resize(static_cast<std::size_t>(length));
  }
  std::string result;
  result.reserve(text.size());
  for (const auto c : parts) append_character(result, static_cast<char32_t>(c));
  return result;
}

}  // namespace canter
