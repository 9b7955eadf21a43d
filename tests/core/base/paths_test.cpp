#include "base/paths.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <optional>
#include <string>

namespace canter {
namespace {

namespace fs = std::filesystem;

/// Starts each test without the variables that matter and puts them back afterwards.
class Paths : public testing::Test {
 protected:
  Paths() {
    for (const char* name : {"CANTER_DATA_DIR", "CANTER_RESOURCES", "XDG_DATA_HOME", "HOME"}) {
      const char* value = std::getenv(name);
      old_[name] = value == nullptr ? std::nullopt : std::optional<std::string>(value);
      unsetenv(name);
    }
  }
  ~Paths() override {
    for (const auto& [name, value] : old_) {
      value ? setenv(name.c_str(), value->c_str(), 1) : unsetenv(name.c_str());
    }
  }

 private:
  std::map<std::string, std::optional<std::string>> old_;
};

TEST_F(Paths, data_lies_where_canter_data_dir_says) {
  setenv("CANTER_DATA_DIR", "/chosen", 1);
  setenv("XDG_DATA_HOME", "/xdg", 1);
  setenv("HOME", "/home/someone", 1);
  EXPECT_EQ(default_data_dir().value(), fs::path("/chosen"));
}

#if defined(__linux__)
TEST_F(Paths, data_lies_below_the_xdg_folder) {
  setenv("XDG_DATA_HOME", "/xdg", 1);
  setenv("HOME", "/home/someone", 1);
  EXPECT_EQ(default_data_dir().value(), fs::path("/xdg/canter"));
}

TEST_F(Paths, data_lies_below_home_when_nothing_else_is_said) {
  setenv("CANTER_DATA_DIR", "", 1);
  setenv("XDG_DATA_HOME", "relative/is/ignored", 1);
  setenv("HOME", "/home/someone", 1);
  EXPECT_EQ(default_data_dir().value(), fs::path("/home/someone/.local/share/canter"));
}
#endif

TEST_F(Paths, an_environment_without_a_home_is_an_error_that_tells_the_way_out) {
  const Result<fs::path> path = default_data_dir();
  ASSERT_FALSE(path);
  EXPECT_EQ(path.error().kind, ErrorKind::kIo);
  EXPECT_NE(path.error().message.find("set CANTER_DATA_DIR"), std::string::npos);
}

TEST_F(Paths, resources_lie_where_canter_resources_says) {
  setenv("CANTER_RESOURCES", "/resources", 1);
  EXPECT_EQ(resource_dir(), fs::path("/resources"));
}

TEST_F(Paths, resources_lie_beside_the_folder_of_the_running_program) {
  const fs::path path = resource_dir();
  EXPECT_TRUE(path.is_absolute());
  EXPECT_EQ(path.filename(), "canter");
  EXPECT_EQ(path.parent_path().filename(), "share");
}

}  // namespace
}  // namespace canter
