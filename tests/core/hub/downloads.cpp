#include "core/hub/downloads.h"

#include <fstream>
#include <iterator>
#include <random>

namespace canter::test {

std::string random_bytes(std::size_t size, unsigned seed) {
  std::mt19937 generator(seed);
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(generator());
  return bytes;
}

std::string sha256_of_text(const std::string& text) {
  Sha256 digest;
  digest.update(text.data(), text.size());
  return digest.take();
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::filesystem::path& path, const std::string& content) {
  std::ofstream(path, std::ios::binary) << content;
}

HttpSettings impatient() {
  using namespace std::chrono_literals;
  HttpSettings settings;
  settings.connect_timeout = 2s;
  settings.stall_time = 150ms;
  settings.attempts = 4;
  settings.patience = 1ms;
  settings.longest_patience = 4ms;
  settings.longest_asked = 2s;
  return settings;
}

void DownloadTest::expect_whole(const Result<Downloaded>& result) const {
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(result->bytes, content_.size());
  EXPECT_EQ(result->sha256, sha256_of_text(content_));
  EXPECT_EQ(result->path, target());
  EXPECT_TRUE(read(target()) == content_);
  expect_nothing_beside();
}

void DownloadTest::expect_failure(const Result<Downloaded>& result, const std::string& text) const {
  ASSERT_FALSE(result);
  EXPECT_THAT(result.error().message, testing::HasSubstr(text));
  EXPECT_THAT(result.error().message, testing::Not(testing::HasSubstr("\n")));
  EXPECT_FALSE(std::filesystem::exists(target()));
}

void DownloadTest::expect_nothing_beside() const {
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
    EXPECT_EQ(entry.path(), target());
}

}  // namespace canter::test
