#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>

#include "base/file_lock.h"
#include "support/temporary_directory.h"

namespace canter {
namespace {

namespace fs = std::filesystem;

/// A child process that holds the lock until it is killed.
class Holder {
 public:
  explicit Holder(const fs::path& path) {
    std::array<int, 2> ready{};
    if (pipe(ready.data()) != 0) return;
    process_ = fork();
    if (process_ == 0) {
      const Result<FileLock> lock = FileLock::try_acquire(path);
      const char answer = lock && lock->held() ? 'y' : 'n';
      if (write(ready[1], &answer, 1) != 1) _exit(1);
      for (;;) pause();
    }
    char answer = 'n';
    holds_ = read(ready[0], &answer, 1) == 1 && answer == 'y';
    close(ready[0]);
    close(ready[1]);
  }
  ~Holder() { end(); }
  Holder(const Holder&) = delete;
  Holder& operator=(const Holder&) = delete;

  bool holds() const { return holds_; }
  void end() {
    if (process_ <= 0) return;
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    process_ = 0;
  }

 private:
  pid_t process_ = 0;
  bool holds_ = false;
};

TEST(FileLock, excludes_a_second_holder_until_the_first_lets_go) {
  const test::TemporaryDirectory folder;
  const fs::path path = folder.path() / "lock";
  {
    const Result<FileLock> first = FileLock::try_acquire(path);
    ASSERT_TRUE(first && first->held());
    const Result<FileLock> second = FileLock::try_acquire(path);
    ASSERT_TRUE(second) << second.error().message;
    EXPECT_FALSE(second->held());
  }
  EXPECT_FALSE(fs::exists(path));
  const Result<FileLock> third = FileLock::try_acquire(path);
  ASSERT_TRUE(third);
  EXPECT_TRUE(third->held());
}

TEST(FileLock, is_released_when_its_holder_is_killed) {
  const test::TemporaryDirectory folder;
  const fs::path path = folder.path() / "lock";
  Holder holder(path);
  ASSERT_TRUE(holder.holds());
  const Result<FileLock> during = FileLock::try_acquire(path);
  ASSERT_TRUE(during);
  EXPECT_FALSE(during->held());
  holder.end();
  const Result<FileLock> after = FileLock::try_acquire(path);
  ASSERT_TRUE(after);
  EXPECT_TRUE(after->held());
}

TEST(FileLock, takes_over_a_file_that_nobody_locks) {
  const test::TemporaryDirectory folder;
  std::ofstream(folder.path() / "lock") << "left behind";
  const Result<FileLock> lock = FileLock::try_acquire(folder.path() / "lock");
  ASSERT_TRUE(lock);
  EXPECT_TRUE(lock->held());
}

TEST(FileLock, is_not_disturbed_by_those_who_failed_to_get_it) {
  const test::TemporaryDirectory folder;
  const fs::path path = folder.path() / "lock";
  const Result<FileLock> lock = FileLock::try_acquire(path);
  ASSERT_TRUE(lock && lock->held());
  for (int attempt = 0; attempt < 3; ++attempt) {
    const Result<FileLock> other = FileLock::try_acquire(path);
    ASSERT_TRUE(other);
    EXPECT_FALSE(other->held());
  }
  EXPECT_TRUE(fs::exists(path));
}

TEST(FileLock, stays_held_when_moved) {
  const test::TemporaryDirectory folder;
  const fs::path path = folder.path() / "lock";
  Result<FileLock> lock = FileLock::try_acquire(path);
  ASSERT_TRUE(lock);
  const FileLock moved = std::move(*lock);
  EXPECT_TRUE(moved.held());
  EXPECT_FALSE(FileLock::try_acquire(path)->held());
}

TEST(FileLock, says_why_the_file_cannot_be_made) {
  const test::TemporaryDirectory folder;
  const Result<FileLock> lock = FileLock::try_acquire(folder.path() / "missing" / "lock");
  ASSERT_FALSE(lock);
  EXPECT_EQ(lock.error().kind, ErrorKind::kIo);
  EXPECT_NE(lock.error().message.find("missing/lock: No such file"), std::string::npos);
}

}  // namespace
}  // namespace canter
