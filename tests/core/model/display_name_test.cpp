#include "model/display_name.h"

#include <gtest/gtest.h>

#include <map>

#include "model/model.h"
#include "support/changed_gguf.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter {
namespace {

const std::string kSmolLm2Run = "Smollm2 135M 8k Lc100K Mix1 Ep2";

TEST(DisplayName, is_what_the_files_say_else_what_the_file_is_called) {
  EXPECT_EQ(display_name("/models/a.gguf", "Mistral 7B"), "Mistral 7B");
  EXPECT_EQ(display_name("/models/a.gguf", ""), "a");
  EXPECT_EQ(display_name("/models/a-00001-of-00002.gguf", ""), "a");
}

TEST(DisplayName, is_the_repository_of_a_folder_in_the_hugging_face_cache) {
  EXPECT_EQ(display_name("/hub/models--org--some-name/snapshots/0123abc", "0123abc"),
            "org/some-name");
  EXPECT_EQ(display_name("/models/0123abc", "0123abc"), "0123abc");
}

TEST(DisplayName, is_a_proper_one_for_the_model_that_one_meets_first) {
  EXPECT_EQ(display_name("/models/SmolLM2-135M-Instruct.Q4_1.gguf", kSmolLm2Run),
            "SmolLM2 135M Instruct");
}

class OwnName : public testing::Test {
 protected:
  ModelSummary summary(const std::map<std::string, std::string>& values) const {
    const auto path = folder_.path() / "file.gguf";
    test::write_tiny_model(path, {.change = [&](GgufContent& content) {
                             for (const auto& [key, value] : values)
                               test::set_value(content, key, {GgufValueType::kString, value});
                           }});
    return summarise_model(path).value();
  }
  test::TemporaryDirectory folder_;
};

TEST_F(OwnName, is_made_of_its_parts_where_there_is_no_whole_one) {
  const std::string revision = "5f7cdcf7b1ecc1d54d2f5ba8d6dc5c4d19d1a3b2";
  for (const std::string& none : {std::string(), revision}) {
    EXPECT_EQ(summary({{"general.name", none},
                       {"general.basename", "Qwen2.5"},
                       {"general.size_label", "7B"},
                       {"general.finetune", "Instruct"}})
                  .name,
              "Qwen2.5 7B Instruct");
    EXPECT_EQ(summary({{"general.name", none}, {"general.size_label", "7B"}}).name, "file");
  }
  EXPECT_EQ(summary({{"general.basename", "Qwen2.5"}}).name, "Tiny");
}

TEST_F(OwnName, stays_beside_the_one_that_is_shown) {
  const ModelSummary smollm2 = summary({{"general.name", kSmolLm2Run}});
  EXPECT_EQ(smollm2.name, "SmolLM2 135M Instruct");
  EXPECT_EQ(smollm2.plan.name, kSmolLm2Run);
}

}  // namespace
}  // namespace canter
