#include "base/mapped_file.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "support/sanitizers.h"
#include "support/temporary_directory.h"

namespace canter {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::string text_of(const MappedFile& file) {
  return {reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size()};
}

TEST(MappedFile, shows_the_whole_file) {
  const test::TemporaryDirectory folder;
  std::ofstream(folder.path() / "file") << "some bytes";
  const Result<MappedFile> file = MappedFile::open(folder.path() / "file");
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(text_of(*file), "some bytes");
}

TEST(MappedFile, keeps_its_spans_valid_when_moved) {
  const test::TemporaryDirectory folder;
  std::ofstream(folder.path() / "file") << "some bytes";
  Result<MappedFile> file = MappedFile::open(folder.path() / "file");
  ASSERT_TRUE(file);
  const std::byte* data = file->bytes().data();
  MappedFile moved = std::move(*file);
  MappedFile assigned;
  assigned = std::move(moved);
  EXPECT_EQ(assigned.bytes().data(), data);
  EXPECT_EQ(text_of(assigned), "some bytes");
}

TEST(MappedFile, stays_readable_after_the_file_is_removed) {
  const test::TemporaryDirectory folder;
  std::ofstream(folder.path() / "file") << "some bytes";
  const Result<MappedFile> file = MappedFile::open(folder.path() / "file");
  ASSERT_TRUE(file);
  fs::remove(folder.path() / "file");
  EXPECT_EQ(text_of(*file), "some bytes");
}

TEST(MappedFile, maps_an_empty_file_to_an_empty_span) {
  const test::TemporaryDirectory folder;
  std::ofstream(folder.path() / "empty").flush();
  const Result<MappedFile> file = MappedFile::open(folder.path() / "empty");
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_TRUE(file->bytes().empty());
}

TEST(MappedFile, refuses_a_missing_file) {
  const Result<MappedFile> file = MappedFile::open("/nowhere/model.gguf");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().kind, ErrorKind::kIo);
  EXPECT_THAT(file.error().message, HasSubstr("/nowhere/model.gguf: No such file or directory; "));
}

TEST(MappedFile, refuses_a_folder) {
  const test::TemporaryDirectory folder;
  const Result<MappedFile> file = MappedFile::open(folder.path());
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().kind, ErrorKind::kIo);
  EXPECT_THAT(file.error().message, HasSubstr("Is a directory; give the path of a file"));
}

TEST(MappedFile, refuses_a_pipe_without_waiting_for_a_writer) {
  const test::TemporaryDirectory folder;
  const fs::path path = folder.path() / "pipe";
  ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
  const Result<MappedFile> file = MappedFile::open(path);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().kind, ErrorKind::kIo);
  EXPECT_THAT(file.error().message, HasSubstr("not a regular file"));
}

class ChangedFile : public testing::Test {
 protected:
  static constexpr std::size_t kBytes = 1 << 20;

  ChangedFile() { std::ofstream(path_) << std::string(kBytes, 'x'); }

  /// Into the file as it is, whose time becomes another.
  void write_again(char content, std::size_t at = 0, std::size_t count = kBytes) {
    const auto time = fs::last_write_time(path_) + std::chrono::seconds(1);
    std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(std::streamoff(at));
    file << std::string(count, content);
    file.close();
    fs::last_write_time(path_, time);
  }

  void expect_changed(const MappedFile& file, const std::string& says) {
    const auto unchanged = file.check_unchanged();
    ASSERT_FALSE(unchanged);
    EXPECT_EQ(unchanged.error().kind, ErrorKind::kIo);
    EXPECT_THAT(unchanged.error().message, HasSubstr(path_.string() + " " + says));
  }

  test::TemporaryDirectory folder_;
  const fs::path path_ = folder_.path() / "file";
};

TEST_F(ChangedFile, that_is_cut_off_reads_as_zeros_and_says_so) {
  const MappedFile file = MappedFile::open(path_).value();
  const MappedFile other = MappedFile::open(path_).value();
  EXPECT_TRUE(file.check_unchanged());
  fs::resize_file(path_, 4096);
  expect_changed(file, "was cut off while it was open");
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i)
    readers.emplace_back([&, i] {
      for (std::size_t at = kBytes - 1 - std::size_t(i); at > 8192; at -= 4096)
        EXPECT_EQ(file.bytes()[at], std::byte{0});
    });
  for (std::thread& reader : readers) reader.join();
  expect_changed(file, "was cut off while it was open");
  EXPECT_EQ(other.bytes()[0], std::byte{'x'});
}

TEST_F(ChangedFile, says_so_even_when_it_is_as_long_as_before_again) {
  const MappedFile file = MappedFile::open(path_).value();
  fs::resize_file(path_, 0);
  EXPECT_EQ(file.bytes()[0], std::byte{0});
  fs::resize_file(path_, kBytes);
  expect_changed(file, "");
}

TEST_F(ChangedFile, that_is_written_to_says_so) {
  const MappedFile file = MappedFile::open(path_).value();
  write_again('x');
  expect_changed(file, "was changed while it was open");
}

TEST_F(ChangedFile, of_which_there_are_samples_may_get_another_time) {
  MappedFile file = MappedFile::open(path_).value();
  file.take_samples();
  for (int i = 0; i < 2; ++i) {
    write_again('x');
    EXPECT_TRUE(file.check_unchanged());
    EXPECT_TRUE(file.check_unchanged());
  }
}

TEST_F(ChangedFile, that_differs_from_its_samples_says_so) {
  for (const std::size_t at : {std::size_t{0}, kBytes / 2, kBytes - kBytes / 100}) {
    write_again('x');
    MappedFile file = MappedFile::open(path_).value();
    file.take_samples();
    write_again('y', at, kBytes / 100);
    expect_changed(file, "was changed while it was open");
  }
}

TEST_F(ChangedFile, that_has_samples_is_cut_off_all_the_same) {
  MappedFile file = MappedFile::open(path_).value();
  file.take_samples();
  fs::resize_file(path_, 4096);
  expect_changed(file, "was cut off while it was open");
}

TEST_F(ChangedFile, keeps_its_bytes_when_another_takes_its_place) {
  const MappedFile file = MappedFile::open(path_).value();
  std::ofstream(folder_.path() / "new") << "short";
  fs::rename(folder_.path() / "new", path_);
  EXPECT_TRUE(file.check_unchanged());
  EXPECT_EQ(file.bytes()[kBytes - 1], std::byte{'x'});
}

TEST_F(ChangedFile, is_guarded_again_and_again) {
  for (int i = 0; i < 100; ++i) {
    std::ofstream(path_) << std::string(8192, 'x');
    const MappedFile file = MappedFile::open(path_).value();
    const MappedFile second = MappedFile::open(path_).value();
    fs::resize_file(path_, 0);
    EXPECT_EQ(file.bytes()[5000], std::byte{0});
    EXPECT_EQ(second.bytes()[5000], std::byte{0});
  }
}

TEST_F(ChangedFile, does_not_hide_other_causes_of_the_signal) {
  if (test::kSanitized) GTEST_SKIP() << "the sanitizer has a handler of its own";
  const MappedFile file = MappedFile::open(path_).value();
  EXPECT_EXIT(std::raise(SIGBUS), testing::KilledBySignal(SIGBUS), "");
}

}  // namespace
}  // namespace canter
