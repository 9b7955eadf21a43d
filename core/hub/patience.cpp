#include "hub/patience.h"

#include <algorithm>
#include <string>
#include <thread>

#include "base/log.h"

namespace canter {
namespace {

using Milliseconds = HttpSettings::Milliseconds;
constexpr Milliseconds kSlice{50};

}  // namespace

void Patience::renew() {
  failures_ = 0;
  progressed_ = true;
}

Result<void> Patience::wait(const HttpFailure& failure) {
  if (!failure.passing || (failure.offline && !progressed_))
    return tl::unexpected<Error>(failure.error);
  if (++failures_ >= settings_.attempts || failure.wait > settings_.longest_asked)
    return tl::unexpected<Error>(failure.error);
  Milliseconds time = settings_.patience;
  for (int i = 1; i < failures_ && time < settings_.longest_patience; ++i) time *= 2;
  time = std::max(std::min(time, settings_.longest_patience), failure.wait);
  log(LogLevel::kInfo,
      failure.error.message + "; trying again in " + std::to_string(time.count()) + " ms");
  const auto end = std::chrono::steady_clock::now() + time;
  for (;;) {
    if (settings_.stopped())
      return fail(ErrorKind::kInterrupted, "stopped while waiting to try again, start it again");
    const auto left =
        std::chrono::duration_cast<Milliseconds>(end - std::chrono::steady_clock::now());
    if (left <= Milliseconds::zero()) return {};
    std::this_thread::sleep_for(std::min(left, kSlice));
  }
}

}  // namespace canter
