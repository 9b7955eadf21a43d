#include "decode/adapter.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

#include "decode/draft/sources/successor_table.h"
#include "format/safetensors.h"
#include "model/plan/uniform_shape.h"
#include "support/random_numbers.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter {
namespace {

class AdapterTest : public testing::Test {
 protected:
  AdapterTest() {
    test::write_tiny_model(folder_.path() / "tiny.gguf");
    model_.emplace(Model::open(folder_.path() / "tiny.gguf").value());
  }

  Adapter random_adapter(int rank = 4) {
    const UniformShape c = uniform_shape(model_->plan()).value();
    Adapter adapter;
    adapter.prompt_tokens = 5;
    adapter.mask_tokens = 3;
    adapter.rank = rank;
    const std::size_t prompt = std::size_t(c.layers) * 5 * c.kv_heads * c.head_width;
    adapter.mask_embedding = test::normal_numbers(random_, 3 * c.width);
    adapter.prompt_key = test::normal_numbers(random_, prompt);
    adapter.prompt_value = test::normal_numbers(random_, prompt);
    adapter.transition_from = test::normal_numbers(random_, c.vocabulary * rank);
    adapter.transition_to = test::normal_numbers(random_, c.vocabulary * rank);
    adapter.transition_scale = rank > 0 ? 0.75f : 1.0f;
    adapter.fingerprint = model_->summary().fingerprint;
    adapter.tuning = R"({"updates":400})";
    adapter.acceptance = {0.5, 0.25};
    adapter.tokens_per_step = 1.75;
    return adapter;
  }

  static std::string some_successors(TokenId likely = 7) {
    SuccessorTable table;
    const TokenId context[] = {3, 4};
    const Successor successors[] = {{likely, 0.8f}, {9, 0.2f}};
    table.set(context, successors);
    return table.to_bytes();
  }

  /// Numbers that float16 holds.
  RecurrentHead some_head() {
    const std::size_t width = std::size_t(model_->plan().width), hidden = 6;
    RecurrentHead head;
    head.hidden = int(hidden);
    head.tokens = {2, 3, 5, 200};
    head.in.assign(hidden * 2 * width, 0.25f);
    head.out.assign(width * hidden, -0.5f);
    head.carry.assign(width * width, 1.5f);
    head.norm = test::normal_numbers(random_, width);
    head.embedding_scale = 3.25f;
    return head;
  }

  Adapter only_successors() {
    Adapter adapter = random_adapter();
    adapter.drop_masks();
    adapter.successors = some_successors();
    return adapter;
  }

  Result<Adapter> write_and_read(const Adapter& adapter) {
    const auto path = folder_.path() / "adapter.safetensors";
    if (auto written = write_adapter(path, adapter, model_->plan()); !written)
      return propagate(written);
    return read_adapter(path, *model_);
  }

  /// Reads a file whose tensors are changed before it is written.
  using Tensors = std::map<std::string, std::pair<std::vector<std::uint64_t>, std::vector<float>>>;
  using Metadata = std::map<std::string, std::string>;
  Result<Adapter> read_changed(const std::function<void(Tensors&, Metadata&)>& change) {
    const UniformShape c = uniform_shape(model_->plan()).value();
    const auto d = [](int n) { return std::uint64_t(n); };
    const std::vector<std::uint64_t> prompt = {d(c.layers), 5, d(c.kv_heads), d(c.head_width)};
    const Adapter a = random_adapter();
    Tensors tensors = {{"mask_embedding", {{3, d(c.width)}, a.mask_embedding}},
                       {"prompt_key", {prompt, a.prompt_key}},
                       {"prompt_value", {prompt, a.prompt_value}},
                       {"transition_from", {{d(c.vocabulary), 4}, a.transition_from}},
                       {"transition_to", {{d(c.vocabulary), 4}, a.transition_to}},
                       {"transition_scale", {{1}, {1.5f}}}};
    Metadata metadata;
    change(tensors, metadata);
    std::vector<TensorEntry> entries;
    for (const auto& [name, tensor] : tensors)
      entries.push_back(
          {name, TensorType::kF32, tensor.first, std::as_bytes(std::span(tensor.second))});
    const auto path = folder_.path() / "changed.safetensors";
    if (auto written = write_safetensors(path, entries, metadata); !written)
      return propagate(written);
    return read_adapter(path, *model_);
  }

  void expect_refused(const std::string& part,
                      const std::function<void(Tensors&, Metadata&)>& change) {
    const auto adapter = read_changed(change);
    ASSERT_FALSE(adapter) << part;
    EXPECT_EQ(adapter.error().kind, ErrorKind::kBadFile);
    EXPECT_NE(adapter.error().message.find(part), std::string::npos) << adapter.error().message;
    EXPECT_EQ(adapter.error().message.find('\n'), std::string::npos);
  }

  test::TemporaryDirectory folder_;
  std::mt19937 random_{1};
  std::optional<Model> model_;
};

TEST_F(AdapterTest, comes_back_from_its_file_as_it_was) {
  for (const int rank : {0, 4}) {
    const Adapter adapter = random_adapter(rank);
    const auto read = write_and_read(adapter);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(*read, adapter);
  }
}

TEST_F(AdapterTest, comes_back_with_its_successors_and_with_nothing_else) {
  Adapter adapter = random_adapter();
  adapter.successors = some_successors();
  for (const Adapter& written : {adapter, only_successors()}) {
    const auto read = write_and_read(written);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(*read, written);
  }
}

TEST_F(AdapterTest, says_whose_it_is_before_it_is_read) {
  const auto path = folder_.path() / "adapter.safetensors";
  ASSERT_TRUE(write_adapter(path, only_successors(), model_->plan()));
  EXPECT_EQ(adapter_fingerprint(path), model_->summary().fingerprint);
  EXPECT_EQ(adapter_fingerprint(folder_.path() / "tiny.gguf"), "");
  EXPECT_EQ(adapter_fingerprint(folder_.path() / "none"), "");
}

TEST_F(AdapterTest, comes_back_with_its_head_and_with_nothing_else) {
  Adapter adapter = random_adapter();
  adapter.head = some_head();
  Adapter alone;
  alone.head = some_head();
  for (const Adapter& written : {adapter, alone}) {
    const auto read = write_and_read(written);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(*read, written);
  }
}

TEST_F(AdapterTest, with_a_head_that_does_not_fit_is_refused) {
  const auto expect = [&](const std::function<void(RecurrentHead&)>& change, const char* part) {
    Adapter adapter;
    adapter.head = some_head();
    change(adapter.head);
    const auto refused = check_adapter(adapter, model_->plan(), {}, "it");
    ASSERT_FALSE(refused) << part;
    EXPECT_EQ(refused.error().kind, ErrorKind::kBadFile);
    EXPECT_NE(refused.error().message.find(part), std::string::npos) << refused.error().message;
  };
  const TokenId outside = model_->plan().vocabulary;
  expect([](RecurrentHead& head) { head.in.pop_back(); }, "shape of this model");
  expect([](RecurrentHead& head) { head.norm.push_back(1); }, "shape of this model");
  expect([](RecurrentHead& head) { head.hidden = 7; }, "shape of this model");
  expect([](RecurrentHead& head) { head.carry[3] = NAN; }, "no number");
  expect([](RecurrentHead& head) { head.embedding_scale = INFINITY; }, "no number");
  expect([](RecurrentHead& head) { head.tokens.clear(); }, "vocabulary");
  expect([=](RecurrentHead& head) { head.tokens.back() = outside; }, "vocabulary");
  expect([](RecurrentHead& head) { head.tokens.front() = -1; }, "vocabulary");
  expect([](RecurrentHead& head) { head.tokens[1] = 2; }, "vocabulary");
}

TEST_F(AdapterTest, with_a_head_of_which_a_part_is_missing_is_refused) {
  Adapter adapter;
  adapter.head = some_head();
  const auto path = folder_.path() / "adapter.safetensors";
  ASSERT_TRUE(write_adapter(path, adapter, model_->plan()));
  const auto whole = SafetensorsFile::open(path).value();
  for (const TensorEntry& left_out : whole.tensors()) {
    if (left_out.name == "head_in") continue;  // without it there is none
    std::vector<TensorEntry> tensors;
    for (const TensorEntry& tensor : whole.tensors())
      if (tensor.name != left_out.name) tensors.push_back(tensor);
    const auto cut = folder_.path() / "cut.safetensors";
    ASSERT_TRUE(write_safetensors(cut, tensors));
    const auto refused = read_adapter(cut, *model_);
    ASSERT_FALSE(refused) << left_out.name;
    EXPECT_EQ(refused.error().kind, ErrorKind::kBadFile);
  }
}

TEST_F(AdapterTest, with_successors_that_cannot_be_read_is_refused) {
  const auto expect = [&](const std::string& successors, const TensorType type,
                          const std::string& message) {
    const auto path = folder_.path() / "changed.safetensors";
    const std::vector<TensorEntry> tensors = {
        {"successors", type, {successors.size()}, std::as_bytes(std::span(successors))}};
    ASSERT_TRUE(write_safetensors(path, tensors, {}));
    const auto adapter = read_adapter(path, *model_);
    ASSERT_FALSE(adapter) << message;
    EXPECT_EQ(adapter.error().kind, ErrorKind::kBadFile);
    EXPECT_NE(adapter.error().message.find(message), std::string::npos) << adapter.error().message;
  };
  const std::string sound = some_successors();
  expect("nonsense", TensorType::kU8, "successors that cannot be read");
  expect(sound.substr(0, sound.size() - 1), TensorType::kU8, "successors that cannot be read");
  expect(some_successors(model_->plan().vocabulary), TensorType::kU8, "in this model's vocabulary");
  expect(sound, TensorType::kI8, "a row of U8");
  expect("", TensorType::kU8, "neither mask rows nor successors");
  expect(std::string(SuccessorTable::kMostFileBytes + 1, ' '), TensorType::kU8, "at most");
}

TEST_F(AdapterTest, that_holds_nothing_is_refused) {
  const auto checked = check_adapter(Adapter(), model_->plan(), {}, "it");
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().kind, ErrorKind::kBadFile);
  EXPECT_EQ(checked.error().message, "it holds nothing; tune one for this model");
}

TEST_F(AdapterTest, with_a_soft_prompt_or_a_transition_term_and_no_masks_is_refused) {
  for (const auto change :
       {+[](Adapter& a) { a.prompt_tokens = 5; }, +[](Adapter& a) { a.rank = 4; },
        +[](Adapter& a) { a.prompt_key = {1}; }}) {
    Adapter adapter = only_successors();
    change(adapter);
    EXPECT_FALSE(check_adapter(adapter, model_->plan(), {}, "it"));
  }
}

TEST_F(AdapterTest, without_a_fingerprint_is_taken_when_all_shapes_fit) {
  const auto adapter = read_changed([](Tensors&, Metadata&) {});
  ASSERT_TRUE(adapter) << adapter.error().message;
  EXPECT_EQ(adapter->fingerprint, "");
  EXPECT_EQ(adapter->transition_scale, 1.5f);
}

TEST_F(AdapterTest, of_another_model_is_refused) {
  expect_refused("another model", [](Tensors&, Metadata& metadata) {
    metadata["fingerprint"] = "0123456789abcdef0123456789abcdef";
  });
  expect_refused("another model", [](Tensors& tensors, Metadata&) {
    tensors["mask_embedding"] = {{3, 32}, std::vector<float>(96)};
  });
}

TEST_F(AdapterTest, of_another_vocabulary_is_refused) {
  expect_refused("transition_from", [](Tensors& tensors, Metadata&) {
    tensors["transition_from"] = {{7, 4}, std::vector<float>(28)};
  });
}

TEST_F(AdapterTest, with_no_prompt_or_mask_tokens_or_absurdly_many_is_refused) {
  const UniformShape c = uniform_shape(model_->plan()).value();
  const auto width = std::uint64_t(c.width);
  const auto prompt = [&](std::uint64_t count) {
    const std::vector<std::uint64_t> shape = {
        std::uint64_t(c.layers), count, std::uint64_t(c.kv_heads), std::uint64_t(c.head_width)};
    return std::pair(shape, std::vector<float>(c.layers * count * c.kv_heads * c.head_width));
  };
  for (const std::uint64_t count : {0, 33})
    expect_refused("mask tokens", [&](Tensors& tensors, Metadata&) {
      tensors["mask_embedding"] = {{count, width}, std::vector<float>(count * width)};
    });
  for (const std::uint64_t count : {0, 1025})
    expect_refused("prompt tokens", [&](Tensors& tensors, Metadata&) {
      tensors["prompt_key"] = tensors["prompt_value"] = prompt(count);
    });
  expect_refused("prompt_tokens",
                 [&](Tensors&, Metadata& metadata) { metadata["prompt_tokens"] = "4"; });
}

TEST_F(AdapterTest, with_a_number_that_is_none_is_refused) {
  for (const float bad :
       {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()})
    for (const char* name : {"mask_embedding", "prompt_key", "prompt_value", "transition_from",
                             "transition_to", "transition_scale"})
      expect_refused("no number",
                     [&](Tensors& tensors, Metadata&) { tensors[name].second.back() = bad; });
}

TEST_F(AdapterTest, that_lacks_a_part_is_refused) {
  for (const char* name : {"mask_embedding", "prompt_key", "prompt_value", "transition_from",
                           "transition_to", "transition_scale"})
    expect_refused("", [&](Tensors& tensors, Metadata&) { tensors.erase(name); });
}

TEST_F(AdapterTest, of_a_newer_format_is_refused) {
  expect_refused("update Canter",
                 [](Tensors&, Metadata& metadata) { metadata["format_version"] = "2"; });
}

TEST_F(AdapterTest, with_figures_that_cannot_be_read_is_taken_without_them) {
  const auto adapter = read_changed([](Tensors&, Metadata& metadata) {
    metadata["acceptance"] = "[0.5, \"x\", 7";
    metadata["tokens_per_step"] = "many";
  });
  ASSERT_TRUE(adapter) << adapter.error().message;
  EXPECT_TRUE(adapter->acceptance.empty());
  EXPECT_EQ(adapter->tokens_per_step, 0);
}

TEST_F(AdapterTest, with_masks_for_a_model_whose_layers_differ_is_refused) {
  ModelPlan plan = model_->plan();
  std::get<AttentionPlan>(plan.layers.back().mixer).kv_heads *= 2;
  const auto checked = check_adapter(random_adapter(), plan, {}, "it");
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().kind, ErrorKind::kUnsupported);
  EXPECT_NE(checked.error().message.find("layers differ"), std::string::npos);
  EXPECT_TRUE(check_adapter(only_successors(), plan, {}, "it"));
}

TEST_F(AdapterTest, gives_its_keys_in_the_models_own_order) {
  RotaryPlan rotary;
  rotary.width = 8;
  rotary.layout = RotaryLayout::kInterleaved;
  EXPECT_EQ(key_element(rotary, 1), 2);
  EXPECT_EQ(key_element(rotary, 5), 3);
  EXPECT_EQ(key_element(rotary, 9), 9);
  rotary.layout = RotaryLayout::kHalves;
  EXPECT_EQ(key_element(rotary, 5), 5);
}

}  // namespace
}  // namespace canter
