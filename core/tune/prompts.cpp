#include "tune/prompts.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/file.h"
#include "format/message.h"
#include "format/strict_json.h"

namespace canter::tuning {
namespace {

Result<std::vector<ChatMessage>> messages_of(std::string_view line, const std::string& where) {
  const auto parsed = parse_strict_json(line, where);
  if (!parsed) return fail(ErrorKind::kUsage, parsed.error().message);
  const auto wrong = [&] {
    return fail(ErrorKind::kUsage,
                where +
                    " is no prompt; write {\"messages\": [{\"role\": \"user\", \"content\": "
                    "\"…\"}]} on each line");
  };
  const auto list = parsed->is_object() ? parsed->find("messages") : parsed->end();
  if (!parsed->is_object() || list == parsed->end() || !list->is_array() || list->empty())
    return wrong();
  std::vector<ChatMessage> messages;
  for (const auto& message : *list) {
    if (!message.is_object() || !message.contains("role") || !message.contains("content") ||
        !message["role"].is_string() || !message["content"].is_string())
      return wrong();
    messages.push_back({message["role"], message["content"]});
  }
  return messages;
}

}  // namespace

Result<std::vector<std::vector<TokenId>>> read_prompts(const std::filesystem::path& path,
                                                       const Tokenizer& tokenizer) {
  const auto text = read_text_file(path);
  if (!text) return propagate(text);
  std::vector<std::vector<TokenId>> prompts;
  std::string_view rest = *text;
  for (int number = 1; !rest.empty(); ++number) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const std::string where = "line " + std::to_string(number) + " of " + file_name_in_quotes(path);
    const auto messages = messages_of(line, where);
    if (!messages) return propagate(messages);
    auto tokens = encode_chat(tokenizer, *messages);
    if (!tokens) return fail(tokens.error().kind, where + ": " + tokens.error().message);
    prompts.push_back(std::move(*tokens));
  }
  return prompts;
}

}  // namespace canter::tuning
