#include <algorithm>

#include "chat/jinja/arguments.h"
#include "chat/jinja/filters.h"
#include "chat/jinja/format.h"
#include "chat/jinja/json.h"
#include "chat/jinja/name_table.h"
#include "chat/jinja/printing.h"
#include "chat/jinja/run.h"
#include "chat/jinja/sequences.h"
#include "chat/jinja/text_operations.h"
#include "chat/jinja/unicode.h"

namespace canter::jinja {
namespace {

template <Text (*operation)(Run&, const Text&)>
Value text_filter(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters none(run, "a filter", arguments, {}, 0);
  return operation(run, *to_text(run, subject));
}

Value string(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters none(run, "string", arguments, {}, 0);
  return to_text(run, subject);
}

Text escape_text(Run& run, const Text& text) {
  return map_characters(run, text, [](char32_t c) -> std::string {
    switch (c) {
      case '&':
        return "&amp;";
      case '<':
        return "&lt;";
      case '>':
        return "&gt;";
      case '\'':
        return "&#39;";
      case '"':
        return "&#34;";
      default:
        return to_utf8(c);
    }
  });
}

bool begins_word(char32_t c) {
  return is_space(c) || std::u32string_view(U"-({[<").find(c) != std::u32string_view::npos;
}

Text title_words(Run& run, const Text& text) {
  return map_characters(run, text, [first = true](char32_t c) mutable {
    return std::exchange(first, begins_word(c)) ? upper(c) : lower(c);
  });
}

Value trim(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "trim", arguments, {"chars"}, 0);
  const TextPtr text = to_text(run, subject);
  const ByteRange range = stripped(*text, given.text(0).get(), true, true);
  return piece_of(run, *text, range.begin, range.end);
}

Value replace_filter(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "replace", arguments, {"old", "new", "count"}, 2);
  return replace_text(run, *to_text(run, subject), *to_text(run, given.value(0)),
                      *to_text(run, given.value(1)), given.integer(2, -1));
}

Value join_filter(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "join", arguments, {"d", "attribute"}, 0);
  std::vector<TextPtr> parts;
  for (Value& item : items_of(run, subject)) {
    if (run.failed()) break;
    if (given.get(1) != nullptr) item = attribute_path(run, std::move(item), *given.get(1));
    parts.push_back(to_text(run, item));
  }
  return join_texts(run, *to_text(run, given.value(0)), parts);
}

Value indent(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "indent", arguments, {"width", "first", "blank"}, 0);
  const Text* text = subject.text();
  if (text == nullptr) {
    return fail_undefined(run, subject) ? Value() : run.fail("indent wants a string");
  }
  const bool is_width = given.get(0) == nullptr || !given.get(0)->is_text();
  const Int width = is_width ? std::clamp(given.integer(0, 4), Int{0}, Int{100'000}) : Int{0};
  const Text indention = is_width ? Text(std::string(static_cast<std::size_t>(width), ' '), false)
                                  : *given.get(0)->text();
  const bool blank = given.truth(2, false);
  std::vector<ByteRange> lines = lines_of(*text, false);
  const std::size_t end = text->bytes().size();
  if (lines.empty() || lines.back().end != end) lines.push_back({end, end});
  TextBuilder out(run);
  for (std::size_t i = 0; i < lines.size() && run.take_steps(); ++i) {
    if (i > 0) out.append("\n");
    const bool is_indented =
        i == 0 ? given.truth(1, false) : blank || lines[i].begin < lines[i].end;
    if (is_indented) out.append(indention);
    out.append(*text, lines[i].begin, lines[i].end);
  }
  return out.take();
}

Value center_filter(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "center", arguments, {"width"}, 0);
  return centred(run, *to_text(run, subject), given.integer(0, 80), Text(" ", false));
}

Value truncate(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "truncate", arguments, {"length", "killwords", "end", "leeway"}, 0);
  if (subject.text() == nullptr && length_of(run, subject) > 0) {
    return run.fail("truncate wants a string");
  }
  const TextPtr text = to_text(run, subject);
  const TextPtr end = given.get(2) != nullptr ? to_text(run, *given.get(2))
                                              : std::make_shared<const Text>("...", false);
  const Int length = std::min(given.integer(0, 255), Int{1} << 60);
  const Int leeway = std::min(given.integer(3, 5), Int{1} << 60);
  if (length < static_cast<Int>(end->length()) || leeway < 0) {
    return run.fail("truncate wants a length of no less than that of its end");
  }
  if (static_cast<Int>(text->length()) <= length + leeway) return text;
  std::size_t cut = text->offset(static_cast<std::size_t>(length) - end->length());
  if (!given.truth(1, false)) {
    const std::size_t space = std::string_view(text->bytes()).substr(0, cut).rfind(' ');
    if (space != std::string_view::npos) cut = space;
  }
  TextBuilder out(run);
  out.append(*text, 0, cut);
  out.append(*end);
  return out.take();
}

Value count_words(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters none(run, "wordcount", arguments, {}, 0);
  std::size_t count = 0;
  bool in_word = false;
  const TextPtr text = to_text(run, subject);
  for (std::string_view rest = text->bytes(); !rest.empty();) {
    const CodePoint next = first_code_point(rest);
    const bool is_word = is_word_character(next.value);
    if (is_word && !in_word) ++count;
    in_word = is_word;
    rest.remove_prefix(next.bytes);
  }
  return count;
}

Value format_filter(Run& run, const Value& subject, const Arguments& arguments) {
  const TextPtr text = to_text(run, subject);
  if (arguments.named.empty()) {
    return format_percent(run, *text, make_tuple(run, arguments.positional));
  }
  if (!arguments.positional.empty()) {
    return run.fail("can't handle positional and keyword arguments at the same time");
  }
  const DictPtr values = make_dict(run);
  for (const auto& [name, value] : arguments.named) values->set(run, name, value);
  return format_percent(run, *text, values);
}

Text quote_for_url(Run& run, const Text& text) {
  return map_characters(run, text, [](char32_t c) {
    const std::string bytes = to_utf8(c);
    const bool plain = c < 0x80 && (is_alnum(c) || std::string_view("_.-~/").find(bytes) !=
                                                       std::string_view::npos);
    if (plain) return bytes;
    std::string quoted;
    for (const char byte : bytes) {
      const auto value = static_cast<unsigned char>(byte);
      quoted += '%';
      quoted += "0123456789ABCDEF"[value >> 4];
      quoted += "0123456789ABCDEF"[value & 0xF];
    }
    return quoted;
  });
}

Value encode_json(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters given(run, "tojson", arguments,
                         {"ensure_ascii", "indent", "separators", "sort_keys"}, 0);
  JsonStyle style;
  style.ensure_ascii = given.truth(0, false);
  style.sort_keys = given.truth(3, false);
  if (const Value* indent = given.get(1); indent != nullptr && !indent->is_none()) {
    const Int width = indent->text() ? Int{0} : given.integer(1, 0);
    style.indent =
        indent->text()
            ? indent->text()->bytes()
            : std::string(static_cast<std::size_t>(std::clamp(width, Int{0}, Int{100})), ' ');
    style.item_separator = ",";
  }
  if (const Value* separators = given.get(2); separators != nullptr && !separators->is_none()) {
    const List* pair = separators->list();
    if (pair == nullptr || pair->items.size() != 2 || !pair->items[0].text() ||
        !pair->items[1].text()) {
      return run.fail("tojson wants two strings as separators");
    }
    style.item_separator = pair->items[0].text()->bytes();
    style.key_separator = pair->items[1].text()->bytes();
  }
  return to_json(run, subject, style);
}

Value decode_json(Run& run, const Value& subject, const Arguments& arguments) {
  const Parameters none(run, "from_json", arguments, {}, 0);
  if (subject.text() == nullptr) return run.fail("from_json wants a string");
  return parse_json(run, *subject.text());
}

}  // namespace

Filter find_text_filter(std::string_view name) {
  static const NameTable<Filter> table = {{"capitalize", text_filter<capitalize_text>},
                                          {"center", center_filter},
                                          {"e", text_filter<escape_text>},
                                          {"escape", text_filter<escape_text>},
                                          {"forceescape", text_filter<escape_text>},
                                          {"format", format_filter},
                                          {"from_json", decode_json},
                                          {"indent", indent},
                                          {"join", join_filter},
                                          {"lower", text_filter<lower_text>},
                                          {"replace", replace_filter},
                                          {"safe", string},
                                          {"string", string},
                                          {"title", text_filter<title_words>},
                                          {"tojson", encode_json},
                                          {"trim", trim},
                                          {"truncate", truncate},
                                          {"upper", text_filter<upper_text>},
                                          {"urlencode", text_filter<quote_for_url>},
                                          {"wordcount", count_words}};
  return found_in(table, name);
}

}  // namespace canter::jinja
