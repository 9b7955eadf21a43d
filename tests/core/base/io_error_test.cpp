#include "base/io_error.h"

#include <gmock/gmock.h>

#include <cerrno>

namespace canter {
namespace {

TEST(IoFailure, says_that_the_disk_is_full) {
  const Error error = io_failure("write", "/disk/file", ENOSPC).value();
  EXPECT_EQ(error.kind, ErrorKind::kIo);
  EXPECT_EQ(error.message,
            "cannot write /disk/file: No space left on device; the disk is full, free some space "
            "and try again");
}

TEST(IoFailure, is_one_line_with_an_advice_for_every_code) {
  for (int code = 1; code < 134; ++code) {
    const std::string message = io_failure("read", "/disk/file", code).value().message;
    EXPECT_THAT(message, testing::StartsWith("cannot read /disk/file: "));
    EXPECT_THAT(message, testing::HasSubstr("; "));
    EXPECT_EQ(message.find('\n'), std::string::npos);
  }
}

}  // namespace
}  // namespace canter
