#include "tune/tuner.h"

#include <gmock/gmock.h>

#include <fstream>
#include <random>
#include <set>

#include "support/family_cases.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"
#include "tune/plan.h"

namespace canter::tuning {
namespace {

using testing::HasSubstr;

/// A few answers of a tiny model whose words mean nothing.
class Tuner : public testing::Test {
 protected:
  Tuner() {
    test::TinyModel shape;
    shape.width = 32;
    shape.feed_forward = 48;
    write_tiny_model(folder_.path() / "tiny.gguf", shape);
    model_.emplace(Model::open(folder_.path() / "tiny.gguf").value());
    std::mt19937 random(3);
    std::uniform_int_distribution<TokenId> any(3, 270);
    for (int i = 0; i < 12; ++i) {
      prompts_.emplace_back(4);
      for (TokenId& token : prompts_.back()) token = any(random);
    }
    settings_.prompt_tokens = 2;
    settings_.rank = 4;
    settings_.steps = 30;
    settings_.answers_per_step = 3;
    settings_.groups_per_answer = 6;
    settings_.max_new_tokens = 10;
    settings_.unseen_share = 0.25;
    settings_.measurements = 3;
    files_ = TuningFiles::beside(folder_.path() / "out" / "tiny.safetensors");
    std::filesystem::create_directory(folder_.path() / "out");
  }

  Result<TuningResult> tune(bool resume = false, const OnTuningProgress& on_progress = {},
                            int threads = 2) {
    ThreadPool pool(threads);
    return tuning::tune(*model_, pool, prompts_, settings_, files_, resume, on_progress);
  }
  static OnTuningProgress stop_at(int step) {
    return [step](const TuningProgress& progress) {
      return progress.phase != TuningProgress::Phase::kLearning || progress.step < step;
    };
  }

  test::TemporaryDirectory folder_;
  std::optional<Model> model_;
  std::vector<std::vector<TokenId>> prompts_;
  TuningSettings settings_;
  TuningFiles files_;
};

TEST_F(Tuner, makes_an_adapter_that_the_model_takes) {
  double first_loss = 0, last_loss = 0;
  int measurements = 0;
  const auto result = tune(false, [&](const TuningProgress& progress) {
    if (progress.phase != TuningProgress::Phase::kLearning) return true;
    if (progress.step == 1) first_loss = progress.loss;
    last_loss = progress.loss;
    measurements += progress.unseen.has_value();
    return true;
  });
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_LT(last_loss, first_loss);
  EXPECT_EQ(measurements, 3);
  EXPECT_EQ(result->samples, 9);
  EXPECT_EQ(result->steps, 30);
  EXPECT_GT(result->groups, 30);
  EXPECT_EQ(result->adapter.fingerprint, model_->summary().fingerprint);
  EXPECT_EQ(result->adapter.acceptance.size(), 3u);
  EXPECT_GE(result->adapter.tokens_per_step, 1);
  EXPECT_EQ(result->parameters, std::size_t(3 * 32 + 2 * 2 * 2 * 16 + 2 * 277 * 4 + 1));
  EXPECT_TRUE(check_adapter(result->adapter, model_->plan(), model_->summary().fingerprint, "it"));
}

TEST_F(Tuner, gives_the_same_adapter_for_the_same_seed_with_any_number_of_threads) {
  const auto one = tune(false, {}, 1).value();
  const auto three = tune(false, {}, 3).value();
  EXPECT_EQ(one.adapter.mask_embedding, three.adapter.mask_embedding);
  EXPECT_EQ(one.adapter.prompt_key, three.adapter.prompt_key);
  EXPECT_EQ(one.adapter.transition_to, three.adapter.transition_to);
  EXPECT_EQ(one.adapter.successors, three.adapter.successors);
  settings_.seed = 1;
  EXPECT_NE(tune().value().adapter.mask_embedding, one.adapter.mask_embedding);
}

TEST_F(Tuner, goes_on_after_a_stop_as_if_there_had_been_none) {
  const auto whole = tune().value();
  files_.remove();
  for (const int step : {7, 16}) {
    const auto stopped = tune(true, stop_at(step));
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().kind, ErrorKind::kInterrupted);
  }
  const auto resumed = tune(true);
  ASSERT_TRUE(resumed) << resumed.error().message;
  EXPECT_EQ(resumed->adapter.mask_embedding, whole.adapter.mask_embedding);
  EXPECT_EQ(resumed->adapter.prompt_value, whole.adapter.prompt_value);
  EXPECT_EQ(resumed->adapter.transition_from, whole.adapter.transition_from);
  EXPECT_EQ(resumed->adapter.successors, whole.adapter.successors);
  EXPECT_EQ(resumed->steps, 30);
  EXPECT_EQ(resumed->groups, whole.groups);
}

TEST_F(Tuner, keeps_the_answers_it_has_when_stopped_among_them) {
  // More than run together: when some are ready others are on their way.
  const auto few = prompts_;
  while (prompts_.size() < 40)
    for (std::vector<TokenId> prompt : few) {
      prompt.push_back(TokenId(100 + prompts_.size()));
      prompts_.push_back(std::move(prompt));
    }
  int asked = 0;
  const auto stopped = tune(false, [&](const TuningProgress&) { return ++asked < 60; });
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().kind, ErrorKind::kInterrupted);
  int first = -1;
  ASSERT_TRUE(tune(true, [&](const TuningProgress& progress) {
    if (first < 0) first = progress.step;
    return true;
  }));
  EXPECT_GT(first, 0);
  EXPECT_LT(first, 40);
}

TEST_F(Tuner, learns_from_answers_made_otherwise) {
  settings_.steps = 150;  // enough to learn three words by heart
  ThreadPool pool(1);
  std::vector<std::size_t> asked;
  const auto result = tuning::tune(
      *model_, pool, prompts_, settings_, files_, false, {},
      [&](std::span<const Question> questions) -> Result<std::vector<std::vector<TokenId>>> {
        for (const Question& question : questions) asked.push_back(question.prompt.size());
        return std::vector<std::vector<TokenId>>(questions.size(), {5, 6, 7, 5, 6, 7, 5, 6, 7});
      });
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(asked.size(), prompts_.size());
  EXPECT_GT(result->adapter.tokens_per_step, 2);
}

TEST_F(Tuner, says_at_once_when_its_folder_cannot_be_written) {
  std::filesystem::remove(folder_.path() / "out");
  const auto result = tune();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::kIo);
  EXPECT_THAT(result.error().message, HasSubstr("tiny.safetensors.answers"));
}

TEST_F(Tuner, keeps_the_last_good_checkpoint_when_writing_fails) {
  settings_.checkpoint_seconds = 0;
  const auto kept = folder_.path() / "kept";
  const auto result = tune(false, [&](const TuningProgress& progress) {
    if (progress.phase == TuningProgress::Phase::kLearning && progress.step == 5 &&
        !std::filesystem::exists(kept))
      std::filesystem::rename(folder_.path() / "out", kept);
    return true;
  });
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::kIo);
  EXPECT_THAT(result.error().message, HasSubstr("tiny.safetensors.checkpoint"));
  std::filesystem::rename(kept, folder_.path() / "out");
  int first = -1;
  ASSERT_TRUE(tune(true, [&](const TuningProgress& progress) {
    if (progress.phase == TuningProgress::Phase::kLearning && first < 0) first = progress.step;
    return true;
  }));
  EXPECT_EQ(first, 5);
}

TEST_F(Tuner, refuses_a_checkpoint_of_another_tuning) {
  ASSERT_FALSE(tune(false, stop_at(3)));
  settings_.prompt_tokens = 3;
  const auto result = tune(true);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::kUsage);
  EXPECT_THAT(result.error().message, HasSubstr("another model, other prompts or other settings"));
}

TEST_F(Tuner, refuses_a_damaged_checkpoint) {
  ASSERT_FALSE(tune(false, stop_at(3)));
  std::filesystem::resize_file(files_.checkpoint, 1000);
  const auto result = tune(true);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::kBadFile);
}

TEST_F(Tuner, refuses_settings_and_prompts_that_do_not_serve) {
  prompts_.resize(1);
  EXPECT_EQ(tune().error().kind, ErrorKind::kUsage);
  settings_.mask_tokens = 33;
  EXPECT_THAT(tune().error().message, HasSubstr("mask tokens is 33, give a number from 0 to 32"));
}

TEST_F(Tuner, without_masks_learns_successors_and_a_head) {
  settings_.mask_tokens = 0;
  std::set<TuningProgress::Phase> phases;
  const auto result = tune(false, [&](const TuningProgress& progress) {
    phases.insert(progress.phase);
    return true;
  });
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_FALSE(phases.contains(TuningProgress::Phase::kLearning));
  EXPECT_EQ(result->samples, 9);
  EXPECT_EQ(result->unseen, 3);
  EXPECT_EQ(result->parameters, 0u);
  EXPECT_EQ(result->groups, 0);
  EXPECT_EQ(result->steps, 0);
  EXPECT_EQ(result->loss, 0);
  EXPECT_TRUE(phases.contains(TuningProgress::Phase::kHead));
  EXPECT_FALSE(result->adapter.head.empty());
  EXPECT_FALSE(result->head_hits.empty());
  EXPECT_TRUE(result->acceptance.both.by_depth.empty());
  const Adapter& adapter = result->adapter;
  EXPECT_EQ(adapter.mask_tokens, 0);
  EXPECT_EQ(adapter.prompt_tokens, 0);
  EXPECT_EQ(adapter.rank, 0);
  EXPECT_TRUE(adapter.acceptance.empty());
  EXPECT_EQ(adapter.tokens_per_step, 0);
  EXPECT_EQ(adapter.fingerprint, model_->summary().fingerprint);
  EXPECT_TRUE(check_adapter(adapter, model_->plan(), model_->summary().fingerprint, "it"));
  settings_.mask_tokens = 3;
  EXPECT_EQ(tune().value().adapter.successors, adapter.successors);
  settings_.mask_tokens = 0;
  settings_.head.hidden = 0;
  const Adapter successors_alone = tune().value().adapter;
  EXPECT_TRUE(successors_alone.head.empty());
  EXPECT_EQ(successors_alone.successors, adapter.successors);
}

TEST_F(Tuner, without_masks_goes_on_after_a_stop_while_answers_are_read) {
  settings_.mask_tokens = 0;
  const auto stopped = tune(false, [](const TuningProgress& progress) {
    return progress.phase == TuningProgress::Phase::kAnswers || progress.step < 4;
  });
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().kind, ErrorKind::kInterrupted);
  const auto resumed = tune(true);
  ASSERT_TRUE(resumed) << resumed.error().message;
  files_.remove();
  EXPECT_EQ(resumed->adapter.successors, tune().value().adapter.successors);
}

TEST_F(Tuner, without_masks_takes_models_whose_layers_differ) {
  int models = 0;
  for (const test::FamilyFile& file : test::family_files()) {
    const Model model = Model::open(file.path).value();
    if (tunable_shape(model)) continue;
    ++models;
    settings_.mask_tokens = 0;
    ThreadPool pool(2);
    const auto result = tuning::tune(model, pool, prompts_, settings_, files_, false);
    ASSERT_TRUE(result) << file.name << ": " << result.error().message;
    EXPECT_FALSE(result->adapter.successors.empty());
    settings_.mask_tokens = 3;
    const auto refused = tuning::tune(model, pool, prompts_, settings_, files_, false);
    ASSERT_FALSE(refused) << file.name;
    EXPECT_EQ(refused.error().kind, ErrorKind::kUnsupported);
  }
  EXPECT_GT(models, 0);
}

TEST_F(Tuner, does_without_a_transition_term) {
  settings_.rank = 0;
  double first_loss = 0, last_loss = 0;
  const auto result = tune(false, [&](const TuningProgress& progress) {
    if (progress.step == 1 && progress.phase == TuningProgress::Phase::kLearning)
      first_loss = progress.loss;
    last_loss = progress.loss;
    return true;
  });
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(result->adapter.rank, 0);
  EXPECT_GT(last_loss, 0);
  EXPECT_LT(last_loss, first_loss);
  EXPECT_TRUE(check_adapter(result->adapter, model_->plan(), {}, "it"));
}

}  // namespace
}  // namespace canter::tuning
