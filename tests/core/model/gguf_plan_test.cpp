#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "model/families/family.h"
#include "model/plan/uniform_shape.h"
#include "support/reference_results.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"
#include "windows_of.h"

namespace canter {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(GgufPlan, reads_the_starter) {
  const auto file = GgufFile::open(test::starter_gguf()).value();
  const auto config = uniform_shape(read_plan(ModelKeys::from_gguf(file)).value()).value();
  EXPECT_EQ(config.head_width, 64);
  EXPECT_EQ(config.feed_forward, 768);
  EXPECT_EQ(config.rotary.layout, RotaryLayout::kInterleaved);
  EXPECT_NEAR(config.norm_epsilon, 1e-5, 1e-9);
}

class GgufPlanError : public testing::Test {
 protected:
  Result<ModelPlan> read(const std::string& key, GgufValue value) {
    test::TinyModel shape;
    shape.change = [&](GgufContent& c) {
      std::erase_if(c.metadata, [&](const auto& entry) { return entry.first == key; });
      c.metadata.emplace_back(key, value);
    };
    return read_tiny(shape);
  }
  Result<ModelPlan> read_tiny(const test::TinyModel& shape) {
    test::write_tiny_model(folder_.path() / "tiny.gguf", shape);
    const auto file = GgufFile::open(folder_.path() / "tiny.gguf").value();
    return read_plan(ModelKeys::from_gguf(file));
  }
  /// As a file of another family, with further values; `keys` are without the architecture.
  Result<ModelPlan> read_as(const std::string& architecture,
                            const std::vector<std::pair<std::string, GgufValue>>& keys) {
    test::TinyModel shape;
    shape.change = [&](GgufContent& c) {
      const auto named = [&](const std::string& key) { return architecture + "." + key; };
      for (auto& [key, value] : c.metadata) {
        if (key.starts_with("llama.")) key = named(key.substr(6));
        if (key == "general.architecture") value.value = architecture;
      }
      for (const auto& [key, value] : keys) {
        std::erase_if(c.metadata, [&](const auto& entry) { return entry.first == named(key); });
        c.metadata.emplace_back(named(key), value);
      }
    };
    return read_tiny(shape);
  }
  static GgufValue number(std::int64_t n) { return {GgufValueType::kUint32, n}; }
  static GgufValue real(double n) { return {GgufValueType::kFloat32, n}; }
  static GgufValue list(std::vector<std::int64_t> numbers) {
    return {GgufValueType::kArray, GgufArray{GgufValueType::kUint32, std::move(numbers), {}, {}}};
  }

  test::TemporaryDirectory folder_;
};

TEST_F(GgufPlanError, names_a_value_that_makes_no_sense) {
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
              HasSubstr("factors of its rotary embedding are missing"));
  EXPECT_THAT(read("llama.rope.scaling.type", {GgufValueType::kString, std::string("spiral")})
                  .error()
                  .message,
              HasSubstr("\"spiral\""));
}

TEST_F(GgufPlanError, yarn_in_a_gguf_file_multiplies_its_own_magnitude) {
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
  const RotaryPlan rotary = read_tiny(shape).value().rotaries.at(0);
  EXPECT_EQ(rotary.scaling, RotaryScaling::kYarn);
  EXPECT_EQ(rotary.original_context, 64);
  EXPECT_NEAR(rotary_frequencies(rotary).magnitude, 0.5 * (0.1 * std::log(4.0) + 1), 1e-12);
}

TEST_F(GgufPlanError, layers_of_different_shapes_are_refused_where_the_family_has_none) {
  const auto plan = read("llama.attention.head_count_kv", list({2, 4}));
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().kind, ErrorKind::kUnsupported);
  const auto alike = read("llama.attention.head_count_kv", list({2, 2}));
  ASSERT_TRUE(alike) << alike.error().message;
  EXPECT_EQ(alike->attention(1)->kv_heads, 2);
}

TEST_F(GgufPlanError, layers_of_different_shapes_are_read_where_the_family_has_them) {
  const auto lfm2 = read_as(
      "lfm2", {{"attention.head_count_kv", list({0, 2})}, {"shortconv.l_cache", number(3)}});
  ASSERT_TRUE(lfm2) << lfm2.error().message;
  EXPECT_EQ(lfm2->attention(0), nullptr);
  EXPECT_EQ(std::get<ShortConvolutionPlan>(lfm2->layers[0].mixer).taps, 3);
  EXPECT_EQ(lfm2->attention(1)->kv_heads, 2);
  EXPECT_FALSE(uniform_shape(*lfm2));

  const auto gemma4 = read_as("gemma4", {{"attention.head_count_kv", list({4, 1})},
                                         {"attention.sliding_window", number(64)},
                                         {"attention.sliding_window_pattern", list({1, 0})},
                                         {"feed_forward_length", list({96, 192})}});
  ASSERT_TRUE(gemma4) << gemma4.error().message;
  EXPECT_THAT(windows_of(*gemma4), ElementsAre(64, 0));
  EXPECT_EQ(gemma4->attention(0)->kv_heads, 4);
  EXPECT_EQ(gemma4->attention(1)->kv_heads, 1);
  EXPECT_EQ(gemma4->layers[1].dense->width, 192);
}

TEST_F(GgufPlanError, refuses_by_name_what_changes_the_graph_and_is_not_known_for_the_family) {
  for (const auto& [key, value] :
       {std::pair{"llama.attention.clamp_kqv", real(8)},
        std::pair{"llama.attn_logit_softcapping", real(30)},
        std::pair{"llama.final_logit_softcapping", real(30)},
        std::pair{"llama.logit_scale", real(0.0625)}, std::pair{"llama.attention.scale", real(0.5)},
        std::pair{"llama.expert_group_count", number(4)},
        std::pair{"llama.ssm.state_size", number(16)}}) {
    const auto plan = read(key, value);
    ASSERT_FALSE(plan) << key;
    EXPECT_EQ(plan.error().kind, ErrorKind::kUnsupported) << plan.error().message;
    EXPECT_THAT(plan.error().message, HasSubstr(std::string(key).substr(6)));
  }
  EXPECT_TRUE(read("llama.attention.causal", {GgufValueType::kBool, std::int64_t{1}}));
  EXPECT_TRUE(read("llama.attention.clamp_kqv", real(0)));
  EXPECT_TRUE(read("llama.tensor_data_layout",
                   {GgufValueType::kString, std::string("Meta AI original pth")}));
}

TEST_F(GgufPlanError, refuses_what_is_no_number) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const double infinite = std::numeric_limits<double>::infinity();
  for (const char* key : {"llama.rope.freq_base", "llama.attention.layer_norm_rms_epsilon",
                          "llama.rope.scaling.factor"})
    for (const double value : {none, infinite, -infinite}) {
      const auto plan = read(key, real(value));
      ASSERT_FALSE(plan) << key << value;
      EXPECT_EQ(plan.error().kind, ErrorKind::kBadFile) << plan.error().message;
    }
}

}  // namespace
}  // namespace canter
