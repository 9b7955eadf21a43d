#include "serve/tool_calls.h"

#include <gmock/gmock.h>

namespace canter::serve {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

struct Heard {
  std::string text = {};
  std::vector<ToolCall> calls = {};
};

/// The answer, one byte at a time.
Heard hear(const std::string& answer) {
  ToolCallReader reader({"weather", "time"});
  Heard heard;
  const auto add = [&](const ToolCallReader::Part& part) {
    heard.text += part.text;
    heard.calls.insert(heard.calls.end(), part.calls.begin(), part.calls.end());
  };
  for (const char byte : answer) add(reader.push(std::string(1, byte)));
  add(reader.finish());
  return heard;
}

TEST(ToolCallReader, finds_calls_between_tags) {
  const Heard heard = hear(
      "Let me look.\n<tool_call>\n{\"name\": \"weather\", \"arguments\": {\"city\": \"Köln\"}}\n"
      "</tool_call>\n<tool_call>{\"name\": \"time\"}</tool_call>");
  EXPECT_EQ(heard.text, "Let me look.");
  ASSERT_THAT(heard.calls, SizeIs(2));
  EXPECT_EQ(heard.calls[0].name, "weather");
  EXPECT_EQ(heard.calls[0].arguments, "{\"city\":\"Köln\"}");
  EXPECT_EQ(heard.calls[1].name, "time");
  EXPECT_EQ(heard.calls[1].arguments, "{}");
  EXPECT_NE(heard.calls[0].id, heard.calls[1].id);
  EXPECT_THAT(heard.calls[0].id, testing::StartsWith("call_"));
}

TEST(ToolCallReader, line_ends_behind_calls_are_no_text) {
  EXPECT_THAT(hear("<tool_call>{\"name\":\"time\"}</tool_call>\n").text, IsEmpty());
}

TEST(ToolCallReader, a_call_need_not_be_closed) {
  EXPECT_THAT(hear("<tool_call>{\"name\":\"time\",\"arguments\":{}}").calls, SizeIs(1));
}

TEST(ToolCallReader, finds_answers_that_are_nothing_but_json) {
  const Heard heard = hear("<|python_tag|>{\"name\": \"time\", \"parameters\": {\"zone\": \"}\"}}");
  ASSERT_THAT(heard.calls, SizeIs(1));
  EXPECT_EQ(heard.calls[0].arguments, "{\"zone\":\"}\"}");
  EXPECT_THAT(heard.text, IsEmpty());
  EXPECT_THAT(hear("{\"name\":\"time\"}; {\"name\":\"weather\"}").calls, SizeIs(2));
  EXPECT_EQ(hear("{\"name\":\"time\",\"arguments\":\"{\\\"a\\\":1}\"}").calls.at(0).arguments,
            "{\"a\":1}");
}

TEST(ToolCallReader, what_is_no_call_is_text) {
  for (const std::string answer :
       {"Hello < world", "{\"name\": \"unknown\"}", "{not json", "<tool_call>oops</tool_call> so",
        "<tool_call>{\"name\":\"unknown\"}</tool_call>", " {\"name\":\"time\"} and more",
        "<tool_"}) {
    const Heard heard = hear(answer);
    EXPECT_EQ(heard.text, answer);
    EXPECT_THAT(heard.calls, IsEmpty()) << answer;
  }
}

TEST(ToolCallReader, text_comes_as_soon_as_it_is_certain) {
  ToolCallReader reader({"time"});
  EXPECT_EQ(reader.push("It is").text, "It is");
  EXPECT_EQ(reader.push(" <").text, "");
  EXPECT_EQ(reader.push("3").text, " <3");
}

Json tool(const std::string& name) {
  return {{"type", "function"}, {"function", {{"name", name}, {"parameters", Json::object()}}}};
}

TEST(ReadTools, keeps_names_and_list) {
  const Json request = {{"tools", Json::array({tool("a"), tool("b")})}};
  JsonFields fields(request);
  const Tools tools = read_tools(fields, true);
  EXPECT_TRUE(fields.finish());
  EXPECT_EQ(tools.names, (std::set<std::string>{"a", "b"}));
  EXPECT_EQ(Json::parse(tools.list), request["tools"]);
  EXPECT_THAT(tools.forced, IsEmpty());
}

TEST(ReadTools, a_choice_can_forbid_or_force_calls) {
  const auto chosen = [](const Json& choice) {
    const Json request = {{"tools", Json::array({tool("a"), tool("b")})}, {"tool_choice", choice}};
    JsonFields fields(request);
    const Tools tools = read_tools(fields, true);
    EXPECT_TRUE(fields.finish());
    return tools;
  };
  EXPECT_THAT(chosen("none").list, IsEmpty());
  EXPECT_THAT(chosen("auto").forced, IsEmpty());
  EXPECT_THAT(chosen("required").forced, HasSubstr("anyOf"));
  const Json named =
      Json::parse(chosen({{"type", "function"}, {"function", {{"name", "b"}}}}).forced);
  EXPECT_EQ(named["properties"]["name"]["const"], "b");
}

TEST(ReadTools, names_what_is_wrong) {
  const auto wrong = [](const Json& request, bool takes = true) {
    JsonFields fields(request);
    read_tools(fields, takes);
    const auto checked = fields.finish();
    return checked ? std::string() : checked.error().param;
  };
  EXPECT_EQ(wrong({{"tools", Json::array({tool("a")})}}, false), "tools");
  EXPECT_EQ(wrong({{"tools", Json::array({{{"type", "retrieval"}}})}}), "tools[0]");
  EXPECT_EQ(wrong({{"tools", Json::array({{{"type", "function"}}})}}), "tools[0].function.name");
  EXPECT_EQ(wrong({{"tool_choice", "required"}}), "tool_choice");
  EXPECT_EQ(wrong({{"tools", Json::array({tool("a")})}, {"tool_choice", "b"}}), "tool_choice");
}

}  // namespace
}  // namespace canter::serve
