#include "engine/tuning/tuning_job.h"

#include <gmock/gmock.h>

#include <fstream>

#include "support/temporary_directory.h"

namespace canter::engine {
namespace {

namespace fs = std::filesystem;

class TuningJobTest : public testing::Test {
 protected:
  test::TemporaryDirectory data_;
  TuningJob job_{data_.path(), "0123"};
  TuningOrder order_{
      .minutes = 7,
      .answers_per_step = 3,
      .groups_per_answer = 20,
      .samples = 2,
      .prompts = {{{"user", "Grüß dich"}}, {{"user", "a"}, {"assistant", "b"}, {"user", "c"}}}};
};

TEST_F(TuningJobTest, goes_on_with_what_it_was_begun_with) {
  EXPECT_FALSE(job_.kept());
  ASSERT_TRUE(job_.keep(order_));
  const TuningJob later(data_.path(), "0123");
  ASSERT_TRUE(later.kept());
  const auto order = later.order().value();
  EXPECT_EQ(order.minutes, 7);
  EXPECT_EQ(order.answers_per_step, 3);
  EXPECT_EQ(order.groups_per_answer, 20);
  EXPECT_EQ(order.samples, 2);
  ASSERT_EQ(order.prompts.size(), 2u);
  EXPECT_EQ(order.prompts[0][0].content, "Grüß dich");
  EXPECT_EQ(order.prompts[1][1].role, "assistant");
  EXPECT_FALSE(TuningJob(data_.path(), "4567").kept()) << "another model's";
}

TEST_F(TuningJobTest, begun_anew_forgets_the_earlier_one) {
  ASSERT_TRUE(job_.keep(order_));
  std::ofstream(job_.files().checkpoint) << "old";
  ASSERT_TRUE(job_.keep(order_));
  EXPECT_FALSE(fs::exists(job_.files().checkpoint));
  job_.remove();
  EXPECT_FALSE(job_.kept());
}

TEST_F(TuningJobTest, that_is_damaged_says_so) {
  ASSERT_TRUE(job_.keep(order_));
  const fs::path file = data_.path() / "adapters" / "0123.tuning";
  for (const char* text :
       {"", "{", "[]", "{\"minutes\": 5}",
        "{\"minutes\":5,\"answers_per_step\":0,\"groups_per_answer\":9,\"prompts\":\"\"}",
        "{\"minutes\":5,\"answers_per_step\":8,\"groups_per_answer\":9,\"prompts\":\"x\"}"}) {
    std::ofstream(file) << text;
    const auto order = job_.order();
    ASSERT_FALSE(order) << text;
    EXPECT_EQ(order.error().kind, ErrorKind::kBadFile) << text;
    EXPECT_THAT(order.error().message, testing::HasSubstr("start anew"));
  }
}

TEST_F(TuningJobTest, never_overwrites_an_adapter) {
  ASSERT_TRUE(job_.keep(order_));
  const fs::path first = job_.new_adapter();
  std::ofstream(first) << "adapter";
  EXPECT_NE(job_.new_adapter(), first);
}

TEST_F(TuningJobTest, says_where_it_cannot_write) {
  std::ofstream(data_.path() / "adapters") << "a file in the way";
  const auto kept = job_.keep(order_);
  ASSERT_FALSE(kept);
  EXPECT_EQ(kept.error().kind, ErrorKind::kIo);
  EXPECT_THAT(kept.error().message, testing::HasSubstr("adapters"));
}

}  // namespace
}  // namespace canter::engine
