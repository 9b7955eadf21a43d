#include "tune/successors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "decode/draft/sources/successor_table.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter::tuning {
namespace {

using Tokens = std::vector<TokenId>;

class Successors : public testing::Test {
 protected:
  static constexpr int kAnswer = 200;  ///< so long that it is read in several parts

  Successors() {
    test::TinyModel shape;
    shape.context = 512;
    test::write_tiny_model(folder_.path() / "tiny.gguf", shape);
    model_.emplace(Model::open(folder_.path() / "tiny.gguf").value());
    Decoder decoder = Decoder::create(*model_, pool_).value();
    GenerationSettings settings;
    settings.max_tokens = kAnswer;
    settings.ignore_eos = true;
    for (Tokens prompt : {Tokens{1, 40, 50, 60, 70}, Tokens{1, 80}}) {
      const Tokens answer = decoder.generate(prompt, settings).value().tokens;
      Transcript transcript{prompt, int(prompt.size())};
      transcript.tokens.insert(transcript.tokens.end(), answer.begin(), answer.end());
      transcripts_.push_back(std::move(transcript));
    }
  }

  SuccessorTable learned(std::span<const Transcript> transcripts) {
    SuccessorTable table;
    const auto bytes = successors_of(*model_, pool_, transcripts);
    EXPECT_TRUE(bytes && table.from_bytes(*bytes, model_->plan().vocabulary));
    return table;
  }

  test::TemporaryDirectory folder_;
  std::optional<Model> model_;
  ThreadPool pool_{2};
  std::vector<Transcript> transcripts_;
};

TEST_F(Successors, name_what_the_model_answered_last_behind_three_tokens) {
  for (const Transcript& transcript : transcripts_) {
    const std::span<const TokenId> tokens(transcript.tokens);
    std::map<Tokens, TokenId> answered;
    for (std::size_t at = std::max(transcript.prompt, 3); at < tokens.size(); ++at)
      answered[Tokens(&tokens[at - 3], &tokens[at])] = tokens[at];
    ASSERT_GT(answered.size(), 20u);
    const SuccessorTable table = learned({&transcript, 1});
    for (const auto& [context, token] : answered) {
      std::vector<Successor> found;
      ASSERT_TRUE(table.find(context, found));
      EXPECT_TRUE(std::ranges::find(found, token, &Successor::token) != found.end());
    }
  }
}

TEST_F(Successors, say_nothing_of_what_stands_in_the_prompt) {
  const SuccessorTable table = learned({&transcripts_[0], 1});
  std::vector<Successor> found;
  EXPECT_FALSE(table.find(Tokens{1, 40, 50}, found));
}

TEST_F(Successors, are_the_same_with_any_number_of_threads) {
  ThreadPool one(1), three(3);
  EXPECT_EQ(successors_of(*model_, one, transcripts_).value(),
            successors_of(*model_, three, transcripts_).value());
}

TEST_F(Successors, end_when_they_are_stopped) {
  std::size_t read = 0;
  const auto stopped =
      successors_of(*model_, pool_, transcripts_, {}, [&](std::size_t transcripts) {
        read = transcripts;
        return transcripts == 1;
      });
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().kind, ErrorKind::kInterrupted);
  EXPECT_EQ(read, 1u);
}

}  // namespace
}  // namespace canter::tuning
