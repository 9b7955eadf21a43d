#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "chat/jinja/value.h"

namespace canter::jinja {

// What Python's str offers to methods and filters alike. Results keep the marks of content.

/// Replaces each character.
Text map_characters(Run& run, const Text& text,
                    const std::function<std::string(char32_t)>& replacement);
Text lower_text(Run& run, const Text& text);
Text upper_text(Run& run, const Text& text);
Text capitalize_text(Run& run, const Text& text);

/// The part without the characters of `characters`, or without white space where that is null.
ByteRange stripped(const Text& text, const Text* characters, bool left, bool right);

Text replace_text(Run& run, const Text& text, const Text& old, const Text& replacement, Int most);

/// Lines without or with what ends them, as Python's splitlines() sees them.
std::vector<ByteRange> lines_of(const Text& text, bool keep_ends);

/// At white space, which counts as nothing at both ends; at most `most` times (any number below 0),
/// what is left then being one piece with all its white space.
std::vector<ByteRange> split_at_space(const Text& text, Int most, bool from_right);
std::vector<ByteRange> split_at(Run& run, const Text& text, const Text& separator, Int most,
                                bool from_right);

/// A list of pieces of `text`.
Value pieces_of(Run& run, const Text& text, const std::vector<ByteRange>& ranges);

Text join_texts(Run& run, const Text& separator, const std::vector<TextPtr>& parts);

/// With `left` and `right` characters of filling.
Text padded(Run& run, const Text& text, std::size_t left, std::size_t right, const Text& fill);
Text centred(Run& run, const Text& text, Int width, const Text& fill);

}  // namespace canter::jinja
