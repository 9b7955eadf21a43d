#include "tokenizer/text/regex.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tokenizer/text/oniguruma_pattern.h"

namespace canter::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> matches(const std::string& pattern, const std::string& text) {
  const auto regex = Regex::compile(pattern).value();
  RegexSearch search(regex);
  search.start(text);
  std::vector<std::string> found;
  while (const auto match = search.next().value()) {
    found.push_back(text.substr(match->begin, match->end - match->begin));
  }
  return found;
}

// What is expected is what Oniguruma finds.
TEST(Regex, knows_white_space_as_unicode_does) {
  EXPECT_THAT(matches(R"(\s)", "a\u0085b\u180Ec\u3000d\u200Be"), ElementsAre("\u0085", "\u3000"));
  EXPECT_THAT(matches(R"([^\S\n]+)", "a \t\nb\u00A0"), ElementsAre(" \t", "\u00A0"));
}

TEST(Regex, reads_classes_within_classes) {
  EXPECT_THAT(matches(R"([\p{L}&&[^\p{Han}]]+)", "ab一c"), ElementsAre("ab", "c"));
  EXPECT_THAT(matches(R"([a[0-9]_]+)", "a1_b2"), ElementsAre("a1_", "2"));
  EXPECT_THAT(matches(R"([^a[0-9]]+)", "a1_b2"), ElementsAre("_b"));
  EXPECT_THAT(matches(R"([]a]+)", "b]a"), ElementsAre("]a"));
}

TEST(Regex, reads_quantifiers_as_oniguruma_does) {
  EXPECT_THAT(matches(R"(\p{N}{1,3}+)", "1234567"), ElementsAre("1234567"));
  EXPECT_THAT(matches("a{,2}b", "aaab"), ElementsAre("aab"));
  EXPECT_THAT(matches("x{a}", "x{a}"), ElementsAre("x{a}"));
  EXPECT_THAT(matches(R"(\p{L}++\d)", "ab1"), ElementsAre("ab1"));
}

TEST(Regex, reads_other_escapes_and_names) {
  EXPECT_THAT(matches(R"(\h+)", "xbeef g"), ElementsAre("beef"));
  EXPECT_THAT(matches(R"([\u4e00-\u4e02])", "一a"), ElementsAre("一"));
  EXPECT_THAT(matches(R"(\p{Uppercase_Letter}|\p{^L}+)", "aB12"), ElementsAre("B", "12"));
  EXPECT_THAT(matches(R"((?m:b.))", "b\n"), ElementsAre("b\n"));
  EXPECT_THAT(matches("^.", "ab\ncd"), ElementsAre("a", "c"));
  EXPECT_THAT(matches(R"((?i:'s))", "'s'S'\u017F"), ElementsAre("'s", "'S", "'\u017F"));
}

TEST(Regex, knows_words_as_oniguruma_does) {
  EXPECT_THAT(matches(R"(\w+)", "a_é½²①Ⅷ५"), ElementsAre("a_é½²", "Ⅷ५"));
  EXPECT_THAT(matches(R"(\W+)", "a\u0301 -½"), ElementsAre(" -"));
  EXPECT_THAT(matches("[[:word:]]+", "a_é½"), ElementsAre("a_é"));
  EXPECT_THAT(matches("[[:blank:]]+", "a \u180E\t\u00A0"), ElementsAre(" ", "\t\u00A0"));
  EXPECT_THAT(matches("[[:punct:]]+", "a+-_b"), ElementsAre("+-_"));
  EXPECT_THAT(matches("[[:alpha:]]+", "a\u0901b1"), ElementsAre("a\u0901b"));
}

TEST(Regex, takes_a_script_for_its_own_characters_alone) {
  EXPECT_THAT(matches(R"(\p{Han}+)", "一、二"), ElementsAre("一", "二"));
  EXPECT_THAT(matches(R"([^\p{Hiragana}]+)", "あーい"), ElementsAre("ー"));
  EXPECT_THAT(matches(R"(\P{Latin}+)", "a\u0363b"), ElementsAre("\u0363"));
}

// Characters of Unicode 15 to 16.
TEST(Regex, knows_characters_that_are_newer_than_the_library) {
  EXPECT_THAT(matches(R"(\p{Lu}\p{Ll})", "\u1C89\u1C8A\u1C89"), ElementsAre("\u1C89\u1C8A"));
  EXPECT_THAT(matches(R"([^\p{L}]+)", "\U00016D40 \U00016D70"), ElementsAre(" \U00016D70"));
  EXPECT_THAT(matches(R"([\P{N}]+)", "\u1C89\U00016D70"), ElementsAre("\u1C89"));
  EXPECT_THAT(matches(R"(\p{Cn}+)", "\u1C89\U000323B0"), ElementsAre("\U000323B0"));
  EXPECT_THAT(matches(R"(\p{Han}+)", "\U000323AF一a"), ElementsAre("\U000323AF一"));
  EXPECT_THAT(matches(R"(\w+)", "a\u0897-\U0001CCF0"), ElementsAre("a\u0897", "\U0001CCF0"));
}

TEST(Regex, finds_newer_characters_that_a_pattern_names) {
  EXPECT_THAT(matches("\u1C89|b", "\uA640\u1C89b"), ElementsAre("\u1C89", "b"));
}

TEST(Regex, finds_an_empty_match_only_apart_from_others) {
  EXPECT_THAT(matches("x*", "axb"), ElementsAre("", "x", ""));
  EXPECT_THAT(matches("a", ""), IsEmpty());
}

TEST(Regex, finds_what_is_far_away) {
  EXPECT_THAT(matches("b", std::string(5000, 'a') + "é" + std::string(300, 'a') + "b"),
              ElementsAre("b"));
}

TEST(Regex, refuses_what_is_no_pattern_or_calls_for_more) {
  for (const char* pattern : {"(", "[a", "(*LIMIT_MATCH=1)a", "a\\", R"(\p{Nonsense})", R"(\u12)",
                              R"(\C)", "[a-]&&[^]"}) {
    const auto regex = Regex::compile(pattern);
    ASSERT_FALSE(regex) << pattern;
    EXPECT_EQ(regex.error().kind, ErrorKind::kUnsupported);
    EXPECT_THAT(regex.error().message, HasSubstr("The pattern"));
  }
  EXPECT_FALSE(Regex::compile(std::string(1 << 17, 'a')));
  EXPECT_FALSE(Regex::compile(std::string(1000, '[')));
}

TEST(LiteralPattern, matches_just_its_text) {
  const std::string text = R"(a.b*[c]\d (é)|"#-)";
  EXPECT_THAT(matches(literal_pattern(text), "x" + text + "axb"), ElementsAre(text));
}

}  // namespace
}  // namespace canter::test
