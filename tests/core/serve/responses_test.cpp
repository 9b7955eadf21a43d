#include "core/serve/serve_support.h"

namespace canter::test {
namespace {

using testing::SizeIs;

constexpr const char* kResponses = "/v1/responses";

class Responses : public ServeTest {
 protected:
  static Json request(const Json& more) {
    Json request = {
        {"input", "What is the capital of France?"}, {"temperature", 0}, {"max_output_tokens", 30}};
    if (!more.is_null()) request.update(more);
    return request;
  }
};

TEST_F(Responses, answer_in_the_shape_that_clients_expect) {
  const Json reply =
      ask(kResponses, request({{"instructions", "Be brief."}, {"metadata", {{"a", "b"}}}}));
  EXPECT_EQ(reply["object"], "response");
  EXPECT_EQ(reply["store"], false);
  EXPECT_EQ(reply["instructions"], "Be brief.");
  EXPECT_EQ(reply["metadata"]["a"], "b");
  ASSERT_THAT(reply["output"], SizeIs(1));
  const Json& message = reply["output"][0];
  EXPECT_EQ(message["type"], "message");
  EXPECT_EQ(message["role"], "assistant");
  EXPECT_EQ(message["content"][0]["type"], "output_text");
  EXPECT_GT(reply["usage"]["input_tokens"], 0);
  EXPECT_GT(reply["usage"]["output_tokens"], 0);
}

TEST_F(Responses, say_when_they_were_cut_off) {
  const Json reply = ask(kResponses, request({{"max_output_tokens", 1}}));
  EXPECT_EQ(reply["status"], "incomplete");
  EXPECT_EQ(reply["incomplete_details"]["reason"], "max_output_tokens");
}

TEST_F(Responses, come_as_events_in_order) {
  const Json whole = ask(kResponses, request({}));
  const auto events = stream(kResponses, request({}));
  std::string text;
  for (std::size_t i = 0; i < events.size(); ++i) {
    EXPECT_EQ(events[i]["sequence_number"], i);
    if (events[i]["type"] == "response.output_text.delta")
      text += events[i]["delta"].get<std::string>();
  }
  EXPECT_EQ(text, whole["output"][0]["content"][0]["text"]);
  EXPECT_EQ(events[0]["type"], "response.created");
  EXPECT_EQ(events[1]["type"], "response.in_progress");
  EXPECT_EQ(events[2]["type"], "response.output_item.added");
  EXPECT_EQ(events[3]["type"], "response.content_part.added");
  const std::string last =
      whole["status"] == "completed" ? "response.completed" : "response.incomplete";
  EXPECT_EQ(events.back()["type"], last);
  EXPECT_EQ(events.back()["response"]["output"][0]["content"][0]["text"], text);
}

TEST_F(Responses, take_conversations) {
  const Json input = Json::parse(R"([
    {"role": "user", "content": [{"type": "input_text", "text": "Hello"}]},
    {"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": "Hi."}]},
    {"role": "user", "content": "Who are you?"}])");
  EXPECT_THAT(ask(kResponses, request({{"input", input}}))["output"], SizeIs(1));
}

TEST_F(Responses, name_the_member_that_is_wrong) {
  const auto param = [&](const Json& more) {
    return error(400, kResponses, request(more))["param"];
  };
  EXPECT_EQ(param({{"input", nullptr}}), "input");
  EXPECT_EQ(param({{"store", true}}), "store");
  EXPECT_EQ(param({{"previous_response_id", "resp_1"}}), "previous_response_id");
  EXPECT_EQ(param({{"tools", Json::array({{{"type", "web_search"}}})}}), "tools");
  EXPECT_EQ(param({{"text", {{"format", {{"type", "xml"}}}}}}), "text.format.type");
  EXPECT_EQ(param({{"reasoning", {{"effort", "high"}}}}), "reasoning.effort");
  EXPECT_EQ(param({{"input", Json::array({{{"type", "item_reference"}}})}}), "input[0].type");
  const Json image =
      Json::parse(R"([{"role": "user", "content": [{"type": "input_image", "image_url": "x"}]}])");
  EXPECT_EQ(param({{"input", image}}), "input[0].content[0].type");
}

}  // namespace
}  // namespace canter::test
