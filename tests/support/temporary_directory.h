#pragma once

#include <filesystem>
#include <random>
#include <string>

namespace canter::test {

/// A new folder below the system's temporary folder, removed with all it holds.
class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    do {
      path_ = std::filesystem::temp_directory_path() /
              ("canter-test-" + std::to_string(std::random_device()()));
    } while (!std::filesystem::create_directory(path_));
  }
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace canter::test
