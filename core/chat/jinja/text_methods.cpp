#include <algorithm>

#include "chat/jinja/arguments.h"
#include "chat/jinja/format.h"
#include "chat/jinja/methods.h"
#include "chat/jinja/run.h"
#include "chat/jinja/sequences.h"
#include "chat/jinja/text_operations.h"
#include "chat/jinja/unicode.h"

namespace canter::jinja {
namespace {

const Text& text_of(const Value& self) {
  return *self.text();
}

template <Text (*operation)(Run&, const Text&)>
Value changed(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters none(run, "a string's method", arguments, {}, 0);
  return operation(run, text_of(self));
}

Text fold_text(Run& run, const Text& text) {
  return map_characters(run, text, fold);
}

Text swap_case(Run& run, const Text& text) {
  return map_characters(run, text, [](char32_t c) { return is_upper(c) ? lower(c) : upper(c); });
}

Text title_text(Run& run, const Text& text) {
  return map_characters(run, text, [in_word = false](char32_t character) mutable {
    return std::exchange(in_word, is_cased(character)) ? lower(character) : title(character);
  });
}

template <bool left, bool right>
Value strip(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "strip", arguments, {"chars"}, 0);
  const ByteRange range = stripped(text_of(self), given.text(0).get(), left, right);
  return piece_of(run, text_of(self), range.begin, range.end);
}

template <bool from_right>
Value split(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "split", arguments, {"sep", "maxsplit"}, 0);
  const TextPtr separator = given.text(0);
  const Int most = given.integer(1, -1);
  const Text& text = text_of(self);
  return pieces_of(run, text,
                   separator ? split_at(run, text, *separator, most, from_right)
                             : split_at_space(text, most, from_right));
}

Value split_lines(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "splitlines", arguments, {"keepends"}, 0);
  return pieces_of(run, text_of(self), lines_of(text_of(self), given.truth(0, false)));
}

template <bool from_right>
Value partition(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "partition", arguments, {"sep"}, 1);
  const TextPtr separator = given.text(0);
  if (!separator) return run.fail("partition() wants a string");
  const Text& text = text_of(self);
  const std::vector<ByteRange> parts = split_at(run, text, *separator, 1, from_right);
  if (run.failed()) return {};
  if (parts.size() == 2) {
    return make_tuple(run, {piece_of(run, text, parts[0].begin, parts[0].end), *given.get(0),
                            piece_of(run, text, parts[1].begin, parts[1].end)});
  }
  const Value empty = Value::markup("");
  if (from_right) return make_tuple(run, {empty, empty, self});
  return make_tuple(run, {self, empty, empty});
}

Value replace(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "replace", arguments, {"old", "new", "count"}, 2);
  const TextPtr old = given.text(0);
  const TextPtr replacement = given.text(1);
  if (!old || !replacement) return run.fail("replace() wants strings");
  return replace_text(run, text_of(self), *old, *replacement, given.integer(2, -1));
}

Value join(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "join", arguments, {"iterable"}, 1);
  if (given.get(0) == nullptr) return {};
  std::vector<TextPtr> parts;
  for (const Value& item : items_of(run, *given.get(0))) {
    if (!item.is_text()) {
      return run.fail("sequence item " + std::to_string(parts.size()) +
                      ": expected str instance, " + std::string(item.type_name()) + " found");
    }
    parts.push_back(*item.as<TextPtr>());
  }
  return join_texts(run, text_of(self), parts);
}

/// The character to fill with, a space unless given.
Text filling(Run& run, const Parameters& given) {
  const TextPtr fill = given.text(1);
  if (!fill) return {" ", false};
  if (fill->length() != 1) run.fail("The fill character must be exactly one character long");
  return *fill;
}

enum class Side { kLeft, kRight };

template <Side text_at>
Value justify(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "ljust", arguments, {"width", "fillchar"}, 1);
  const Text fill = filling(run, given);
  const Int width = std::min(given.integer(0, 0), Int{1} << 62);
  const Int missing = width - static_cast<Int>(text_of(self).length());
  if (missing <= 0 || run.failed()) return self;
  const auto count = static_cast<std::size_t>(missing);
  return text_at == Side::kLeft ? padded(run, text_of(self), 0, count, fill)
                                : padded(run, text_of(self), count, 0, fill);
}

Value center(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "center", arguments, {"width", "fillchar"}, 1);
  const Text fill = filling(run, given);
  if (run.failed()) return {};
  return centred(run, text_of(self), given.integer(0, 0), fill);
}

Value fill_with_zeros(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "zfill", arguments, {"width"}, 1);
  const Text& text = text_of(self);
  const Int missing = std::min(given.integer(0, 0), Int{1} << 62) - static_cast<Int>(text.length());
  if (missing <= 0) return self;
  const bool has_sign = text.bytes().starts_with('-') || text.bytes().starts_with('+');
  TextBuilder out(run);
  out.append(text, 0, has_sign ? 1 : 0);
  out.append('0', static_cast<std::size_t>(missing));
  out.append(text, has_sign ? 1 : 0, text.bytes().size());
  return out.take();
}

Value remove_prefix(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "removeprefix", arguments, {"prefix"}, 1);
  const TextPtr prefix = given.text(0);
  const Text& text = text_of(self);
  if (!prefix || !text.bytes().starts_with(prefix->bytes())) return self;
  return piece_of(run, text, prefix->bytes().size(), text.bytes().size());
}

Value remove_suffix(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "removesuffix", arguments, {"suffix"}, 1);
  const TextPtr suffix = given.text(0);
  const Text& text = text_of(self);
  if (!suffix || !text.bytes().ends_with(suffix->bytes())) return self;
  return piece_of(run, text, 0, text.bytes().size() - suffix->bytes().size());
}

Value expand_tabs(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "expandtabs", arguments, {"tabsize"}, 0);
  const Int size = std::clamp(given.integer(0, 8), Int{0}, Int{1000});
  return map_characters(run, text_of(self), [&, column = Int{0}](char32_t c) mutable {
    if (c == '\t') {
      const Int spaces = size > 0 ? size - column % size : 0;
      column += spaces;
      return std::string(static_cast<std::size_t>(spaces), ' ');
    }
    column = c == '\n' || c == '\r' ? 0 : column + 1;
    return to_utf8(c);
  });
}

Value format(Run& run, const Value& self, const Arguments& arguments) {
  return format_braces(run, text_of(self), arguments);
}

Value format_map(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "format_map", arguments, {"mapping"}, 1);
  const Dict* dict = given.value(0).dict();
  if (dict == nullptr) return run.fail("format_map() wants a dictionary");
  Arguments named;
  for (const auto& [key, value] : dict->entries()) {
    if (const Text* text = key.text()) named.named.emplace_back(*text, value);
  }
  return format_braces(run, text_of(self), named);
}

}  // namespace

Method find_text_method(std::string_view name) {
  static const MethodTable table = {{"capitalize", changed<capitalize_text>},
                                    {"casefold", changed<fold_text>},
                                    {"center", center},
                                    {"expandtabs", expand_tabs},
                                    {"format", format},
                                    {"format_map", format_map},
                                    {"join", join},
                                    {"ljust", justify<Side::kLeft>},
                                    {"lower", changed<lower_text>},
                                    {"lstrip", strip<true, false>},
                                    {"partition", partition<false>},
                                    {"removeprefix", remove_prefix},
                                    {"removesuffix", remove_suffix},
                                    {"replace", replace},
                                    {"rjust", justify<Side::kRight>},
                                    {"rpartition", partition<true>},
                                    {"rsplit", split<true>},
                                    {"rstrip", strip<false, true>},
                                    {"split", split<false>},
                                    {"splitlines", split_lines},
                                    {"strip", strip<true, true>},
                                    {"swapcase", changed<swap_case>},
                                    {"title", changed<title_text>},
                                    {"upper", changed<upper_text>},
                                    {"zfill", fill_with_zeros}};
  return found_in(table, name);
}

}  // namespace canter::jinja
