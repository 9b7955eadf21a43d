#include "cli/cli.h"

namespace canter::test {
namespace {

class Render : public CliTest {
 protected:
  const std::string chat_ = R"([{"role": "user", "content": "Grüße <|x|>"}])";
  const std::string template_ =
      "{{ bos_token }}{% for m in messages %}<|{{ m.role }}|>{{ m.content }}{% endfor %}"
      "{% if add_generation_prompt %}<|assistant|>{% endif %}"
      "{% if enable_thinking is defined %}{{ enable_thinking }}{% endif %}";
};

TEST_F(Render, marks_what_was_said_by_characters) {
  const Json document = json(
      {"render", "--template", file("t.jinja", template_), "--chat", file("chat.json", chat_)});
  EXPECT_EQ(keys(document), (std::set<std::string>{"text", "spans"}));
  EXPECT_EQ(document["text"], "<|user|>Grüße <|x|><|assistant|>");
  EXPECT_EQ(document["spans"], Json::parse("[[8, 19]]"));
}

TEST_F(Render, takes_all_variables_of_a_template) {
  const std::string input = R"({"messages": )" + chat_ + R"(, "bos_token": "<s>"})";
  const Json document =
      json({"render", "--template", file("t.jinja", template_), "--input", "-"}, input);
  EXPECT_EQ(document["text"], "<s><|user|>Grüße <|x|>");
}

TEST_F(Render, asks_for_no_answer_and_switches_thinking_when_told) {
  const Json document =
      json({"render", "--template", file("t.jinja", template_), "--chat", file("chat.json", chat_),
            "--no-generation-prompt", "--think", "off"});
  EXPECT_EQ(document["text"], "<|user|>Grüße <|x|>False");
}

TEST_F(Render, knows_what_day_it_is) {
  const std::string clock = file("t.jinja", "{{ strftime_now('%d %B %Y') }}");
  const std::string chat = file("chat.json", chat_);
  EXPECT_EQ(json({"render", "--template", clock, "--chat", chat, "--date", "2024-02-29"})["text"],
            "29 February 2024");
  const auto wrong = run({"render", "--template", clock, "--chat", chat, "--date", "2023-02-29"});
  expect_failure(wrong, 2);
  EXPECT_THAT(wrong.err, testing::HasSubstr("--date is no day, write it like"));
}

TEST_F(Render, says_what_a_template_refuses) {
  const auto refused =
      run({"render", "--template", file("t.jinja", "{{ raise_exception('No system role') }}"),
           "--chat", file("chat.json", chat_)});
  expect_failure(refused, 3);
  EXPECT_EQ(refused.err, "canter-cli: error: No system role\n");
}

TEST_F(Render, says_where_a_template_is_wrong) {
  const auto wrong = run(
      {"render", "--template", file("t.jinja", "\n{% if %}"), "--chat", file("chat.json", chat_)});
  expect_failure(wrong, 3);
  EXPECT_THAT(wrong.err, testing::HasSubstr("the chat template has an error at 2:7: Expected"));
}

TEST_F(Render, wants_one_template_and_one_conversation) {
  const std::string chat = file("chat.json", chat_);
  for (const Arguments& arguments :
       {Arguments{"render", "--chat", chat}, Arguments{"render", "--template", chat},
        Arguments{"render", "--template", chat, "--model", "starter", "--chat", chat}}) {
    expect_failure(run(arguments), 2);
  }
  const auto wrong = run({"render", "--template", chat, "--chat", file("object.json", "{}")});
  expect_failure(wrong, 2);
  EXPECT_THAT(wrong.err, testing::HasSubstr("holds no JSON array"));
  const auto no_object = run({"render", "--template", chat, "--input", chat});
  expect_failure(no_object, 2);
  EXPECT_THAT(no_object.err, testing::HasSubstr("holds no JSON object"));
}

TEST_F(Render, gives_the_tokens_of_a_model) {
  const Json document = json({"render", "--model", "starter", "--chat", file("chat.json", chat_)});
  EXPECT_EQ(keys(document), (std::set<std::string>{"text", "spans", "tokens"}));
  EXPECT_FALSE(document["tokens"].empty());
}

TEST_F(Render, reads_a_conversation_as_a_chat_with_the_model_does) {
  const auto text = [&](const std::string& chat) {
    return json({"render", "--model", "starter", "--chat", file("chat.json", chat)})["text"];
  };
  EXPECT_EQ(text(R"([{"role": "developer", "content": "Be brief."},
                     {"role": "user", "content": [{"type": "text", "text": "Hi"}]}])"),
            text(R"([{"role": "system", "content": "Be brief."},
                     {"role": "user", "content": "Hi"}])"));
  const auto refused = run({"render", "--model", "starter", "--chat",
                            file("chat.json", R"([{"role": "narrator", "content": "Once"}])")});
  expect_failure(refused, 3);
  EXPECT_THAT(refused.err, testing::HasSubstr("no place for the role \"narrator\""));
}

}  // namespace
}  // namespace canter::test
