#include "tune/prompts.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>

#include "base/file.h"
#include "base/paths.h"
#include "base/utf8.h"
#include "chat/chat_json.h"
#include "format/message.h"

namespace canter::tuning {
namespace {

Result<Questions> questions_of(std::string_view line, const std::string& where) {
  const auto parsed = parse_chat_json(line, where);
  if (!parsed) return propagate(parsed);
  const auto filled_list = [&](const char* key) {
    const auto list = parsed->is_object() ? parsed->find(key) : parsed->end();
    return parsed->is_object() && list != parsed->end() && list->is_array() && !list->empty()
               ? &*list
               : nullptr;
  };
  Questions questions;
  const auto* const turns = filled_list("turns");
  if (const auto* const list = filled_list("messages")) {
    auto messages = read_chat_messages(*list, where);
    if (!messages) return propagate(messages);
    questions.first = std::move(*messages);
  } else if (turns && std::ranges::all_of(*turns, [](const auto& t) { return t.is_string(); })) {
    questions.first = {{.role = "user", .content = turns->front().template get<std::string>()}};
    questions.further.assign(turns->begin() + 1, turns->end());
  } else {
    return fail(ErrorKind::kUsage,
                where +
                    " is no prompt; write {\"messages\": [{\"role\": \"user\", \"content\": "
                    "\"…\"}]} or {\"turns\": [\"…\"]} on each line");
  }
  if (const auto kind = parsed->find("kind"); kind != parsed->end() && kind->is_string())
    questions.kind = kind->template get<std::string>();
  return questions;
}

Result<std::vector<Questions>> parse_questions(std::string_view text,
                                               const std::filesystem::path& name) {
  text = without_byte_order_mark(text);
  std::vector<Questions> all;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    auto questions =
        questions_of(line, "line " + std::to_string(number) + " of " + file_name_in_quotes(name));
    if (!questions) return propagate(questions);
    all.push_back(std::move(*questions));
  }
  return all;
}

}  // namespace

std::filesystem::path built_in_prompts_path() {
  return resource_dir() / "prompts" / "general.jsonl";
}

Result<std::vector<Questions>> read_questions(const std::filesystem::path& path) {
  const auto text = read_text_file(path);
  if (!text) return propagate(text);
  return parse_questions(*text, path);
}

Result<std::vector<Prompt>> read_prompts(const std::filesystem::path& path) {
  const auto text = read_text_file(path);
  if (!text) return propagate(text);
  return parse_prompts(*text, path);
}

Result<std::vector<Prompt>> read_prompts_or_built_in(const std::string& file) {
  return read_prompts(file.empty() ? built_in_prompts_path() : path_from_utf8(file));
}

Result<std::vector<Prompt>> parse_prompts(std::string_view text,
                                          const std::filesystem::path& name) {
  auto questions = parse_questions(text, name);
  if (!questions) return propagate(questions);
  std::vector<Prompt> prompts;
  for (Questions& asked : *questions) prompts.push_back(std::move(asked.first));
  return prompts;
}

Result<std::vector<std::vector<TokenId>>> read_prompts(const std::filesystem::path& path,
                                                       const ChatFormat& format) {
  const auto prompts = read_prompts(path);
  if (!prompts) return propagate(prompts);
  std::vector<std::vector<TokenId>> encoded;
  for (const Prompt& prompt : *prompts) {
    auto tokens = format.encode(prompt);
    if (!tokens)
      return fail(tokens.error().kind, "prompt " + std::to_string(encoded.size() + 1) + " of " +
                                           file_name_in_quotes(path) + ": " +
                                           tokens.error().message);
    encoded.push_back(std::move(*tokens));
  }
  return encoded;
}

std::string write_prompts(std::span<const Prompt> prompts) {
  std::string text;
  for (const Prompt& prompt : prompts) {
    auto messages = nlohmann::ordered_json::array();
    for (const ChatMessage& message : prompt) messages.push_back(chat_message_json(message));
    text += nlohmann::ordered_json{{"messages", std::move(messages)}}.dump(
                -1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
            '\n';
  }
  return text;
}

std::vector<std::vector<TokenId>> encode_prompts(std::span<const Prompt> prompts,
                                                 const ChatFormat& format, int most_tokens) {
  std::vector<std::vector<TokenId>> encoded;
  for (const Prompt& prompt : prompts) {
    auto tokens = format.encode(prompt);
    if (tokens && !tokens->empty() && tokens->size() <= std::size_t(most_tokens))
      encoded.push_back(std::move(*tokens));
  }
  return encoded;
}

std::vector<Prompt> with_earlier_questions(std::span<const Prompt> prompts) {
  std::vector<Prompt> all;
  std::set<std::string> known;
  for (const Prompt& prompt : prompts) {
    std::string said;
    for (std::size_t end = 1; end <= prompt.size(); ++end) {
      const ChatMessage& message = prompt[end - 1];
      said += message.role + '\0' + message.content + '\0';
      const bool asks = message.role == "user" || end == prompt.size();
      if (asks && known.insert(said).second)
        all.emplace_back(prompt.begin(), prompt.begin() + std::ptrdiff_t(end));
    }
  }
  return all;
}

std::vector<Prompt> mix_prompts(std::vector<Prompt> many, std::vector<Prompt> others) {
  std::vector<Prompt> mixed;
  const std::size_t all = many.size() + others.size();
  std::size_t taken = 0;  // of the others
  for (std::size_t i = 0; i < all; ++i) {
    const bool other = (i + 1) * others.size() / all > taken;
    mixed.push_back(std::move(other ? others[taken] : many[i - taken]));
    taken += other;
  }
  return mixed;
}

}  // namespace canter::tuning
