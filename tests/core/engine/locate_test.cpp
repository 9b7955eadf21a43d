#include "engine/locate.h"

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
