#include "interrupt.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>

#include "output.h"

namespace canter::cli {
namespace {

std::atomic<bool> listening = false;
std::atomic<int> pending_signal = 0;
std::atomic<std::int64_t> signal_time = 0;
static_assert(std::atomic<int>::is_always_lock_free &&
                  std::atomic<std::int64_t>::is_always_lock_free,
              "used in a signal handler");
constexpr std::int64_t kPatience = 1000;  // milliseconds
int wake_pipe[2] = {-1, -1};

std::int64_t milliseconds_now() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

void on_signal(int signal) {
  const std::int64_t now = milliseconds_now();
  const bool impatient = pending_signal != 0 && now - signal_time > kPatience;
  if (!listening || impatient) _exit(static_cast<int>(ExitCode::kInterrupted));
  if (pending_signal == 0) signal_time = now;
  pending_signal = signal;
  const int saved = errno;
  wake();
  errno = saved;
}

}  // namespace

void install_signal_handlers() {
  if (pipe(wake_pipe) == 0) {
    for (const int end : wake_pipe) {
      fcntl(end, F_SETFD, FD_CLOEXEC);
      fcntl(end, F_SETFL, O_NONBLOCK);
    }
  }
  struct sigaction action = {};
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, nullptr);
}

InterruptListener::InterruptListener() {
  listening = true;
}

InterruptListener::~InterruptListener() {
  listening = false;
}

int InterruptListener::pending() const {
  return pending_signal;
}

void InterruptListener::acknowledge() {
  pending_signal = 0;
}

int wake_descriptor() {
  return wake_pipe[0];
}

void wake() {
  const char byte = 0;
  // A full pipe is readable already.
  [[maybe_unused]] const ssize_t written = write(wake_pipe[1], &byte, 1);
}

void clear_wake() {
  char bytes[64];
  while (read(wake_pipe[0], bytes, sizeof bytes) > 0) {
  }
}

}  // namespace canter::cli
