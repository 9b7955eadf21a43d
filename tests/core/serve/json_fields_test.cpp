#include "serve/json_fields.h"

#include <gmock/gmock.h>

namespace canter::serve {
namespace {

using testing::HasSubstr;

TEST(ParseRequest, takes_objects_of_valid_utf8_alone) {
  EXPECT_TRUE(parse_request(R"({"a": 1})"));
  for (const char* wrong :
       {"", "[]", "{", "{\"a\":\"\xff\"}", R"({"a":"\ud800"})", R"({"a":1,"a":2})"})
    EXPECT_EQ(parse_request(wrong).error().status, 400) << wrong;
  EXPECT_THAT(parse_request("{\"a\":\"\xc3\"}").error().message, HasSubstr("UTF-8"));
}

TEST(JsonFields, read_what_is_there_and_take_null_for_missing) {
  const Json object = {{"on", true}, {"name", "x"}, {"half", 0.5}, {"many", 7}, {"none", nullptr}};
  JsonFields fields(object);
  EXPECT_EQ(fields.boolean("on"), true);
  EXPECT_EQ(fields.text("name"), "x");
  EXPECT_EQ(fields.number("half", 0, 1), 0.5);
  EXPECT_EQ(fields.integer("many", 0, 9), 7);
  EXPECT_EQ(fields.text("none"), std::nullopt);
  EXPECT_EQ(fields.array("missing"), nullptr);
  EXPECT_TRUE(fields.finish());
}

TEST(JsonFields, name_the_first_member_that_is_wrong) {
  const Json object = {{"on", 1}, {"many", 10.5}};
  JsonFields fields(object, "options.");
  fields.integer("many", 0, 9);
  fields.boolean("on");
  EXPECT_EQ(fields.finish().error().param, "options.many");
  EXPECT_THAT(fields.finish().error().message, HasSubstr("whole number between 0 and 9"));
}

TEST(JsonFields, numbers_beyond_64_bits_are_out_of_range) {
  const Json object = Json::parse(R"({"seed": 18446744073709551615})");
  JsonFields fields(object);
  fields.integer("seed", INT64_MIN, INT64_MAX);
  EXPECT_EQ(fields.finish().error().param, "seed");
}

TEST(JsonFields, nothing_is_ignored) {
  const Json object = {{"known", 1}, {"strange", 2}};
  JsonFields fields(object);
  fields.integer("known", 0, 9);
  EXPECT_EQ(fields.finish().error().param, "strange");
  EXPECT_EQ(fields.finish().error().code, "unsupported_parameter");
}

TEST(JsonFields, what_is_not_supported_may_say_so) {
  const Json object = {{"penalty", 0}, {"bias", Json::object()}, {"tier", "fast"}};
  JsonFields fields(object);
  fields.only("penalty", {0});
  fields.unsupported({"bias"});
  EXPECT_TRUE(fields.sound());
  fields.only("tier", {"auto", "default"});
  EXPECT_THAT(fields.finish().error().message, HasSubstr("\"auto\" or \"default\""));
}

}  // namespace
}  // namespace canter::serve
