#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "decode/grammar/grammar.h"
#include "decode/grammar/grammar_states.h"

namespace canter {
namespace {

using testing::HasSubstr;

bool grammar_matches(const std::string& grammar, std::string_view text) {
  GrammarState state(Grammar::from_gbnf(grammar).value());
  return state.accept(text) && state.may_end();
}

std::string grammar_error(const std::string& grammar) {
  const auto result = Grammar::from_gbnf(grammar);
  return result ? "accepted" : result.error().message;
}

std::string times(int count, const std::string& text) {
  std::string all;
  for (; count > 0; --count) all += text;
  return all;
}

TEST(Gbnf, reads_strings_with_escapes) {
  const std::string grammar = R"(root ::= "a\n\t\\\"\x41\u00e9\U0001F600")";
  EXPECT_TRUE(grammar_matches(grammar, "a\n\t\\\"Aé😀"));
  EXPECT_FALSE(grammar_matches(grammar, "a\n\t\\\"Ae😀"));
}

TEST(Gbnf, reads_classes_and_their_opposites) {
  EXPECT_TRUE(grammar_matches("root ::= [a-cxä-ö] [^a-c\\]] [\\x30-\\x39] .", "öd7漢"));
  EXPECT_FALSE(grammar_matches("root ::= [^a-c]", "b"));
  EXPECT_FALSE(grammar_matches("root ::= [^\\]]", "]"));
  EXPECT_TRUE(grammar_matches("root ::= [a-]+", "a-a"));
}

TEST(Gbnf, reads_groups_alternatives_and_repetitions) {
  const std::string grammar =
      "# a list\n"
      "root ::= (\"- \" item\n  \"\\n\")+ end?  # of items\n"
      "item ::= [a-z]{2} | [A-Z]{3,} | [0-9]{1,2}\n"
      "  | \"ab\"*\n"
      "end ::=\n  \"END\"";
  EXPECT_TRUE(grammar_matches(grammar, "- ab\n- ABCD\n- 7\n- 42\n- ababab\n- \nEND"));
  EXPECT_FALSE(grammar_matches(grammar, "- abc\n"));
  EXPECT_FALSE(grammar_matches(grammar, "- AB\n"));
  EXPECT_FALSE(grammar_matches(grammar, "- 421\n"));
  EXPECT_FALSE(grammar_matches(grammar, ""));
}

TEST(Gbnf, counts_exactly_what_repeats) {
  for (int count = 0; count < 8; ++count) {
    const std::string text = times(count, "ab");
    EXPECT_EQ(grammar_matches("root ::= (\"ab\"){2,5}", text), count >= 2 && count <= 5) << count;
    EXPECT_EQ(grammar_matches("root ::= \"ab\"{3,}", text), count >= 3) << count;
    EXPECT_EQ(grammar_matches("root ::= \"ab\"{3}", text), count == 3) << count;
    EXPECT_EQ(grammar_matches("root ::= \"ab\"{0}", text), count == 0) << count;
    EXPECT_EQ(grammar_matches("root ::= (\"a\" \"b\"?)+ \"a\"{0,1}", text), count >= 1) << count;
  }
  EXPECT_TRUE(grammar_matches("root ::= (\"a\"+ \"b\"?)*", "aabab"));
}

TEST(Gbnf, follows_rules_that_contain_themselves) {
  const std::string grammar = "root ::= \"(\" root \")\" root | \"\"";
  EXPECT_TRUE(grammar_matches(grammar, "(()())()"));
  EXPECT_FALSE(grammar_matches(grammar, "(()"));
  EXPECT_FALSE(grammar_matches(grammar, "())"));
  EXPECT_TRUE(grammar_matches(grammar, times(3000, "(") + times(3000, ")")));
}

TEST(Gbnf, a_character_may_come_in_parts) {
  GrammarState state(Grammar::from_gbnf("root ::= [ä-ö] \"漢\" [^a]").value());
  EXPECT_TRUE(state.accept("\xC3"));
  EXPECT_FALSE(state.may_end());
  EXPECT_TRUE(state.accept("\xA4\xE6"));
  EXPECT_TRUE(state.accept("\xBC"));
  EXPECT_TRUE(state.accept("\xA2"));
  EXPECT_TRUE(state.accept("\xF0\x9F"));
  EXPECT_FALSE(state.may_end());
  EXPECT_TRUE(state.accept("\x98\x80"));
  EXPECT_TRUE(state.may_end());
  EXPECT_TRUE(state.must_end());
}

TEST(Gbnf, refuses_a_part_that_no_allowed_character_begins_with) {
  const auto begins = [](std::string_view bytes) {
    return GrammarState(Grammar::from_gbnf("root ::= [ä漢]").value()).accept(bytes);
  };
  EXPECT_TRUE(begins("\xE6\xBC"));
  EXPECT_FALSE(begins("\xE6\xBD"));
  EXPECT_FALSE(begins("\xE7"));
  EXPECT_FALSE(begins("\xF0"));
}

TEST(Gbnf, lets_nothing_through_that_is_no_utf_8) {
  for (const char* bytes :
       {"\x80", "\xC0\x80", "\xC1", "\xE0\x80", "\xE0\x9F", "\xED\xA0", "\xF0\x8F", "\xF4\x90",
        "\xF5", "\xFF", "\xC3(", "\xE2\x82(", "\xF0\x9F\x98("})
    EXPECT_FALSE(GrammarState(Grammar::from_gbnf("root ::= .*").value()).accept(bytes));
  for (const char* text : {"é", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF", "\xE0\xA0\x80"})
    EXPECT_TRUE(grammar_matches("root ::= .", text)) << text;
}

TEST(Gbnf, says_where_a_grammar_is_wrong) {
  EXPECT_EQ(
      grammar_error("root ::= \"a\"\n  b"),
      "the grammar, line 2, column 4: ::= belongs behind the name b; this is the grammar's end");
  EXPECT_EQ(grammar_error("root ::= thing \"x\""),
            "the grammar, line 1, column 10: there is no rule thing; add one, or mend the name");
  EXPECT_THAT(grammar_error("root ::= \"a"),
              HasSubstr("line 1, column 10: this string is never closed"));
  EXPECT_THAT(grammar_error("root ::= [a"),
              HasSubstr("line 1, column 10: this class is never closed"));
  EXPECT_THAT(grammar_error("root ::= (\"a\""), HasSubstr("column 10: this group is never closed"));
  EXPECT_THAT(grammar_error("root ::= \"a\")"),
              HasSubstr("column 13: a string, class, group or name"));
  EXPECT_THAT(grammar_error("root ::= *"), HasSubstr("'*' repeats what stands before it"));
  EXPECT_THAT(grammar_error("root ::= \"\\q\""), HasSubstr("no such escape"));
  EXPECT_THAT(grammar_error("root ::= \"\\xZ0\""), HasSubstr("2 hexadecimal digits"));
  EXPECT_THAT(grammar_error("root ::= \"\\uD800\""), HasSubstr("no Unicode character"));
  EXPECT_THAT(grammar_error("root ::= [z-a]"), HasSubstr("runs backwards"));
  EXPECT_THAT(grammar_error("root ::= []"), HasSubstr("no character is of this class"));
  EXPECT_THAT(grammar_error("root ::= \"a\"{3,2}"), HasSubstr("ends before it begins"));
  EXPECT_THAT(grammar_error("root ::= \"a\"{x}"), HasSubstr("{3}, {3,} or {3,5}"));
  EXPECT_THAT(grammar_error("root ::= <think>"), HasSubstr("angle brackets"));
  EXPECT_THAT(grammar_error("start ::= \"a\""), HasSubstr("no rule root"));
  EXPECT_THAT(grammar_error("root ::= \"a\"\nroot ::= \"b\""),
              HasSubstr("line 2, column 1: the rule root is there twice"));
  EXPECT_THAT(grammar_error(""), HasSubstr("no rule root"));
  EXPECT_THAT(grammar_error("root ::= \"\xFF\""), HasSubstr("no UTF-8"));
}

TEST(Gbnf, refuses_rules_that_begin_with_themselves) {
  EXPECT_THAT(grammar_error("root ::= root \"a\" | \"b\""),
              HasSubstr("rule root begins with itself"));
  EXPECT_THAT(grammar_error("root ::= a\na ::= \"x\"? (\"y\"* root) | \"z\""),
              HasSubstr("begins with itself"));
  EXPECT_THAT(grammar_error("root ::= (\"\" | \"x\") root | \"b\""),
              HasSubstr("begins with itself"));
  EXPECT_THAT(grammar_error("root ::= a+ | \"b\"\na ::= \"c\"? a \"d\" | \"e\""),
              HasSubstr("rule a begins with itself"));
}

TEST(Gbnf, refuses_rules_that_never_end) {
  EXPECT_THAT(grammar_error("root ::= \"a\" root"), HasSubstr("rule root never ends"));
  EXPECT_THAT(grammar_error("root ::= \"a\" b | \"c\"\nb ::= \"x\" b \"y\""),
              HasSubstr("rule b never ends"));
}

TEST(Gbnf, what_may_be_empty_may_repeat_but_not_be_counted) {
  EXPECT_TRUE(grammar_matches("root ::= ((\"a\"?)* \"b\"*)* \"c\"", "aabbac"));
  EXPECT_TRUE(grammar_matches("root ::= (\"a\"?)+", ""));
  EXPECT_THAT(grammar_error("root ::= (\"a\"?){2,5}"), HasSubstr("counted that may be empty"));
}

TEST(Gbnf, refuses_sizes_out_of_proportion) {
  EXPECT_THAT(grammar_error("root ::= \"a\"{99999999999999999999}"),
              HasSubstr("more than 100000 times"));
  EXPECT_THAT(grammar_error("root ::= " + times(200'000, "(")),
              HasSubstr("nested more than 100 deep"));
  EXPECT_THAT(grammar_error("root ::= \"" + times(600'000, "a") + "\""), HasSubstr("500000 parts"));
  EXPECT_THAT(grammar_error("root ::= \"a\"" + times(200'000, "?*")), HasSubstr("100000 rules"));
  EXPECT_THAT(grammar_error("root ::= \"a\"" + times(10'000, " | \"a\"")), HasSubstr("ways"));
  EXPECT_THAT(grammar_error(times(1 << 20, "#") + "\nroot ::= \"a\""), HasSubstr("longer than"));
  std::string doubling = "root ::= r0\n";
  for (int i = 0; i < 60; ++i) {
    const std::string next = "r" + std::to_string(i + 1);
    doubling += "r" + std::to_string(i) + " ::= " + next + " \"a\" | " + next + " \"b\"\n";
  }
  EXPECT_THAT(grammar_error(doubling + "r60 ::= \"x\""), HasSubstr("ways; make it smaller"));
}

TEST(Gbnf, follows_long_counts_without_unfolding_them) {
  GrammarState state(Grammar::from_gbnf("root ::= (\"ab\"{1,300} \"c\"){2,100000}").value());
  EXPECT_TRUE(state.accept(times(5000, "ababc")));
  EXPECT_TRUE(state.may_end());
  EXPECT_FALSE(state.accept("c"));
}

TEST(Gbnf, gives_up_a_text_that_can_be_read_in_too_many_ways) {
  GrammarState state(
      Grammar::from_gbnf("root ::= \"a\" root \"b\" | \"a\" root \"c\" | \"\"").value());
  EXPECT_TRUE(state.accept("aaaaa"));
  EXPECT_FALSE(state.accept(times(40, "a")));
  EXPECT_FALSE(state.accept("b"));
}

TEST(Gbnf, states_that_are_forgotten_are_found_again) {
  const auto grammar =
      Grammar::from_gbnf("root ::= \"[\" (root (\",\" root)*)? \"]\" | [0-9]{1,9}").value();
  GrammarStates states(grammar);
  auto state = states.start();
  const auto accept = [&](std::string_view text) {
    for (const char byte : text) state = states.next(state, static_cast<unsigned char>(byte));
  };
  accept("[[12,[3");
  const auto same = state;
  accept(",[],4");
  EXPECT_EQ(state, [&] {
    auto other = states.next(same, ',');
    return states.next(other, '9');
  }()) << "texts that go on alike are in one state";
  states.keep_only({&state, 1});
  accept("2]]]");
  EXPECT_TRUE(states.may_end(state));
  EXPECT_TRUE(states.must_end(state));
}

}  // namespace
}  // namespace canter
