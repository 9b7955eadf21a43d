#include "engine/answer_keeper.h"

#include <gtest/gtest.h>

#include "support/temporary_directory.h"

namespace canter::engine {
namespace {

using std::chrono::milliseconds;

class AnswerKeeperTest : public testing::Test {
 protected:
  std::string kept() { return store_.message(answer_)->content; }
  AnswerKeeper::Clock::time_point after(int ms) const { return begin_ + milliseconds(ms); }

  test::TemporaryDirectory data_;
  Store store_ = Store::open(data_.path()).value();
  MessageId answer_ =
      store_.add_turn(store_.create_conversation()->id, {}, "Tell me", "m")->answer.id;
  const AnswerKeeper::Clock::time_point begin_;
  AnswerKeeper keeper_{store_, answer_, "", begin_};
};

TEST_F(AnswerKeeperTest, keeps_what_was_said_about_every_second) {
  keeper_.keep("Once", after(100));
  keeper_.keep("Once upon", after(800));
  EXPECT_EQ(kept(), "");
  keeper_.keep("Once upon a", after(950));
  EXPECT_EQ(kept(), "Once upon a");
  keeper_.keep("Once upon a time", after(1000));
  EXPECT_EQ(kept(), "Once upon a");
}

TEST_F(AnswerKeeperTest, keeps_the_first_word_after_a_long_wait_at_once) {
  keeper_.keep("Once", after(60'000));
  EXPECT_EQ(kept(), "Once");
}

TEST_F(AnswerKeeperTest, keeps_what_a_step_said_while_the_next_one_takes_its_time) {
  keeper_.keep("Once", after(5000));
  keeper_.keep("Once upon a time", after(5001));  // guessed, so it came with the same step
  EXPECT_EQ(kept(), "Once");
  for (int ms = 5100; ms < 6000; ms += 100) keeper_.keep("Once upon a time", after(ms));
  EXPECT_EQ(kept(), "Once upon a time");
}

TEST_F(AnswerKeeperTest, writes_only_what_is_new) {
  keeper_.keep("Once", after(1000));
  ASSERT_TRUE(store_.checkpoint_answer(answer_, "written by somebody else"));
  keeper_.keep("Once", after(5000));
  EXPECT_EQ(kept(), "written by somebody else");
}

TEST_F(AnswerKeeperTest, goes_on_when_an_answer_cannot_be_kept) {
  Message answer = store_.message(answer_).value();
  answer.content = "The end";
  answer.status = MessageStatus::kComplete;
  ASSERT_TRUE(store_.finish_answer(answer));
  keeper_.keep("Once", after(1000));
  EXPECT_EQ(kept(), "The end");
}

}  // namespace
}  // namespace canter::engine
