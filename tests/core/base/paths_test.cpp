#include "base/paths.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <optional>
#include <string>

#include "support/environment.h"

namespace canter {
namespace {

namespace fs = std::filesystem;

/// Starts each test without the variables that matter and puts them back afterwards.
class Paths : public testing::Test {
 protected:
  Paths() {
    for (const char* name :
         {"CANTER_DATA_DIR", "CANTER_RESOURCES", "XDG_DATA_HOME", "HOME", "LOCALAPPDATA"}) {
      const char* value = std::getenv(name);
      old_[name] = value == nullptr ? std::nullopt : std::optional<std::string>(value);
      test::set_environment(name, nullptr);
    }
  }
  ~Paths() override {
    for (const auto& [name, value] : old_)
      test::set_environment(name.c_str(), value ? value->c_str() : nullptr);
  }

 private:
  std::map<std::string, std::optional<std::string>> old_;
};

TEST_F(Paths, data_lies_where_canter_data_dir_says) {
  test::set_environment("CANTER_DATA_DIR", "/chosen");
  test::set_environment("XDG_DATA_HOME", "/xdg");
  test::set_environment("HOME", "/home/someone");
  EXPECT_EQ(default_data_dir().value(), fs::path("/chosen"));
}

#if defined(__linux__)
TEST_F(Paths, data_lies_below_the_xdg_folder) {
  test::set_environment("XDG_DATA_HOME", "/xdg");
  test::set_environment("HOME", "/home/someone");
  EXPECT_EQ(default_data_dir().value(), fs::path("/xdg/canter"));
}

TEST_F(Paths, data_lies_below_home_when_nothing_else_is_said) {
  test::set_environment("CANTER_DATA_DIR", "");
  test::set_environment("XDG_DATA_HOME", "relative/is/ignored");
  test::set_environment("HOME", "/home/someone");
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
  test::set_environment("CANTER_RESOURCES", "/resources");
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
