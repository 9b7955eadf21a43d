#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/chat/jinja/golden.h"

namespace canter::test {
namespace {

const std::string kData = CANTER_TEST_DATA "/templates/";
const std::string kShared = CANTER_TEST_SOURCE "/../shared/templates/";

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// All lines of a folder's goldens.jsonl.
void expect_goldens(const std::string& folder) {
  const std::vector<OrderedJson> goldens = read_json_lines(folder + "goldens.jsonl");
  ASSERT_FALSE(goldens.empty());
  for (const OrderedJson& golden : goldens) {
    const std::string name = golden["template"];
    EXPECT_EQ(golden_fault(text_of(folder + name), golden), "") << name << ", " << golden["kind"];
  }
}

TEST(JinjaGolden, the_language_is_that_of_the_reference) {
  const std::vector<OrderedJson> goldens = read_json_lines(kData + "language.jsonl");
  ASSERT_FALSE(goldens.empty());
  for (const OrderedJson& golden : goldens) {
    const std::string source = golden["template"];
    EXPECT_EQ(golden_fault(source, golden), "") << source;
  }
}

TEST(JinjaGolden, published_templates_give_what_the_reference_gives) {
  expect_goldens(kData);
}

TEST(JinjaGolden, all_recorded_templates_give_what_the_reference_gives) {
  if (!std::filesystem::exists(kShared)) GTEST_SKIP() << "needs " << kShared;
  expect_goldens(kShared);
}

}  // namespace
}  // namespace canter::test
