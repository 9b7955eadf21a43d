// What would be answered wrongly, or take all memory, is refused before anything is allocated.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>

#include "model/families/family.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

class RefusedFolder : public testing::Test {
 protected:
  Result<ModelPlan> read(const json& changes) {
    json config = {{"model_type", "llama"},  {"hidden_size", 64},
                   {"num_hidden_layers", 2}, {"num_attention_heads", 4},
                   {"head_dim", 16},         {"num_key_value_heads", 2},
                   {"vocab_size", 100},      {"max_position_embeddings", 4096},
                   {"rms_norm_eps", 1e-5},   {"intermediate_size", 96}};
    config.merge_patch(changes);
    std::ofstream(folder_.path() / "config.json") << config;
    return read_plan(ModelKeys::from_folder(folder_.path()).value());
  }
  void expect_refused(const json& changes, ErrorKind kind, const std::string& says = {}) {
    const auto plan = read(changes);
    ASSERT_FALSE(plan) << changes;
    EXPECT_EQ(plan.error().kind, kind) << changes << " " << plan.error().message;
    EXPECT_THAT(plan.error().message, HasSubstr(says));
    EXPECT_THAT(plan.error().message, HasSubstr("config.json"));
  }

  test::TemporaryDirectory folder_;
};

TEST_F(RefusedFolder, is_one_whose_sizes_make_no_sense) {
  ASSERT_TRUE(read(json::object()));
  for (const char* key :
       {"hidden_size", "num_hidden_layers", "num_attention_heads", "num_key_value_heads",
        "head_dim", "intermediate_size", "vocab_size", "max_position_embeddings"})
    for (const json& value : {json(0), json(-1), json(1'000'000'000), json(1e300), json(2.5),
                              json("many"), json(json::array())})
      expect_refused({{key, value}}, ErrorKind::kBadFile);
}

TEST_F(RefusedFolder, is_one_whose_numbers_make_no_sense) {
  for (const json& value : {json(0), json(-1e-5), json("small")})
    expect_refused({{"rms_norm_eps", value}}, ErrorKind::kBadFile, "epsilon");
  for (const json& value : {json(0), json(1), json(-10000)})
    expect_refused({{"rope_theta", value}}, ErrorKind::kBadFile, "rotary base");
  for (const char* key : {"attention_factor", "beta_fast", "beta_slow"})
    expect_refused({{"rope_scaling", {{"rope_type", "yarn"}, {"factor", 4}, {key, -1}}}},
                   ErrorKind::kBadFile, "rotary");
  for (const char* key : {"low_freq_factor", "high_freq_factor"})
    expect_refused({{"rope_scaling", {{"rope_type", "llama3"}, {"factor", 4}, {key, 0}}}},
                   ErrorKind::kBadFile, "rotary");
  const json one = json::array({1, 1, 1, 1, 1, 1, 1, 1}),
             backwards = json::array({-1, 1, 1, 1, 1, 1, 1, 1});
  expect_refused({{"rope_scaling",
                   {{"rope_type", "longrope"}, {"short_factor", one}, {"long_factor", backwards}}}},
                 ErrorKind::kBadFile, "factors of its rotary embedding");
}

TEST_F(RefusedFolder, is_one_whose_window_is_no_number_of_tokens) {
  for (const json& window : {json(-1), json(0.5), json(1e12), json("wide")}) {
    expect_refused({{"sliding_window", window}}, ErrorKind::kBadFile, "window");
    expect_refused({{"model_type", "gemma3_text"}, {"sliding_window", window}}, ErrorKind::kBadFile,
                   "window");
  }
  EXPECT_EQ(read({{"sliding_window", 0}}).value().attention(0)->window, 0);
  expect_refused({{"model_type", "gemma3_text"}, {"sliding_window", 0}}, ErrorKind::kBadFile,
                 "window");
}

TEST_F(RefusedFolder, is_one_whose_tokens_use_more_experts_than_there_are_or_none) {
  for (const json& used : {json(0), json(-1), json(5), json(1'000'000'000), json(1.5)})
    expect_refused(
        {{"model_type", "mixtral"}, {"num_local_experts", 4}, {"num_experts_per_tok", used}},
        ErrorKind::kBadFile, "of 4 experts");
  expect_refused(
      {{"model_type", "mixtral"}, {"num_local_experts", 1'000'000'000}, {"num_experts_per_tok", 2}},
      ErrorKind::kBadFile, "number of experts");
}

TEST_F(RefusedFolder, is_one_with_layers_of_a_kind_that_is_not_known) {
  const json qwen = {{"model_type", "qwen3"}};
  json chunked = qwen;
  chunked["layer_types"] = {"full_attention", "chunked_attention"};
  expect_refused(chunked, ErrorKind::kUnsupported, "\"chunked_attention\"");
  json few = qwen;
  few["layer_types"] = {"full_attention"};
  expect_refused(few, ErrorKind::kBadFile, "names 1 layers, the model has 2");
}

TEST_F(RefusedFolder, is_one_whose_weights_are_quantised_in_a_way_that_is_not_known) {
  for (const char* method : {"gptq", "awq", "bitsandbytes", "a\nb"})
    expect_refused({{"quantization_config", {{"quant_method", method}, {"bits", 4}}}},
                   ErrorKind::kUnsupported, "get the model as GGUF");
  expect_refused({{"quantization_config", {{"bits", 4}}}}, ErrorKind::kUnsupported, "quantised");
  for (const char* method : {"fp8", "mxfp4"})
    EXPECT_TRUE(read({{"quantization_config", {{"quant_method", method}}}})) << method;
}

TEST_F(RefusedFolder, is_one_that_reads_in_both_directions_or_calculates_in_another_way) {
  expect_refused({{"is_causal", false}}, ErrorKind::kUnsupported, "both directions");
  for (const auto& [key, value] : {std::pair{"attention_chunk_size", json(1024)},
                                   {"clip_qkv", json(1)},
                                   {"scoring_func", json("sigmoid")},
                                   {"swiglu_limit", json(7)},
                                   {"use_bidirectional_attention", json(true)},
                                   {"v_head_dim", json(8)}})
    expect_refused({{key, value}}, ErrorKind::kUnsupported);
}

class RefusedFile : public testing::Test {
 protected:
  Result<ModelPlan> read(const std::string& key, const GgufValue& value) {
    test::TinyModel shape;
    shape.change = [&](GgufContent& content) {
      std::erase_if(content.metadata, [&](const auto& entry) { return entry.first == key; });
      content.metadata.emplace_back(key, value);
    };
    const auto path = folder_.path() / "tiny.gguf";
    test::write_tiny_model(path, shape);
    const auto file = GgufFile::open(path).value();
    return read_plan(ModelKeys::from_gguf(file));
  }
  Result<ModelPlan> read(const std::string& key, double value) {
    return read(key, {GgufValueType::kFloat32, value});
  }
  Result<ModelPlan> read_whole(const std::string& key, std::int64_t value) {
    return read(key, {GgufValueType::kInt64, value});
  }
  static void expect_refused(const Result<ModelPlan>& plan, const std::string& says) {
    ASSERT_FALSE(plan) << says;
    EXPECT_THAT(plan.error().message, HasSubstr(says));
    EXPECT_THAT(plan.error().message, HasSubstr("tiny.gguf"));
  }

  test::TemporaryDirectory folder_;
};

TEST_F(RefusedFile, is_one_that_writes_no_text) {
  expect_refused(read("llama.attention.causal", {GgufValueType::kBool, std::int64_t{0}}),
                 "both directions");
  EXPECT_TRUE(read("llama.attention.causal", {GgufValueType::kBool, std::int64_t{1}}));
  expect_refused(read_whole("llama.pooling_type", 4), "rank");
  expect_refused(read_whole("llama.pooling_type", 7), "pooling type 7");
}

TEST_F(RefusedFile, is_one_with_keys_that_change_what_it_computes) {
  for (const char* key :
       {"attention.clamp_kqv", "attention.max_alibi_bias", "attn_logit_softcapping"})
    expect_refused(read(std::string("llama.") + key, 1.0), key);
  for (const char* key : {"attention.scale", "logit_scale", "residual_scale",
                          "rope.scaling.strange", "swiglu_clamp_exp", "expert_gating_func"})
    expect_refused(read(std::string("llama.") + key, 2.0), key);
  expect_refused(read_whole("llama.attention.value_length", 8), "values of another width");
}

TEST_F(RefusedFile, is_one_with_numbers_that_are_none) {
  for (const char* key :
       {"attention.layer_norm_rms_epsilon", "rope.freq_base", "rope.scaling.factor"})
    for (const double value : {kNaN, kInfinity, -kInfinity, -1.0})
      expect_refused(read(std::string("llama.") + key, value), "makes no sense");
}

TEST_F(RefusedFile, is_one_with_sizes_beyond_all_sense) {
  for (const char* key : {"block_count", "embedding_length", "context_length",
                          "feed_forward_length", "attention.head_count", "attention.head_count_kv",
                          "attention.key_length", "rope.dimension_count"})
    for (const std::int64_t value :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1'000'000'000},
          std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()})
      EXPECT_FALSE(read_whole(std::string("llama.") + key, value)) << key << " " << value;
}

}  // namespace
}  // namespace canter
