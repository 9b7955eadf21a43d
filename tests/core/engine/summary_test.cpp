#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client.h"
#include "engine/answering/text_parts.h"
#include "engine/engine.h"
#include "support/reference_results.h"
#include "support/temporary_directory.h"

namespace canter::engine {
namespace {

using testing::ElementsAre;

int size_of(const std::string& text) {
  return int(text.size());
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += part;
  return text;
}

TEST(TextParts, of_a_text_that_fits_are_one) {
  EXPECT_THAT(text_parts("short", 100, size_of), ElementsAre("short"));
}

TEST(TextParts, fit_lose_nothing_and_end_where_words_do) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "word" + std::to_string(i) + (i % 9 == 8 ? "\n" : " ");
  const auto parts = text_parts(text, 300, size_of);
  EXPECT_EQ(joined(parts), text);
  for (const std::string& part : parts) {
    EXPECT_LE(part.size(), 300u);
    EXPECT_THAT(part.back(), testing::AnyOf(' ', '\n'));
  }
}

TEST(TextParts, of_signs_of_several_bytes_are_whole_signs) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "火";
  const auto parts = text_parts(text, 100, size_of);
  EXPECT_EQ(joined(parts), text);
  for (const std::string& part : parts) EXPECT_EQ(part.size() % 3, 0u);
}

class Summaries : public testing::Test {
 protected:
  void open_starter() {
    client_.post(OpenModel{test::starter_gguf().string()});
    client_.next<ModelOpened>();
  }
  /// Longer than the starter's context.
  static Summarize wish(int words) {
    Summarize wish{.text = "", .request = 7};
    for (int i = 0; i < words; ++i) wish.text += i % 12 == 11 ? "station.\n" : "the train leaves ";
    return wish;
  }

  test::TemporaryDirectory data_;
  test::Client client_{data_.path()};
};

TEST_F(Summaries, are_made_part_by_part) {
  open_starter();
  client_.post(wish(1200));
  const auto first = client_.next<SummaryProgressed>();
  EXPECT_EQ(first.request, 7u);
  EXPECT_EQ(first.part, 1);
  EXPECT_GE(first.parts, 2);
  for (int part = 2; part <= first.parts; ++part)
    EXPECT_EQ(client_.next<SummaryProgressed>().part, part);
  const auto ended = client_.next<SummaryEnded>();
  EXPECT_EQ(ended.request, 7u);
  EXPECT_FALSE(ended.failure);
  EXPECT_FALSE(ended.text.empty());
}

TEST_F(Summaries, end_when_they_are_stopped) {
  open_starter();
  client_.post(wish(4000));
  client_.next<SummaryProgressed>();
  client_.post(StopSummaries{});
  const auto ended = client_.next<SummaryEnded>();
  ASSERT_TRUE(ended.failure);
  EXPECT_EQ(ended.failure->kind, ErrorKind::kInterrupted);
}

TEST_F(Summaries, need_a_model) {
  client_.post(wish(2));
  EXPECT_TRUE(client_.next<SummaryEnded>().failure);
}

}  // namespace
}  // namespace canter::engine
