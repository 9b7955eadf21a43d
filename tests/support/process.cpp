#include "support/process.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <thread>
#include <utility>

#include "support/sanitizers.h"

extern char** environ;

namespace canter::test {
namespace {

constexpr auto kPatience = std::chrono::seconds(kSanitized ? 300 : 60);

struct Ends {
  int read = -1;
  int write = -1;
};

[[noreturn]] void fail_with(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

/// Other children must not inherit the ends, or a closed pipe would never look closed.
Ends make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) fail_with("pipe");
  return {ends[0], ends[1]};
}

Ends make_terminal() {
  int master = -1;
  int slave = -1;
  if (openpty(&master, &slave, nullptr, nullptr, nullptr) != 0) fail_with("openpty");
  fcntl(master, F_SETFD, FD_CLOEXEC);
  fcntl(slave, F_SETFD, FD_CLOEXEC);
  return {slave, master};
}

/// A terminal whose screen the test reads.
Ends make_terminal_to_read() {
  const Ends ends = make_terminal();
  return {ends.write, ends.read};
}

void close_end(int& descriptor) {
  if (descriptor >= 0) close(descriptor);
  descriptor = -1;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (std::string& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

std::vector<std::string> merged_environment(const std::map<std::string, std::string>& own) {
  std::vector<std::string> result;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string text = *entry;
    if (!own.contains(text.substr(0, text.find('=')))) result.push_back(text);
  }
  for (const auto& [name, value] : own) result.push_back(name + "=" + value);
  return result;
}

}  // namespace

Process::Process(const std::filesystem::path& program, const ProcessOptions& options)
    : terminal_input_(options.terminal_input) {
  std::signal(SIGPIPE, SIG_IGN);
  Ends input = options.terminal_input ? make_terminal() : make_pipe();
  Ends output = options.terminal_output ? make_terminal_to_read() : make_pipe();
  Ends error = options.terminal_error ? make_terminal_to_read() : make_pipe();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input.read, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, error.write, STDERR_FILENO);
  if (options.closed_output) {
    posix_spawn_file_actions_addclose(&actions, STDOUT_FILENO);
  } else if (options.output.empty()) {
    posix_spawn_file_actions_adddup2(&actions, output.write, STDOUT_FILENO);
  } else {
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, options.output.c_str(),
                                     O_WRONLY | O_CREAT, 0600);
  }
  std::vector<std::string> arguments{program.string()};
  arguments.insert(arguments.end(), options.arguments.begin(), options.arguments.end());
  std::vector<std::string> environment = merged_environment(options.environment);
  const int failed = posix_spawn(&child_, program.c_str(), &actions, nullptr,
                                 pointers(arguments).data(), pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  close_end(input.read);
  close_end(output.write);
  close_end(error.write);
  input_ = input.write;
  output_ = output.read;
  error_ = error.read;
  if (failed != 0) throw std::system_error(failed, std::generic_category(), program.string());
}

Process::~Process() {
  if (child_ > 0) {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
  close_end(input_);
  close_end(output_);
  close_end(error_);
}

void Process::write(std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(input_, text.data(), text.size());
    if (count <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}

void Process::close_input() {
  close_end(input_);
}

void Process::close_output() {
  close_end(output_);
}

void Process::send_signal(int signal) {
  kill(child_, signal);
}

bool Process::wait_for_output(std::string_view text) {
  return read_until([&] { return result_.out.find(text) != std::string::npos; });
}

bool Process::wait_for_error(std::string_view text) {
  return read_until([&] { return result_.err.find(text) != std::string::npos; });
}

bool Process::read_for(std::chrono::milliseconds time) {
  read_until([] { return false; }, Clock::now() + time);
  return output_ >= 0 || error_ >= 0;
}

void Process::forget_output() {
  result_.out.clear();
  result_.err.clear();
}

ProcessResult Process::finish() {
  // A terminal that is closed takes with it what was typed and not read yet.
  if (!terminal_input_) close_input();
  read_until([] { return false; });
  if (output_ >= 0 || error_ >= 0) return std::move(result_);  // it hangs
  const auto deadline = Clock::now() + kPatience;
  int status = 0;
  while (waitpid(child_, &status, WNOHANG) == 0) {
    if (Clock::now() > deadline) return std::move(result_);
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  child_ = -1;
  result_.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return std::move(result_);
}

bool Process::read_until(const std::function<bool()>& enough) {
  return read_until(enough, Clock::now() + kPatience);
}

bool Process::read_until(const std::function<bool()>& enough, Clock::time_point deadline) {
  while (!enough()) {
    if (output_ < 0 && error_ < 0) return false;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    std::array<pollfd, 2> watched{{{output_, POLLIN, 0}, {error_, POLLIN, 0}}};
    if (left.count() <= 0 || poll(watched.data(), watched.size(), int(left.count())) <= 0) {
      return false;
    }
    if (watched[0].revents != 0) read_from(output_, result_.out);
    if (watched[1].revents != 0) read_from(error_, result_.err);
  }
  return true;
}

void Process::read_from(int& descriptor, std::string& text) {
  std::array<char, 1 << 14> buffer;
  const ssize_t count = read(descriptor, buffer.data(), buffer.size());
  if (count > 0) {
    text.append(buffer.data(), static_cast<std::size_t>(count));
  } else {
    close_end(descriptor);
  }
}

ProcessResult run_process(const std::filesystem::path& program, const ProcessOptions& options,
                          std::string_view input) {
  Process process(program, options);
  process.write(input);
  return process.finish();
}

}  // namespace canter::test
