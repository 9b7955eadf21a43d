#include "chat/jinja/json.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "chat/jinja/comparison.h"
#include "chat/jinja/printing.h"
#include "chat/jinja/run.h"
#include "chat/jinja/sequences.h"
#include "chat/jinja/unicode.h"

namespace canter::jinja {
namespace {

using nlohmann::ordered_json;

/// Cannot be, nor become part of, a control token unless the template makes it one.
bool is_plain_word(const std::string& text) {
  return std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  });
}

bool is_structure(const std::string& key, const ordered_json& value) {
  const auto* text = value.get_ptr<const std::string*>();
  return (key == "role" || key == "type") && text != nullptr && is_plain_word(*text);
}

Text text_of(Run& run, const std::string& bytes, bool is_content) {
  run.take_memory(bytes.size());
  return {is_valid_utf8(bytes) ? bytes : to_valid_utf8(bytes), is_content};
}

Value number_of(const ordered_json& json) {
  if (json.is_number_unsigned()) return static_cast<Int>(json.get<std::uint64_t>());
  if (json.is_number_integer()) return static_cast<Int>(json.get<std::int64_t>());
  return json.get<double>();
}

class JsonWriter {
 public:
  JsonWriter(Run& run, const JsonStyle& style) : run_(run), style_(style), out_(run) {}

  Value write(const Value& value) {
    append(value);
    return out_.take();
  }

 private:
  void append(const Value& value) {
    if (!run_.take_steps()) return;
    const Nesting nesting(run_);
    if (value.is_none() || value.is<bool>() || value.is_number()) {
      out_.append(scalar(value));
    } else if (const Text* text = value.text()) {
      append_text(*text);
    } else if (const List* list = value.list()) {
      append_all('[', list->items, ']', [&](const Value& item) { append(item); });
    } else if (const Dict* dict = value.dict()) {
      append_all('{', entries(*dict), '}', [&](const Dict::Entry& entry) { append_entry(entry); });
    } else {
      run_.fail("Object of type " + std::string(value.type_name()) + " is not JSON serializable");
    }
  }

  static std::string scalar(const Value& value) {
    if (value.is_none()) return "null";
    if (const bool* truth = value.as<bool>()) return *truth ? "true" : "false";
    if (const auto integer = value.integer()) return print_integer(*integer);
    const double real = *value.real();
    if (std::isnan(real)) return "NaN";
    if (std::isinf(real)) return real < 0 ? "-Infinity" : "Infinity";
    return print_real(real);
  }

  std::vector<Dict::Entry> entries(const Dict& dict) {
    std::vector<Dict::Entry> entries = dict.entries();
    if (style_.sort_keys) {
      std::ranges::stable_sort(
          entries, [&](const auto& a, const auto& b) { return less(run_, a.first, b.first); });
    }
    return entries;
  }

  template <typename Items, typename Append>
  void append_all(char open, const Items& items, char close, Append append_item) {
    out_.append(open, 1);
    ++level_;
    for (std::size_t i = 0; i < items.size() && !run_.failed(); ++i) {
      if (i > 0) out_.append(style_.item_separator);
      append_line_break();
      append_item(items[i]);
    }
    --level_;
    if (!items.empty()) append_line_break();
    out_.append(close, 1);
  }

  void append_line_break() {
    if (!style_.indent) return;
    out_.append("\n");
    for (std::size_t i = 0; i < level_; ++i) out_.append(*style_.indent);
  }

  void append_entry(const Dict::Entry& entry) {
    const Value& key = entry.first;
    if (const Text* text = key.text()) {
      append_text(*text);
    } else if (key.is_none() || key.is_number()) {
      out_.append('"' + scalar(key) + '"');
    } else {
      run_.fail("keys must be str, int, float, bool or None, not " + std::string(key.type_name()));
    }
    out_.append(style_.key_separator);
    append(entry.second);
  }

  void append_text(const Text& text) {
    out_.append("\"");
    text.for_each_piece(0, text.bytes().size(), [&](std::string_view piece, bool is_content) {
      std::string escaped;
      while (!piece.empty()) {
        const CodePoint next = first_code_point(piece);
        append_character(escaped, next.value);
        piece.remove_prefix(next.bytes);
      }
      out_.append(escaped, is_content);
    });
    out_.append("\"");
  }

  static void append_escape(std::string& text, char32_t unit) {
    text += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) text += "0123456789abcdef"[unit >> shift & 0xF];
  }

  void append_character(std::string& text, char32_t character) const {
    constexpr std::string_view kShort = "\"\\\n\r\t\f\b";
    constexpr std::string_view kLetters = "\"\\nrtfb";
    const std::size_t place =
        character < 0x80 ? kShort.find(static_cast<char>(character)) : std::string_view::npos;
    if (place != std::string_view::npos) {
      text += '\\';
      text += kLetters[place];
    } else if (character < 0x20 ||
               (style_.ensure_ascii && character >= 0x7F && character < 0x10000)) {
      append_escape(text, character);
    } else if (style_.ensure_ascii && character >= 0x10000) {
      append_escape(text, 0xD800 + ((character - 0x10000) >> 10));
      append_escape(text, 0xDC00 + ((character - 0x10000) & 0x3FF));
    } else {
      append_utf8(text, character);
    }
  }

  Run& run_;
  const JsonStyle& style_;
  TextBuilder out_;
  std::size_t level_ = 0;
};

}  // namespace

Value from_json(Run& run, const ordered_json& json, bool is_content) {
  if (!run.take_steps()) return {};
  const Nesting nesting(run);
  if (run.failed() || json.is_null()) return None{};
  if (json.is_boolean()) return json.get<bool>();
  if (json.is_number()) return number_of(json);
  if (const auto* text = json.get_ptr<const std::string*>()) return text_of(run, *text, is_content);
  if (json.is_array()) {
    auto list = std::make_shared<List>();
    for (const ordered_json& item : json) append_item(run, *list, from_json(run, item, is_content));
    return list;
  }
  auto dict = std::make_shared<Dict>();
  for (const auto& [key, value] : json.items()) {
    const bool content = is_content && !is_structure(key, value);
    const bool content_key = is_content && !is_plain_word(key);
    dict->set(run, text_of(run, key, content_key), from_json(run, value, content));
  }
  return dict;
}

Value parse_json(Run& run, const Text& text) {
  constexpr std::size_t kBytesForByte = 32;  // a value takes this much more than its text
  if (!run.take_memory(text.bytes().size() * kBytesForByte)) return {};
  const ordered_json json = ordered_json::parse(text.bytes(), nullptr, false);
  if (json.is_discarded()) return run.fail("from_json got a text that is no JSON");
  return from_json(run, json, !text.content().empty());
}

Value to_json(Run& run, const Value& value, const JsonStyle& style) {
  return JsonWriter(run, style).write(value);
}

}  // namespace canter::jinja
