#include "decode/grammar/json_schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "decode/grammar/grammar.h"
#include "decode/grammar/grammar_states.h"

namespace canter {
namespace {

using testing::HasSubstr;

bool schema_matches(std::string_view schema, std::string_view document) {
  const auto grammar = Grammar::from_json_schema(schema);
  if (!grammar) ADD_FAILURE() << grammar.error().message;
  if (!grammar) return false;
  GrammarState state(*grammar);
  return state.accept(document) && state.may_end();
}

Error schema_error(std::string_view schema) {
  const auto grammar = Grammar::from_json_schema(schema);
  return grammar ? Error{ErrorKind::kInternal, "accepted"} : grammar.error();
}

void expect_documents(std::string_view schema, const std::vector<std::string>& good,
                      const std::vector<std::string>& bad) {
  for (const auto& document : good)
    EXPECT_TRUE(schema_matches(schema, document)) << schema << document;
  for (const auto& document : bad)
    EXPECT_FALSE(schema_matches(schema, document)) << schema << document;
}

TEST(JsonSchema, names_types) {
  expect_documents(R"({"type":"string"})", {R"("")", R"("a\n\"\u00e9\ud83d\ude00é")"},
                   {"1", "\"", "\"\n\"", R"("\ud83d")", R"("\x")"});
  expect_documents(R"({"type":"integer"})", {"0", "-12", "9007199254740993"},
                   {"01", "1.5", "1e3", "+1"});
  expect_documents(R"({"type":"number"})", {"0", "-1.5", "2e9", "1.25E-3"},
                   {"1.", ".5", "1e999", "NaN"});
  expect_documents(R"({"type":["boolean","null"]})", {"true", "false", "null"}, {"0", "True"});
  expect_documents("true", {"1", "\"a\"", R"({"a":[1,{"b":null}]})"}, {"{a:1}", "[1,]", ""});
  expect_documents(R"({"type":"string","nullable":true})", {"\"a\"", "null"}, {"1"});
}

TEST(JsonSchema, an_objects_properties_come_in_the_order_of_the_schema) {
  expect_documents(
      R"({"type":"object","properties":{"b":{"type":"integer"},"a":{"type":"string"},"c":{}},
          "required":["a"],"additionalProperties":false})",
      {R"({"b":1,"a":"x","c":[]})", R"({"a":"x"})", R"({ "b" : 1, "a": "x" })",
       "{\n  \"a\": \"x\",\n  \"c\": 1\n}"},
      {R"({"b":1})", R"({"a":"x","b":1})", R"({"a":1})", R"({"a":"x","d":1})", R"({"a":"x",})",
       "{}", R"({,"a":"x"})", R"({  "a":"x"})"});
  expect_documents(R"({"properties":{"a":{"type":"null"},"b":{"type":"null"}}})",
                   {"{}", R"({"a":null})", R"({"b":null})", R"({"a":null,"b":null})"},
                   {R"({"b":null,"a":null})", R"({"c":1})", "[]"});
}

TEST(JsonSchema, names_that_are_not_declared_come_last) {
  const char* schema =
      R"({"properties":{"foo":{"type":"integer"},"fo":{"type":"null"}},
          "additionalProperties":{"type":"boolean"}})";
  expect_documents(
      schema,
      {"{}", R"({"foo":1,"x":true,"f":false,"fob":true,"fooo":true,"":true})", R"({"é":true})"},
      {R"({"foo":true})", R"({"x":true,"foo":true})", R"({"x":1})", R"({"fo":true})",
       R"({"f\u006f":true})"});
  expect_documents(R"({"type":"object","required":["id"],"additionalProperties":true})",
                   {R"({"id":1})", R"({"id":[],"more":{}})"}, {"{}", R"({"more":1})"});
  expect_documents(R"({"type":"object","additionalProperties":false})", {"{}", "{ }"},
                   {R"({"a":1})"});
}

TEST(JsonSchema, arrays_have_items_and_lengths) {
  expect_documents(R"({"type":"array","items":{"type":"integer"},"minItems":2,"maxItems":3})",
                   {"[1,2]", "[1, 2, 3]"}, {"[]", "[1]", "[1,2,3,4]", "[\"a\",1]", "[1,2,]"});
  expect_documents(R"({"items":{"type":"null"}})", {"[]", "[null,null]"}, {"[1]", "{}"});
  expect_documents(R"({"type":"array","maxItems":0})", {"[]", "[ ]"}, {"[1]"});
  expect_documents(R"({"prefixItems":[{"type":"string"},{"type":"integer"}],"items":false})",
                   {R"(["a",1])"}, {R"(["a",1,2])", "[1,\"a\"]"});
  expect_documents(R"({"prefixItems":[{"type":"string"}],"items":{"type":"null"},"maxItems":2})",
                   {R"(["a"])", R"(["a",null])"}, {R"(["a",null,null])", R"(["a",1])"});
  expect_documents(R"({"items":[{"const":1},{"const":2}]})", {"[1,2]"}, {"[2,1]", "[1,2,3]"});
}

TEST(JsonSchema, lists_values) {
  expect_documents(R"({"enum":["a\"b",1,null,{"k":[true]},"é"]})",
                   {R"("a\"b")", "1", "null", R"({"k":[true]})", "\"é\""}, {"\"a\"", "2", "1.0"});
  expect_documents(R"({"type":"string","enum":["a",1]})", {"\"a\""}, {"1"});
  expect_documents(R"({"const":"x"})", {"\"x\""}, {"\"y\""});
  EXPECT_THAT(schema_error(R"({"type":"object","enum":["a"]})").message,
              HasSubstr("allows nothing"));
}

TEST(JsonSchema, alternatives_share_what_stands_beside_them) {
  expect_documents(R"({"anyOf":[{"type":"integer"},{"type":"string","maxLength":1}]})",
                   {"1", "\"a\""}, {"\"ab\"", "null"});
  expect_documents(R"({"type":"object","properties":{"a":{"type":"null"},"b":{"type":"null"}},
                       "oneOf":[{"required":["a"]},{"required":["b"]}]})",
                   {R"({"a":null})", R"({"b":null})", R"({"a":null,"b":null})"}, {"{}"});
}

TEST(JsonSchema, parts_that_hold_together_are_merged) {
  expect_documents(
      R"({"$defs":{"base":{"type":"object","properties":{"a":{"type":"number"}},"required":["a"]}},
          "allOf":[{"$ref":"#/$defs/base"},
                   {"properties":{"a":{"type":"integer","minimum":5,"maximum":7},"b":{"type":"null"}}}]})",
      {R"({"a":5})", R"({"a":7,"b":null})"}, {R"({"a":5.5})", R"({"a":8})", R"({"b":null})"});
  expect_documents(R"({"allOf":[{"type":"string","minLength":2},{"maxLength":3,"minLength":1}]})",
                   {"\"ab\"", "\"abc\""}, {"\"a\"", "\"abcd\""});
  expect_documents(
      R"({"allOf":[{"properties":{"a":{"type":"null"}},"additionalProperties":false},
                   {"properties":{"b":{"type":"null"}}}]})",
      {"{}", R"({"a":null})"}, {R"({"b":null})"});
  EXPECT_THAT(schema_error(R"({"allOf":[{"type":"string"},{"type":"integer"}]})").message,
              HasSubstr("allows nothing"));
  EXPECT_THAT(schema_error(R"({"allOf":[{"pattern":"^a$"},{"pattern":"^b$"}]})").message,
              HasSubstr("the schema's \"pattern\" at \"#/allOf/1\" is not supported"));
}

TEST(JsonSchema, references_may_lead_back) {
  const char* schema =
      R"({"$ref":"#/$defs/no~1de","$defs":{"no/de":{"type":"object","properties":
          {"v":{"type":"integer"},"next":{"anyOf":[{"$ref":"#/$defs/no~1de"},{"type":"null"}]}},
          "required":["v","next"]}}})";
  expect_documents(schema, {R"({"v":1,"next":null})", R"({"v":1,"next":{"v":2,"next":null}})"},
                   {R"({"v":1})", R"({"v":1,"next":{"v":2}})"});
  expect_documents(R"({"type":"array","items":{"$ref":"#"}})", {"[]", "[[],[[]]]"}, {"[1]"});
  expect_documents(R"({"definitions":{"a":{"type":"null"}},"items":{"$ref":"#/definitions/a"}})",
                   {"[null]"}, {"[1]"});
}

TEST(JsonSchema, strings_have_lengths_in_characters) {
  expect_documents(R"({"type":"string","minLength":2,"maxLength":3})",
                   {"\"ab\"", "\"äöü\"", R"("\n\u00e9")", R"("\ud83d\ude00😀")"},
                   {"\"a\"", "\"abcd\"", "\"\""});
}

TEST(JsonSchema, strings_match_patterns) {
  const auto schema = [](const std::string& pattern) {
    return R"({"type":"string","pattern":")" + pattern + "\"}";
  };
  expect_documents(schema(R"(^[A-Z]{2}-\\d+(?:\\.\\d{1,2})?$)"), {"\"AB-1\"", "\"XY-12.34\""},
                   {"\"A-1\"", "\"AB-\"", "\"AB-1.\"", "\"xAB-1\""});
  expect_documents(schema(R"(^(cat|dog)s?$)"), {"\"cat\"", "\"dogs\""}, {"\"cow\"", "\"catdog\""});
  expect_documents(schema(R"(^a|b$)"), {"\"ax\"", "\"xb\""}, {"\"xa\"", "\"bx\""});
  expect_documents(schema("b+"), {"\"abc\"", "\"b\""}, {"\"ac\"", "\"\""});
  expect_documents(schema(R"(^[^a\"]\\\\\\w.$)"), {R"("b\\_é")", R"("\n\\x\"")"},
                   {R"("a\\_é")", R"("bb_é")"});
  for (const char* pattern : {"(?=a)b", R"(\\bword)", "a^b", R"((a)\\1)", R"(\\p{L})", "(a", "a)",
                              "[a", "a{2", "*a", "a**"}) {
    const Error error = schema_error(schema(pattern));
    EXPECT_EQ(error.kind, ErrorKind::kUnsupported) << pattern;
    EXPECT_THAT(error.message,
                HasSubstr("the schema's \"pattern\" at \"#\" is not supported; it has "));
  }
}

TEST(JsonSchema, strings_have_formats) {
  expect_documents(
      R"({"type":"string","format":"date"})",
      {"\"2026-11-29\"", "\"2024-02-29\"", "\"2000-02-29\""},
      {"\"2026-02-29\"", "\"1900-02-29\"", "\"2026-13-01\"", "\"2026-04-31\"", "\"2026-1-1\""});
  expect_documents(R"({"format":"time"})", {"\"23:59:59Z\"", "\"00:00:00.5+01:30\""},
                   {"\"24:00:00Z\"", "\"10:00\""});
  expect_documents(R"({"format":"date-time"})", {"\"2026-11-29T01:02:03Z\""}, {"\"2026-11-29\""});
  expect_documents(R"({"format":"uuid"})", {"\"123e4567-e89b-12d3-a456-426614174000\""},
                   {"\"123e4567\""});
  EXPECT_EQ(schema_error(R"({"properties":{"m":{"type":"string","format":"email"}}})").message,
            "the schema's \"format\" at \"#/properties/m\" is not supported; \"email\" is not "
            "known, only "
            "date, time, date-time and uuid: leave it out");
}

TEST(JsonSchema, integers_keep_to_their_bounds) {
  const auto schema = [](const std::string& bounds) {
    return R"({"type":"integer",)" + bounds + "}";
  };
  const struct {
    std::string bounds;
    int least, most;
  } cases[] = {{R"("minimum":0,"maximum":9)", 0, 9},
               {R"("minimum":7,"maximum":1234)", 7, 1234},
               {R"("minimum":-15,"maximum":208)", -15, 208},
               {R"("minimum":-310,"maximum":-99)", -310, -99},
               {R"("exclusiveMinimum":99,"exclusiveMaximum":101)", 100, 100},
               {R"("minimum":1.5,"maximum":3.5)", 2, 3},
               {R"("minimum":995)", 995, 5000},
               {R"("maximum":-995)", -5000, -995}};
  for (const auto& [bounds, least, most] : cases) {
    const auto grammar = Grammar::from_json_schema(schema(bounds)).value();
    for (int number = -1300; number <= 1300; ++number) {
      GrammarState state(grammar);
      const bool matched = state.accept(std::to_string(number)) && state.may_end();
      ASSERT_EQ(matched, number >= least && number <= most) << bounds << " " << number;
    }
  }
  EXPECT_THAT(schema_error(schema(R"("minimum":5,"maximum":4)")).message,
              HasSubstr("larger numbers"));
}

TEST(JsonSchema, numbers_keep_to_whole_bounds) {
  expect_documents(R"({"type":"number","minimum":0,"maximum":1})", {"0", "0.75", "1", "1.0"},
                   {"1.01", "-0.5", "2", "1e5"});
  expect_documents(R"({"type":"number","minimum":-2,"maximum":10})",
                   {"-2", "-1.99", "9.9", "10.00"}, {"-2.1", "10.1", "-3", "11"});
  EXPECT_EQ(schema_error(R"({"type":"number","minimum":0.5})").kind, ErrorKind::kUnsupported);
  EXPECT_EQ(schema_error(R"({"type":"number","exclusiveMinimum":0})").kind,
            ErrorKind::kUnsupported);
}

TEST(JsonSchema, names_what_it_does_not_support) {
  for (const char* keyword :
       {"not", "if", "patternProperties", "dependentRequired", "uniqueItems", "contains",
        "multipleOf", "propertyNames", "minProperties", "unevaluatedProperties", "strange"}) {
    const Error error = schema_error(R"({"properties":{"a":{")" + std::string(keyword) +
                                     R"(":{"type":"string"}}}})");
    EXPECT_EQ(error.kind, ErrorKind::kUnsupported);
    EXPECT_EQ(error.message, "the schema's \"" + std::string(keyword) +
                                 "\" at \"#/properties/a\" is not supported; leave it out");
  }
  EXPECT_EQ(schema_error(R"({"$ref":"other.json#/a"})").kind, ErrorKind::kUnsupported);
  EXPECT_EQ(schema_error(R"({"type":"string","pattern":"^a$","minLength":2})").kind,
            ErrorKind::kUnsupported);
  EXPECT_NE(schema_error(R"({"type":"array","uniqueItems":false,"x-note":1,"title":"t"})").message,
            "");
  EXPECT_TRUE(
      schema_matches(R"({"type":"array","uniqueItems":false,"x-note":1,"title":"t"})", "[]"));
}

TEST(JsonSchema, says_what_is_no_schema) {
  EXPECT_EQ(schema_error("{").message, "the schema is no JSON (at byte 2); mend it");
  EXPECT_THAT(schema_error("[]").message, HasSubstr("neither an object nor true"));
  EXPECT_THAT(schema_error("false").message, HasSubstr("allows nothing"));
  EXPECT_THAT(schema_error(R"({"type":"text"})").message,
              HasSubstr("\"text\", which JSON has not"));
  EXPECT_THAT(schema_error(R"({"properties":[]})").message,
              HasSubstr("\"properties\" of the wrong kind"));
  EXPECT_THAT(schema_error(R"({"minLength":-1})").message,
              HasSubstr("\"minLength\" of the wrong kind"));
  EXPECT_THAT(schema_error(R"({"minItems":3,"maxItems":2})").message, HasSubstr("more items than"));
  EXPECT_THAT(schema_error(R"({"required":["a"],"additionalProperties":false})").message,
              HasSubstr("requires \"a\" and does not allow it"));
}

TEST(JsonSchema, refuses_what_leads_in_a_circle_or_grows_for_ever) {
  EXPECT_NE(schema_error(R"({"$ref":"#"})").message, "accepted");
  EXPECT_NE(
      schema_error(R"({"$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a","type":"null"}},
                         "$ref":"#/$defs/a"})")
          .message,
      "accepted");
  EXPECT_THAT(schema_error(R"({"properties":{"a":{"$ref":"#"}},"required":["a"]})").message,
              HasSubstr("never ends"));
  EXPECT_EQ(schema_error(R"({"properties":{"a":{"allOf":[{"$ref":"#"},{"required":["x"]}]},
                                       "b":{"allOf":[{"$ref":"#"},{"required":["y"]}]}}})")
                .kind,
            ErrorKind::kTooLarge);
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += R"({"items":)";
  EXPECT_THAT(schema_error(deep).message, HasSubstr("nested too deeply"));
}

TEST(JsonSchema, any_object_is_one) {
  const auto grammar = Grammar::any_json_object().value();
  for (const char* document : {"{}", R"({"a":{"b":[1,2,"x"]}})"}) {
    GrammarState state(grammar);
    EXPECT_TRUE(state.accept(document) && state.must_end()) << document;
  }
  EXPECT_FALSE(GrammarState(grammar).accept("["));
}

TEST(JsonSchema, white_space_comes_to_an_end) {
  GrammarState state(Grammar::any_json_object().value());
  EXPECT_TRUE(state.accept("{\n" + std::string(20, ' ')));
  EXPECT_FALSE(state.accept(" "));
}

}  // namespace
}  // namespace canter
