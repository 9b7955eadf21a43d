#include "interrupt.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdlib>

#include "output.h"
#include "terminal.h"

namespace canter::cli {
namespace {

std::atomic<bool> listening = false;
std::atomic<int> pending_signal = 0;
std::atomic<std::int64_t> signal_time = 0;
static_assert(std::atomic<int>::is_always_lock_free &&
                  std::atomic<std::int64_t>::is_always_lock_free,
              "used in a signal handler");
constexpr std::int64_t kPatience = 1000;  // milliseconds

std::int64_t milliseconds_now() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

void on_signal(int signal) {
  const std::int64_t now = milliseconds_now();
  const bool impatient = pending_signal != 0 && now - signal_time > kPatience;
  if (!listening || impatient) std::_Exit(static_cast<int>(ExitCode::kInterrupted));
  if (pending_signal == 0) signal_time = now;
  pending_signal = signal;
  terminal::wake();
}

}  // namespace

void install_signal_handlers() {
  terminal::catch_signals(on_signal);
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

}  // namespace canter::cli
