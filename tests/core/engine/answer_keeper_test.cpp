#include "engine/keeping/answer_keeper.h"

#include <gtest/gtest.h>

#include "support/temporary_directory.h"

namespace canter::engine {
namespace {

using std::chrono::milliseconds;

class AnswerKeeperTest : public testing::Test {
 protected:
  std::string kept() { return store_.message(answer_)->content; }
  Message saying(const std::string& text) const {
    Message answer;
    answer.id = answer_;
    answer.content = text;
    return answer;
  }
  void keep(const std::string& text, int ms) {
    keeper_.keep(saying(text), begin_ + milliseconds(ms));
  }

  test::TemporaryDirectory data_;
  Store store_ = Store::open(data_.path()).value();
  MessageId answer_ =
      store_.add_turn(store_.create_conversation()->id, {}, "Tell me", "m")->answer.id;
  const AnswerKeeper::Clock::time_point begin_;
  AnswerKeeper keeper_{store_, saying(""), begin_};
};

TEST_F(AnswerKeeperTest, keeps_what_was_said_about_every_second) {
  keep("Once", 100);
  keep("Once upon", 800);
  EXPECT_EQ(kept(), "");
  keep("Once upon a", 950);
  EXPECT_EQ(kept(), "Once upon a");
  keep("Once upon a time", 1000);
  EXPECT_EQ(kept(), "Once upon a");
}

TEST_F(AnswerKeeperTest, keeps_the_first_word_after_a_long_wait_at_once) {
  keep("Once", 60'000);
  EXPECT_EQ(kept(), "Once");
}

TEST_F(AnswerKeeperTest, keeps_what_a_step_said_while_the_next_one_takes_its_time) {
  keep("Once", 5000);
  keep("Once upon a time", 5001);  // guessed, so it came with the same step
  EXPECT_EQ(kept(), "Once");
  for (int ms = 5100; ms < 6000; ms += 100) keep("Once upon a time", ms);
  EXPECT_EQ(kept(), "Once upon a time");
}

TEST_F(AnswerKeeperTest, keeps_what_was_thought_and_by_which_model) {
  Message thinking = saying("");
  thinking.model = "A";
  thinking.model_path = "/m/a";
  thinking.thinking = "Hm";
  thinking.thinking_ms = 800;
  keeper_.keep(thinking, begin_ + milliseconds(1000));
  const Message kept = store_.message(answer_).value();
  EXPECT_EQ(kept.thinking, "Hm");
  EXPECT_EQ(kept.thinking_ms, 800);
  EXPECT_EQ(kept.model, "A");
  EXPECT_EQ(kept.model_path, "/m/a");
}

TEST_F(AnswerKeeperTest, writes_only_what_is_new) {
  keep("Once", 1000);
  ASSERT_TRUE(store_.checkpoint_answer(saying("written by somebody else")));
  keep("Once", 5000);
  EXPECT_EQ(kept(), "written by somebody else");
}

TEST_F(AnswerKeeperTest, goes_on_when_an_answer_cannot_be_kept) {
  Message answer = store_.message(answer_).value();
  answer.content = "The end";
  answer.status = MessageStatus::kComplete;
  ASSERT_TRUE(store_.finish_answer(answer));
  keep("Once", 1000);
  EXPECT_EQ(kept(), "The end");
}

}  // namespace
}  // namespace canter::engine
