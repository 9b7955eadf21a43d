#include <csignal>

#include "cli/cli.h"

namespace canter::test {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Every command, and what people say to it.
class Privacy : public CliTest {
 protected:
  ProcessResult watched(Arguments arguments, std::string_view input = {}) const {
    arguments.insert(arguments.begin(), kProgram);
    return run_process(CANTER_WITHOUT_NETWORK, options(std::move(arguments)), input);
  }
};

TEST_F(Privacy, no_command_opens_a_way_out_of_the_computer) {
  const std::string adapter = path("adapter.safetensors").string();
  const Arguments commands[] = {
      {"chat", "--max-tokens", "4"},
      {"generate", "--model", "starter", "--prompt", "Hello", "--max-tokens", "4"},
      {"inspect", "starter"},
      {"tokenize", "--model", "starter", "--text", "Hello"},
      {"score", "--model", "starter", "--tokens", "1,5,7"},
      {"tune", "--model", "starter", "--out", adapter, "--minutes", "0.01"},
      {"find", "--catalogue"},
      {"db", "check"},
      {"db", "export"},
      {"db", "repair"},
  };
  for (const Arguments& command : commands) {
    const ProcessResult result = watched(command, "Hello\n");
    if (result.exit_code == 77) GTEST_SKIP() << "this system cannot watch for system calls";
    EXPECT_EQ(result.exit_code, 0) << command[0] << ": " << result.err;
  }
}

// The check above can fail: this is what would happen.
TEST_F(Privacy, a_program_that_opens_a_socket_would_be_noticed) {
  ProcessOptions options;
  options.arguments = {"/bin/bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9"};
  const ProcessResult result = run_process(CANTER_WITHOUT_NETWORK, options);
  if (result.exit_code == 77) GTEST_SKIP() << "this system cannot watch for system calls";
  EXPECT_EQ(result.exit_code, 128 + SIGSYS);
}

TEST_F(Privacy, what_is_said_is_in_the_database_and_in_no_log) {
  const ProcessResult result =
      run({"chat", "--verbose", "--max-tokens", "8"}, "An extraordinarily peculiar question\n");
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.err, Not(HasSubstr("peculiar")));
  EXPECT_THAT(run({"db", "export"}).out, HasSubstr("peculiar"));
  for (const auto& entry : std::filesystem::recursive_directory_iterator(data_folder()))
    EXPECT_EQ(entry.status().permissions() & std::filesystem::perms::others_all,
              std::filesystem::perms::none)
        << entry.path();
}

}  // namespace
}  // namespace canter::test
