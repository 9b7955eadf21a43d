#include "base/mapped_file.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>
#include <string>

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

}  // namespace
}  // namespace canter
