#include "decode/draft/plain_runs.h"

namespace canter {
namespace {

/// Passes that count begin behind so many, or behind so long a time.
constexpr int kSettlingPasses = 10;
constexpr double kSettlingMs = 30;
/// One alone may be disturbed.
constexpr int kEnough = 3;

}  // namespace

void PlainRuns::begin_answer() {
  passes_ = 0;
  milliseconds_ = 0;
  settled_ = 0;
}

bool PlainRuns::observe(int rows, double milliseconds) {
  if (since_ < kMostSince) ++since_;
  if (rows > 1) {
    begin_answer();
    return true;
  }
  const bool settled = passes_ >= kSettlingPasses || milliseconds_ >= kSettlingMs;
  ++passes_;
  milliseconds_ += milliseconds;
  if (settled && ++settled_ >= kEnough) since_ = 0;
  return settled;
}

}  // namespace canter
