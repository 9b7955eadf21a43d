#include "tokenize_lines.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "format/strict_json.h"

namespace canter::cli {
namespace {

using nlohmann::json;

constexpr JsonLimits kLimits{.depth = 4, .values = std::uint64_t{1} << 24};

/// Where each code point of `text` begins, and where the text ends.
std::vector<std::size_t> code_points(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) starts.push_back(i);
  }
  starts.push_back(text.size());
  return starts;
}

bool is_range(const json& range, std::size_t from, std::size_t end) {
  return range.is_array() && range.size() == 2 && range[0].is_number_unsigned() &&
         range[1].is_number_unsigned() && range[0].get<std::uint64_t>() >= from &&
         range[0].get<std::uint64_t>() <= range[1].get<std::uint64_t>() &&
         range[1].get<std::uint64_t>() < end;
}

/// The text cut at the edges of the ranges; nullopt when they are no sorted ranges of it.
std::optional<std::vector<Tokenizer::TextPart>> cut(std::string_view text, const json& ranges) {
  if (!ranges.is_array()) return std::nullopt;
  const auto starts = code_points(text);
  std::vector<Tokenizer::TextPart> parts;
  std::size_t done = 0;  // code points
  for (const json& range : ranges) {
    if (!is_range(range, done, starts.size())) return std::nullopt;
    const std::size_t begin = starts[range[0].get<std::size_t>()];
    const std::size_t end = starts[range[1].get<std::size_t>()];
    parts.push_back({text.substr(starts[done], begin - starts[done]), true});
    parts.push_back({text.substr(begin, end - begin), false});
    done = range[1].get<std::size_t>();
  }
  parts.push_back({text.substr(starts[done]), true});
  return parts;
}

bool are_ids(const json& ids) {
  if (!ids.is_array()) return false;
  for (const json& id : ids) {
    if (!id.is_number_integer() || id.get<std::int64_t>() != id.get<TokenId>()) return false;
  }
  return true;
}

/// Does what one line asks for.
Result<json> answer(const Tokenizer& tokenizer, const json& line, const std::string& where) {
  const auto refuse = [&] {
    return fail(
        ErrorKind::kBadFile,
        where +
            " asks for nothing: it needs a \"text\", with \"special\" true or false or with "
            "ranges of \"content\", or \"ids\"");
  };
  if (!line.is_object()) return refuse();
  const auto flag = line.find("special");
  if (flag != line.end() && !flag->is_boolean()) return refuse();
  const bool special = flag == line.end() || flag->get<bool>();

  if (const auto ids = line.find("ids"); ids != line.end()) {
    if (!are_ids(*ids)) return refuse();
    return json{{"text", tokenizer.decode(ids->get<std::vector<TokenId>>(), special)}};
  }
  const auto text = line.find("text");
  if (text == line.end() || !text->is_string()) return refuse();
  const auto& characters = text->get_ref<const std::string&>();
  std::optional<std::vector<Tokenizer::TextPart>> parts = {{{characters, special}}};
  if (const auto content = line.find("content"); content != line.end()) {
    parts = cut(characters, *content);
  }
  if (!parts) return refuse();
  const auto tokens = tokenizer.encode_parts(*parts, false);
  if (!tokens) return propagate(tokens);
  return json{{"ids", *tokens}};
}

}  // namespace

Outcome<> tokenize_lines(const Tokenizer& tokenizer, std::string_view lines,
                         const std::string& where) {
  for (std::size_t number = 1; !lines.empty(); ++number) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const auto line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    const auto name = where + ", line " + std::to_string(number) + ",";
    const auto document = parse_strict_json(line, name, kLimits);
    if (!document) return prompts_failure(document.error());
    const auto done = answer(tokenizer, *document, name);
    if (!done) return prompts_failure(done.error());
    const auto text = done->dump(-1, ' ', false, json::error_handler_t::replace);
    if (auto printed = print(text + "\n"); !printed) return printed;
  }
  return {};
}

}  // namespace canter::cli
