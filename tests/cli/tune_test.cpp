#include <csignal>

#include "cli/cli.h"

namespace canter::test {
namespace {

using testing::HasSubstr;

class Tune : public CliTest {
 protected:
  std::string prompts() const {
    std::string lines;
    for (const char* text : {"Once", "Tom", "Lily", "A cat", "The sun", "One day", "A dog", "Mum"})
      lines += Json{{"messages", {{{"role", "user"}, {"content", text}}}}}.dump() + "\n";
    return file("prompts.jsonl", lines);
  }
  Arguments arguments(const std::string& out, const Arguments& more = {}) const {
    Arguments all = {"tune",    "--model",          kStories, "--out",   out,  "--prompts",
                     prompts(), "--max-new-tokens", "12",     "--steps", "40", "--prompt-tokens",
                     "4"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
};

TEST_F(Tune, prints_the_agreed_document_and_writes_the_adapter_alone) {
  const std::string out = path("made.safetensors");
  const Json document = json(arguments(out));
  EXPECT_EQ(keys(document),
            (std::set<std::string>{"parameters", "samples", "groups", "seconds", "loss", "head_hits",
                                   "acceptance_by_depth", "tokens_per_step", "speedup"}));
  EXPECT_GT(document["speedup"], 0);
  EXPECT_EQ(document["samples"], 7);
  EXPECT_EQ(document["acceptance_by_depth"].size(), 3u);
  EXPECT_GE(document["tokens_per_step"], 1.0);
  EXPECT_TRUE(std::filesystem::exists(out));
  EXPECT_FALSE(std::filesystem::exists(out + ".answers"));
  EXPECT_FALSE(std::filesystem::exists(out + ".checkpoint"));
}

TEST_F(Tune, without_masks_prints_the_same_document_and_makes_what_decoding_takes) {
  const std::string out = path("successors.safetensors");
  const Json document = json(arguments(out, {"--mask-tokens", "0"}));
  EXPECT_EQ(keys(document),
            (std::set<std::string>{"parameters", "samples", "groups", "seconds", "loss", "head_hits",
                                   "acceptance_by_depth", "tokens_per_step", "speedup"}));
  EXPECT_EQ(document["parameters"], 0);
  EXPECT_EQ(document["samples"], 7);
  EXPECT_EQ(document["acceptance_by_depth"], Json::array());
  EXPECT_EQ(document["tokens_per_step"], 0);
  EXPECT_GT(document["speedup"], 0);
  const Arguments generate = {"generate",         "--model",      kStories, "--prompt",
                              "Once upon a time", "--max-tokens", "30",     "--adapter"};
  const auto text = [&](const std::string& adapter) {
    Arguments all = generate;
    all.push_back(adapter);
    return json(all)["text"];
  };
  EXPECT_EQ(text(out), text("none"));
}

TEST_F(Tune, goes_on_after_it_was_killed) {
  const std::string out = path("killed.safetensors");
  Process process(kProgram, options(arguments(out, {"--json"})));
  ASSERT_TRUE(process.wait_for_error("learning"));
  process.send_signal(SIGKILL);
  EXPECT_EQ(process.finish().exit_code, 128 + SIGKILL);
  EXPECT_FALSE(std::filesystem::exists(out));
  const Json resumed = json(arguments(out, {"--resume"}));
  const Json whole = json(arguments(path("whole.safetensors")));
  for (const char* figure : {"groups", "loss", "acceptance_by_depth", "tokens_per_step"})
    EXPECT_EQ(resumed[figure], whole[figure]) << figure;
}

TEST_F(Tune, is_interrupted_with_what_to_do) {
  Arguments long_one = arguments(path("long.safetensors"), {"--json"});
  long_one.insert(long_one.end(), {"--minutes", "5", "--head-width", "0"});
  Process process(kProgram, options(long_one));
  ASSERT_TRUE(process.wait_for_error("learning"));
  process.send_signal(SIGINT);
  const ProcessResult result = process.finish();
  EXPECT_EQ(result.exit_code, 130);
  EXPECT_THAT(result.err, HasSubstr("go on with --resume"));
  EXPECT_TRUE(std::filesystem::exists(path("long.safetensors.checkpoint")));
}

TEST_F(Tune, refuses_what_cannot_work) {
  const std::string out = path("none.safetensors");
  expect_failure(run(arguments(out, {"--mask-tokens", "33"})), 2);
  expect_failure(run({"tune", "--model", kStories, "--out", out, "--prompts", path("none")}), 4);
  expect_failure(
      run({"tune", "--model", kStories, "--out", out, "--prompts", file("bad.jsonl", "{}")}), 2);
  expect_failure(run(arguments((path("no") / "folder").string())), 4);
}

}  // namespace
}  // namespace canter::test
