#include "base/file.h"

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <string>

#include "support/temporary_directory.h"

namespace canter {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

void put(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

std::string get(const fs::path& path) {
  return read_text_file(path).value();
}

std::size_t entries(const fs::path& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST(ReadTextFile, gives_the_whole_content) {
  const test::TemporaryDirectory folder;
  const std::string text(100'000, 'x');
  put(folder.path() / "long", text);
  put(folder.path() / "empty", "");
  EXPECT_EQ(get(folder.path() / "long"), text);
  EXPECT_EQ(get(folder.path() / "empty"), "");
}

TEST(ReadTextFile, refuses_a_file_above_the_limit) {
  const test::TemporaryDirectory folder;
  put(folder.path() / "file", "12345");
  EXPECT_TRUE(read_text_file(folder.path() / "file", 5));
  const Result<std::string> text = read_text_file(folder.path() / "file", 4);
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().kind, ErrorKind::kTooLarge);
  EXPECT_THAT(text.error().message, HasSubstr("more than 4 bytes"));
}

TEST(ReadTextFile, names_the_path_and_the_reason_when_the_file_is_missing) {
  const Result<std::string> text = read_text_file("/nowhere/prompt.txt");
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().kind, ErrorKind::kIo);
  EXPECT_EQ(text.error().message,
            "cannot read /nowhere/prompt.txt: No such file or directory; check that the path is "
            "right");
}

TEST(ReadTextFile, refuses_a_folder) {
  const test::TemporaryDirectory folder;
  const Result<std::string> text = read_text_file(folder.path());
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().kind, ErrorKind::kIo);
  EXPECT_THAT(text.error().message, HasSubstr("Is a directory"));
}

TEST(AtomicFile, replaces_the_old_content_on_commit) {
  const test::TemporaryDirectory folder;
  const fs::path path = folder.path() / "file";
  put(path, "old");
  Result<AtomicFile> file = AtomicFile::create(path);
  ASSERT_TRUE(file) << file.error().message;
  ASSERT_TRUE(file->write("new ", 4));
  ASSERT_TRUE(file->write("text", 4));
  EXPECT_EQ(file->written(), 8u);
  EXPECT_EQ(get(path), "old");
  ASSERT_TRUE(file->commit());
  EXPECT_EQ(get(path), "new text");
  EXPECT_EQ(entries(folder.path()), 1u);
}

TEST(AtomicFile, leaves_everything_as_it_was_without_a_commit) {
  const test::TemporaryDirectory folder;
  const fs::path path = folder.path() / "file";
  put(path, "old");
  {
    Result<AtomicFile> file = AtomicFile::create(path);
    ASSERT_TRUE(file);
    ASSERT_TRUE(file->write("new", 3));
  }
  EXPECT_EQ(get(path), "old");
  EXPECT_EQ(entries(folder.path()), 1u);
}

TEST(AtomicFile, keeps_its_work_when_moved) {
  const test::TemporaryDirectory folder;
  Result<AtomicFile> first = AtomicFile::create(folder.path() / "a");
  Result<AtomicFile> second = AtomicFile::create(folder.path() / "b");
  ASSERT_TRUE(first && second);
  ASSERT_TRUE(first->write("a", 1));
  AtomicFile moved = std::move(*first);
  *second = std::move(moved);
  ASSERT_TRUE(second->commit());
  EXPECT_EQ(get(folder.path() / "a"), "a");
}

TEST(AtomicFile, lets_two_writers_of_one_path_finish) {
  const test::TemporaryDirectory folder;
  const fs::path path = folder.path() / "file";
  Result<AtomicFile> first = AtomicFile::create(path);
  Result<AtomicFile> second = AtomicFile::create(path);
  ASSERT_TRUE(first && second);
  ASSERT_TRUE(first->write("first", 5));
  ASSERT_TRUE(second->write("second", 6));
  ASSERT_TRUE(first->commit());
  ASSERT_TRUE(second->commit());
  EXPECT_EQ(get(path), "second");
}

TEST(AtomicFile, leaves_a_neighbour_when_it_is_killed_that_can_be_removed) {
  const test::TemporaryDirectory folder;
  const fs::path path = folder.path() / "file";
  put(path, "old");
  const pid_t child = fork();
  if (child == 0) {
    const Result<AtomicFile> file = AtomicFile::create(path);
    kill(getpid(), SIGKILL);
  }
  waitpid(child, nullptr, 0);
  EXPECT_EQ(entries(folder.path()), 2u);
  for (const char* name :
       {"file.txt", "file.1", "file.", "file.99999999-1", "file.99999999-1.unfinished.txt",
        "file.99999999-.unfinished", "file.-5-1.unfinished", "file.+5-1.unfinished",
        "file.099999999-1.unfinished", "fil.99999999-1.unfinished", "file.unfinished"})
    put(folder.path() / name, "a neighbour of another kind");
  const std::size_t before = entries(folder.path());
  remove_unfinished(path);
  EXPECT_EQ(entries(folder.path()), before - 1);
  EXPECT_EQ(get(path), "old");
  remove_unfinished(folder.path() / "no folder" / "file");
}

TEST(AtomicFile, removes_what_killed_programs_left_when_the_file_is_written_again) {
  const test::TemporaryDirectory folder;
  const fs::path path = folder.path() / "file";
  put(folder.path() / "file.99999999-1.unfinished", "half");
  const Result<AtomicFile> living = AtomicFile::create(path);
  ASSERT_TRUE(write_text_file(path, "new"));
  EXPECT_EQ(get(path), "new");
  EXPECT_EQ(entries(folder.path()), 2u) << "that of a program that still writes stays";
}

TEST(AtomicFile, refuses_a_missing_folder) {
  const test::TemporaryDirectory folder;
  const Result<AtomicFile> file = AtomicFile::create(folder.path() / "missing" / "file");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().kind, ErrorKind::kIo);
  EXPECT_THAT(file.error().message, HasSubstr("missing/file: No such file or directory; "));
}

TEST(AtomicFile, refuses_a_path_below_a_file) {
  const test::TemporaryDirectory folder;
  put(folder.path() / "file", "");
  const Result<AtomicFile> file = AtomicFile::create(folder.path() / "file" / "below");
  ASSERT_FALSE(file);
  EXPECT_THAT(file.error().message, HasSubstr("Not a directory; a part of the path is a file"));
}

TEST(AtomicFile, refuses_a_folder_that_takes_no_files) {
  const Result<AtomicFile> file = AtomicFile::create("/proc/canter-test");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().kind, ErrorKind::kIo);
}

TEST(AtomicFile, keeps_the_old_content_when_the_target_is_a_folder) {
  const test::TemporaryDirectory folder;
  const fs::path path = folder.path() / "taken";
  fs::create_directory(path);
  Result<AtomicFile> file = AtomicFile::create(path);
  ASSERT_TRUE(file);
  const Result<void> committed = file->commit();
  ASSERT_FALSE(committed);
  EXPECT_EQ(committed.error().kind, ErrorKind::kIo);
  EXPECT_TRUE(fs::is_directory(path));
  EXPECT_EQ(entries(folder.path()), 1u);
}

TEST(AtomicFile, refuses_to_take_the_place_of_a_pipe_or_a_device) {
  const test::TemporaryDirectory folder;
  const fs::path pipe = folder.path() / "pipe";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(AtomicFile::create(pipe).error().kind, ErrorKind::kIo);
  EXPECT_TRUE(fs::is_fifo(pipe));
}

TEST(AtomicFile, writes_through_a_link) {
  const test::TemporaryDirectory folder;
  std::ofstream(folder.path() / "target") << "old";
  fs::create_symlink("target", folder.path() / "link");
  auto file = AtomicFile::create(folder.path() / "link");
  ASSERT_TRUE(file);
  ASSERT_TRUE(file->write("new", 3));
  ASSERT_TRUE(file->commit());
  EXPECT_TRUE(fs::is_symlink(folder.path() / "link"));
  EXPECT_EQ(read_text_file(folder.path() / "target").value(), "new");
}

TEST(AtomicFile, refuses_to_write_or_commit_after_the_commit) {
  const test::TemporaryDirectory folder;
  Result<AtomicFile> file = AtomicFile::create(folder.path() / "file");
  ASSERT_TRUE(file);
  ASSERT_TRUE(file->commit());
  EXPECT_FALSE(file->write("x", 1));
  EXPECT_FALSE(file->commit());
}

/// Files of this process cannot grow beyond the limit meanwhile: to the writer, a disk that is
/// full.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    old_handler_ = std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &old_);
    const rlimit limit{bytes, old_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    setrlimit(RLIMIT_FSIZE, &old_);
    std::signal(SIGXFSZ, old_handler_);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit old_{};
  void (*old_handler_)(int) = nullptr;
};

TEST(AtomicFile, keeps_the_old_content_when_the_new_one_does_not_fit) {
  const test::TemporaryDirectory folder;
  const fs::path path = folder.path() / "file";
  put(path, "old");
  Result<AtomicFile> file = AtomicFile::create(path);
  ASSERT_TRUE(file);
  const std::string text(1 << 20, 'x');
  Result<void> written;
  Result<void> committed;
  {
    const FileSizeLimit limit(4096);
    written = file->write(text.data(), text.size());
    committed = file->commit();
  }
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().kind, ErrorKind::kIo);
  EXPECT_THAT(written.error().message, HasSubstr(path.string()));
  EXPECT_FALSE(committed) << "a file with a hole must not be committed";
  EXPECT_EQ(get(path), "old");
  EXPECT_EQ(entries(folder.path()), 1u);
}

TEST(AtomicFile, notices_on_commit_that_buffered_bytes_do_not_fit) {
  const test::TemporaryDirectory folder;
  const fs::path path = folder.path() / "file";
  put(path, "old");
  Result<AtomicFile> file = AtomicFile::create(path);
  ASSERT_TRUE(file);
  ASSERT_TRUE(file->write("new text", 8));
  Result<void> committed;
  {
    const FileSizeLimit limit(4);
    committed = file->commit();
  }
  EXPECT_FALSE(committed);
  EXPECT_EQ(get(path), "old");
  EXPECT_EQ(entries(folder.path()), 1u);
}

}  // namespace
}  // namespace canter
