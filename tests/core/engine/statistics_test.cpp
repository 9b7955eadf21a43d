#include "engine/session/statistics.h"

#include <gtest/gtest.h>

#include "engine/engine.h"

namespace canter::engine {
namespace {

TEST(Statistics, come_back_from_a_message_as_they_were_kept) {
  AnswerStatistics s;
  s.prompt_tokens = 12;
  s.reused_tokens = 3;
  s.reuse = PromptReuse::kRestored;
  s.generated = 40;
  s.steps = 20;
  s.rows = 131;
  s.accepted = {14, 5};
  s.prompt_ms = 12.5;
  s.first_token_ms = 13.25;
  s.total_ms = 400;
  Message m;
  m.statistics = write_statistics(s);
  EXPECT_EQ(read_statistics(m), s);
}

TEST(Statistics, are_kept_with_the_adapter_that_drafted) {
  Message m;
  EXPECT_EQ(read_adapter(m), "");
  m.statistics = write_statistics({}, "general");
  EXPECT_EQ(read_adapter(m), "general");
  m.statistics = write_statistics({});
  EXPECT_EQ(read_adapter(m), "");
  m.statistics = "{\"adapter\": 5}";
  EXPECT_EQ(read_adapter(m), "");
}

TEST(Statistics, of_a_message_without_any_or_with_garbage_are_zeros) {
  Message m;
  EXPECT_EQ(read_statistics(m), AnswerStatistics());
  m.statistics = "{\"steps\": \"many\", \"total_ms\": nul";
  EXPECT_EQ(read_statistics(m), AnswerStatistics());
  m.statistics = "{\"steps\": \"many\", \"generated\": 5, \"unknown\": [], \"accepted\": [\"x\"]}";
  EXPECT_EQ(read_statistics(m).generated, 5);
  EXPECT_EQ(read_statistics(m).steps, 0);
  m.statistics = "{\"reuse\": \"of a newer version\", \"generated\": 5}";
  EXPECT_EQ(read_statistics(m).reuse, PromptReuse::kUnknown);
  EXPECT_EQ(read_statistics(m).generated, 5);
}

TEST(Statistics, speed_counts_decoding_alone) {
  AnswerStatistics s;
  s.generated = 11;
  s.steps = 5;
  s.first_token_ms = 1000;
  s.total_ms = 2000;
  EXPECT_EQ(s.tokens_per_step(), 2);
  EXPECT_EQ(s.tokens_per_second(), 10);
  EXPECT_EQ(AnswerStatistics().tokens_per_second(), 0);
}

TEST(Statistics, a_wait_counts_until_the_first_token_and_slows_nothing_down) {
  AnswerStatistics s;
  s.generated = 11;
  s.steps = 5;
  s.first_token_ms = 1000;
  s.total_ms = 2000;
  s.add_wait(500);
  EXPECT_EQ(s.first_token_ms, 1500);
  EXPECT_EQ(s.total_ms, 2500);
  EXPECT_EQ(s.tokens_per_second(), 10);
  AnswerStatistics silent;
  silent.add_wait(500);
  EXPECT_EQ(silent.first_token_ms, 0) << "there was none";
}

}  // namespace
}  // namespace canter::engine
