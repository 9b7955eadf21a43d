#include "base/paths.h"

#include <gtest/gtest.h>

#include "support/environment.h"
#include "support/temporary_directory.h"

namespace canter {
namespace {

namespace fs = std::filesystem;

class Paths : public testing::Test {
  test::ClearedEnvironment environment_{"CANTER_DATA_DIR", "CANTER_RESOURCES", "XDG_DATA_HOME",
                                        "HOME", "LOCALAPPDATA"};
};

TEST_F(Paths, data_lies_where_canter_data_dir_says) {
  test::set_environment("CANTER_DATA_DIR", "/chosen");
  test::set_environment("XDG_DATA_HOME", "/xdg");
  test::set_environment("HOME", "/home/someone");
  EXPECT_EQ(default_data_dir().value(), fs::path("/chosen"));
}

TEST_F(Paths, models_lie_in_the_data_folder) {
  test::set_environment("CANTER_DATA_DIR", "/chosen");
  EXPECT_EQ(models_dir().value(), fs::path("/chosen/models"));
}

TEST_F(Paths, models_lie_in_the_folder_that_was_chosen) {
  const test::TemporaryDirectory data;
  test::set_environment("CANTER_DATA_DIR", (data.path() / "new").string().c_str());
  const fs::path chosen = data.path() / "Größeres";
  ASSERT_TRUE(choose_models_dir(chosen));
  EXPECT_EQ(models_dir().value(), chosen);
  EXPECT_EQ(own_models_dir().value(), data.path() / "new" / "models");
  ASSERT_TRUE(choose_models_dir({}));
  EXPECT_EQ(models_dir().value(), data.path() / "new" / "models");
  const auto refused = choose_models_dir("models");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kUsage);
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
