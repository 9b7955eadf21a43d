#include <algorithm>

#include "chat/jinja/arguments.h"
#include "chat/jinja/methods.h"
#include "chat/jinja/run.h"
#include "chat/jinja/sequences.h"
#include "chat/jinja/unicode.h"

namespace canter::jinja {
namespace {

/// The bytes of a text that a search looks at.
struct Window {
  std::size_t begin = 0;
  std::string_view bytes;
};

/// From `start` to before `end`, in characters, as slices count them; nullopt when start lies
/// behind the end.
std::optional<Window> window_of(const Text& text, const Parameters& given) {
  const Int length = static_cast<Int>(text.length());
  const auto place = [&](std::size_t index, Int otherwise) {
    const Int value = given.integer(index, otherwise);
    return std::max(Int{0}, value < 0 ? value + length : value);
  };
  const Int start = place(1, 0);
  const Int end = std::min(place(2, length), length);
  if (start > end) return std::nullopt;
  const std::size_t begin = text.offset(static_cast<std::size_t>(start));
  const std::size_t size = text.offset(static_cast<std::size_t>(end)) - begin;
  return Window{begin, std::string_view(text.bytes()).substr(begin, size)};
}

/// In characters; -1 when it is not there.
Int position_of(Run& run, const Text& text, const Parameters& given, bool from_right) {
  const TextPtr wanted = given.text(0);
  if (!wanted) run.fail("must be str, not None");
  const std::optional<Window> window = window_of(text, given);
  if (!window || run.failed()) return -1;
  take_search_steps(run, window->bytes, wanted->bytes());
  const std::size_t found =
      from_right ? window->bytes.rfind(wanted->bytes()) : window->bytes.find(wanted->bytes());
  if (found == std::string_view::npos) return -1;
  return static_cast<Int>(
      count_code_points(std::string_view(text.bytes()).substr(0, window->begin + found)));
}

template <bool from_right>
Value find(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "find", arguments, {"sub", "start", "end"}, 1);
  return position_of(run, *self.text(), given, from_right);
}

template <bool from_right>
Value index(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "index", arguments, {"sub", "start", "end"}, 1);
  const Int position = position_of(run, *self.text(), given, from_right);
  return position < 0 ? run.fail("substring not found") : Value(position);
}

Value count(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, "count", arguments, {"sub", "start", "end"}, 1);
  const TextPtr wanted = given.text(0);
  if (!wanted) return run.fail("must be str, not None");
  const std::optional<Window> window = window_of(*self.text(), given);
  if (!window) return 0;
  if (wanted->bytes().empty()) return count_code_points(window->bytes) + 1;
  take_search_steps(run, window->bytes, wanted->bytes());
  std::size_t found = 0;
  for (std::size_t at = window->bytes.find(wanted->bytes());
       at != std::string_view::npos && !run.failed();
       at = window->bytes.find(wanted->bytes(), at + wanted->bytes().size())) {
    ++found;
  }
  return found;
}

template <bool at_end>
Value begins_or_ends(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters given(run, at_end ? "endswith" : "startswith", arguments,
                         {"affix", "start", "end"}, 1);
  const Value affix = given.value(0);
  const std::optional<Window> window = window_of(*self.text(), given);
  const std::vector<Value> affixes =
      affix.is_tuple() ? affix.list()->items : std::vector<Value>{affix};
  for (const Value& candidate : affixes) {
    const Text* text = candidate.text();
    if (text == nullptr) {
      return run.fail(std::string(at_end ? "endswith" : "startswith") +
                      " first arg must be str or a tuple of str, not " +
                      std::string(candidate.type_name()));
    }
    if (!window) continue;
    if (at_end ? window->bytes.ends_with(text->bytes())
               : window->bytes.starts_with(text->bytes())) {
      return true;
    }
  }
  return false;
}

template <bool (*predicate)(char32_t)>
Value all(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters none(run, "a string's method", arguments, {}, 0);
  std::string_view rest = self.text()->bytes();
  if (rest.empty()) return false;
  while (!rest.empty()) {
    const CodePoint next = first_code_point(rest);
    if (!predicate(next.value)) return false;
    rest.remove_prefix(next.bytes);
  }
  return true;
}

/// Some character has the case, and none another one.
template <bool (*has_case)(char32_t)>
Value all_cased(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters none(run, "a string's method", arguments, {}, 0);
  bool found = false;
  for (std::string_view rest = self.text()->bytes(); !rest.empty();) {
    const CodePoint next = first_code_point(rest);
    if (is_cased(next.value) && !has_case(next.value)) return false;
    found = found || has_case(next.value);
    rest.remove_prefix(next.bytes);
  }
  return found;
}

Value is_title(Run& run, const Value& self, const Arguments& arguments) {
  const Parameters none(run, "istitle", arguments, {}, 0);
  bool found = false;
  bool in_word = false;
  for (std::string_view rest = self.text()->bytes(); !rest.empty();) {
    const CodePoint next = first_code_point(rest);
    const bool cased = is_cased(next.value);
    if (cased && in_word != is_lower(next.value)) return false;
    found = found || cased;
    in_word = cased;
    rest.remove_prefix(next.bytes);
  }
  return found;
}

bool is_ascii(char32_t character) {
  return character < 0x80;
}

Value is_all_ascii(Run& run, const Value& self, const Arguments& arguments) {
  if (self.text()->bytes().empty()) return true;
  return all<is_ascii>(run, self, arguments);
}

Value is_all_printable(Run& run, const Value& self, const Arguments& arguments) {
  if (self.text()->bytes().empty()) return true;
  return all<is_printable>(run, self, arguments);
}

Value is_identifier(Run& run, const Value& self, const Arguments& arguments) {
  const std::string& bytes = self.text()->bytes();
  if (bytes.empty() || is_numeric(first_code_point(bytes).value)) return false;
  return all<is_word_character>(run, self, arguments);
}

}  // namespace

Method find_text_search_method(std::string_view name) {
  static const MethodTable table = {{"count", count},
                                    {"endswith", begins_or_ends<true>},
                                    {"find", find<false>},
                                    {"index", index<false>},
                                    {"rfind", find<true>},
                                    {"rindex", index<true>},
                                    {"startswith", begins_or_ends<false>}};
  return found_in(table, name);
}

Method find_text_predicate(std::string_view name) {
  static const MethodTable table = {{"isalnum", all<is_alnum>},
                                    {"isalpha", all<is_alpha>},
                                    {"isascii", is_all_ascii},
                                    {"isdecimal", all<is_decimal>},
                                    {"isdigit", all<is_digit>},
                                    {"isidentifier", is_identifier},
                                    {"islower", all_cased<is_lower>},
                                    {"isnumeric", all<is_numeric>},
                                    {"isprintable", is_all_printable},
                                    {"isspace", all<is_space>},
                                    {"istitle", is_title},
                                    {"isupper", all_cased<is_upper>}};
  return found_in(table, name);
}

}  // namespace canter::jinja
