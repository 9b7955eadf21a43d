#include "cli/cli.h"

namespace canter::test {
namespace {

using testing::HasSubstr;

class Usage : public CliTest {};

TEST_F(Usage, help_and_version_go_to_standard_output) {
  for (const Arguments& arguments :
       {Arguments{"--help"}, {"inspect", "--help"}, {"--help", "inspect"}, {"db", "check", "-h"}}) {
    const ProcessResult result = run(arguments);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_THAT(result.out, HasSubstr("Usage: canter-cli"));
    EXPECT_EQ(result.err, "");
  }
  for (const Arguments& arguments : {Arguments{"--version"}, {"inspect", "--version"}}) {
    const ProcessResult result = run(arguments);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_THAT(result.out, testing::MatchesRegex("canter-cli [0-9.]+\n"));
  }
}

TEST_F(Usage, common_options_stand_before_or_behind_the_command) {
  for (const Arguments& arguments : {Arguments{"--json", "--threads", "1", "inspect", "starter"},
                                     {"inspect", "--json", "starter", "--threads=1"},
                                     {"inspect", "starter", "--threads", "1", "--json"}}) {
    const ProcessResult result = run(arguments);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_TRUE(Json::accept(result.out));
  }
}

TEST_F(Usage, wrong_usage_is_one_line_and_exit_code_2) {
  const Arguments generate = {"generate", "--model", "starter", "--prompt", "a"};
  const auto with = [&](const Arguments& more) {
    Arguments all = generate;
    all.insert(all.end(), more.begin(), more.end());
    return all;
  };
  for (const Arguments& arguments :
       {Arguments{},
        {"inspect"},
        {"frobnicate"},
        {"inspect", "starter", "more"},
        {"db"},
        {"db", "mend"},
        {"--frobnicate"},
        {"inspect", "starter", "--frobnicate"},
        {"inspect", "starter", "--threads", "0"},
        {"inspect", "starter", "--threads", "257"},
        {"inspect", "starter", "--threads", "two"},
        {"inspect", "starter", "--data-dir", ""},
        {"tokenize", "--text", "a"},
        {"tokenize", "--model", "starter"},
        {"tokenize", "--model", "starter", "--text", "a", "--file", "b"},
        {"generate", "--model", "starter"},
        with({"--tokens", "1"}),
        with({"--temperature", "-1"}),
        with({"--temperature", "nan"}),
        with({"--temperature", "warm"}),
        with({"--top-p", "2"}),
        with({"--min-p", "-0.5"}),
        with({"--top-k", "-3"}),
        with({"--max-tokens", "-1"}),
        with({"--max-tokens", "99999999999"}),
        with({"--top-k", "2.5"}),
        with({"--repeat-penalty", "0"}),
        with({"--seed", "-1"}),
        with({"--seed", "x"}),
        with({"--tree", "wide"}),
        {"score", "--model", "starter"},
        {"score", "--model", "starter", "--tokens", "1", "--top", "-1"},
        {"step-cost"},
        {"step-cost", "--model", "starter", "--rows"},
        {"quantize", "starter", "out.gguf"},
        {"db", "export", "--format", "xml"},
        {"db", "export", "--format", "markdown", "--json"}}) {
    SCOPED_TRACE(testing::PrintToString(arguments));
    expect_failure(run(arguments), 2);
  }
}

TEST_F(Usage, commands_of_later_versions_are_unknown) {
  for (const char* command : {"bench", "tune"}) {
    const ProcessResult result = run({command, "--model", "starter"});
    expect_failure(result, 2);
    EXPECT_THAT(result.err, HasSubstr(command));
  }
}

TEST_F(Usage, texts_may_look_like_options_and_commands) {
  for (const char* text : {"-x", "--json", "score", "[1,2]", "\"quoted\"", "a\\nb", "--", "%d"}) {
    EXPECT_EQ(json({"tokenize", "--model", "starter", "--text", text})["text"], text);
  }
}

TEST_F(Usage, values_may_be_joined_to_options_and_empty) {
  EXPECT_EQ(json({"tokenize", "--model=starter", "--text=a=b="})["text"], "a=b=");
  EXPECT_EQ(json({"tokenize", "--model=starter", "--text="})["text"], "");
}

TEST_F(Usage, a_model_that_cannot_be_used_is_exit_code_3) {
  const std::string damaged = file("damaged.gguf", "GGUF and then nothing of use");
  const std::string empty = file("empty.gguf", "");
  std::filesystem::create_directory(path("folder"));
  const std::string out = path("out.gguf").string();
  for (const std::string& model :
       {damaged, empty, path("folder").string(), path("missing.gguf").string(),
        std::string("no such model"), std::string("line\nbreak"), std::string("")}) {
    SCOPED_TRACE(model);
    expect_failure(run({"inspect", model, "--json"}), 3);
    expect_failure(run({"tokenize", "--model", model, "--text", "a"}), 3);
    expect_failure(run({"generate", "--model", model, "--prompt", "a"}), 3);
    expect_failure(run({"score", "--model", model, "--tokens", "1,2"}), 3);
    expect_failure(run({"step-cost", "--model", model}), 3);
    expect_failure(run({"quantize", model, out, "--type", "Q8_0"}), 3);
    expect_failure(run({"chat", "--model", model}), 3);
  }
  EXPECT_FALSE(std::filesystem::exists(out));
}

TEST_F(Usage, an_input_that_cannot_be_read_is_exit_code_4) {
  const std::string missing = path("missing").string();
  expect_failure(run({"tokenize", "--model", "starter", "--file", missing}), 4);
  expect_failure(run({"score", "--model", "starter", "--file", missing}), 4);
  expect_failure(run({"generate", "--model", "starter", "--chat", missing, "--json"}), 4);
}

TEST_F(Usage, output_that_cannot_be_written_is_exit_code_4) {
  for (const Arguments& arguments : {Arguments{"--help"},
                                     {"--version"},
                                     {"inspect", "starter"},
                                     {"inspect", "starter", "--json"},
                                     {"generate", "--model", "starter", "--prompt", "a"},
                                     {"tokenize", "--model", "starter", "--text", "a"},
                                     {"db", "check"}}) {
    SCOPED_TRACE(testing::PrintToString(arguments));
    ProcessOptions full = options(arguments);
    full.output = "/dev/full";
    expect_failure(run_process(kProgram, full), 4);
    ProcessOptions closed = options(arguments);
    closed.closed_output = true;
    expect_failure(run_process(kProgram, closed), 4);
  }
}

TEST_F(Usage, a_closed_pipe_is_exit_code_4) {
  Process process(kProgram, options({"generate", "--model", "starter", "--prompt", "I want",
                                     "--max-tokens", "0", "--ignore-eos"}));
  process.close_output();
  expect_failure(process.finish(), 4);
}

TEST_F(Usage, the_data_folder_is_not_made_by_looking) {
  run({"inspect", "starter"});
  run({"inspect", "some name"});
  run({"db", "check"});
  run({"db", "export"});
  EXPECT_FALSE(std::filesystem::exists(data_folder()));
}

}  // namespace
}  // namespace canter::test
