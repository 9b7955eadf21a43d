#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "client.h"
#include "engine/engine.h"
#include "support/reference_results.h"
#include "support/temporary_directory.h"

namespace canter::engine {
namespace {

using test::Client;

constexpr int kFew = 4;

/// The starter's, but that it opens a block of thinking, which the starter never closes.
constexpr const char* kTemplate =
    "{{ bos_token }}{% for message in messages %}<|{{ message.role }}|>"
    "{{ message.content.split('</think>')[-1] }}{{ eos_token }}{% endfor %}"
    "{% if add_generation_prompt %}<|assistant|>"
    "{% if enable_thinking is not defined or enable_thinking %}<think>\n{% endif %}{% endif %}";

class ThinkingTest : public testing::Test {
 protected:
  ThinkingTest() {
    const auto model = folder_.path() / "thinker";
    std::filesystem::create_directory(model);
    for (const char* name : {"config.json", "model.safetensors", "tokenizer.model"})
      std::filesystem::create_symlink(test::starter_folder() / name, model / name);
    std::ifstream original(test::starter_folder() / "tokenizer_config.json");
    auto config = nlohmann::json::parse(original);
    config["chat_template"] = kTemplate;
    std::ofstream(model / "tokenizer_config.json") << config;
    client_.post(OpenModel{model.string()});
    model_ = client_.next<ModelOpened>().model;
    settings_.max_tokens = kFew;
    settings_.sampling.temperature = 0;
  }
  TurnAdded ask() {
    SendMessage send;
    send.text = "What does acceleration do?";
    send.chat = settings_;
    client_.post(send);
    return client_.next<TurnAdded>();
  }
  std::string streamed_thinking(MessageId answer) const {
    std::string thinking;
    for (const Event& event : client_.seen)
      if (const auto* appended = std::get_if<TextAppended>(&event))
        if (appended->answer == answer) thinking += appended->thinking;
    return thinking;
  }

  test::TemporaryDirectory folder_;
  test::TemporaryDirectory data_;
  Client client_{data_.path()};
  ModelInfo model_;
  ChatSettings settings_;
};

TEST_F(ThinkingTest, is_recognised_where_the_prompt_itself_opens_it) {
  EXPECT_TRUE(model_.thinking.thinks());
  EXPECT_TRUE(model_.thinking.can_switch);
  EXPECT_TRUE(model_.thinking.on_by_default);
  EXPECT_FALSE(model_.thinking.has_effort);
}

TEST_F(ThinkingTest, is_streamed_and_kept_apart_from_the_answer) {
  const TurnAdded turn = ask();
  const AnswerFinished finished = client_.next<AnswerFinished>();
  EXPECT_EQ(finished.answer.content, "");
  EXPECT_NE(finished.answer.thinking, "");
  EXPECT_EQ(finished.statistics.generated, kFew);
  EXPECT_EQ(streamed_thinking(turn.answer.id), finished.answer.thinking);
  EXPECT_EQ(client_.streamed(turn.answer.id), "");
  client_.post(OpenConversation{turn.conversation.id});
  const Message kept = client_.next<ConversationOpened>().branch.back();
  EXPECT_EQ(kept.thinking, finished.answer.thinking);
  EXPECT_EQ(kept.thinking_ms, finished.answer.thinking_ms);
}

TEST_F(ThinkingTest, goes_on_where_a_limit_ended_it) {
  const TurnAdded turn = ask();
  const Message begun = client_.next<AnswerFinished>().answer;
  ASSERT_EQ(begun.error, kTokenLimit);
  client_.post(ContinueAnswer{turn.answer.id});
  const AnswerFinished ended = client_.next<AnswerFinished>();
  EXPECT_TRUE(ended.answer.thinking.starts_with(begun.thinking));
  EXPECT_GT(ended.answer.thinking.size(), begun.thinking.size());
  EXPECT_GE(ended.answer.thinking_ms, begun.thinking_ms);
  EXPECT_EQ(ended.answer.content, "");
  EXPECT_EQ(ended.statistics.generated, 2 * kFew);
  EXPECT_EQ(streamed_thinking(turn.answer.id), ended.answer.thinking);
}

TEST_F(ThinkingTest, is_switched_off_for_a_chat) {
  settings_.thinking = ThinkingWish::kOff;
  ask();
  const Message answer = client_.next<AnswerFinished>().answer;
  EXPECT_NE(answer.content, "");
  EXPECT_EQ(answer.thinking, "");
  EXPECT_EQ(answer.thinking_ms, 0);
}

TEST_F(ThinkingTest, is_part_of_the_count_of_tokens_as_the_chat_wishes) {
  for (const ThinkingWish wish : {ThinkingWish::kDefault, ThinkingWish::kOff}) {
    settings_.thinking = wish;
    client_.post(CountTokens{{}, "What does acceleration do?", settings_});
    const int counted = client_.next<TokensCounted>().tokens;
    ask();
    EXPECT_EQ(client_.next<AnswerFinished>().statistics.prompt_tokens, counted);
  }
}

}  // namespace
}  // namespace canter::engine
