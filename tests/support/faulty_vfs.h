#pragma once

#include <functional>
#include <string>

namespace canter::test {

/// What SQLite asks of the operating system.
enum class DiskCall { kOpen, kRead, kWrite, kSync, kTruncate, kLock, kDelete, kSize };

/// Stands between SQLite and the disk, for every connection of the process opened while it lives.
/// A call that is to fail does nothing else; calls are counted from 1. Not for several at a time.
class FaultyVfs {
 public:
  /// Asked for every call; the code of SQLite that it fails with, or 0 to let it through.
  using Plan = std::function<int(DiskCall call, long number)>;

  FaultyVfs();
  ~FaultyVfs();
  FaultyVfs(const FaultyVfs&) = delete;
  FaultyVfs& operator=(const FaultyVfs&) = delete;

  /// Counts from 1 again.
  void fail(Plan plan);
  void heal() { fail({}); }
  /// Calls since the plan was made.
  long calls() const;
  /// Calls that failed since then.
  long failed() const;
};

}  // namespace canter::test
