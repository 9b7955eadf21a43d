#include "engine/generation/answer_parts.h"

#include <gtest/gtest.h>

namespace canter::engine {
namespace {

using std::chrono::milliseconds;

AnswerSplitter thinker(std::string_view prompt = {}) {
  AnswerSplitter splitter({.style = ThinkingStyle::kTags, .open = "<think>", .close = "</think>"});
  splitter.begin_behind(prompt, false);
  return splitter;
}

class AnswerPartsTest : public testing::Test {
 protected:
  AnswerPartsTest() {
    answer_.id = 7;
    answer_.conversation = 3;
  }
  /// Each token 100 ms behind the one before.
  TextAppended write(AnswerParts& parts, std::string_view text, bool drafted = false) {
    now_ += milliseconds(100);
    return parts.add({0, text, drafted}, now_);
  }

  Message answer_;
  AnswerParts::Clock::time_point now_;
};

TEST_F(AnswerPartsTest, keeps_what_is_thought_apart_from_the_answer) {
  AnswerParts parts(answer_, thinker());
  for (const char* token : {"<think>", "\n", "Let me", " see", ".", "\n", "</think>", "\n\n"})
    write(parts, token);
  EXPECT_EQ(answer_.thinking, "Let me see.");
  EXPECT_EQ(answer_.content, "");
  write(parts, "Paris");
  const TextAppended last = write(parts, ".");
  EXPECT_EQ(answer_.thinking, "Let me see.");
  EXPECT_EQ(answer_.content, "Paris.");
  EXPECT_EQ(last.answer, 7);
  EXPECT_EQ(last.conversation, 3);
  EXPECT_EQ(last.text, ".");
  EXPECT_EQ(last.thinking, "");
}

TEST_F(AnswerPartsTest, counts_the_time_from_the_first_thought_to_the_answer) {
  AnswerParts parts(answer_, thinker("<think>\n"));
  for (const char* token : {"Let", " me", " see", "</think>"}) write(parts, token);
  EXPECT_EQ(answer_.thinking_ms, 300);
  now_ += milliseconds(5000);
  EXPECT_EQ(write(parts, "Paris").thinking_ms, 300);
  EXPECT_EQ(answer_.thinking_ms, 300);
}

TEST_F(AnswerPartsTest, goes_on_in_the_middle_of_thinking) {
  answer_.thinking = "Let me";
  answer_.thinking_ms = 1000;
  AnswerParts parts(answer_, thinker("<think>\n"));
  write(parts, " see");
  write(parts, " it</think>");
  write(parts, "Paris");
  EXPECT_EQ(answer_.thinking, "Let me see it");
  EXPECT_EQ(answer_.thinking_ms, 1100);
  EXPECT_EQ(answer_.content, "Paris");
}

TEST_F(AnswerPartsTest, says_what_each_token_added_to_which_part) {
  AnswerParts parts(answer_, thinker("<think>\n"));
  EXPECT_EQ(write(parts, "Hm", true).tokens, (std::vector<TokenSpan>{{0, true, 2}}));
  EXPECT_EQ(write(parts, "</th").tokens, (std::vector<TokenSpan>{{0, false, 0}}));
  EXPECT_EQ(write(parts, "ink>Yes", true).tokens, (std::vector<TokenSpan>{{3, true, 0}}));
}

TEST_F(AnswerPartsTest, gives_what_was_held_back_when_the_answer_ends) {
  AnswerParts parts(answer_, thinker("<think>\n"));
  write(parts, "a < b </th");
  EXPECT_EQ(answer_.thinking, "a < b ");
  const TextAppended rest = parts.finish("a < b </thing");
  EXPECT_EQ(rest.thinking, "</thing");
  EXPECT_TRUE(rest.tokens.empty());
  EXPECT_EQ(answer_.thinking, "a < b </thing");
}

TEST_F(AnswerPartsTest, measures_speed_over_thoughts_and_answer) {
  AnswerParts parts(answer_, thinker("<think>\n"));
  EXPECT_EQ(write(parts, "Hm").tokens_per_second, 0);
  EXPECT_NEAR(write(parts, "</think>").tokens_per_second, 10, 1e-9);
  EXPECT_NEAR(write(parts, "Yes").tokens_per_second, 10, 1e-9);
}

TEST_F(AnswerPartsTest, leaves_the_answer_of_a_model_that_does_not_think_as_it_is) {
  AnswerParts parts(answer_, AnswerSplitter(ThinkingMarkers{}));
  write(parts, "<think>");
  write(parts, " is a tag");
  EXPECT_EQ(answer_.content, "<think> is a tag");
  EXPECT_EQ(answer_.thinking, "");
  EXPECT_EQ(answer_.thinking_ms, 0);
}

}  // namespace
}  // namespace canter::engine
