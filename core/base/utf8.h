#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace canter {

/// Length of the longest prefix of `bytes` that ends between characters: an unfinished but so far
/// valid sequence at the end (at most 3 bytes) is left out, anything that can never become valid is
/// counted as complete.
std::size_t complete_utf8_prefix(std::string_view bytes);

/// True when `bytes` is well-formed UTF-8 (no overlong forms, surrogates, or values over U+10FFFF).
bool is_valid_utf8(std::string_view bytes);

/// Replaces each maximal ill-formed part by U+FFFD, as Unicode recommends (section 3.9).
std::string to_valid_utf8(std::string_view bytes);

/// `text` without the byte order mark that some editors put in front.
std::string_view without_byte_order_mark(std::string_view text);

/// `text` with what is no UTF-8 replaced, and control characters (U+0000 to U+001F, U+007F to
/// U+009F) by what `shown` makes of them: terminals obey them.
std::string replace_controls(std::string_view text,
                             const std::function<std::string(unsigned control)>& shown);

/// A file's name from text, which is UTF-8 everywhere here; path's own constructor reads text in
/// the locale's encoding on Windows. On other systems the bytes are taken as they are.
std::filesystem::path path_from_utf8(std::string_view text);

}  // namespace canter
