#include "engine/models/locate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "support/environment.h"
#include "support/temporary_directory.h"

namespace canter::engine {
namespace {

TEST(Locate, finds_the_starter_among_the_programs_resources) {
  test::set_environment("CANTER_RESOURCES", CANTER_TEST_RESOURCES);
  EXPECT_EQ(locate_model("starter", nullptr).value(), starter_path());
  EXPECT_TRUE(std::filesystem::exists(starter_path()));
}

/// The program's own files and a user's data, in folders of the test's own.
class OwnModels : public testing::Test {
 protected:
  OwnModels() {
    test::set_environment("CANTER_RESOURCES", resources().c_str());
    test::set_environment("CANTER_DATA_DIR", data().c_str());
  }

  std::string resources() const { return (folder_.path() / "share").string(); }
  std::string data() const { return (folder_.path() / "data").string(); }

  static std::filesystem::path put(const std::filesystem::path& file) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << "a model";
    return file;
  }
  std::filesystem::path put_packaged() const {
    return put(std::filesystem::path(resources()) / "smollm2/SmolLM2-135M-Instruct.Q4_1.gguf");
  }
  std::filesystem::path put_users() const {
    return put(std::filesystem::path(data()) /
               "models/HuggingFaceTB/SmolLM2-135M-Instruct/SmolLM2-135M-Instruct.Q4_1.gguf");
  }

 private:
  test::ClearedEnvironment environment_{"CANTER_RESOURCES", "CANTER_DATA_DIR"};
  test::TemporaryDirectory folder_;
};

TEST_F(OwnModels, a_newcomer_meets_the_starter_where_there_is_nothing_else) {
  EXPECT_EQ(first_model(), "starter");
}

TEST_F(OwnModels, a_newcomer_meets_the_smollm2_that_a_package_brought) {
  const auto packaged = put_packaged();
  EXPECT_EQ(first_model(), packaged.string());
  EXPECT_EQ(locate_model("smollm2", nullptr).value(), packaged);
}

TEST_F(OwnModels, the_smollm2_of_the_users_model_folder_comes_before_the_packages) {
  put_packaged();
  const auto own = put_users();
  EXPECT_EQ(first_model(), own.string());
  EXPECT_EQ(locate_model("smollm2", nullptr).value(), own);
}

TEST_F(OwnModels, smollm2_that_is_not_installed_is_said_with_what_to_do) {
  const auto path = locate_model("smollm2", nullptr);
  ASSERT_FALSE(path);
  EXPECT_EQ(path.error().kind, ErrorKind::kBadFile);
  EXPECT_THAT(path.error().message, testing::HasSubstr("SmolLM2 is not installed"));
  EXPECT_THAT(path.error().message, testing::HasSubstr("packaging/run.sh"));
}

TEST_F(OwnModels, a_starter_that_is_not_installed_is_said_with_what_to_do) {
  const auto path = locate_model("starter", nullptr);
  ASSERT_FALSE(path);
  EXPECT_THAT(path.error().message, testing::HasSubstr("install Canter again"));
}

TEST(Locate, takes_a_path_that_exists) {
  const test::TemporaryDirectory folder;
  EXPECT_EQ(locate_model(folder.path().string(), nullptr).value(), folder.path());
}

TEST(Locate, finds_a_model_that_was_opened_before_by_its_name) {
  const test::TemporaryDirectory folder;
  auto store = Store::open(folder.path()).value();
  ModelRecord record;
  record.path = "/models/small.gguf";
  record.name = "Small One";
  store.remember_model(record).value();
  EXPECT_EQ(locate_model("Small One", &store).value(), "/models/small.gguf");
}

TEST(Locate, remembers_any_part_of_a_split_model_as_its_first) {
  const test::TemporaryDirectory folder;
  const auto first = folder.path() / "big-00001-of-00002.gguf";
  const auto second = folder.path() / "big-00002-of-00002.gguf";
  std::ofstream(second) << "x";
  EXPECT_EQ(absolute_path(second), second) << "there is no first";
  std::ofstream(first) << "x";
  EXPECT_EQ(absolute_path(second), first);
  EXPECT_EQ(absolute_path(folder.path() / "whole.gguf"), folder.path() / "whole.gguf");
}

TEST(Locate, says_what_may_be_given_when_there_is_nothing) {
  for (const char* source : {"", "no such model"}) {
    const auto path = locate_model(source, nullptr);
    ASSERT_FALSE(path);
    EXPECT_EQ(path.error().kind, ErrorKind::kBadFile);
    EXPECT_THAT(path.error().message, testing::HasSubstr("GGUF"));
  }
}

}  // namespace
}  // namespace canter::engine
