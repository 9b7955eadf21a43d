// What a decoder says of the tokens that it still held when a prompt came.
#include <gtest/gtest.h>

#include "decode/decoder.h"
#include "support/family_cases.h"

namespace canter {
namespace {

using Tokens = std::vector<TokenId>;

class PromptReuseTest : public testing::Test {
 protected:
  void open(const std::string& family) {
    for (const test::FamilyFile& file : test::family_files())
      if (file.family == family) model_.emplace(Model::open(file.path).value());
    decoder_.emplace(Decoder::create(*model_, pool_, 1000).value());
  }

  AnswerStatistics answer(const Tokens& prompt) {
    GenerationSettings settings;
    settings.sampling.temperature = 0;
    settings.max_tokens = 4;
    settings.ignore_eos = true;
    const auto answer = decoder_->generate(prompt, settings).value();
    said_ = prompt;
    said_.insert(said_.end(), answer.tokens.begin(), answer.tokens.end());
    return answer.statistics;
  }

  static Tokens counted(int from, int to) {
    Tokens tokens;
    for (int i = from; i < to; ++i) tokens.push_back(3 + i % 100);
    return tokens;
  }

  std::optional<Model> model_;
  ThreadPool pool_{2};
  std::optional<Decoder> decoder_;
  Tokens said_;  ///< the last prompt and its answer
};

TEST_F(PromptReuseTest, is_nothing_of_the_first_text_and_of_one_that_begins_otherwise) {
  open("llama3");
  EXPECT_EQ(answer(counted(0, 12)).reuse, PromptReuse::kNothing);
  const AnswerStatistics other = answer(counted(1, 12));
  EXPECT_EQ(other.reuse, PromptReuse::kNothing);
  EXPECT_EQ(other.reused_tokens, 0);
}

TEST_F(PromptReuseTest, is_everything_when_a_chat_goes_on) {
  for (const char* family : {"llama3", "lfm2"}) {
    open(family);
    answer(counted(0, 12));
    Tokens next = said_;
    next.push_back(7);
    EXPECT_EQ(answer(next).reuse, PromptReuse::kContinued) << family;
  }
}

TEST_F(PromptReuseTest, ends_where_an_edited_text_differs) {
  open("llama3");
  answer(counted(0, 12));
  Tokens edited = counted(0, 6);
  edited.push_back(99);
  const AnswerStatistics statistics = answer(edited);
  EXPECT_EQ(statistics.reuse, PromptReuse::kCutBack);
  EXPECT_EQ(statistics.reused_tokens, 6);
}

TEST_F(PromptReuseTest, ends_at_a_state_that_was_marked_in_models_with_states) {
  open("lfm2");
  answer(counted(0, 12));
  const AnswerStatistics again = answer(counted(0, 12));
  EXPECT_EQ(again.reuse, PromptReuse::kRestored);
  EXPECT_EQ(again.reused_tokens, 11) << "before the last token, as the answer ran from there";
}

TEST_F(PromptReuseTest, is_nothing_where_no_state_was_marked_as_early) {
  open("lfm2");
  answer(counted(0, 12));
  Tokens edited = counted(0, 6);
  edited.push_back(99);
  const AnswerStatistics statistics = answer(edited);
  EXPECT_EQ(statistics.reuse, PromptReuse::kReadAgain);
  EXPECT_EQ(statistics.reused_tokens, 0);
}

TEST_F(PromptReuseTest, is_nothing_once_a_text_is_long_enough_for_other_positions) {
  open("phi3");
  const int limit = model_->plan().short_context();
  answer(counted(0, limit - 20));
  const AnswerStatistics statistics = answer(counted(0, limit + 1));
  EXPECT_EQ(statistics.reuse, PromptReuse::kRemarked);
  EXPECT_EQ(statistics.reused_tokens, 0);
}

}  // namespace
}  // namespace canter
