#include <csignal>

#include "cli/cli.h"
#include "support/changed_gguf.h"

namespace canter::test {
namespace {

class Quantize : public CliTest {};

TEST_F(Quantize, writes_a_model_that_runs) {
  for (const char* type :
       {"F32", "F16", "BF16", "Q8_0", "Q6_K", "Q5_K_M", "Q4_K_M", "Q4_0", "IQ4_XS", "MXFP4"}) {
    const std::string out = path(std::string(type) + ".gguf").string();
    const Json document = json({"quantize", "starter", out, "--type", type});
    EXPECT_EQ(keys(document), (std::set<std::string>{"bytes", "type", "path"}));
    EXPECT_EQ(document["bytes"], std::filesystem::file_size(out));
    EXPECT_EQ(document["type"], type);
    const Json inspected = json({"inspect", out});
    const std::string format = std::string(type).substr(0, std::string(type).find("_M"));
    EXPECT_TRUE(inspected["weight_types"].contains(format));
    EXPECT_EQ(inspected["bytes"], document["bytes"]);
  }
  const Json example = reference("starter")[0];
  EXPECT_EQ(json({"generate", "--model", path("F16.gguf").string(), "--tokens",
                  list(example["tokens"])})["tokens"],
            example["greedy"]);
}

TEST_F(Quantize, writes_a_whole_model_from_any_part_of_a_split_one) {
  const auto parts = write_split_gguf(kStories, path("").parent_path(), "split", 3);
  const std::string out = path("out.gguf").string();
  const Json whole = json({"inspect", kStories});
  for (const auto& part : parts) {
    EXPECT_EQ(json({"inspect", part.string()})["parameters"], whole["parameters"]);
    json({"quantize", part.string(), out, "--type", "F32"});
    Json written = json({"inspect", out});
    EXPECT_EQ(written["fingerprint"], whole["fingerprint"]);
    EXPECT_EQ(written["weight_types"], whole["weight_types"]);
  }
  std::filesystem::remove(parts[1]);
  const ProcessResult refused = run({"quantize", parts[0].string(), out, "--type", "F32"});
  expect_failure(refused, 3);
  EXPECT_THAT(refused.err, testing::HasSubstr("part 2 is missing"));
}

TEST_F(Quantize, says_nothing_on_the_way_without_a_terminal) {
  const std::string out = path("out.gguf").string();
  EXPECT_EQ(run({"quantize", kStories, out, "--type", "Q8_0"}).err, "");
  EXPECT_THAT(run({"quantize", kStories, out, "--type", "q8_0", "--verbose"}).err,
              testing::HasSubstr("converting 50 %"));
}

TEST_F(Quantize, refuses_types_it_cannot_write) {
  const std::string out = path("out.gguf").string();
  for (const char* type : {"Q4_K", "Q9_9", "I32", ""}) {
    expect_failure(run({"quantize", "starter", out, "--type", type}), 2);
  }
  EXPECT_FALSE(std::filesystem::exists(out));
}

TEST_F(Quantize, does_not_overwrite_what_it_reads) {
  const std::string model = path("model.gguf").string();
  std::filesystem::copy_file(kStories, model);
  expect_failure(run({"quantize", model, model, "--type", "Q8_0"}), 2);
  std::filesystem::create_symlink(model, path("link.gguf"));
  expect_failure(run({"quantize", model, path("link.gguf").string(), "--type", "Q8_0"}), 2);
  EXPECT_EQ(json({"inspect", model}), json({"inspect", kStories}));
}

TEST_F(Quantize, leaves_nothing_behind_when_interrupted) {
  Process process(kProgram, options({"quantize", "starter", path("out.gguf").string(), "--type",
                                     "Q4_0", "--verbose"}));
  ASSERT_TRUE(process.wait_for_error("converting 0 %"));
  process.send_signal(SIGINT);
  process.send_signal(SIGINT);
  const ProcessResult result = process.finish();
  if (result.exit_code == 0) GTEST_SKIP() << "the conversion was done before the signal came";
  EXPECT_EQ(result.exit_code, 130);
  EXPECT_TRUE(std::filesystem::is_empty(path("")));
}

TEST_F(Quantize, makes_a_file_of_a_folder) {
  const std::string out = path("out.gguf").string();
  json({"quantize", kStarterFolder, out, "--type", "F16"});
  EXPECT_EQ(json({"inspect", out})["fingerprint"],
            json({"inspect", kStarterFolder})["fingerprint"]);
}

TEST_F(Quantize, a_place_that_cannot_be_written_is_exit_code_4) {
  expect_failure(run({"quantize", kStories, path("no/such/folder.gguf").string(), "--type", "F16"}),
                 4);
}

}  // namespace
}  // namespace canter::test
