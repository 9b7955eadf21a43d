#include "progress.h"

#include <csignal>
#include <optional>
#include <regex>
#include <thread>

#include "cli/cli.h"

namespace canter::test {
namespace {

using namespace std::chrono_literals;
using cli::Progress;

/// What a progress writes, without waiting for time to pass.
class ProgressText : public testing::Test {
 protected:
  ProgressText() { use(Progress::Style::kLine); }
  ~ProgressText() override { std::fclose(file_); }

  void show(double done, std::chrono::milliseconds after) { progress_->show(done, start_ + after); }
  void show_beside(const char* text) { progress_->show_beside(text); }
  void use(Progress::Style style) { progress_.emplace("doing", style, file_, start_); }
  /// After the progress has ended.
  std::string written() {
    progress_.reset();
    std::rewind(file_);
    std::string text(1 << 10, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), file_));
    return text;
  }

 private:
  const Progress::Clock::time_point start_ = Progress::Clock::now();
  std::FILE* file_ = std::tmpfile();
  std::optional<Progress> progress_;
};

TEST_F(ProgressText, says_nothing_of_what_is_soon_done) {
  show(0, 0ms);
  show(0.9, 499ms);
  EXPECT_EQ(written(), "");
}

TEST_F(ProgressText, writes_one_line_over_again_and_erases_it) {
  show(0, 0ms);
  show(0.25, 500ms);
  show(0.2599, 600ms);
  show(0.7, 900ms);
  EXPECT_EQ(written(), "\r\x1b[Kdoing 25 %\r\x1b[Kdoing 70 %\r\x1b[K");
}

TEST_F(ProgressText, says_more_beside_the_percentage) {
  show_beside("5 MB/s");
  show(0.25, 500ms);
  show(0.25, 600ms);
  show_beside("6 MB/s");
  show(0.25, 700ms);
  EXPECT_EQ(written(), "\r\x1b[Kdoing 25 %, 5 MB/s\r\x1b[Kdoing 25 %, 6 MB/s\r\x1b[K");
}

TEST_F(ProgressText, is_a_line_for_each_tenth_when_asked) {
  use(Progress::Style::kTenths);
  for (const double done : {0.0, 0.05, 0.19, 0.2}) show(done, 0ms);
  EXPECT_EQ(written(), "doing 0 %\ndoing 10 %\ndoing 20 %\n");
}

TEST_F(ProgressText, may_be_silent) {
  use(Progress::Style::kSilent);
  show(0.5, 900ms);
  EXPECT_EQ(written(), "");
}

class Opening : public CliTest {
 protected:
  ProcessOptions on_terminal(Arguments arguments) const {
    ProcessOptions result = options(std::move(arguments));
    result.terminal_error = true;
    return result;
  }
};

TEST_F(Opening, leaves_no_trace_of_its_progress_on_a_terminal) {
  const ProcessResult result =
      run_process(kProgram, on_terminal({"score", "--model", "starter", "--tokens", "1,2"}));
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(std::regex_replace(result.err, std::regex("\r\x1b\\[K(opening the model \\d+ %)?"), ""),
            "");
}

TEST_F(Opening, shows_no_progress_beside_a_document_or_on_a_pipe) {
  const Arguments arguments{"score", "--model", "starter", "--tokens", "1,2"};
  EXPECT_EQ(run(arguments).err, "");
  Arguments document = arguments;
  document.push_back("--json");
  EXPECT_EQ(run_process(kProgram, on_terminal(document)).err, "");
}

TEST_F(Opening, ends_with_130_whenever_it_is_interrupted) {
  for (int after = 0; after < 60; after += 6) {
    SCOPED_TRACE(after);
    Process process(kProgram, options({"generate", "--model", "starter", "--prompt", "a", "--json",
                                       "--max-tokens", "0", "--ignore-eos"}));
    std::this_thread::sleep_for(std::chrono::milliseconds(after));
    process.send_signal(SIGINT);
    const ProcessResult result = process.finish();
    EXPECT_EQ(result.exit_code, 130);
    EXPECT_EQ(result.out, "");
  }
}

TEST_F(Opening, of_a_chat_ends_with_130_whenever_it_is_interrupted) {
  for (int after = 0; after < 60; after += 6) {
    SCOPED_TRACE(after);
    ProcessOptions chat = on_terminal({"chat"});
    chat.terminal_input = true;
    Process process(kProgram, chat);
    std::this_thread::sleep_for(std::chrono::milliseconds(after));
    process.send_signal(SIGINT);
    EXPECT_EQ(process.finish().exit_code, 130);
  }
}

}  // namespace
}  // namespace canter::test
