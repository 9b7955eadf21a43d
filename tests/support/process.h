#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace canter::test {

struct ProcessResult {
  int exit_code = -1;  ///< 128 and the signal's number for a program that a signal ended
  std::string out;
  std::string err;
};

struct ProcessOptions {
  std::vector<std::string> arguments = {};
  std::map<std::string, std::string> environment = {};  ///< beside the test's own
  bool terminal_input = false;        ///< a terminal to type into instead of a pipe
  bool terminal_output = false;       ///< standard output is a terminal instead of a pipe
  bool terminal_error = false;        ///< standard error is a terminal instead of a pipe
  std::filesystem::path output = {};  ///< where standard output goes; empty: a pipe
  bool closed_output = false;         ///< no standard output at all
};

/// A program run beside the test. Killed, if need be, when the object goes.
class Process {
 public:
  Process(const std::filesystem::path& program, const ProcessOptions& options);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void write(std::string_view text);
  void close_input();
  /// Nobody reads the program's output any more.
  void close_output();
  void send_signal(int signal);

  /// Waits until so much was written. False when the program ends, or a minute passes, before that.
  bool wait_for_output(std::string_view text);
  bool wait_for_error(std::string_view text);
  /// Reads what the program writes meanwhile. False when it has closed its outputs.
  bool read_for(std::chrono::milliseconds time);
  /// Everything read so far.
  const std::string& output() const { return result_.out; }
  /// Everything read so far is forgotten.
  void forget_output();

  /// Ends the input (not that of a terminal) and waits for the end of the program, a minute at
  /// most.
  ProcessResult finish();

 private:
  using Clock = std::chrono::steady_clock;

  bool read_until(const std::function<bool()>& enough);
  /// False when the outputs are closed, or the time has come, before that.
  bool read_until(const std::function<bool()>& enough, Clock::time_point deadline);
  static void read_from(int& descriptor, std::string& text);

  const bool terminal_input_;
  pid_t child_ = -1;
  int input_ = -1;
  int output_ = -1;
  int error_ = -1;
  ProcessResult result_;
};

/// Runs a program to its end.
ProcessResult run_process(const std::filesystem::path& program, const ProcessOptions& options,
                          std::string_view input = {});

}  // namespace canter::test
