#include "engine/generation/context_fit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace canter::engine {
namespace {

using testing::ElementsAre;

/// A letter is a token.
int letters(const std::vector<Message>& messages) {
  int sum = 0;
  for (const Message& message : messages) sum += int(message.content.size());
  return sum;
}

/// Turns of 20 tokens, the last without its answer; questions begin with their number.
std::vector<Message> turns(int count) {
  std::vector<Message> branch;
  for (int turn = 0; turn < count; ++turn) {
    Message question;
    question.content = std::string(1, char('a' + turn)) + std::string(9, '?');
    branch.push_back(question);
    Message answer;
    answer.role = MessageRole::kAssistant;
    answer.content = std::string(10, '.');
    if (turn + 1 < count) branch.push_back(answer);
  }
  return branch;
}

std::string asked(const std::vector<Message>& branch) {
  std::string first;
  for (const Message& message : branch)
    if (message.role == MessageRole::kUser) first += message.content.front();
  return first;
}

TEST(ContextFit, takes_nothing_from_what_fits_or_by_stop) {
  auto branch = turns(4);
  EXPECT_EQ(fit_context(branch, WhenFull::kDropOldest, 100, letters), LeftOut());
  EXPECT_EQ(asked(branch), "abcd");
  branch = turns(9);
  EXPECT_EQ(fit_context(branch, WhenFull::kStop, 100, letters), LeftOut());
  EXPECT_EQ(asked(branch), "abcdefghi");
  branch.clear();
  EXPECT_EQ(fit_context(branch, WhenFull::kDropOldest, 100, letters), LeftOut());
}

TEST(ContextFit, drops_the_oldest_turns_down_to_half_the_context) {
  auto branch = turns(5);
  EXPECT_EQ(fit_context(branch, WhenFull::kDropOldest, 100, letters), (LeftOut{0, 4}));
  EXPECT_EQ(asked(branch), "cde");
}

TEST(ContextFit, goes_on_leaving_out_the_same_turns_while_there_is_room) {
  std::vector<std::string> read;
  for (int count = 4; count <= 8; ++count) {
    auto branch = turns(count);
    fit_context(branch, WhenFull::kDropOldest, 100, letters);
    read.push_back(asked(branch));
  }
  EXPECT_THAT(read, ElementsAre("abcd", "cde", "cdef", "efg", "efgh"));
}

TEST(ContextFit, keeps_the_first_turn_when_the_middle_goes) {
  auto branch = turns(6);
  const LeftOut left_out = fit_context(branch, WhenFull::kDropMiddle, 100, letters);
  EXPECT_EQ(left_out.first, 2);
  EXPECT_EQ(asked(branch).front(), 'a');
  EXPECT_EQ(asked(branch).back(), 'f');
  EXPECT_LE(letters(branch), 75);
  EXPECT_EQ(left_out.messages, 2 * (6 - int(asked(branch).size())));
}

TEST(ContextFit, never_takes_the_last_turn) {
  auto branch = turns(2);
  branch.back().content = std::string(500, 'x');
  fit_context(branch, WhenFull::kDropOldest, 100, letters);
  EXPECT_EQ(asked(branch), "x");
  branch = turns(1);
  branch.back().content = std::string(500, 'x');
  EXPECT_EQ(fit_context(branch, WhenFull::kDropMiddle, 100, letters), LeftOut());
}

TEST(ContextFit, counts_without_messages_of_the_system) {
  auto branch = turns(5);
  Message system;
  system.role = MessageRole::kSystem;
  system.content = "s";
  branch.insert(branch.begin(), system);
  EXPECT_EQ(fit_context(branch, WhenFull::kDropMiddle, 100, letters).first, 2);
}

}  // namespace
}  // namespace canter::engine
