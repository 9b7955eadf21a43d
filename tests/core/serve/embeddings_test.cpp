#include <cmath>
#include <cstring>

#include "core/serve/serve_support.h"

namespace canter::test {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

constexpr const char* kEmbeddings = "/v1/embeddings";

class Embeddings : public ServeTest {
 protected:
  static Json request(const Json& input, const Json& more = Json::object()) {
    Json request = {{"model", "starter-f32"}, {"input", input}};
    request.update(more);
    return request;
  }
  std::vector<float> numbers(const Json& input, const Json& more = Json::object()) const {
    return ask(kEmbeddings, request(input, more))["data"][0]["embedding"];
  }
};

TEST_F(Embeddings, are_a_list_in_the_order_of_the_texts) {
  const Json reply = ask(kEmbeddings, request({"Hello", "A longer text about something", "Hello"}));
  EXPECT_EQ(reply["object"], "list");
  EXPECT_EQ(reply["model"], "starter-f32");
  ASSERT_THAT(reply["data"], SizeIs(3));
  EXPECT_EQ(reply["data"][1]["index"], 1);
  EXPECT_EQ(reply["data"][1]["object"], "embedding");
  EXPECT_EQ(reply["data"][0]["embedding"], reply["data"][2]["embedding"]);
  EXPECT_NE(reply["data"][0]["embedding"], reply["data"][1]["embedding"]);
  EXPECT_THAT(reply["data"][0]["embedding"], SizeIs(std::size_t(starter().model().plan().width)));
  EXPECT_EQ(numbers("Hello"), reply["data"][0]["embedding"].get<std::vector<float>>());
  double squares = 0;
  for (const double number : numbers("Hello")) squares += number * number;
  EXPECT_NEAR(squares, 1, 1e-5);
  const auto tokens = starter().tokenizer().encode_whole("Hello").value();
  EXPECT_EQ(ask(kEmbeddings, request("Hello"))["usage"],
            Json({{"prompt_tokens", tokens.size()}, {"total_tokens", tokens.size()}}));
}

TEST_F(Embeddings, take_tokens_as_they_are) {
  const auto one = starter().tokenizer().encode_whole("Hello").value();
  const auto other = starter().tokenizer().encode_whole("Goodbye").value();
  EXPECT_EQ(numbers(one), numbers("Hello"));
  const Json reply = ask(kEmbeddings, request({one, other}));
  ASSERT_THAT(reply["data"], SizeIs(2));
  EXPECT_EQ(reply["data"][1]["embedding"].get<std::vector<float>>(), numbers("Goodbye"));
}

TEST_F(Embeddings, come_as_base64_of_the_same_numbers) {
  const std::string text = ask(
      kEmbeddings,
      request("Hello", {{"encoding_format", "base64"}, {"dimensions", 5}}))["data"][0]["embedding"];
  const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned word = 0, bits = 0;
  for (const char c : text.substr(0, text.find('='))) {
    word = word << 6 | unsigned(digits.find(c));
    if ((bits += 6) >= 8) bytes += char(word >> (bits -= 8) & 255);
  }
  std::vector<float> read(5);
  ASSERT_THAT(bytes, SizeIs(read.size() * sizeof(float)));
  std::memcpy(read.data(), bytes.data(), bytes.size());
  EXPECT_EQ(text.size() % 4, 0u);
  EXPECT_EQ(read, numbers("Hello", {{"dimensions", 5}}));
}

TEST_F(Embeddings, name_the_member_that_is_wrong) {
  const auto param = [&](const Json& input, const Json& more = Json::object()) {
    return error(400, kEmbeddings, request(input, more))["param"];
  };
  for (const Json& input :
       {Json(), Json(""), Json(5), Json::array(), Json::array({""}), Json::array({-1}),
        Json::array({99999999}), Json::array({1, "a"}), Json::array({Json::array()}),
        Json(std::vector<std::string>(2049, "a")), Json(std::string(60000, 'x'))})
    EXPECT_EQ(param(input), "input") << input.dump().substr(0, 40);
  EXPECT_EQ(param("a", {{"dimensions", 0}}), "dimensions");
  EXPECT_EQ(param("a", {{"dimensions", 100000}}), "dimensions");
  EXPECT_EQ(param("a", {{"encoding_format", "int8"}}), "encoding_format");
  EXPECT_EQ(param("a", {{"temperature", 1}}), "temperature");
  EXPECT_EQ(error(404, kEmbeddings, request("a", {{"model", "other"}}))["param"], "model");
}

TEST_F(Embeddings, are_given_to_clients_of_ollama) {
  const Json reply = ask("/api/embed", request({"Hello", "Goodbye"}, {{"options", {{"seed", 1}}}}));
  ASSERT_THAT(reply["embeddings"], SizeIs(2));
  EXPECT_EQ(reply["embeddings"][0].get<std::vector<float>>(), numbers("Hello"));
  EXPECT_TRUE(reply["total_duration"].is_number_integer());
  EXPECT_GT(reply["prompt_eval_count"], 2);
  EXPECT_THAT(ask("/api/embed", Json{{"model", "starter-f32"}})["embeddings"], SizeIs(0));
  const std::string endless(60000, 'x');
  EXPECT_EQ(ask("/api/embed", request(endless))["prompt_eval_count"], starter().context());
  EXPECT_THAT(error(400, "/api/embed", request(endless, {{"truncate", false}})),
              HasSubstr("`input`"));
  const Json older = ask("/api/embeddings", {{"model", "starter-f32"}, {"prompt", "Hello"}});
  EXPECT_EQ(older["embedding"], reply["embeddings"][0]);
  EXPECT_THAT(error(400, "/api/embeddings", {{"prompt", 5}}), HasSubstr("`prompt`"));
}

}  // namespace
}  // namespace canter::test
