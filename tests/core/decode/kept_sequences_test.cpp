// Texts that others took the place of, and that one comes back to.
#include "decode/kept_sequences.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "decode/decoder.h"
#include "support/family_cases.h"

namespace canter {
namespace {

using Tokens = std::vector<TokenId>;
constexpr std::uint64_t kEnough = std::uint64_t(1) << 30;

Tokens counted(int from, int count) {
  Tokens tokens;
  for (int i = 0; i < count; ++i) tokens.push_back(3 + (from + i) % 100);
  return tokens;
}

Tokens joined(Tokens one, const Tokens& other) {
  one.insert(one.end(), other.begin(), other.end());
  return one;
}

class KeptSequencesTest : public testing::TestWithParam<test::FamilyFile> {
 protected:
  Decoder decoder(KeptSequences* kept) {
    Decoder made = Decoder::create(model_, pool_, std::min(1000, model_.plan().context)).value();
    made.keep_in(kept);
    return made;
  }
  static Answer answer(Decoder& decoder, const Tokens& prompt) {
    GenerationSettings settings;
    settings.sampling.temperature = 0;
    settings.max_tokens = 6;
    settings.ignore_eos = true;
    return decoder.generate(prompt, settings).value();
  }
  Tokens alone(const Tokens& prompt) {
    Decoder fresh = decoder(nullptr);
    return answer(fresh, prompt).tokens;
  }

  Model model_ = Model::open(GetParam().path).value();
  ThreadPool pool_{2};
  KeptSequences kept_{kEnough};
};

TEST_P(KeptSequencesTest, answers_after_coming_back_are_those_of_one_who_never_left) {
  Decoder decoder = this->decoder(&kept_);
  Tokens one = counted(0, 120), other = counted(50, 150);
  for (int turn = 0; turn < 3; ++turn) {
    for (Tokens* chat : {&one, &other}) {
      const Answer given = answer(decoder, *chat);
      EXPECT_EQ(given.tokens, alone(*chat)) << "turn " << turn;
      if (turn > 0) {
        EXPECT_EQ(given.statistics.reuse, PromptReuse::kContinued);
        EXPECT_GE(given.statistics.reused_tokens, int(chat->size()) - 5);
      }
      *chat = joined(joined(*chat, given.tokens), counted(turn, 3));
    }
  }
}

TEST_P(KeptSequencesTest, a_new_text_may_begin_like_a_kept_one_and_leaves_it_whole) {
  Decoder decoder = this->decoder(&kept_);
  const Tokens first = counted(0, 200);
  const Tokens said = joined(first, answer(decoder, first).tokens);
  const Tokens second = joined(counted(0, 100), counted(7, 100));
  const Answer branched = answer(decoder, second);
  EXPECT_EQ(branched.tokens, alone(second));
  if (!model_.plan().has_states()) {
    EXPECT_EQ(branched.statistics.reused_tokens, 100);
  }
  const Tokens back = joined(said, {9});
  const Answer returned = answer(decoder, back);
  EXPECT_EQ(returned.tokens, alone(back));
  EXPECT_EQ(returned.statistics.reuse, PromptReuse::kContinued);
}

INSTANTIATE_TEST_SUITE_P(, KeptSequencesTest, testing::ValuesIn([] {
                           auto files = test::family_files();
                           std::erase_if(files, [](const test::FamilyFile& file) {
                             return file.path.filename() != "model.gguf" ||
                                    (file.family != "llama3" && file.family != "gemma3" &&
                                     file.family != "qwen35" && file.family != "phi3-short");
                           });
                           return files;
                         }()),
                         [](const auto& which) { return which.param.name; });

class KeptSequencesLimit : public testing::Test {
 protected:
  ReadSequence read(int from, int count) const {
    ReadSequence sequence{counted(from, count), KvCache::create(model_.plan(), 1000).value()};
    EXPECT_TRUE(sequence.cache.reserve(count));
    sequence.cache.advance(count);
    return sequence;
  }

  Model model_ =
      Model::open(std::filesystem::path(CANTER_TEST_DATA) / "families/llama3/model.gguf").value();
  std::uint64_t each_ = read(0, 200).cache.bytes();
};

TEST_F(KeptSequencesLimit, lets_go_what_was_used_longest_ago) {
  KeptSequences kept(2 * each_);
  kept.keep(read(0, 200));
  kept.keep(read(10, 200));
  kept.keep(read(20, 200));
  EXPECT_EQ(kept.count(), 2);
  EXPECT_EQ(kept.bytes(), 2 * each_);
  EXPECT_EQ(kept.common(counted(0, 200), false), 0);
  EXPECT_EQ(kept.common(counted(10, 300), false), 200);
}

TEST_F(KeptSequencesLimit, keeps_what_a_beginning_was_taken_of) {
  KeptSequences kept(2 * each_);
  kept.keep(read(0, 200));
  kept.keep(read(10, 200));
  EXPECT_EQ(kept.take(counted(0, 90), false).value().tokens, counted(0, 90));
  EXPECT_EQ(kept.count(), 2);
  kept.keep(read(20, 200));
  EXPECT_EQ(kept.common(counted(0, 200), false), 200) << "it was used after the other";
  EXPECT_EQ(kept.take(counted(0, 199), false).value().tokens.size(), 200u);
  EXPECT_EQ(kept.count(), 1);
}

TEST_F(KeptSequencesLimit, lets_go_of_an_answer_that_is_asked_for_anew_but_not_of_another_text) {
  KeptSequences kept(4 * each_);
  kept.keep(read(0, 200));
  EXPECT_EQ(kept.take(counted(0, 150), false).value().tokens.size(), 200u);
  EXPECT_EQ(kept.count(), 0);
  kept.keep(read(0, 40));
  EXPECT_EQ(kept.take(counted(0, 2), false).value().tokens.size(), 2u);
  EXPECT_EQ(kept.count(), 1);
}

TEST_F(KeptSequencesLimit, of_texts_of_which_one_begins_the_other_has_the_longer_alone) {
  KeptSequences kept(kEnough);
  kept.keep(read(0, 200));
  kept.keep(read(0, 250));
  kept.keep(read(0, 250));
  EXPECT_EQ(kept.count(), 1);
  EXPECT_EQ(kept.common(counted(0, 300), false), 250);
  for (int from = 1; from < 99; ++from) kept.keep(read(from, 20));
  EXPECT_EQ(kept.count(), 64);
}

TEST_F(KeptSequencesLimit, of_nothing_keeps_the_newest_alone) {
  KeptSequences kept(0);
  kept.keep(read(0, 200));
  kept.keep(read(10, 200));
  EXPECT_EQ(kept.count(), 1);
  EXPECT_EQ(kept.common(counted(10, 200), false), 200);
}

}  // namespace
}  // namespace canter
