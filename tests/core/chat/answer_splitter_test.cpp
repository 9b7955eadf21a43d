#include "chat/answer_splitter.h"

#include <gmock/gmock.h>

#include <chrono>

namespace canter::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto kThinking = AnswerPart::Kind::kThinking;
constexpr auto kAnswer = AnswerPart::Kind::kAnswer;
constexpr TokenId kText = 0;

ThinkingMarkers tags(std::string open, std::string close) {
  return {.style = ThinkingStyle::kTags, .open = std::move(open), .close = std::move(close)};
}

const ThinkingMarkers kThink = tags("<think>", "</think>");
const ThinkingMarkers kGemma = tags("<|channel>thought", "<channel|>");
const ThinkingMarkers kChannels = {.style = ThinkingStyle::kChannels};
const std::map<TokenId, std::string> kChannelTokens = {
    {1, "<|start|>"}, {2, "<|channel|>"}, {3, "<|message|>"}, {4, "<|end|>"}, {5, "<|return|>"}};

/// What came of each kind, in the order of its coming.
struct Both {
  std::string thinking;
  std::string answer;
  bool operator==(const Both&) const = default;
};

void add(Both& both, const std::vector<AnswerPart>& parts) {
  for (const auto& part : parts)
    (part.kind == kThinking ? both.thinking : both.answer) += part.text;
}

/// The text in pieces of `length` bytes.
Both split(AnswerSplitter splitter, std::string_view text, std::size_t length) {
  Both both;
  for (; !text.empty(); text.remove_prefix(std::min(length, text.size())))
    add(both, splitter.push(kText, text.substr(0, length)));
  add(both, splitter.finish());
  return both;
}

void expect_split(const AnswerSplitter& splitter, std::string_view text, const Both& expected) {
  for (const std::size_t length : {1, 2, 3, 5, 8, 1000})
    EXPECT_EQ(split(splitter, text, length), expected) << text << " by " << length;
}

AnswerSplitter behind(const ThinkingMarkers& markers, std::string_view markup,
                      bool inside_text = false) {
  AnswerSplitter splitter(markers);
  splitter.begin_behind(markup, inside_text);
  return splitter;
}

TEST(AnswerSplitter, parts_a_block_in_tags_from_the_answer_wherever_its_tokens_end) {
  expect_split(AnswerSplitter(kThink), "<think>\nHm.\n\nYes.\n</think>\n\nParis.\n",
               {"Hm.\n\nYes.", "Paris.\n"});
  expect_split(AnswerSplitter(kThink), "\n<think>Hm.</think>Paris.", {"Hm.", "Paris."});
  expect_split(AnswerSplitter(tags("[THINK]", "[/THINK]")), "[THINK]Hm.[/THINK]Paris.",
               {"Hm.", "Paris."});
  expect_split(AnswerSplitter(kGemma), "<|channel>thought\nHm.\n<channel|>Paris.",
               {"Hm.", "Paris."});
}

TEST(AnswerSplitter, takes_an_answer_without_a_block_as_it_is) {
  expect_split(AnswerSplitter(kThink), "\n Paris <thin line> .", {"", "\n Paris <thin line> ."});
  expect_split(AnswerSplitter(ThinkingMarkers{}), "<think>\nHm.</think>",
               {"", "<think>\nHm.</think>"});
}

TEST(AnswerSplitter, leaves_tags_that_an_answer_speaks_of) {
  expect_split(AnswerSplitter(kThink), "The tag <think> opens, </think> closes.",
               {"", "The tag <think> opens, </think> closes."});
  expect_split(AnswerSplitter(kThink), "<think>A <thinker>.</think>So: <think>",
               {"A <thinker>.", "So: <think>"});
}

TEST(AnswerSplitter, takes_a_second_block_before_the_answer_as_thought) {
  expect_split(AnswerSplitter(kThink), "<think>\nHm.\n</think>\n<think>Well.</think>\nYes.",
               {"Hm.Well.", "Yes."});
}

TEST(AnswerSplitter, knows_a_block_that_the_prompt_opened) {
  expect_split(behind(kThink, "<|im_start|>assistant\n<think>\n"), "Hm.\n</think>\n\nParis.",
               {"Hm.", "Paris."});
}

TEST(AnswerSplitter, knows_a_block_that_the_prompt_closed) {
  expect_split(behind(kThink, "<|im_start|>assistant\n<think>\n\n</think>\n\n"), "\nParis.",
               {"", "Paris."});
  expect_split(behind(tags("<mm:think>", "</mm:think>"), "]~b]ai\n</mm:think>"), "Paris.",
               {"", "Paris."});
}

TEST(AnswerSplitter, goes_on_in_the_middle_of_a_text) {
  expect_split(behind(kThink, "<|im_start|>assistant\n<think>\n", true), "\nmore\n</think>\n\nYes.",
               {"\nmore", "Yes."});
  expect_split(behind(kThink, "\n</think>\n\n", true), "\nmore", {"", "\nmore"});
  expect_split(behind(kThink, "<|im_start|>assistant\n", true), "<think>", {"", "<think>"});
  expect_split(behind(kChannels, "<|start|>assistant<|channel|>analysis<|message|>", true),
               " more<|end|><|start|>assistant<|channel|>final<|message|>Yes.", {" more", "Yes."});
  expect_split(behind(kChannels, "<|start|>assistant<|channel|>final<|message|>", true), " more",
               {"", " more"});
}

TEST(AnswerSplitter, loses_nothing_of_a_block_that_stays_open) {
  expect_split(AnswerSplitter(kThink), "<think>\nHm.\n</thi", {"Hm.\n</thi", ""});
  expect_split(AnswerSplitter(kThink), "<thi", {"", "<thi"});
  expect_split(AnswerSplitter(kThink), " \n", {"", " \n"});
  expect_split(AnswerSplitter(kChannels), "<|channel|>analysis<|message|>Hm.<|en", {"Hm.<|en", ""});
}

TEST(AnswerSplitter, reads_channels_by_their_headers) {
  const auto splitter = behind(kChannels, "<|end|><|start|>assistant");
  expect_split(splitter,
               "<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final"
               "<|message|>Paris.<|return|>",
               {"Hm.", "Paris."});
  expect_split(splitter,
               "<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>analysis"
               "<|message|>Well.<|end|><|start|>assistant<|channel|>commentary<|message|>First."
               "<|end|><|start|>assistant<|channel|>final<|message|>Paris.",
               {"Hm.\n\nWell.", "First.\n\nParis."});
  expect_split(splitter, "<|channel|>analysis<|message|>Hm.<|channel|>final<|message|>Paris.",
               {"Hm.", "Paris."});
  expect_split(splitter, "Paris <|is", {"", "Paris <|is"});
}

TEST(AnswerSplitter, reads_markers_that_are_tokens_without_text) {
  AnswerSplitter splitter(kChannels, kChannelTokens);
  splitter.begin_behind("<|start|>assistant", false);
  EXPECT_THAT(splitter.push(2, ""), IsEmpty());
  EXPECT_THAT(splitter.push(kText, "analysis"), IsEmpty());
  EXPECT_THAT(splitter.push(3, ""), IsEmpty());
  EXPECT_TRUE(splitter.thinking());
  EXPECT_THAT(splitter.push(kText, "Hm."), ElementsAre(AnswerPart{kThinking, "Hm."}));
  // What was held back before the marker comes with it.
  EXPECT_THAT(splitter.push(4, "!"), ElementsAre(AnswerPart{kThinking, "!"}));
  for (const auto& [token, text] : std::vector<std::pair<TokenId, std::string>>{
           {1, ""}, {kText, "assistant"}, {2, ""}, {kText, "fin"}, {kText, "al"}, {3, ""}})
    EXPECT_THAT(splitter.push(token, text), IsEmpty());
  EXPECT_FALSE(splitter.thinking());
  EXPECT_THAT(splitter.push(kText, "Paris."), ElementsAre(AnswerPart{kAnswer, "Paris."}));
  EXPECT_THAT(splitter.push(5, ""), IsEmpty());
  EXPECT_THAT(splitter.finish(), IsEmpty());
}

TEST(AnswerSplitter, shows_no_marker_without_text_inside_an_answer) {
  AnswerSplitter splitter(kGemma, {{1, "<|channel>"}, {2, "<channel|>"}});
  EXPECT_THAT(splitter.push(kText, "Paris"), ElementsAre(AnswerPart{kAnswer, "Paris"}));
  EXPECT_THAT(splitter.push(2, ""), IsEmpty());
  EXPECT_THAT(splitter.push(kText, "."), ElementsAre(AnswerPart{kAnswer, "."}));
}

TEST(AnswerSplitter, gives_text_as_soon_as_it_cannot_be_a_marker) {
  AnswerSplitter splitter(kThink);
  EXPECT_THAT(splitter.push(kText, "<thi"), IsEmpty());
  EXPECT_THAT(splitter.push(kText, "nk>\n"), IsEmpty());
  EXPECT_THAT(splitter.push(kText, "a\n"), ElementsAre(AnswerPart{kThinking, "a"}));
  EXPECT_THAT(splitter.push(kText, "b<"), ElementsAre(AnswerPart{kThinking, "\nb"}));
  EXPECT_THAT(splitter.push(kText, "c</think>"), ElementsAre(AnswerPart{kThinking, "<c"}));
  EXPECT_THAT(splitter.push(kText, "\n"), IsEmpty());
  EXPECT_THAT(splitter.push(kText, "d"), ElementsAre(AnswerPart{kAnswer, "d"}));
}

TEST(AnswerSplitter, takes_no_longer_for_endless_white_space) {
  const auto start = std::chrono::steady_clock::now();
  for (const std::string_view begin : {"", "<think>", "<think>x"}) {
    AnswerSplitter splitter(kThink);
    (void)splitter.push(kText, begin);
    for (int i = 0; i < 200'000; ++i) (void)splitter.push(kText, "\n");
    Both both;
    add(both, splitter.finish());
    EXPECT_EQ((both.thinking + both.answer).size(), begin == "<think>" ? 0 : 200'000);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

}  // namespace
}  // namespace canter::test
