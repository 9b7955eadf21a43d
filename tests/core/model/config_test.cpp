#include "model/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "model/rotary.h"
#include "support/reference_results.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class HuggingFaceConfig : public testing::Test {
 protected:
  Result<ModelConfig> read(const json& changes) {
    json config = {{"model_type", "llama"},          {"hidden_size", 64},
                   {"num_hidden_layers", 2},         {"num_attention_heads", 4},
                   {"intermediate_size", 96},        {"vocab_size", 100},
                   {"max_position_embeddings", 4096}};
    config.merge_patch(changes);
    std::ofstream(folder_.path() / "config.json") << config;
    return read_config(folder_.path());
  }
  void expect_error(const json& changes, ErrorKind kind, const std::string& says) {
    const auto config = read(changes);
    ASSERT_FALSE(config) << changes;
    EXPECT_EQ(config.error().kind, kind) << changes;
    EXPECT_THAT(config.error().message, HasSubstr(says));
  }

  test::TemporaryDirectory folder_;
};

TEST_F(HuggingFaceConfig, fills_in_what_the_library_takes_for_granted) {
  const auto config = read(json::object()).value();
  EXPECT_EQ(config.kv_heads, 4);
  EXPECT_EQ(config.head_width, 16);
  EXPECT_EQ(config.rotary.base, 10000);
  EXPECT_EQ(config.rotary.layout, RotaryLayout::kHalves);
  EXPECT_EQ(config.rotary.scaling, RotaryScaling::kNone);
}

TEST_F(HuggingFaceConfig, takes_a_head_width_of_its_own) {
  EXPECT_EQ(read({{"head_dim", 32}})->head_width, 32);
}

TEST_F(HuggingFaceConfig, reads_the_common_rotary_scalings) {
  EXPECT_EQ(read({{"rope_scaling", {{"type", "linear"}, {"factor", 2.0}}}})->rotary.factor, 2);
  const auto llama3 = read({{"rope_scaling",
                             {{"rope_type", "llama3"},
                              {"factor", 8.0},
                              {"low_freq_factor", 1.0},
                              {"high_freq_factor", 4.0},
                              {"original_max_position_embeddings", 8192}}}})
                          ->rotary;
  EXPECT_EQ(llama3.scaling, RotaryScaling::kLlama3);
  EXPECT_EQ(llama3.original_context, 8192);
  const auto yarn = read({{"rope_scaling", {{"rope_type", "yarn"}, {"factor", 4.0}}}})->rotary;
  EXPECT_EQ(yarn.scaling, RotaryScaling::kYarn);
  EXPECT_EQ(yarn.original_context, 4096) << "the model's own context unless it says otherwise";
  const auto dynamic = read({{"rope_scaling", {{"type", "dynamic"}, {"factor", 2.0}}}})->rotary;
  EXPECT_EQ(dynamic.scaling, RotaryScaling::kNone);
  EXPECT_EQ(read({{"rope_scaling", nullptr}})->rotary.scaling, RotaryScaling::kNone);
}

TEST_F(HuggingFaceConfig, reads_the_same_from_old_and_new_names_of_the_rotary_keys) {
  const json llama3 = {{"rope_type", "llama3"},
                       {"factor", 8.0},
                       {"low_freq_factor", 1.0},
                       {"high_freq_factor", 4.0},
                       {"original_max_position_embeddings", 64}};
  const json yarn = {{"rope_type", "yarn"}, {"factor", 4.0}, {"beta_fast", 16}};
  const json linear = {{"rope_type", "linear"}, {"factor", 2.0}};
  const json none = {{"rope_type", "default"}};
  for (const json& scaling : {llama3, yarn, linear, none}) {
    const auto older = read({{"rope_theta", 5000.0}, {"rope_scaling", scaling}})->rotary;
    json parameters = scaling;
    parameters["rope_theta"] = 5000.0;
    const auto newer = read({{"rope_parameters", parameters}})->rotary;
    EXPECT_EQ(newer.base, 5000) << scaling;
    EXPECT_EQ(newer.scaling, older.scaling) << scaling;
    EXPECT_EQ(rotary_frequencies(newer).per_position, rotary_frequencies(older).per_position);
    EXPECT_EQ(rotary_frequencies(newer).magnitude, rotary_frequencies(older).magnitude);
  }
  EXPECT_EQ(read({{"rope_parameters", nullptr}, {"rope_theta", 5000.0}})->rotary.base, 5000);
}

TEST_F(HuggingFaceConfig, prefers_the_rotary_keys_that_the_library_prefers) {
  const auto rotary = read({{"rope_theta", 1.0e6},
                            {"rope_parameters", {{"rope_theta", 5000.0}, {"factor", 2.0}}},
                            {"rope_scaling", {{"type", "linear"}, {"factor", 4.0}}}})
                          ->rotary;
  EXPECT_EQ(rotary.base, 1.0e6);
  EXPECT_EQ(rotary.factor, 4);
  EXPECT_EQ(
      read({{"rope_theta", 1.0e6}, {"rope_parameters", {{"rope_theta", 5000.0}}}})->rotary.base,
      5000);
}

TEST_F(HuggingFaceConfig, refuses_rotary_embeddings_that_the_graph_does_not_have) {
  expect_error({{"rope_parameters",
                 {{"full_attention", {{"rope_theta", 1.0e6}}},
                  {"sliding_attention", {{"rope_theta", 1.0e4}}}}}},
               ErrorKind::kUnsupported,
               "differ between layers (rope_parameters of \"full_attention\")");
  expect_error({{"partial_rotary_factor", 0.5}}, ErrorKind::kUnsupported, "turned in part");
  expect_error({{"rope_parameters", {{"partial_rotary_factor", 0.5}}}}, ErrorKind::kUnsupported,
               "turned in part");
  expect_error({{"rope_scaling", {{"type", "yarn"}, {"factor", 4.0}, {"truncate", false}}}},
               ErrorKind::kUnsupported, "truncate");
}

TEST_F(HuggingFaceConfig, yarn_takes_its_magnitude_as_its_keys_say) {
  const auto magnitude = [&](json keys) {
    keys["rope_type"] = "yarn";
    return rotary_frequencies(read({{"rope_scaling", keys}})->rotary).magnitude;
  };
  EXPECT_NEAR(magnitude({{"factor", 4.0}}), 0.1 * std::log(4.0) + 1, 1e-12);
  EXPECT_NEAR(magnitude({{"original_max_position_embeddings", 1024}}), 0.1 * std::log(4.0) + 1,
              1e-12)
      << "without a factor it is the context's";
  EXPECT_NEAR(magnitude({{"factor", 4.0}, {"attention_factor", 0.5}}), 0.5, 1e-12);
  EXPECT_NEAR(magnitude({{"factor", 4.0}, {"mscale", 1.0}, {"mscale_all_dim", 1.0}}), 1, 1e-12);
  EXPECT_NEAR(magnitude({{"factor", 4.0}, {"mscale", 2.0}, {"mscale_all_dim", 1.0}}),
              (0.2 * std::log(4.0) + 1) / (0.1 * std::log(4.0) + 1), 1e-12);
}

TEST_F(HuggingFaceConfig, a_sliding_window_bounds_the_context) {
  const auto config = read({{"model_type", "mistral"}, {"sliding_window", 512}}).value();
  EXPECT_EQ(config.architecture, "llama") << "Mistral runs Llama's graph";
  EXPECT_EQ(config.context, 512);
  EXPECT_EQ(read({{"sliding_window", 512}, {"use_sliding_window", true}})->context, 512);
}

TEST_F(HuggingFaceConfig, a_sliding_window_that_is_not_used_bounds_nothing) {
  EXPECT_EQ(read({{"sliding_window", 512}, {"use_sliding_window", false}})->context, 4096);
  EXPECT_EQ(read({{"sliding_window", nullptr}})->context, 4096);
}

TEST_F(HuggingFaceConfig, refuses_what_it_does_not_run_and_says_what_it_does) {
  expect_error({{"model_type", "gpt2"}}, ErrorKind::kUnsupported, "llama");
  expect_error({{"hidden_act", "gelu"}}, ErrorKind::kUnsupported, "silu");
  expect_error({{"attention_bias", true}}, ErrorKind::kUnsupported, "bias");
  expect_error({{"rope_scaling", {{"type", "longrope"}}}}, ErrorKind::kUnsupported, "longrope");
  expect_error({{"model_type", "a\nb"}}, ErrorKind::kUnsupported, "\"a?b\"");
}

TEST_F(HuggingFaceConfig, refuses_numbers_that_make_no_sense) {
  expect_error({{"num_hidden_layers", 0}}, ErrorKind::kBadFile, "layers");
  expect_error({{"num_hidden_layers", -3}}, ErrorKind::kBadFile, "layers");
  expect_error({{"hidden_size", 1e300}}, ErrorKind::kBadFile, "width");
  expect_error({{"num_key_value_heads", 3}}, ErrorKind::kBadFile, "3 key/value heads");
  expect_error({{"head_dim", 15}}, ErrorKind::kBadFile, "15");
  expect_error({{"vocab_size", "many"}}, ErrorKind::kBadFile, "vocabulary");
  expect_error({{"rms_norm_eps", 0}}, ErrorKind::kBadFile, "epsilon");
  expect_error({{"rope_scaling", {{"type", "linear"}, {"factor", 1e-310}}}}, ErrorKind::kBadFile,
               "angles that are no numbers");
}

TEST_F(HuggingFaceConfig, refuses_a_file_that_is_not_json) {
  std::ofstream(folder_.path() / "config.json") << "{\"hidden_size\": ";
  EXPECT_EQ(read_config(folder_.path()).error().kind, ErrorKind::kBadFile);
}

TEST(GgufConfig, reads_the_starter) {
  const auto file = GgufFile::open(test::starter_gguf()).value();
  const auto config = read_config(file).value();
  EXPECT_EQ(config.head_width, 64);
  EXPECT_EQ(config.feed_forward, 768);
  EXPECT_EQ(config.rotary.layout, RotaryLayout::kInterleaved);
  EXPECT_NEAR(config.norm_epsilon, 1e-5, 1e-9);
}

class GgufConfigError : public testing::Test {
 protected:
  Result<ModelConfig> read(const std::string& key, GgufValue value) {
    test::TinyModel shape;
    shape.change = [&](GgufContent& c) {
      std::erase_if(c.metadata, [&](const auto& entry) { return entry.first == key; });
      c.metadata.emplace_back(key, value);
    };
    test::write_tiny_model(folder_.path() / "tiny.gguf", shape);
    return read_config(GgufFile::open(folder_.path() / "tiny.gguf").value());
  }
  test::TemporaryDirectory folder_;
};

TEST_F(GgufConfigError, names_a_value_that_makes_no_sense) {
  const auto number = [](std::int64_t n) { return GgufValue{GgufValueType::kUint32, n}; };
  EXPECT_THAT(read("llama.block_count", number(0)).error().message, HasSubstr("layers"));
  EXPECT_THAT(read("llama.attention.head_count_kv", number(3)).error().message,
              HasSubstr("3 key/value heads"));
  EXPECT_THAT(read("llama.context_length", number(0xffffffff)).error().message,
              HasSubstr("context"));
  EXPECT_THAT(read("llama.rope.freq_base", {GgufValueType::kFloat32, -1.0}).error().message,
              HasSubstr("rotary base"));
  EXPECT_THAT(read("llama.rope.scaling.type", {GgufValueType::kString, std::string("longrope")})
                  .error()
                  .message,
              HasSubstr("longrope"));
}

TEST_F(GgufConfigError, yarn_in_a_gguf_file_multiplies_its_own_magnitude) {
  test::TinyModel shape;
  shape.change = [](GgufContent& c) {
    const auto add = [&](const char* key, GgufValueType type, auto value) {
      c.metadata.emplace_back(std::string("llama.rope.scaling.") + key, GgufValue{type, value});
    };
    add("type", GgufValueType::kString, std::string("yarn"));
    add("factor", GgufValueType::kFloat32, 4.0);
    add("original_context_length", GgufValueType::kUint32, std::int64_t{64});
    add("attn_factor", GgufValueType::kFloat32, 0.5);
  };
  test::write_tiny_model(folder_.path() / "tiny.gguf", shape);
  const auto rotary = read_config(GgufFile::open(folder_.path() / "tiny.gguf").value())->rotary;
  EXPECT_EQ(rotary.scaling, RotaryScaling::kYarn);
  EXPECT_EQ(rotary.original_context, 64);
  EXPECT_NEAR(rotary_frequencies(rotary).magnitude, 0.5 * (0.1 * std::log(4.0) + 1), 1e-12);
}

TEST_F(GgufConfigError, layers_of_different_shapes_are_refused_by_name) {
  const GgufArray heads{GgufValueType::kUint32, {2, 4}, {}, {}};
  const auto config = read("llama.attention.head_count_kv", {GgufValueType::kArray, heads});
  ASSERT_FALSE(config);
  EXPECT_EQ(config.error().kind, ErrorKind::kUnsupported);
}

}  // namespace
}  // namespace canter
