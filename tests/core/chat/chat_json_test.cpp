#include "chat/chat_json.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

namespace canter::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Result<std::vector<ChatMessage>> read(const std::string& text) {
  const auto parsed = parse_chat_json(text, "chat.json");
  if (!parsed) return propagate(parsed);
  return read_chat_messages(*parsed, "chat.json");
}

ChatMessage first(const std::string& text) {
  const auto messages = read(text);
  return messages && !messages->empty() ? messages->front() : ChatMessage{"none", ""};
}

TEST(ChatJson, holds_messages_in_the_forms_that_programs_write) {
  EXPECT_EQ(first(R"([{"role": "user", "content": "Hi"}])"), (ChatMessage{"user", "Hi"}));
  EXPECT_EQ(first(R"([{"role": "assistant", "content": null}])"), (ChatMessage{"assistant", ""}));
  EXPECT_EQ(first(R"([{"role": "user", "content": [{"type": "text", "text": "a"},
                                                    {"type": "text", "text": "b"}]}])"),
            (ChatMessage{"user", "ab", {}, {"a", "b"}}));
  for (const char* name : {"reasoning_content", "thinking", "reasoning"})
    EXPECT_EQ(
        first(R"([{"role": "assistant", "content": "a", ")" + std::string(name) + R"(": "Hm."}])"),
        (ChatMessage{"assistant", "a", "Hm."}));
}

TEST(ChatJson, keeps_what_only_the_template_understands_in_its_order) {
  const auto message = first(
      R"([{"role": "assistant", "tool_calls": [{"name": "f", "arguments": {"b": 1, "a": 2}}]}])");
  EXPECT_EQ(message.content, "");
  EXPECT_EQ(message.more, R"({"tool_calls":[{"name":"f","arguments":{"b":1,"a":2}}]})");
}

TEST(ChatJson, is_read_as_it_was_written) {
  const ChatMessage message{"assistant", "a", "Hm.", {}, R"({"name":"f"})"};
  EXPECT_EQ(first(nlohmann::ordered_json::array({chat_message_json(message)}).dump()), message);
}

TEST(ChatJson, names_the_message_that_is_none) {
  for (const char* bad :
       {R"(1)", R"({"role": "user"})", R"({"content": "a"})", R"({"role": 1, "content": "a"})",
        R"({"role": "user", "content": 1})", R"({"role": "user", "content": ["a"]})",
        R"({"role": "user", "content": [{"type": "image", "text": "a"}]})"}) {
    const auto messages = read(R"([{"role": "user", "content": "a"}, )" + std::string(bad) + "]");
    ASSERT_FALSE(messages) << bad;
    EXPECT_EQ(messages.error().kind, ErrorKind::kUsage);
    EXPECT_THAT(messages.error().message, HasSubstr("message 2 in chat.json is no object with"));
  }
}

TEST(ChatJson, says_what_is_no_list_of_messages) {
  EXPECT_THAT(read("{}").error().message, HasSubstr("chat.json holds no JSON array"));
  EXPECT_THAT(read("[").error().message, HasSubstr("chat.json is no JSON"));
  EXPECT_THAT(read(std::string(100, '[') + std::string(100, ']')).error().message,
              HasSubstr("nested too deeply"));
}

}  // namespace
}  // namespace canter::test
