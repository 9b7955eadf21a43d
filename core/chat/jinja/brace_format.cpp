#include <algorithm>
#include <charconv>
#include <optional>

#include "chat/jinja/format.h"
#include "chat/jinja/format_spec.h"
#include "chat/jinja/printing.h"
#include "chat/jinja/run.h"
#include "chat/jinja/sequences.h"

namespace canter::jinja {
namespace {

std::optional<std::size_t> to_index(std::string_view text) {
  std::size_t index = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, index);
  return error == std::errc() && rest == end ? std::optional(index) : std::nullopt;
}

class BraceFormatter {
 public:
  BraceFormatter(Run& run, const Arguments& arguments) : run_(run), arguments_(arguments) {}

  Text format(const Text& text, bool fields_in_specs = true) {
    TextBuilder out(run_);
    const std::string_view bytes = text.bytes();
    std::size_t position = 0;
    while (position < bytes.size() && !run_.failed()) {
      const std::size_t brace = std::min(bytes.find_first_of("{}", position), bytes.size());
      out.append(text, position, brace);
      if (brace == bytes.size()) break;
      if (brace + 1 < bytes.size() && bytes[brace + 1] == bytes[brace]) {
        out.append(text, brace, brace + 1);
        position = brace + 2;
        continue;
      }
      const std::size_t end = bytes[brace] == '{' ? end_of_field(bytes, brace) : brace;
      if (end == brace) {
        run_.fail(std::string("Single '") + bytes[brace] + "' encountered in format string");
        break;
      }
      append_field(out, bytes.substr(brace + 1, end - brace - 1), fields_in_specs);
      position = end + 1;
    }
    return out.take();
  }

 private:
  /// Of the brace that closes the one at `begin`; `begin` when there is none.
  static std::size_t end_of_field(std::string_view bytes, std::size_t begin) {
    int open = 0;
    for (std::size_t i = begin; i < bytes.size(); ++i) {
      if (bytes[i] == '{') ++open;
      if (bytes[i] == '}' && --open == 0) return i;
    }
    return begin;
  }

  void append_field(TextBuilder& out, std::string_view field, bool fields_in_specs) {
    const std::size_t colon = field.find(':');
    std::string_view name = field.substr(0, colon);
    std::string spec(colon == std::string_view::npos ? "" : field.substr(colon + 1));
    if (fields_in_specs && spec.find('{') != std::string::npos) {
      spec = format(Text(spec, false), false).bytes();
    }
    char conversion = '\0';
    if (const std::size_t mark = name.find('!'); mark != std::string_view::npos) {
      if (mark + 2 != name.size())
        run_.fail("a format's conversion is one character");
      else
        conversion = name[mark + 1];
      name = name.substr(0, mark);
    }
    Value value = lookup(name);
    if (conversion == 's') value = to_text(run_, value);
    if (conversion == 'r' || conversion == 'a') {
      TextBuilder quoted(run_);
      print_quoted(run_, quoted, value);
      value = quoted.take();
    }
    if (!run_.failed()) append_value(out, value, spec);
  }

  /// `0`, `name`, and what follows as `.attribute` or `[key]`.
  Value lookup(std::string_view name) {
    const std::size_t path = std::min(name.find_first_of(".["), name.size());
    Value value = argument(name.substr(0, path));
    name.remove_prefix(path);
    while (!name.empty() && !run_.failed()) {
      const bool is_key = name[0] == '[';
      const std::size_t end = is_key ? name.find(']') : name.find_first_of(".[", 1);
      if (is_key && end == std::string_view::npos) return run_.fail("Missing ']' in format string");
      const std::string_view part = name.substr(1, end == std::string_view::npos ? end : end - 1);
      if (!is_key) {
        value = attribute_of(run_, value, part);
      } else if (const auto index = to_index(part)) {
        value = item_of(run_, value, *index);
      } else {
        value = item_of(run_, value, Value::markup(std::string(part)));
      }
      name.remove_prefix(end == std::string_view::npos ? name.size() : end + (is_key ? 1 : 0));
    }
    return value;
  }

  Value argument(std::string_view name) {
    const std::optional<std::size_t> index = name.empty() ? next_++ : to_index(name);
    if (index) {
      if (*index < arguments_.positional.size()) return arguments_.positional[*index];
      return run_.fail("Replacement index " + std::to_string(*index) + " out of range");
    }
    const auto& named = arguments_.named;
    const auto found = std::ranges::find_if(
        named, [&](const auto& argument) { return argument.first.bytes() == name; });
    if (found != named.end()) return found->second;
    return run_.fail("the format's key '" + std::string(name) + "' is not there");
  }

  void append_value(TextBuilder& out, const Value& value, const std::string& spec_text) {
    if (spec_text.empty()) return print(run_, out, value);
    std::optional<FormatSpec> spec = parse_format_spec(spec_text);
    if (!spec) {
      run_.fail("Invalid format specifier '" + spec_text + "'");
      return;
    }
    const bool is_real_type = spec->type != '\0' && std::string_view("eEfFgG%").find(spec->type) !=
                                                        std::string_view::npos;
    const bool is_integer_type = spec->type != '\0' && std::string_view("dxXobcn").find(
                                                           spec->type) != std::string_view::npos;
    const auto integer = value.integer();
    if (value.text() && (spec->type == '\0' || spec->type == 's') && spec->align != '=') {
      append_padded(out, *value.text(), *spec, '<');
    } else if (integer && (is_integer_type || spec->type == '\0') && !spec->precision) {
      append_number(out, format_integer(run_, *integer, *spec), *spec);
    } else if (value.is_number() && (is_real_type || (!integer && spec->type == '\0'))) {
      append_number(out, format_real(*value.real(), *spec), *spec);
    } else {
      run_.fail("Unsupported format '" + spec_text + "' for object of type '" +
                std::string(value.type_name()) + "'");
    }
  }

  static void append_number(TextBuilder& out, std::string text, FormatSpec spec) {
    spec.precision.reset();
    append_padded(out, Text(std::move(text), false), spec, '>');
  }

  Run& run_;
  const Arguments& arguments_;
  std::size_t next_ = 0;
};

}  // namespace

Value format_braces(Run& run, const Text& text, const Arguments& arguments) {
  return BraceFormatter(run, arguments).format(text);
}

}  // namespace canter::jinja
