#include "decode/stop_matcher.h"

#include <gtest/gtest.h>

namespace canter {
namespace {

std::string stream(StopMatcher& matcher, const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts) out += matcher.push(part);
  return out;
}

TEST(StopMatcher, lets_text_pass_at_once_when_nothing_can_match) {
  StopMatcher matcher({"</s>"});
  EXPECT_EQ(matcher.push("Hello"), "Hello");
  EXPECT_FALSE(matcher.stopped());
}

TEST(StopMatcher, stops_at_a_string_that_comes_in_pieces) {
  StopMatcher matcher({"USER:"});
  EXPECT_EQ(stream(matcher, {"Hi. U", "SE", "R: and more"}), "Hi. ");
  EXPECT_TRUE(matcher.stopped());
  EXPECT_EQ(matcher.push("x"), "");
  EXPECT_EQ(matcher.finish(), "");
}

TEST(StopMatcher, gives_back_what_only_looked_like_a_stop) {
  StopMatcher matcher({"aab"});
  EXPECT_EQ(stream(matcher, {"a", "a", "a", "c"}), "aaac");
  EXPECT_EQ(stream(matcher, {"xaa"}), "x");
  EXPECT_EQ(matcher.finish(), "aa");
}

TEST(StopMatcher, takes_the_earliest_of_several) {
  StopMatcher matcher({"world", "lo w"});
  EXPECT_EQ(stream(matcher, {"hello world"}), "hel");
  EXPECT_TRUE(matcher.stopped());
}

TEST(StopMatcher, ignores_empty_stop_strings) {
  StopMatcher matcher({""});
  EXPECT_EQ(matcher.push("text"), "text");
  EXPECT_FALSE(matcher.stopped());
}

TEST(StopMatcher, gives_the_same_text_however_it_is_cut) {
  const std::string text = "one two thr three two END tail";
  for (std::size_t size = 1; size <= text.size(); ++size) {
    StopMatcher matcher({"three two E", "END"});
    std::string out;
    for (std::size_t i = 0; i < text.size(); i += size) out += matcher.push(text.substr(i, size));
    out += matcher.finish();
    EXPECT_EQ(out, "one two thr ") << size;
  }
}

}  // namespace
}  // namespace canter
