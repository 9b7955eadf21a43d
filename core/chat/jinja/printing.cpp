#include "chat/jinja/printing.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "chat/jinja/run.h"
#include "chat/jinja/unicode.h"

namespace canter::jinja {
namespace {

void append_hexadecimal(std::string& text, char32_t character) {
  const int digits = character < 0x100 ? 2 : character < 0x10000 ? 4 : 8;
  text += character < 0x100 ? "\\x" : character < 0x10000 ? "\\u" : "\\U";
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
    text += "0123456789abcdef"[character >> shift & 0xF];
  }
}

std::string escaped(char32_t character) {
  switch (character) {
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      break;
  }
  if (is_printable(character)) return to_utf8(character);
  std::string text;
  append_hexadecimal(text, character);
  return text;
}

void print_quoted_text(TextBuilder& out, const Text& text) {
  const std::string& bytes = text.bytes();
  const bool single = bytes.find('\'') == std::string::npos || bytes.find('"') != std::string::npos;
  const char quote = single ? '\'' : '"';
  out.append(quote, 1);
  text.for_each_piece(0, bytes.size(), [&](std::string_view piece, bool is_content) {
    std::string quoted;
    while (!piece.empty()) {
      const CodePoint next = first_code_point(piece);
      if (next.value == static_cast<char32_t>(quote)) quoted += '\\';
      quoted += escaped(next.value);
      if (next.value == static_cast<char32_t>(quote)) quoted.back() = quote;
      piece.remove_prefix(next.bytes);
    }
    out.append(quoted, is_content);
  });
  out.append(quote, 1);
}

void print_items(Run& run, TextBuilder& out, const std::vector<Value>& items) {
  for (std::size_t i = 0; i < items.size() && !run.failed(); ++i) {
    if (i > 0) out.append(", ");
    print_quoted(run, out, items[i]);
  }
}

void print_entry(Run& run, TextBuilder& out, const Dict::Entry& entry, std::string_view between) {
  print_quoted(run, out, entry.first);
  out.append(between);
  print_quoted(run, out, entry.second);
}

void print_dict(Run& run, TextBuilder& out, const Dict& dict) {
  out.append("{");
  for (std::size_t i = 0; i < dict.size() && !run.failed(); ++i) {
    if (i > 0) out.append(", ");
    print_entry(run, out, dict.entries()[i], ": ");
  }
  out.append("}");
}

void print_view(Run& run, TextBuilder& out, const DictView& view) {
  using Kind = DictView::Kind;
  out.append(Value(view).type_name());
  out.append("([");
  const std::vector<Dict::Entry>& entries = view.dict->entries();
  for (std::size_t i = 0; i < entries.size() && !run.failed(); ++i) {
    if (i > 0) out.append(", ");
    if (view.kind == Kind::kItems) {
      out.append("(");
      print_entry(run, out, entries[i], ", ");
      out.append(")");
    } else {
      print_quoted(run, out, view.kind == Kind::kKeys ? entries[i].first : entries[i].second);
    }
  }
  out.append("])");
}

void print_range(TextBuilder& out, const Range& range) {
  out.append("range(" + print_integer(range.start) + ", " + print_integer(range.stop) +
             (range.step == 1 ? "" : ", " + print_integer(range.step)) + ")");
}

}  // namespace

std::string print_integer(Int value) {
  std::string digits;
  const bool negative = value < 0;
  do {
    const int digit = static_cast<int>(value % 10);
    digits += static_cast<char>('0' + (negative ? -digit : digit));
    value /= 10;
  } while (value != 0);
  if (negative) digits += '-';
  std::ranges::reverse(digits);
  return digits;
}

std::string print_real(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  char buffer[32];
  const auto written =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific);
  std::string text(buffer, written.ptr);
  const std::size_t e = text.find('e');
  const int exponent = std::stoi(text.substr(e + 1));
  if (exponent < -4 || exponent >= 16) return text;
  std::string digits = text.substr(0, e);
  const std::string sign = digits.starts_with('-') ? "-" : "";
  std::erase_if(digits, [](char c) { return c == '-' || c == '.'; });
  if (exponent < 0)
    return sign + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  const auto whole = static_cast<std::size_t>(exponent) + 1;
  if (digits.size() <= whole) return sign + digits + std::string(whole - digits.size(), '0') + ".0";
  return sign + digits.substr(0, whole) + "." + digits.substr(whole);
}

void print(Run& run, TextBuilder& out, const Value& value) {
  if (const Text* text = value.text()) {
    out.append(*text);
  } else if (!value.is_undefined()) {
    print_quoted(run, out, value);
  }
}

void print_quoted(Run& run, TextBuilder& out, const Value& value) {
  if (!run.take_steps()) return;
  const Nesting nesting(run);
  if (value.is_undefined()) {
    out.append("Undefined");
  } else if (value.is_none()) {
    out.append("None");
  } else if (const bool* truth = value.as<bool>()) {
    out.append(*truth ? "True" : "False");
  } else if (const Int* integer = value.as<Int>()) {
    out.append(print_integer(*integer));
  } else if (const double* real = value.as<double>()) {
    out.append(print_real(*real));
  } else if (const Text* text = value.text()) {
    print_quoted_text(out, *text);
  } else if (const List* list = value.list()) {
    out.append(list->is_tuple ? "(" : "[");
    print_items(run, out, list->items);
    out.append(!list->is_tuple ? "]" : list->items.size() == 1 ? ",)" : ")");
  } else if (const Dict* dict = value.dict()) {
    print_dict(run, out, *dict);
  } else if (const DictView* view = value.view()) {
    print_view(run, out, *view);
  } else if (const Range* range = value.range()) {
    print_range(out, *range);
  } else if (const Object* object = value.object()) {
    object->print(run, out);
  } else {
    out.append("<" + std::string(value.type_name()) + " object>");
  }
}

TextPtr to_text(Run& run, const Value& value) {
  if (const auto* text = value.as<TextPtr>()) return *text;
  TextBuilder out(run);
  print(run, out, value);
  return std::make_shared<const Text>(out.take());
}

}  // namespace canter::jinja
