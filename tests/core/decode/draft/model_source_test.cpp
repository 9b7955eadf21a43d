// Drafts of another model: whose they are, what they cost, and that the text stays the same.
#include "decode/draft/sources/model_source.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>

#include "decode/decoder.h"
#include "decode/drafting_memory.h"
#include "model/memory_need.h"
#include "support/family_cases.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter {
namespace {

using Tokens = std::vector<TokenId>;

constexpr SourceSet kModelAlone = SourceSet().with(SourceId::kModel);

class ModelSourceTest : public testing::Test {
 protected:
  ModelSourceTest() {
    prompt_.resize(20);
    std::iota(prompt_.begin(), prompt_.end(), 100);
  }

  std::shared_ptr<const Model> tiny(const test::TinyModel& shape) {
    test::write_tiny_model(folder_.path() / "tiny.gguf", shape);
    return std::make_shared<const Model>(Model::open(folder_.path() / "tiny.gguf").value());
  }

  std::unique_ptr<ModelSource> source(const std::shared_ptr<const Model>& model) {
    return ModelSource::create(model, *model, pool_, TensorType::kF32).value();
  }

  static GenerationSettings settings(int tokens, double temperature = 0) {
    GenerationSettings settings;
    settings.max_tokens = tokens;
    settings.ignore_eos = true;
    settings.sampling.temperature = temperature;
    settings.sampling.seed = 3;
    return settings;
  }

  /// What the source proposes behind `text`, chained along its likeliest children.
  static std::vector<Candidate> proposals(ModelSource& source, const Tokens& text, int depth) {
    std::vector<Candidate> all;
    source.begin_step(text);
    if (!source.follow(text, {})) return all;
    DraftTree tree(text.back());
    for (int node = 0; tree.nodes()[node].depth < depth; node = tree.size() - 1) {
      std::vector<Candidate> candidates;
      source.propose(tree, node, candidates);
      if (candidates.empty()) break;
      all.insert(all.end(), candidates.begin(), candidates.end());
      tree.add(node, candidates.front().token);
    }
    return all;
  }

  test::TemporaryDirectory folder_;
  ThreadPool pool_{2};
  Tokens prompt_;
};

void expect_equal(const std::vector<Candidate>& ones, const std::vector<Candidate>& others) {
  ASSERT_EQ(ones.size(), others.size());
  for (std::size_t i = 0; i < ones.size(); ++i) {
    EXPECT_EQ(ones[i].token, others[i].token);
    EXPECT_EQ(ones[i].evidence.confidence, others[i].evidence.confidence);
    EXPECT_EQ(ones[i].evidence.depth, others[i].evidence.depth);
  }
}

TEST_F(ModelSourceTest, a_model_that_drafts_for_itself_is_always_right) {
  const auto model = tiny({});
  Decoder plain = Decoder::create(*model, pool_).value();
  Decoder drafting = Decoder::create(*model, pool_).value();
  const auto drafter =
      Drafter::create(*model, pool_, std::nullopt,
                      {.shape = {{1, 1, 1, 1}}, .sources = kModelAlone, .model = model})
          .value();
  drafting.draft_with(drafter.get());
  const Answer expected = plain.generate(prompt_, settings(81)).value();
  const Answer drafted = drafting.generate(prompt_, settings(81)).value();
  EXPECT_EQ(drafted.tokens, expected.tokens);
  EXPECT_EQ(drafted.statistics.steps, 16) << "each gives five tokens";
  const auto by_source = [](const std::vector<int>& counts) {
    return counts.at(int(SourceId::kModel));
  };
  EXPECT_EQ(by_source(drafted.statistics.drafted_by_source), 64);
  EXPECT_EQ(by_source(drafted.statistics.accepted_by_source), 64);
}

TEST_F(ModelSourceTest, the_text_is_the_same_whatever_the_other_model_is) {
  const auto model = tiny({.layers = 2, .seed = 1});
  const std::shared_ptr<const Model> drafts[] = {model, tiny({.layers = 1, .width = 32, .seed = 2}),
                                                 tiny({.context = 40, .seed = 3})};
  const TreeShape shapes[] = {{}, {{1, 1, 1}}, {{3, 2, 2, 1}}};
  int accepted = 0, right = 0;
  for (const auto& draft : drafts) {
    for (const TreeShape& shape : shapes) {
      for (const TensorType cache : {TensorType::kF32, TensorType::kF16}) {
        Decoder plain = Decoder::create(*model, pool_, 0, cache).value();
        Decoder drafting = Decoder::create(*model, pool_, 0, cache).value();
        const auto drafter =
            Drafter::create(*model, pool_, std::nullopt, {.shape = shape, .model = draft}, cache)
                .value();
        drafting.draft_with(drafter.get());
        Tokens prompt = prompt_;
        for (const double temperature : {0.0, 0.9}) {
          const Answer expected = plain.generate(prompt, settings(40, temperature)).value();
          const Answer drafted = drafting.generate(prompt, settings(40, temperature)).value();
          ASSERT_EQ(drafted.tokens, expected.tokens);
          ASSERT_EQ(drafted.text, expected.text);
          const auto& depths = drafted.statistics.accepted;
          accepted += std::accumulate(depths.begin(), depths.end(), 0);
          right += expected.statistics.generated;
          // The next question comes behind half of the answer, as after an edit.
          prompt.insert(prompt.end(), expected.tokens.begin(), expected.tokens.begin() + 20);
          prompt.insert(prompt.end(), {130, 131, 132});
        }
      }
    }
  }
  EXPECT_GT(accepted, right / 20) << "drafts that are never right show nothing";
}

TEST_F(ModelSourceTest, families_draft_for_themselves_where_all_layers_are_attention) {
  int models = 0, refused = 0;
  for (const test::FamilyFile& file : test::family_files()) {
    SCOPED_TRACE(file.name);
    const auto model = std::make_shared<const Model>(Model::open(file.path).value());
    const auto drafter =
        Drafter::create(*model, pool_, std::nullopt,
                        {.shape = {{2, 1, 1}}, .sources = kModelAlone, .model = model});
    ASSERT_EQ(drafter.has_value(), !model->plan().has_states());
    if (!drafter) {
      EXPECT_EQ(drafter.error().kind, ErrorKind::kUnsupported);
      EXPECT_THAT(drafter.error().message, testing::HasSubstr("attention"));
      ++refused;
      continue;
    }
    ++models;
    const Tokens prompt = test::family_cases(file.family).front().tokens;
    Decoder plain = Decoder::create(*model, pool_, 400).value();
    Decoder drafting = Decoder::create(*model, pool_, 400).value();
    drafting.draft_with(drafter->get());
    const Answer expected = plain.generate(prompt, settings(120)).value();
    const Answer drafted = drafting.generate(prompt, settings(120)).value();
    EXPECT_EQ(drafted.tokens, expected.tokens);
    EXPECT_GT(drafted.statistics.tokens_per_step(), 3.5) << "of four that are possible";
  }
  EXPECT_GT(models, 10);
  EXPECT_GT(refused, 0);
}

TEST_F(ModelSourceTest, what_follows_a_text_does_not_depend_on_what_was_read_before) {
  const auto model = tiny({});
  const auto used = source(model);
  ASSERT_EQ(proposals(*used, prompt_, 4).size(), 4u * DraftSource::kMostChildren);
  EXPECT_GT(used->cached().size(), prompt_.size()) << "the chain is kept";
  Tokens edited = prompt_;
  edited[12] = 60;
  edited.push_back(61);
  Tokens shorter(prompt_.begin(), prompt_.begin() + 5);
  Tokens longer = prompt_;
  longer.insert(longer.end(), {61, 62, 63});
  for (const Tokens& text : {edited, shorter, prompt_, prompt_, longer}) {
    const auto fresh = source(model);
    expect_equal(proposals(*used, text, 3), proposals(*fresh, text, 3));
    EXPECT_TRUE(std::ranges::equal(used->cached(), fresh->cached()));
  }
}

TEST_F(ModelSourceTest, cuts_its_cache_back_to_what_a_new_text_begins_with) {
  const auto model = tiny({});
  const auto used = source(model);
  int layers = 0;
  const Forward::ShouldStop count = [&] {
    ++layers;
    return false;
  };
  ASSERT_TRUE(used->follow(prompt_, {}));
  Tokens edited = prompt_;
  edited[12] = 60;
  const Forward::ShouldStop at_once = [] { return true; };
  EXPECT_FALSE(used->follow(edited, at_once));
  EXPECT_TRUE(std::ranges::equal(used->cached(), std::span(prompt_).first(12)));
  ASSERT_TRUE(used->follow(edited, count));
  EXPECT_TRUE(std::ranges::equal(used->cached(), edited));
  EXPECT_EQ(layers, model->plan().layer_count()) << "all that is missing is read in one pass";
}

TEST_F(ModelSourceTest, stops_in_the_middle_of_a_prompt_and_goes_on_later) {
  const auto model = tiny({.context = 2000});
  Tokens text(1500);
  for (std::size_t i = 0; i < text.size(); ++i) text[i] = TokenId(3 + i * i % 250);
  const auto stopped = source(model), fresh = source(model);
  int asked = 0;
  const Forward::ShouldStop in_the_third_chunk = [&] {
    return ++asked > 2 * model->plan().layer_count();
  };
  stopped->begin_step(text);
  EXPECT_FALSE(stopped->follow(text, in_the_third_chunk));
  EXPECT_EQ(stopped->cached().size(), 2u * Forward::kMaxRows);
  std::vector<Candidate> none;
  stopped->propose(DraftTree(text.back()), 0, none);
  EXPECT_TRUE(none.empty());
  expect_equal(proposals(*stopped, text, 3), proposals(*fresh, text, 3));
  EXPECT_GT(fresh->reading_ms(), 0);
}

TEST_F(ModelSourceTest, an_answer_that_is_stopped_while_the_other_model_reads_ends_there) {
  const auto model = tiny({}), draft = tiny({.layers = 5, .seed = 2});
  Decoder plain = Decoder::create(*model, pool_).value();
  Decoder drafting = Decoder::create(*model, pool_).value();
  const auto drafter =
      Drafter::create(*model, pool_, std::nullopt,
                      {.shape = {{1, 1, 1, 1}}, .sources = kModelAlone, .model = draft})
          .value();
  drafting.draft_with(drafter.get());
  int asked = 0;
  // Two layers of the prompt, then three of the other model's five.
  const auto stopped =
      drafting.generate(prompt_, settings(40), {}, [&] { return ++asked > 2 + 3; }).value();
  EXPECT_EQ(stopped.finish, FinishReason::kStopped);
  EXPECT_EQ(stopped.statistics.generated, 1);
  EXPECT_EQ(asked, 2 + 4 + 1) << "neither goes on";
  EXPECT_EQ(drafting.generate(prompt_, settings(40)).value().tokens,
            plain.generate(prompt_, settings(40)).value().tokens);
}

TEST_F(ModelSourceTest, goes_deeper_only_while_a_pass_is_worth_its_time) {
  const auto model = tiny({});
  /// Of steps whose drafts are deeper than one token.
  const auto share = [&](double pass_ms) {
    const auto drafter = Drafter::create(*model, pool_, std::nullopt,
                                         {.shape = {}, .sources = kModelAlone, .model = model})
                             .value();
    Decoder plain = Decoder::create(*model, pool_).value();
    const Tokens answer = plain.generate(prompt_, settings(100)).value().tokens;
    Tokens text = prompt_, all = prompt_;
    all.insert(all.end(), answer.begin(), answer.end());
    drafter->begin(prompt_);
    double deep = 0, steps = 0;
    for (int step = 0; text.size() + 1 < all.size(); ++step) {
      const DraftTree& tree =
          drafter->plan(text, {.rows = 64, .depth = int(all.size() - text.size()) - 1});
      // In the first ones it is not known yet what a pass takes.
      if (step > 8) {
        ++steps;
        deep += std::ranges::any_of(tree.nodes(), [](const auto& node) { return node.depth > 1; });
      }
      std::vector<int> path = {0};
      for (;;) {
        text.push_back(all[text.size()]);
        const int child = tree.child(path.back(), text.back());
        if (child < 0 || text.size() == all.size()) break;
        path.push_back(child);
      }
      const std::vector<float> logits(tree.size() * std::size_t(model->plan().vocabulary));
      drafter->learn(
          {.text = text, .path = path, .logits = logits, .pass_ms = pass_ms, .step_ms = pass_ms});
    }
    return deep / steps;
  };
  EXPECT_GT(share(1e6), 0.6) << "its passes are as nothing to such ones";
  EXPECT_LT(share(1e-9), 0.2) << "but for trials";
}

TEST_F(ModelSourceTest, a_model_of_another_vocabulary_is_refused_with_the_first_difference) {
  const auto model = tiny({});
  const auto other = tiny({.change = [](GgufContent& content) {
    for (auto& entry : content.metadata) {
      if (entry.first == "general.name") entry.second.value = std::string("Foreigner");
      if (entry.first == "tokenizer.ggml.tokens")
        std::get<GgufArray>(entry.second.value).strings[260] = "bonjour";
    }
  }});
  const auto refused = ModelSource::create(other, *model, pool_, TensorType::kF32);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kUnsupported);
  EXPECT_THAT(refused.error().message,
              testing::AllOf(testing::HasSubstr("\"Foreigner\" cannot draft for \"Tiny\""),
                             testing::HasSubstr("token 260"), testing::HasSubstr("\"bonjour\""),
                             testing::HasSubstr("\"ll\"")));
}

TEST_F(ModelSourceTest, has_what_the_model_to_draft_for_still_needs_left_over) {
  const auto model = tiny({.context = 2000});
  const MemoryNeed need = memory_needed(model->summary());
  EXPECT_EQ(memory_for_draft_model(model->summary(), need.cache + need.pass + 1000), 1000u);
  EXPECT_EQ(memory_for_draft_model(model->summary(), 10), 1u) << "0 would mean: as the system says";
}

}  // namespace
}  // namespace canter
