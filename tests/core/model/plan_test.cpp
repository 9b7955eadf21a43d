#include "model/plan/model_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>

#include "model/families/family.h"
#include "model/plan/uniform_shape.h"
#include "support/temporary_directory.h"
#include "windows_of.h"

namespace canter {
namespace {

using nlohmann::json;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;

class FolderPlan : public testing::Test {
 protected:
  Result<ModelPlan> read(const json& changes) {
    json config = {{"model_type", "llama"},          {"hidden_size", 64},
                   {"num_hidden_layers", 2},         {"num_attention_heads", 4},
                   {"intermediate_size", 96},        {"vocab_size", 100},
                   {"max_position_embeddings", 4096}};
    config.merge_patch(changes);
    return read_text(config.dump());
  }
  Result<ModelPlan> read_text(const std::string& config) {
    std::ofstream(folder_.path() / "config.json") << config;
    const auto keys = ModelKeys::from_folder(folder_.path());
    if (!keys) return propagate(keys);
    return read_plan(*keys);
  }
  UniformShape shape(const json& changes) { return uniform_shape(read(changes).value()).value(); }
  RotaryPlan rotary(const json& changes) { return read(changes).value().rotaries.at(0); }

  void expect_error(const json& changes, ErrorKind kind, const std::string& says) {
    const auto plan = read(changes);
    ASSERT_FALSE(plan) << changes;
    EXPECT_EQ(plan.error().kind, kind) << changes << " " << plan.error().message;
    EXPECT_THAT(plan.error().message, HasSubstr(says));
    EXPECT_THAT(plan.error().message, HasSubstr("config.json"));
    EXPECT_THAT(plan.error().message, testing::Not(HasSubstr("\n")));
  }

  test::TemporaryDirectory folder_;
};

TEST_F(FolderPlan, fills_in_what_the_library_takes_for_granted) {
  const auto config = shape(json::object());
  EXPECT_EQ(config.kv_heads, 4);
  EXPECT_EQ(config.head_width, 16);
  EXPECT_EQ(config.rotary.base, 10000);
  EXPECT_EQ(config.rotary.layout, RotaryLayout::kHalves);
  EXPECT_EQ(config.rotary.scaling, RotaryScaling::kNone);
}

TEST_F(FolderPlan, takes_a_head_width_of_its_own) {
  EXPECT_EQ(shape({{"head_dim", 32}}).head_width, 32);
}

TEST_F(FolderPlan, reads_the_common_rotary_scalings) {
  EXPECT_EQ(rotary({{"rope_scaling", {{"type", "linear"}, {"factor", 2.0}}}}).factor, 2);
  const auto llama3 = rotary({{"rope_scaling",
                               {{"rope_type", "llama3"},
                                {"factor", 8.0},
                                {"low_freq_factor", 1.0},
                                {"high_freq_factor", 4.0},
                                {"original_max_position_embeddings", 8192}}}});
  EXPECT_EQ(llama3.scaling, RotaryScaling::kLlama3);
  EXPECT_EQ(llama3.original_context, 8192);
  const auto yarn = rotary({{"rope_scaling", {{"rope_type", "yarn"}, {"factor", 4.0}}}});
  EXPECT_EQ(yarn.scaling, RotaryScaling::kYarn);
  EXPECT_EQ(yarn.original_context, 4096) << "the model's own context unless it says otherwise";
  const auto dynamic = rotary({{"rope_scaling", {{"type", "dynamic"}, {"factor", 2.0}}}});
  EXPECT_EQ(dynamic.scaling, RotaryScaling::kNone);
  EXPECT_EQ(rotary({{"rope_scaling", nullptr}}).scaling, RotaryScaling::kNone);
}

TEST_F(FolderPlan, reads_the_same_from_old_and_new_names_of_the_rotary_keys) {
  const json llama3 = {{"rope_type", "llama3"},
                       {"factor", 8.0},
                       {"low_freq_factor", 1.0},
                       {"high_freq_factor", 4.0},
                       {"original_max_position_embeddings", 64}};
  const json yarn = {{"rope_type", "yarn"}, {"factor", 4.0}, {"beta_fast", 16}};
  const json linear = {{"rope_type", "linear"}, {"factor", 2.0}};
  const json none = {{"rope_type", "default"}};
  for (const json& scaling : {llama3, yarn, linear, none}) {
    const auto older = rotary({{"rope_theta", 5000.0}, {"rope_scaling", scaling}});
    json parameters = scaling;
    parameters["rope_theta"] = 5000.0;
    const auto newer = rotary({{"rope_parameters", parameters}});
    EXPECT_EQ(newer.base, 5000) << scaling;
    EXPECT_EQ(newer.scaling, older.scaling) << scaling;
    EXPECT_EQ(rotary_frequencies(newer).per_position, rotary_frequencies(older).per_position);
    EXPECT_EQ(rotary_frequencies(newer).magnitude, rotary_frequencies(older).magnitude);
  }
  EXPECT_EQ(rotary({{"rope_parameters", nullptr}, {"rope_theta", 5000.0}}).base, 5000);
}

TEST_F(FolderPlan, prefers_the_rotary_keys_that_the_library_prefers) {
  const RotaryPlan older = rotary({{"rope_theta", 1.0e6},
                                   {"rope_parameters", {{"rope_theta", 5000.0}, {"factor", 2.0}}},
                                   {"rope_scaling", {{"type", "linear"}, {"factor", 4.0}}}});
  EXPECT_EQ(older.base, 1.0e6);
  EXPECT_EQ(older.factor, 4);
  EXPECT_EQ(rotary({{"rope_theta", 1.0e6}, {"rope_parameters", {{"rope_theta", 5000.0}}}}).base,
            5000);
}

TEST_F(FolderPlan, refuses_rotary_embeddings_that_differ_between_layers_where_the_graph_does_not) {
  const json different = {{"rope_parameters",
                           {{"full_attention", {{"rope_theta", 1.0e6}}},
                            {"sliding_attention", {{"rope_theta", 1.0e4}}}}}};
  expect_error(different, ErrorKind::kUnsupported, "\"rope_parameters.full_attention.rope_theta\"");
  json gemma = different;
  gemma["model_type"] = "gemma3_text";
  const ModelPlan plan = read(gemma).value();
  EXPECT_EQ(plan.rotaries.at(0).base, 1e6);
  EXPECT_EQ(plan.rotaries.at(1).base, 1e4);
}

TEST_F(FolderPlan, turns_a_part_of_each_head_where_the_file_says_so) {
  EXPECT_EQ(rotary({{"partial_rotary_factor", 0.5}}).width, 8);
  EXPECT_EQ(rotary({{"rope_parameters", {{"partial_rotary_factor", 0.25}}}}).width, 4);
  EXPECT_EQ(rotary(json::object()).width, 16);
  for (const json& part : {json(0), json(-0.5), json(1.5), json(1e300), json("half"), json(0.19)})
    expect_error({{"partial_rotary_factor", part}}, ErrorKind::kBadFile, "rotary width");
}

TEST_F(FolderPlan, longrope_has_factors_for_short_and_long_sequences) {
  const json factors = json::array({1, 1, 1, 1, 2, 2, 2, 2});
  const json longer = json::array({2, 2, 2, 2, 8, 8, 8, 8});
  const ModelPlan plan =
      read({{"model_type", "phi3"},
            {"original_max_position_embeddings", 1024},
            {"rope_scaling",
             {{"type", "longrope"}, {"short_factor", factors}, {"long_factor", longer}}}})
          .value();
  EXPECT_EQ(plan.short_context(), 1024);
  const RotaryPlan& rotary = plan.rotaries.at(0);
  EXPECT_EQ(rotary.scaling, RotaryScaling::kLongRope);
  const auto near = rotary_frequencies(rotary), far = rotary_frequencies(rotary, true);
  EXPECT_DOUBLE_EQ(near.per_position[0], 1);
  EXPECT_DOUBLE_EQ(far.per_position[0], 0.5);
  EXPECT_DOUBLE_EQ(near.per_position[7], 4 * far.per_position[7]);
  EXPECT_NEAR(near.magnitude, std::sqrt(1 + std::log(4.0) / std::log(1024.0)), 1e-12)
      << "the context is four times the original one";
  EXPECT_EQ(far.magnitude, near.magnitude);
}

TEST_F(FolderPlan, longrope_without_factors_or_with_too_few_of_them_is_refused) {
  expect_error({{"rope_scaling", {{"type", "longrope"}}}}, ErrorKind::kBadFile, "longrope");
  expect_error({{"rope_scaling",
                 {{"type", "longrope"},
                  {"short_factor", json::array({1, 2})},
                  {"long_factor", json::array({1, 2})}}}},
               ErrorKind::kBadFile, "2 factors instead of 8");
  const json zeros = json::array({0, 0, 0, 0, 0, 0, 0, 0});
  expect_error(
      {{"rope_scaling", {{"type", "longrope"}, {"short_factor", zeros}, {"long_factor", zeros}}}},
      ErrorKind::kBadFile, "angles that are no numbers");
}

TEST_F(FolderPlan, yarn_rounds_the_limits_of_its_ramp_unless_told_not_to) {
  const json yarn = {
      {"rope_type", "yarn"}, {"factor", 4.0}, {"original_max_position_embeddings", 1024}};
  json exact = yarn;
  exact["truncate"] = false;
  EXPECT_TRUE(rotary({{"rope_scaling", yarn}}).round_limits);
  EXPECT_FALSE(rotary({{"rope_scaling", exact}}).round_limits);
  EXPECT_NE(rotary_frequencies(rotary({{"rope_scaling", yarn}})).per_position,
            rotary_frequencies(rotary({{"rope_scaling", exact}})).per_position);
}

TEST_F(FolderPlan, yarn_takes_its_magnitude_as_its_keys_say) {
  const auto magnitude = [&](json keys) {
    keys["rope_type"] = "yarn";
    return rotary_frequencies(rotary({{"rope_scaling", keys}})).magnitude;
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

TEST_F(FolderPlan, a_sliding_window_bounds_what_a_row_sees_and_not_the_context) {
  const auto plan = read({{"model_type", "mistral"}, {"sliding_window", 512}}).value();
  EXPECT_EQ(plan.architecture, "llama") << "Mistral runs Llama's graph";
  EXPECT_EQ(plan.context, 4096);
  EXPECT_THAT(windows_of(plan), ElementsAre(512, 512));
  EXPECT_THAT(windows_of(read({{"sliding_window", 512}, {"use_sliding_window", true}}).value()),
              Each(512));
}

TEST_F(FolderPlan, a_sliding_window_that_is_not_used_bounds_nothing) {
  EXPECT_THAT(windows_of(read({{"sliding_window", 512}, {"use_sliding_window", false}}).value()),
              Each(0));
  EXPECT_THAT(windows_of(read({{"sliding_window", nullptr}}).value()), Each(0));
  EXPECT_THAT(windows_of(read({{"model_type", "qwen2"}, {"sliding_window", 512}}).value()), Each(0))
      << "Qwen has to switch it on";
}

TEST_F(FolderPlan, some_layers_have_a_window_and_others_see_all) {
  const auto qwen = read({{"model_type", "qwen2"},
                          {"num_hidden_layers", 4},
                          {"use_sliding_window", true},
                          {"max_window_layers", 3},
                          {"sliding_window", 64}})
                        .value();
  EXPECT_THAT(windows_of(qwen), ElementsAre(0, 0, 0, 64));
  const auto gemma2 =
      read({{"model_type", "gemma2"}, {"num_hidden_layers", 4}, {"sliding_window", 64}}).value();
  EXPECT_THAT(windows_of(gemma2), ElementsAre(64, 0, 64, 0));
  const auto gemma3 = read({{"model_type", "gemma3_text"},
                            {"num_hidden_layers", 4},
                            {"sliding_window", 64},
                            {"sliding_window_pattern", 3}})
                          .value();
  EXPECT_THAT(windows_of(gemma3), ElementsAre(64, 64, 0, 64));
  const auto named = read({{"model_type", "gemma3_text"},
                           {"sliding_window", 64},
                           {"layer_types", {"full_attention", "sliding_attention"}}})
                         .value();
  EXPECT_THAT(windows_of(named), ElementsAre(0, 64));
}

TEST_F(FolderPlan, projections_have_biases_where_the_file_says_so) {
  const auto plan = read({{"attention_bias", true}, {"mlp_bias", true}}).value();
  EXPECT_TRUE(plan.attention(1)->input_bias);
  EXPECT_TRUE(plan.attention(1)->output_bias);
  EXPECT_TRUE(plan.layers[1].dense->bias);
  const auto usual = read({{"attention_bias", false}, {"mlp_bias", false}}).value();
  EXPECT_FALSE(usual.attention(1)->input_bias);
  EXPECT_FALSE(usual.layers[1].dense->bias);
}

TEST_F(FolderPlan, the_text_models_part_of_a_multimodal_one_counts) {
  const auto plan = read({{"model_type", "gemma3"},
                          {"hidden_size", 8},
                          {"text_config", {{"hidden_size", 128}, {"head_dim", 32}}},
                          {"vision_config", {{"hidden_size", 16}, {"hidden_act", "gelu"}}}});
  ASSERT_TRUE(plan) << plan.error().message;
  EXPECT_EQ(plan->width, 128);
  EXPECT_EQ(plan->attention(0)->head_width, 32);
}

TEST_F(FolderPlan, an_unknown_family_is_refused_with_the_names_of_those_that_are_known) {
  for (const Family* family : families())
    expect_error({{"model_type", "gpt2"}}, ErrorKind::kUnsupported,
                 std::string(family->architecture));
  expect_error({{"model_type", "gpt2"}}, ErrorKind::kUnsupported, "\"gpt2\"");
  expect_error({{"model_type", "a\nb"}}, ErrorKind::kUnsupported, "\"a?b\"");
  expect_error({{"model_type", nullptr}}, ErrorKind::kBadFile, "architecture");
  expect_error({{"model_type", 7}}, ErrorKind::kBadFile, "architecture");
}

TEST_F(FolderPlan, refuses_another_activation_and_says_which_it_runs) {
  expect_error({{"hidden_act", "gelu"}}, ErrorKind::kUnsupported, "silu");
  expect_error({{"model_type", "gemma2"}, {"hidden_activation", "relu"}}, ErrorKind::kUnsupported,
               "gelu_pytorch_tanh");
}

TEST_F(FolderPlan, refuses_by_name_what_changes_the_graph_and_is_not_known_for_the_family) {
  const json changes = {{"attn_logit_softcapping", 30.0},
                        {"clip_qkv", 8.0},
                        {"final_logit_softcapping", 30.0},
                        {"query_pre_attn_scalar", 256},
                        {"residual_multiplier", 0.22},
                        {"use_qk_norm", true},
                        {"num_kv_shared_layers", 2},
                        {"n_routed_experts", 64},
                        {"alibi", true},
                        {"layer_types", {"full_attention", "linear_attention"}}};
  for (const auto& [key, value] : changes.items())
    expect_error({{key, value}}, ErrorKind::kUnsupported, "\"" + key + "\"");
  expect_error({{"rope_scaling", {{"type", "linear"}, {"factor", 2.0}, {"new_factor", 3.0}}}},
               ErrorKind::kUnsupported, "\"rope_scaling.new_factor\"");
  expect_error({{"rope_scaling", {{"type", "spiral"}, {"factor", 2.0}}}}, ErrorKind::kUnsupported,
               "\"spiral\"");
}

TEST_F(FolderPlan, takes_what_changes_nothing) {
  for (const json& changes :
       {json{{"clip_qkv", nullptr}}, json{{"use_qk_norm", false}}, json{{"n_group", 1}},
        json{{"mlp_only_layers", json::array()}}, json{{"residual_multiplier", 1.0}},
        json{{"num_local_experts", 0}}, json{{"initializer_range", 0.02}},
        json{{"attention_dropout", 0.5}}, json{{"something_new", "here"}},
        json{{"rope_scaling", {{"rope_type", "default"}}}}}) {
    const auto plan = read(changes);
    EXPECT_TRUE(plan) << changes << plan.error().message;
  }
}

TEST_F(FolderPlan, refuses_numbers_that_make_no_sense) {
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

TEST_F(FolderPlan, refuses_any_size_that_is_zero_negative_or_huge_before_it_allocates) {
  for (const char* key :
       {"num_hidden_layers", "hidden_size", "num_attention_heads", "num_key_value_heads",
        "head_dim", "intermediate_size", "vocab_size", "max_position_embeddings"})
    for (const json& value : {json(0), json(-1), json(1'000'000'000), json(std::int64_t{1} << 31),
                              json(std::numeric_limits<std::uint64_t>::max()), json(1e300),
                              json(-1e300), json("12"), json(true), json::array()})
      expect_error({{key, value}}, ErrorKind::kBadFile, "get it again");
}

TEST_F(FolderPlan, refuses_mixtures_that_make_no_sense) {
  const json moe = {{"model_type", "qwen3_moe"},
                    {"num_experts", 8},
                    {"num_experts_per_tok", 2},
                    {"moe_intermediate_size", 32}};
  ASSERT_TRUE(read(moe)) << read(moe).error().message;
  const auto with = [&](const char* key, const json& value) {
    json changed = moe;
    changed[key] = value;
    return changed;
  };
  expect_error(with("num_experts_per_tok", 9), ErrorKind::kBadFile, "9 of 8 experts");
  for (const json& value : {json(0), json(-1), json(1e300)})
    expect_error(with("num_experts_per_tok", value), ErrorKind::kBadFile, "0 of 8 experts");
  expect_error(with("num_experts", 1'000'000'000), ErrorKind::kBadFile, "number of experts");
  for (const json& value : {json(0), json(-1), json(1'000'000'000)})
    expect_error(with("moe_intermediate_size", value), ErrorKind::kBadFile, "width of an expert");
}

TEST_F(FolderPlan, refuses_layers_that_keep_states_of_sizes_that_make_no_sense) {
  const json lfm2 = {
      {"model_type", "lfm2"}, {"layer_types", {"conv", "full_attention"}}, {"conv_L_cache", 3}};
  ASSERT_TRUE(read(lfm2)) << read(lfm2).error().message;
  EXPECT_TRUE(read(lfm2)->has_states());
  const json delta = {{"model_type", "qwen3_5_text"}, {"linear_num_key_heads", 2},
                      {"linear_num_value_heads", 4},  {"linear_key_head_dim", 8},
                      {"linear_value_head_dim", 8},   {"linear_conv_kernel_dim", 4}};
  ASSERT_TRUE(read(delta)) << read(delta).error().message;
  const auto with = [](json base, const std::string& key, const json& value) {
    base[key] = value;
    return base;
  };
  for (const json& value : {json(0), json(-1), json(1'000'000'000), json(1e300), json("four")}) {
    expect_error(with(lfm2, "conv_L_cache", value), ErrorKind::kBadFile, "taps");
    expect_error(with(delta, "linear_conv_kernel_dim", value), ErrorKind::kBadFile, "taps");
    for (const char* key : {"linear_num_key_heads", "linear_num_value_heads", "linear_key_head_dim",
                            "linear_value_head_dim"})
      expect_error(with(delta, key, value), ErrorKind::kBadFile, "delta net");
  }
  expect_error(with(delta, "linear_num_key_heads", 3), ErrorKind::kBadFile, "share");
}

TEST_F(FolderPlan, refuses_numbers_of_the_rotary_embedding_that_make_no_sense) {
  for (const json& base : {json(0), json(1), json(-10000), json("many"), json(true)})
    expect_error({{"rope_theta", base}}, ErrorKind::kBadFile, "rotary base");
  for (const char* type : {"linear", "yarn", "llama3"})
    for (const json& factor : {json(0), json(-1), json("two")})
      expect_error({{"rope_scaling", {{"rope_type", type}, {"factor", factor}}}},
                   ErrorKind::kBadFile, "rotary factor");
  for (const char* type : {"yarn", "llama3"})
    for (const json& context : {json(0), json(-8), json("long")})
      expect_error(
          {{"rope_scaling",
            {{"rope_type", type}, {"factor", 2.0}, {"original_max_position_embeddings", context}}}},
          ErrorKind::kBadFile, "original context");
}

TEST_F(FolderPlan, any_family_refuses_absurd_sizes_or_has_a_sound_plan) {
  for (const Family* family : families())
    for (const std::string_view type : family->folder_types)
      for (const char* key :
           {"num_hidden_layers", "hidden_size", "num_attention_heads", "intermediate_size"})
        for (const json& value : {json(0), json(-1), json(1 << 30), json(1e300)}) {
          const auto plan = read({{"model_type", type}, {key, value}});
          if (plan) {
            EXPECT_TRUE(check_plan(*plan, folder_.path())) << type << " " << key << " " << value;
          } else {
            EXPECT_THAT(plan.error().message, HasSubstr("config.json"));
          }
        }
}

TEST_F(FolderPlan, pools_as_the_files_of_sentence_transformers_say) {
  EXPECT_FALSE(read(json::object())->pooling);
  std::filesystem::create_directory(folder_.path() / "1_Pooling");
  const auto says = [&](const json& pooling) {
    std::ofstream(folder_.path() / "1_Pooling/config.json") << pooling;
  };
  says({{"pooling_mode_mean_tokens", false}, {"pooling_mode_lasttoken", true}});
  EXPECT_EQ(read(json::object())->pooling, Pooling::kLast);
  says({{"pooling_mode_max_tokens", true}});
  expect_error(json::object(), ErrorKind::kUnsupported, "pooling_mode_max_tokens");
  says({{"pooling_mode_mean_tokens", true}});
  std::ofstream(folder_.path() / "modules.json")
      << json::array({{{"type", "sentence_transformers.models.Pooling"}}});
  EXPECT_EQ(read(json::object())->pooling, Pooling::kMean);
  std::ofstream(folder_.path() / "modules.json")
      << json::array({{{"type", "sentence_transformers.models.Dense"}}});
  expect_error(json::object(), ErrorKind::kUnsupported, "one more layer");
}

TEST_F(FolderPlan, refuses_a_file_that_is_not_json) {
  for (const char* text : {"{\"hidden_size\": ", "", "[]", "7", "null", "{\"hidden_size\": NaN}",
                           "{\"hidden_size\": 1e999}"}) {
    const auto plan = read_text(text);
    ASSERT_FALSE(plan) << text;
    EXPECT_EQ(plan.error().kind, ErrorKind::kBadFile);
  }
}

}  // namespace
}  // namespace canter
