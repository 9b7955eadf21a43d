#include "cli/cli.h"

namespace canter::test {
namespace {

class Inspect : public CliTest {};

const std::set<std::string> kModelKeys = {"format",  "architecture", "parameters", "layers",
                                          "width",   "heads",        "kv_heads",   "vocabulary",
                                          "context", "weight_types", "tokenizer",  "chat_template",
                                          "bytes",   "fingerprint"};

void expect_starter(const Json& document) {
  EXPECT_EQ(keys(document), kModelKeys);
  EXPECT_EQ(document["architecture"], "llama");
  EXPECT_EQ(document["layers"], 8);
  EXPECT_EQ(document["width"], 256);
  EXPECT_EQ(document["heads"], 4);
  EXPECT_EQ(document["kv_heads"], 2);
  EXPECT_EQ(document["vocabulary"], 4096);
  EXPECT_EQ(document["context"], 2048);
  EXPECT_TRUE(document["parameters"].is_number_unsigned());
  EXPECT_TRUE(document["bytes"].is_number_unsigned());
  EXPECT_TRUE(document["weight_types"]["F32"].is_number_unsigned());
  EXPECT_TRUE(document["format"].is_string());
  EXPECT_TRUE(document["tokenizer"].is_string());
  EXPECT_TRUE(document["chat_template"].is_string());
  EXPECT_EQ(document["fingerprint"].get<std::string>().size(), 32u);
}

TEST_F(Inspect, describes_a_gguf_file_and_a_model_folder) {
  const Json gguf = json({"inspect", "starter"});
  const Json folder = json({"inspect", kStarterFolder});
  expect_starter(gguf);
  expect_starter(folder);
  EXPECT_EQ(gguf["parameters"], folder["parameters"]);
  EXPECT_EQ(gguf["chat_template"], folder["chat_template"]);
  EXPECT_NE(gguf["format"], folder["format"]);
}

TEST_F(Inspect, describes_a_model_made_by_somebody_else) {
  const Json stories = json({"inspect", kStories});
  EXPECT_EQ(keys(stories), kModelKeys);
  EXPECT_EQ(stories["vocabulary"], 512);
}

TEST_F(Inspect, prints_a_listing_for_readers) {
  const ProcessResult result = run({"inspect", "starter"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, testing::HasSubstr("layers         8\n"));
  EXPECT_EQ(result.err, "");
}

TEST_F(Inspect, finds_a_model_that_was_opened_before_by_its_name) {
  ASSERT_EQ(run({"chat", "--model", kStories}).exit_code, 0);
  const Json exported = json({"db", "export"});
  const std::string name = exported["models"].at(0)["name"];
  ASSERT_FALSE(std::filesystem::exists(name));
  EXPECT_EQ(json({"inspect", name}), json({"inspect", kStories}));
}

}  // namespace
}  // namespace canter::test
