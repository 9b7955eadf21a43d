#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

#include "terminal.h"

namespace canter::cli::terminal {
namespace {

int wake_pipe[2] = {-1, -1};
void (*signal_listener)(int) = nullptr;

void on_signal(int signal) {
  const int saved = errno;
  signal_listener(signal);
  errno = saved;
}

}  // namespace

void prepare_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(stream, F_GETFD) != -1 || errno != EBADF) continue;
    // The lowest free number is the stream's own.
    static_cast<void>(open("/dev/null", stream == STDERR_FILENO ? O_WRONLY : O_RDONLY));
  }
}

bool is_terminal(std::FILE* stream) {
  return isatty(fileno(stream)) != 0;
}

void catch_signals(void (*listener)(int)) {
  if (pipe(wake_pipe) == 0) {
    for (const int end : wake_pipe) {
      fcntl(end, F_SETFD, FD_CLOEXEC);
      fcntl(end, F_SETFL, O_NONBLOCK);
    }
  }
  signal_listener = listener;
  struct sigaction action = {};
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, nullptr);
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

void wait() {
  pollfd watched{wake_pipe[0], POLLIN, 0};
  poll(&watched, 1, -1);
}

bool wait_for_input() {
  std::array<pollfd, 2> watched{{{STDIN_FILENO, POLLIN, 0}, {wake_pipe[0], POLLIN, 0}}};
  return poll(watched.data(), watched.size(), -1) >= 0 && watched[1].revents == 0;
}

std::ptrdiff_t read_input(char* buffer, std::size_t size) {
  return read(STDIN_FILENO, buffer, size);
}

}  // namespace canter::cli::terminal
