#include "format/strict_json.h"

#include <gmock/gmock.h>

namespace canter {
namespace {

using nlohmann::json;
using testing::HasSubstr;

void expect_refused(std::string_view text, const std::string& reason,
                    const JsonLimits& limits = {}) {
  const auto result = parse_strict_json(text, "\"x\"", limits);
  ASSERT_FALSE(result) << text;
  EXPECT_EQ(result.error().kind, ErrorKind::kBadFile);
  EXPECT_THAT(result.error().message, testing::StartsWith("\"x\" "));
  EXPECT_THAT(result.error().message, HasSubstr(reason));
}

TEST(StrictJson, builds_the_document) {
  constexpr std::string_view kText =
      R"({"a": [1, -2, 2.5, true, null, {"b": "ü"}, []], "c": {}, "": "x"} )";
  const auto result = parse_strict_json(kText, "\"x\"");
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(*result, json::parse(kText));
  EXPECT_EQ(parse_strict_json("7", "\"x\"").value(), json(7));
}

TEST(StrictJson, refuses_text_that_is_no_json) {
  for (std::string_view text : {"", " ", "{", "[1", "{\"a\":}", "{} {}", "nul", "\"\\x\"",
                                "\"\xff\"", "1e999", "[1]]", "{\"a\" 1}"}) {
    expect_refused(text, "is no JSON");
  }
  expect_refused(std::string_view("{}\0", 3), "is no JSON");
}

TEST(StrictJson, refuses_a_name_that_comes_twice) {
  expect_refused(R"({"a": 1, "b": {"c": 1, "c": 2}})", "names \"c\" twice");
  EXPECT_TRUE(parse_strict_json(R"([{"c": 1}, {"c": 2}])", "\"x\""));
}

TEST(StrictJson, refuses_deep_nesting_before_it_costs_anything) {
  EXPECT_TRUE(parse_strict_json("[[[]]]", "\"x\"", {.depth = 3}));
  expect_refused("[[[[]]]]", "nested too deeply", {.depth = 3});
  expect_refused(std::string(1u << 20, '['), "nested too deeply");
}

TEST(StrictJson, refuses_more_values_than_allowed) {
  EXPECT_TRUE(parse_strict_json("[1, 2, 3]", "\"x\"", {.values = 4}));
  expect_refused("[1, 2, 3, 4]", "too many entries", {.values = 4});
}

}  // namespace
}  // namespace canter
