#include "model/sampling_defaults.h"

#include <gtest/gtest.h>

#include <fstream>

#include "model/model.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter {
namespace {

class SamplingDefaults : public testing::Test {
 protected:
  PartialSampling of_folder(const std::string& generation_config) {
    std::ofstream(folder_.path() / "generation_config.json") << generation_config;
    return read_sampling_defaults(folder_.path());
  }
  PartialSampling of_gguf(const GgufEntries& entries) {
    test::TinyModel shape;
    shape.change = [&](GgufContent& content) {
      content.metadata.insert(content.metadata.end(), entries.begin(), entries.end());
    };
    const auto path = folder_.path() / "m.gguf";
    test::write_tiny_model(path, shape);
    return summarise_model(path)->sampling;
  }
  static std::pair<std::string, GgufValue> real(const std::string& key, double value) {
    return {"general.sampling." + key, {GgufValueType::kFloat32, value}};
  }
  static std::pair<std::string, GgufValue> whole(const std::string& key, std::int64_t value) {
    return {"general.sampling." + key, {GgufValueType::kInt32, value}};
  }

  test::TemporaryDirectory folder_;
};

TEST_F(SamplingDefaults, are_those_of_generation_config) {
  EXPECT_EQ(
      of_folder(R"({"do_sample": true, "temperature": 0.6, "top_k": 20, "top_p": 0.95,
                          "min_p": 0.01, "repetition_penalty": 1.05, "eos_token_id": [1, 2]})"),
      (PartialSampling{
          .temperature = 0.6, .top_k = 20, .top_p = 0.95, .min_p = 0.01, .repeat_penalty = 1.05}));
}

TEST_F(SamplingDefaults, of_a_model_that_is_not_to_be_drawn_from_are_greedy) {
  EXPECT_EQ(of_folder(R"({"do_sample": false, "temperature": 0.9})").temperature, 0);
}

TEST_F(SamplingDefaults, of_a_file_that_names_none_is_damaged_or_missing_are_none) {
  EXPECT_EQ(read_sampling_defaults(folder_.path()), PartialSampling());
  for (const char* text :
       {"", "[1]", "{", R"({"eos_token_id": 2})", R"({"temperature": "hot", "top_k": null})",
        R"({"temperature": -1, "top_p": 0, "min_p": 3, "repetition_penalty": -2, "top_k": 1e300})"})
    EXPECT_EQ(of_folder(text), PartialSampling()) << text;
}

TEST_F(SamplingDefaults, are_those_of_a_gguf_file) {
  const PartialSampling sampling =
      of_gguf({real("temp", 0.5), whole("top_k", -1), real("top_p", 0.75), real("min_p", 0.25),
               real("penalty_repeat", 1.5), whole("penalty_last_n", 32)});
  EXPECT_EQ(sampling, (PartialSampling{.temperature = 0.5,
                                       .top_k = 0,
                                       .top_p = 0.75,
                                       .min_p = 0.25,
                                       .repeat_penalty = 1.5,
                                       .repeat_window = 32}));
  EXPECT_EQ(of_gguf({}), PartialSampling());
}

}  // namespace
}  // namespace canter
