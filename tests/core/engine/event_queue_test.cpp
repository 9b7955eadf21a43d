#include "engine/session/event_queue.h"

#include <gtest/gtest.h>

namespace canter::engine {
namespace {

TEST(EventQueue, wakes_once_until_events_are_taken) {
  int woken = 0;
  EventQueue queue([&] { ++woken; });
  queue.push(ModelOpening{"a"});
  queue.push(ModelOpening{"b"});
  EXPECT_EQ(woken, 1);
  EXPECT_EQ(queue.take().size(), 2u);
  queue.push(ModelOpening{"c"});
  EXPECT_EQ(woken, 2);
}

TEST(EventQueue, merges_text_of_one_answer_and_keeps_the_order_of_the_rest) {
  EventQueue queue({});
  queue.push(TextAppended{1, 10, "Hel", {{3, false}}, 5});
  queue.push(TextAppended{1, 10, "lo", {{2, true}}, 6});
  queue.push(TextAppended{1, 11, "other", {{5, false}}, 7});
  queue.push(ModelOpening{"x"});
  queue.push(TextAppended{1, 11, "!", {{1, false}}, 8});
  const auto events = queue.take();
  ASSERT_EQ(events.size(), 4u);
  const auto& merged = std::get<TextAppended>(events[0]);
  EXPECT_EQ(merged.text, "Hello");
  EXPECT_EQ(merged.tokens, (std::vector<TokenSpan>{{3, false}, {2, true}}));
  EXPECT_EQ(merged.tokens_per_second, 6);
  EXPECT_EQ(std::get<TextAppended>(events[1]).text, "other");
  EXPECT_EQ(std::get<TextAppended>(events[3]).text, "!");
  EXPECT_TRUE(queue.take().empty());
}

TEST(EventQueue, merges_thinking_beside_the_text_that_it_stands_before) {
  EventQueue queue({});
  queue.push(TextAppended{1, 10, "", {{0, false, 2}}, 5, "Hm", 100});
  queue.push(TextAppended{1, 10, "Yes", {{3, true, 1}}, 6, ".", 250});
  const auto events = queue.take();
  ASSERT_EQ(events.size(), 1u);
  const auto& merged = std::get<TextAppended>(events[0]);
  EXPECT_EQ(merged.thinking, "Hm.");
  EXPECT_EQ(merged.thinking_ms, 250);
  EXPECT_EQ(merged.text, "Yes");
  EXPECT_EQ(merged.tokens, (std::vector<TokenSpan>{{0, false, 2}, {3, true, 1}}));
}

TEST(EventQueue, keeps_only_the_latest_progress_of_one_model) {
  EventQueue queue({});
  queue.push(ModelOpening{"a", 0});
  queue.push(ModelOpening{"a", 0.25});
  queue.push(ModelOpening{"b", 0});
  queue.push(ModelOpening{"b", 0.5});
  queue.push(Failed{});
  queue.push(ModelOpening{"b", 0.75});
  const auto events = queue.take();
  ASSERT_EQ(events.size(), 4u);
  EXPECT_EQ(std::get<ModelOpening>(events[0]).progress, 0.25);
  EXPECT_EQ(std::get<ModelOpening>(events[1]).source, "b");
  EXPECT_EQ(std::get<ModelOpening>(events[1]).progress, 0.5);
  EXPECT_EQ(std::get<ModelOpening>(events[3]).progress, 0.75);
}

TEST(EventQueue, merges_what_a_compared_side_says_and_parts_the_sides) {
  EventQueue queue({});
  queue.push(ComparedTextAppended{ComparedSide::kPlain, "Hel", {1.5}, {3}});
  queue.push(ComparedTextAppended{ComparedSide::kPlain, "lo", {2.5}, {5}});
  queue.push(ComparedTextAppended{ComparedSide::kAccelerated, "Hello", {1}, {5}});
  const auto events = queue.take();
  ASSERT_EQ(events.size(), 2u);
  const auto& merged = std::get<ComparedTextAppended>(events[0]);
  EXPECT_EQ(merged.text, "Hello");
  EXPECT_EQ(merged.token_ms, (std::vector{1.5, 2.5}));
  EXPECT_EQ(merged.token_ends, (std::vector<std::uint32_t>{3, 5}));
}

}  // namespace
}  // namespace canter::engine
