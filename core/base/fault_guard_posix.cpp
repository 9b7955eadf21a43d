#include <signal.h>
#include <sys/mman.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <mutex>

#include "base/fault_guard.h"

namespace canter {

/// Is read by the handler at any moment, so it is never freed, only used again.
struct FaultGuard::Range {
  std::atomic<std::uintptr_t> begin = 0;
  std::atomic<std::uintptr_t> end = 0;  // 0: not in use
  std::atomic<bool> broken = false;
  Range* next = nullptr;
};

struct FaultHandler {
  using Range = FaultGuard::Range;

  static inline std::atomic<Range*> ranges = nullptr;
  static inline std::mutex changes;
  static inline struct sigaction before {};

  static void install() {
    static const bool done = [] {
      struct sigaction action {};
      action.sa_sigaction = &FaultHandler::handle;
      action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART;
      ::sigemptyset(&action.sa_mask);
      return ::sigaction(SIGBUS, &action, &before) == 0;
    }();
    static_cast<void>(done);
  }

  static void handle(int signal, siginfo_t* info, void* context) {
    const int code = errno;
    const bool mended = mend(reinterpret_cast<std::uintptr_t>(info->si_addr));
    errno = code;
    if (!mended) hand_on(signal, info, context);
  }

  static bool mend(std::uintptr_t address) {
    for (Range* range = ranges; range != nullptr; range = range->next) {
      const std::uintptr_t begin = range->begin, end = range->end;
      if (address < begin || address >= end) continue;
      range->broken = true;
      return ::mmap(reinterpret_cast<void*>(begin), end - begin, PROT_READ,
                    MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0) != MAP_FAILED;
    }
    return false;
  }

  static void hand_on(int signal, siginfo_t* info, void* context) {
    if ((before.sa_flags & SA_SIGINFO) != 0) {
      before.sa_sigaction(signal, info, context);
    } else if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN) {
      before.sa_handler(signal);
    } else {
      // The instruction runs again and meets what the system does by itself.
      ::sigaction(signal, &before, nullptr);
      if (info->si_code <= 0) ::raise(signal);  // sent by a program
    }
  }
};

FaultGuard::FaultGuard(void* begin, std::size_t size) {
  FaultHandler::install();
  const std::lock_guard lock(FaultHandler::changes);
  range_ = FaultHandler::ranges;
  while (range_ != nullptr && range_->end != 0) range_ = range_->next;
  const bool is_new = range_ == nullptr;
  if (is_new) range_ = new Range;
  range_->broken = false;
  range_->begin = reinterpret_cast<std::uintptr_t>(begin);
  range_->end = range_->begin + size;
  if (!is_new) return;
  range_->next = FaultHandler::ranges;
  FaultHandler::ranges = range_;
}

FaultGuard::~FaultGuard() {
  const std::lock_guard lock(FaultHandler::changes);
  range_->end = 0;
}

bool FaultGuard::broken() const {
  return range_->broken;
}

}  // namespace canter
