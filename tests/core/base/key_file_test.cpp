#include "base/key_file.h"

#include <gtest/gtest.h>

#include <fstream>

#include "support/temporary_directory.h"

namespace canter::test {
namespace {

TEST(KeyFile, takes_the_first_line) {
  const TemporaryDirectory folder;
  const auto path = folder.path() / "key";
  const auto read = [&](const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
    return read_key_file(path);
  };
  EXPECT_EQ(read("  abc-1 \r\nmore\n")->text, "abc-1");
  std::filesystem::permissions(
      path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  EXPECT_FALSE(read_key_file(path)->others_can_read);
  for (const char* wrong : {"", "\nabc", "a b", "ä"})
    EXPECT_EQ(read(wrong).error().kind, ErrorKind::kUsage) << wrong;
  EXPECT_EQ(read_key_file(folder.path() / "missing").error().kind, ErrorKind::kIo);
}

}  // namespace
}  // namespace canter::test
