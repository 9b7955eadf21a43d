#include "hub/hub_choice.h"

#include <gmock/gmock.h>

namespace canter::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

HubModel with(std::initializer_list<const char*> names) {
  HubModel model;
  model.repo = "owner/repo";
  for (const char* name : names) model.files.push_back({name, 10});
  return model;
}

std::vector<std::string> names(const Result<std::vector<HubFile>>& files) {
  std::vector<std::string> result;
  if (files)
    for (const HubFile& file : *files) result.push_back(file.name);
  return result;
}

TEST(HubChoice, finds_the_quantisation_in_a_name) {
  EXPECT_EQ(quantisation_in("model-q4_k_m.gguf"), "Q4_K_M");
  EXPECT_EQ(quantisation_in("Q8_0/model-00001-of-00002.gguf"), "Q8_0");
  EXPECT_EQ(quantisation_in("model.IQ4_XS.gguf"), "IQ4_XS");
  EXPECT_EQ(quantisation_in("gpt-oss-20b-mxfp4.gguf"), "MXFP4");
  EXPECT_EQ(quantisation_in("model-bf16.gguf"), "BF16");
  EXPECT_EQ(quantisation_in("model-fp16.gguf"), "F16");
  EXPECT_EQ(quantisation_in("model.gguf"), "");
}

TEST(HubChoice, takes_the_file_that_suits_most_people) {
  EXPECT_THAT(names(choose_files(with({"a-Q8_0.gguf", "a-F16.gguf", "a-Q4_0.gguf", "a-Q4_K_M.gguf",
                                       "a-Q2_K.gguf", "mmproj-a-Q4_K_M.gguf", "README.md"}),
                                 "")),
              ElementsAre("a-Q4_K_M.gguf"));
  EXPECT_THAT(names(choose_files(with({"a-Q8_0.gguf", "a-F16.gguf", "a-Q4_1.gguf"}), "")),
              ElementsAre("a-Q4_1.gguf"));
  EXPECT_THAT(names(choose_files(with({"a.gguf"}), "")), ElementsAre("a.gguf"));
}

TEST(HubChoice, takes_all_parts_of_a_split_model_in_their_order) {
  const HubModel model =
      with({"Q4_K_M/a-00002-of-00003.gguf", "Q4_K_M/a-00003-of-00003.gguf",
            "Q4_K_M/a-00001-of-00003.gguf", "a-Q8_0-00001-of-00002.gguf", "a-F16.gguf"});
  EXPECT_THAT(names(choose_files(model, "")),
              ElementsAre("Q4_K_M/a-00001-of-00003.gguf", "Q4_K_M/a-00002-of-00003.gguf",
                          "Q4_K_M/a-00003-of-00003.gguf"));
  EXPECT_THAT(names(choose_files(model, "a-00002-of-00003.gguf")), testing::SizeIs(3));
  // A part is missing.
  EXPECT_FALSE(choose_files(model, "Q8_0"));
  EXPECT_EQ(gguf_choices(model).front().bytes(), 30u);
}

TEST(HubChoice, takes_what_is_named) {
  const HubModel model = with({"a-Q8_0.gguf", "a-Q4_K_M.gguf", "notes.txt"});
  EXPECT_THAT(names(choose_files(model, "q8_0")), ElementsAre("a-Q8_0.gguf"));
  EXPECT_THAT(names(choose_files(model, "a-Q8_0.gguf")), ElementsAre("a-Q8_0.gguf"));
  EXPECT_THAT(names(choose_files(model, "notes.txt")), ElementsAre("notes.txt"));
  const auto missing = choose_files(model, "Q5_K_M");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, ErrorKind::kUsage);
  EXPECT_THAT(missing.error().message, HasSubstr("a-Q4_K_M.gguf"));
}

TEST(HubChoice, takes_a_folder_of_safetensors_where_there_is_no_gguf) {
  EXPECT_THAT(names(choose_files(with({"model-00001-of-00002.safetensors", "config.json",
                                       "model-00002-of-00002.safetensors", "tokenizer.json",
                                       "consolidated.safetensors", "model.safetensors.index.json",
                                       "onnx/model.safetensors", "README.md", "pytorch_model.bin"}),
                                 "")),
              ElementsAre("config.json", "tokenizer.json", "model.safetensors.index.json",
                          "model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"));
  const auto none = choose_files(with({"pytorch_model.bin", "config.json"}), "");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().kind, ErrorKind::kUnsupported);
}

TEST(HubChoice, knows_the_families_that_canter_runs) {
  HubModel model;
  EXPECT_EQ(runs(model), std::nullopt);
  model.family = "qwen3";
  model.gguf_family = true;
  EXPECT_EQ(runs(model), true);
  model.family = "gpt-oss";
  EXPECT_EQ(runs(model), true);
  model.family = "mamba";
  EXPECT_EQ(runs(model), false);
  model.gguf_family = false;
  model.family = "gpt_oss";
  EXPECT_EQ(runs(model), true);
}

}  // namespace
}  // namespace canter::test
