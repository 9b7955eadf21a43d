#include <gmock/gmock.h>

#include "core/chat/chat_support.h"

namespace canter::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A model with a published template; the format outlives nothing.
struct Published {
  explicit Published(const std::string& name, const std::vector<std::string>& control = {})
      : tokenizer(tokenizer_with(published_template(name), control)), format(tokenizer) {}

  std::string prompt(const Messages& messages, const PromptOptions& options = {}) const {
    return prompt_of(format, messages, options);
  }

  Tokenizer tokenizer;
  ChatFormat format;
};

std::string prompt_with(std::string_view chat_template, const Messages& messages,
                        const PromptOptions& options = {}) {
  const auto tokenizer = tokenizer_with(chat_template);
  return prompt_of(ChatFormat(tokenizer), messages, options);
}

constexpr std::string_view kPlain =
    "{% for m in messages %}<{{ m.role }}>{{ m.content }}</{{ m.role }}>{% endfor %}"
    "{% if add_generation_prompt %}<assistant>{% endif %}";

TEST(TemplateFormat, runs_the_template_with_the_model_s_tokens) {
  EXPECT_EQ(prompt_with("{{ bos_token }}|{{ messages[0].content }}|{{ eos_token }}", kSingle),
            "<s>|Hi|</s>");
  EXPECT_EQ(prompt_with(kPlain, kSingle), "<user>Hi</user><assistant>");
  EXPECT_EQ(prompt_with(kPlain, kSingle, {.add_generation_prompt = false}), "<user>Hi</user>");
}

TEST(TemplateFormat, tells_of_tools_as_content) {
  constexpr std::string_view kTools =
      "{% if tools %}<tools>{{ tools | tojson }}</tools>{% endif %}{{ messages[0].content }}";
  EXPECT_EQ(prompt_with(kTools, kSingle), "Hi");
  EXPECT_EQ(prompt_with(kTools, kSingle, {.tools = R"([{"name": "<s>"}])"}),
            R"(<tools>[{"name": "<s>"}]</tools>Hi)");
  const auto tokenizer = tokenizer_with(kTools);
  const ChatFormat format(tokenizer);
  EXPECT_TRUE(format.takes_tools());
  const auto parts = format.render(kSingle, {.tools = R"([{"name": "<s>"}])"});
  ASSERT_TRUE(parts);
  for (const PromptPart& part : *parts)
    EXPECT_FALSE(part.markup && part.text.find("<s>") != std::string::npos);
  EXPECT_EQ(format.render(kSingle, {.tools = "{}"}).error().kind, ErrorKind::kUsage);
  EXPECT_FALSE(ChatFormat(tokenizer_with("{{ messages }}")).takes_tools());
}

TEST(TemplateFormat, writes_what_the_template_of_a_known_family_s_relative_says) {
  // Mistral's third version: the system text stands before the last question.
  constexpr std::string_view kMistral =
      "{%- if messages[0]['role'] == 'system' %}{%- set sm = messages[0]['content'] %}"
      "{%- set lm = messages[1:] %}{%- else %}{%- set lm = messages %}{%- endif %}{{- bos_token }}"
      "{%- for m in lm %}{%- if m['role'] == 'user' %}{%- if loop.last and sm is defined %}"
      "{{- '[INST] ' + sm + '\n\n' + m['content'] + '[/INST]' }}{%- else %}"
      "{{- '[INST] ' + m['content'] + '[/INST]' }}{%- endif %}{%- elif m['role'] == 'assistant' %}"
      "{{- ' ' + m['content'] + eos_token }}{%- endif %}{%- endfor %}";
  EXPECT_EQ(prompt_with(kMistral, {{"system", "Be kind."},
                                   {"user", "Once"},
                                   {"assistant", "upon a time"},
                                   {"user", "there was"}}),
            "<s>[INST] Once[/INST] upon a time</s>[INST] Be kind.\n\nthere was[/INST]");
  constexpr std::string_view kOpenChat =
      "{{ bos_token }}{% for m in messages %}{{ 'GPT4 Correct ' + m['role'].title() + ': ' + "
      "m['content'] + '<|end_of_turn|>'}}{% endfor %}{% if add_generation_prompt %}"
      "{{ 'GPT4 Correct Assistant:' }}{% endif %}";
  EXPECT_EQ(prompt_with(kOpenChat, {{"user", "Hello there"}}),
            "<s>GPT4 Correct User: Hello there<|end_of_turn|>GPT4 Correct Assistant:");
}

TEST(TemplateFormat, tells_the_date_of_its_options) {
  EXPECT_EQ(prompt_with("{{ strftime_now('%Y-%m-%d') }}", kSingle, {.now = 86'400}), "1970-01-02");
}

TEST(TemplateFormat, marks_what_was_said_and_nothing_else) {
  const auto tokenizer = tokenizer_with(kPlain);
  const auto prompt = ChatFormat(tokenizer).render(kSingle).value();
  EXPECT_THAT(prompt, ElementsAre(PromptPart{"<user>", true}, PromptPart{"Hi", false},
                                  PromptPart{"</user><assistant>", true}));
}

TEST(TemplateFormat, puts_a_system_message_that_is_refused_inside_the_first_question) {
  const Published gemma("google-gemma-2-2b-it");
  const std::string expected =
      "<s><start_of_turn>user\nBe brief.\n\nHi<end_of_turn>\n<start_of_turn>model\n";
  EXPECT_EQ(gemma.prompt({{"system", "Be brief."}, {"user", "Hi"}}), expected);
  EXPECT_EQ(gemma.prompt({{"developer", "Be brief."}, {"user", "Hi"}}), expected);
}

TEST(TemplateFormat, hands_on_what_a_template_refuses) {
  const Published gemma("google-gemma-2-2b-it");
  EXPECT_THAT(gemma.prompt({{"user", "Hi"}, {"user", "Hello?"}}),
              HasSubstr("refuses the conversation: Conversation roles must alternate"));
  EXPECT_THAT(gemma.prompt({{"user", "Hi"}, {"assistant", "Yes?"}, {"system", "x"}}),
              HasSubstr("refuses the conversation"));
  const auto refused = gemma.format.render(Messages{{"assistant", "a"}, {"assistant", "b"}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kUsage);
}

TEST(TemplateFormat, says_where_a_template_cannot_be_read_or_run) {
  for (const char* broken : {"{% if %}", "{{ messages[0].content | nothing }}"}) {
    const auto tokenizer = tokenizer_with(broken);
    const auto prompt = ChatFormat(tokenizer).render(kSingle);
    ASSERT_FALSE(prompt) << broken;
    EXPECT_EQ(prompt.error().kind, ErrorKind::kBadFile);
    EXPECT_THAT(prompt.error().message, HasSubstr("chat template"));
    EXPECT_THAT(prompt.error().message, HasSubstr("1:"));
  }
}

TEST(TemplateFormat, takes_developer_as_system_where_the_template_does_not_know_it) {
  EXPECT_EQ(prompt_with(kPlain, {{"developer", "Be brief."}}),
            "<system>Be brief.</system><assistant>");
  EXPECT_EQ(prompt_with("{# developer #}" + std::string(kPlain), {{"developer", "Be brief."}}),
            "<developer>Be brief.</developer><assistant>");
}

TEST(TemplateFormat, gives_parts_only_to_templates_that_take_them) {
  const Messages parts = {{"user", "Hello there", {}, {"Hello", " there"}}};
  EXPECT_EQ(prompt_with(kPlain, parts), "<user>Hello there</user><assistant>");
  EXPECT_EQ(prompt_with("{% for m in messages %}{% if m.content is string %}{{ m.content }}"
                        "{% else %}{% for p in m.content %}[{{ p.text }}]{% endfor %}{% endif %}"
                        "{% endfor %}",
                        parts),
            "[Hello][ there]");
}

TEST(TemplateFormat, hands_tool_calls_and_their_results_to_the_template) {
  const Published qwen("Qwen-Qwen3-0.6B");
  const Messages messages = {{"user", "Hi"},
                             {"assistant",
                              "",
                              {},
                              {},
                              R"({"tool_calls": [{"function": {"name": "f", "arguments": {}}}]})"},
                             {"tool", "42"}};
  EXPECT_THAT(qwen.prompt(messages),
              HasSubstr("<tool_call>\n{\"name\": \"f\", \"arguments\": {}}\n</tool_call>"));
  EXPECT_THAT(qwen.prompt(messages), HasSubstr("<tool_response>\n42\n</tool_response>"));
}

TEST(TemplateFormat, complains_of_a_role_that_the_template_does_not_know) {
  constexpr std::string_view kUserOnly =
      "{% for m in messages %}{% if m.role == 'user' %}{{ m.content }}{% endif %}{% endfor %}";
  EXPECT_THAT(prompt_with(kUserOnly, {{"user", "Hi"}, {"narrator", "Night fell."}}),
              HasSubstr("no place for the role \"narrator\""));
  EXPECT_THAT(prompt_with(kPlain, {{"narrator", "Night fell."}}), HasSubstr("no place"));
  EXPECT_EQ(prompt_with("{# narrator #}" + std::string(kPlain), {{"narrator", "Night fell."}}),
            "<narrator>Night fell.</narrator><assistant>");
  EXPECT_THAT(prompt_with(kUserOnly, {{"user", "Hi"}, {"tool", "42"}}), HasSubstr("\"tool\""));
  EXPECT_EQ(prompt_with(kPlain, {{"tool", "42"}}), "<tool>42</tool><assistant>");
}

TEST(TemplateFormat, refuses_a_conversation_without_messages) {
  EXPECT_THAT(prompt_with(kPlain, {}), HasSubstr("no message"));
}

TEST(TemplateFormat, ends_inside_an_answer_that_is_to_be_continued) {
  EXPECT_EQ(prompt_with(kPlain, {{"user", "Hi"}, {"assistant", "Hel"}}),
            "<user>Hi</user><assistant>Hel");
  EXPECT_EQ(prompt_with(kPlain, {{"user", "Hi"}, {"assistant", ""}}), "<user>Hi</user><assistant>");
  EXPECT_EQ(
      prompt_with(kPlain, {{"user", "Hi"}, {"assistant", "Hel"}}, {.add_generation_prompt = false}),
      "<user>Hi</user><assistant>Hel</assistant>");
  // It shows no answers that come last.
  EXPECT_EQ(prompt_with("{% for m in messages %}{% if m.role == 'user' %}U:{{ m.content }} "
                        "{% endif %}{% endfor %}A:",
                        {{"user", "Hi"}, {"assistant", "Hel"}}),
            "U:Hi A:Hel");
}

TEST(TemplateFormat, continues_an_answer_behind_or_inside_its_thinking) {
  const Published qwen("Qwen-Qwen3-0.6B");
  const std::string question = "<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n";
  EXPECT_EQ(qwen.prompt({{"user", "Hi"}, {"assistant", "Hel", "Greet."}}),
            question + "<think>\nGreet.\n</think>\n\nHel");
  EXPECT_EQ(qwen.prompt({{"user", "Hi"}, {"assistant", "", "Greet"}}), question + "<think>\nGreet");
  EXPECT_EQ(
      qwen.prompt({{"user", "Hi"}, {"assistant", "", "Greet"}}, {.thinking = ThinkingWish::kOff}),
      question + "<think>\nGreet");
  EXPECT_EQ(Published("Qwen3.5-4B").prompt({{"user", "Hi"}, {"assistant", "Hel", "Greet."}}),
            question + "<think>\nGreet.\n</think>\n\nHel");
  EXPECT_THAT(
      Published("openai-gpt-oss-120b").prompt({{"user", "Hi"}, {"assistant", "Hel", "Hm."}}),
      testing::EndsWith("<|start|>assistant<|channel|>analysis<|message|>Hm.<|end|>"
                        "<|start|>assistant<|channel|>final<|message|>Hel"));
}

TEST(TemplateFormat, leaves_it_to_the_template_which_thinking_is_told_again) {
  const Messages messages = {{"user", "Hi"}, {"assistant", "Hello.", "Greet."}, {"user", "Bye"}};
  for (const char* name : {"Qwen-Qwen3-0.6B", "openai-gpt-oss-120b", "llama-cpp-deepseek-r1"})
    EXPECT_THAT(Published(name).prompt(messages), testing::Not(HasSubstr("Greet."))) << name;
  EXPECT_EQ(prompt_with("{% for m in messages %}{{ m.reasoning_content }}|{% endfor %}", messages),
            "|Greet.||");
  // Those without a name for it take it off the content, or do not.
  EXPECT_EQ(prompt_with("{% for m in messages %}{{ m.content.split('</think>')[0] }}|{% endfor %}",
                        messages),
            "Hi|<think>\nGreet.\n|Bye|");
}

TEST(TemplateFormat, recognises_how_a_model_thinks_and_what_can_be_wished) {
  struct ThinkingOf {
    const char* name;
    ThinkingStyle style;
    const char* open;
    bool can_switch, on_by_default, has_effort;
  };
  for (const auto& [name, style, open, can_switch, on_by_default, has_effort] : {
           ThinkingOf{"google-gemma-2-2b-it", ThinkingStyle::kNone, "", false, false, false},
           ThinkingOf{"Qwen-Qwen3-0.6B", ThinkingStyle::kTags, "<think>", true, true, false},
           ThinkingOf{"Qwen3.5-4B", ThinkingStyle::kTags, "<think>", true, true, false},
           ThinkingOf{"GLM-4.6", ThinkingStyle::kTags, "<think>", true, true, false},
           ThinkingOf{"llama-cpp-deepseek-r1", ThinkingStyle::kTags, "<think>", false, true, false},
           ThinkingOf{"google-gemma-4-31B-it", ThinkingStyle::kTags, "<|channel>thought", true,
                      false, false},
           ThinkingOf{"openai-gpt-oss-120b", ThinkingStyle::kChannels, "", false, true, true},
       }) {
    const auto thinking = Published(name).format.thinking();
    EXPECT_EQ(thinking.markers.style, style) << name;
    EXPECT_EQ(thinking.markers.open, open) << name;
    EXPECT_EQ(thinking.can_switch, can_switch) << name;
    EXPECT_EQ(thinking.on_by_default, on_by_default) << name;
    EXPECT_EQ(thinking.has_effort, has_effort) << name;
  }
}

TEST(TemplateFormat, switches_thinking_as_the_template_does) {
  const Published qwen("Qwen-Qwen3-0.6B"), later("Qwen3.5-4B"), gpt("openai-gpt-oss-120b");
  const auto ends = [](const Published& model, ThinkingWish wish, const std::string& end) {
    EXPECT_THAT(model.prompt(kSingle, {.thinking = wish}), testing::EndsWith(end));
  };
  ends(qwen, ThinkingWish::kDefault, "<|im_start|>assistant\n");
  ends(qwen, ThinkingWish::kOn, "<|im_start|>assistant\n");
  ends(qwen, ThinkingWish::kOff, "<think>\n\n</think>\n\n");
  ends(later, ThinkingWish::kDefault, "<|im_start|>assistant\n<think>\n");
  ends(later, ThinkingWish::kOff, "<think>\n\n</think>\n\n");
  EXPECT_THAT(gpt.prompt(kSingle), HasSubstr("Reasoning: medium"));
  EXPECT_THAT(gpt.prompt(kSingle, {.thinking = ThinkingWish::kHigh}), HasSubstr("Reasoning: high"));
  EXPECT_THAT(gpt.prompt(kSingle, {.thinking = ThinkingWish::kOff}),
              HasSubstr("Reasoning: medium"));
}

TEST(TemplateFormat, splits_an_answer_by_what_the_prompt_has_begun) {
  const Published later("Qwen3.5-4B");
  const auto thinks = [&](ThinkingWish wish) {
    const auto prompt = later.format.render(kSingle, {.thinking = wish}).value();
    return later.format.splitter(prompt).thinking();
  };
  EXPECT_TRUE(thinks(ThinkingWish::kOn));
  EXPECT_FALSE(thinks(ThinkingWish::kOff));
  const auto inside =
      later.format.render(Messages{{"user", "Hi"}, {"assistant", "", "Hm"}}).value();
  EXPECT_TRUE(later.format.splitter(inside).thinking());
  const auto behind =
      later.format.render(Messages{{"user", "Hi"}, {"assistant", "Hel", "Hm"}}).value();
  EXPECT_FALSE(later.format.splitter(behind).thinking());
}

TEST(TemplateFormat, splits_at_markers_that_are_control_tokens) {
  const Published gpt("openai-gpt-oss-120b",
                      {"<|start|>", "<|channel|>", "<|message|>", "<|end|>"});
  auto splitter = gpt.format.splitter(gpt.format.render(kSingle).value());
  std::string thinking, answer;
  const auto take = [&](const std::vector<AnswerPart>& parts) {
    for (const auto& part : parts)
      (part.kind == AnswerPart::Kind::kThinking ? thinking : answer) += part.text;
  };
  const auto tokens =
      gpt.tokenizer
          .encode(
              "<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final"
              "<|message|>Paris.",
              {.add_bos = false, .allow_special = true})
          .value();
  DetokenizerStream stream(gpt.tokenizer);
  for (const TokenId token : tokens) take(splitter.push(token, stream.push(token)));
  take(splitter.finish());
  EXPECT_EQ(thinking, "Hm.");
  EXPECT_EQ(answer, "Paris.");
}

TEST(TemplateFormat, finds_what_ends_an_answer) {
  const auto stops = [](std::string_view chat_template, const std::vector<std::string>& control) {
    const auto tokenizer = tokenizer_with(chat_template, control);
    return ChatFormat(tokenizer).stop_strings();
  };
  constexpr std::string_view kSpeakers =
      "{% for m in messages %}{{ m.role | title }}: {{ m.content }}\n{% endfor %}Assistant:";
  EXPECT_THAT(stops(kSpeakers, {}), ElementsAre("\nUser:"));
  EXPECT_THAT(stops(kPlain, {}), ElementsAre("</assistant>"));
  EXPECT_THAT(stops("{% for m in messages %}{{ m.content }}{{ eos_token }}{% endfor %}", {}),
              IsEmpty());
  EXPECT_THAT(stops(kPlain, {"</assistant>"}), IsEmpty());
}

TEST(TemplateFormat, finds_end_tokens_that_only_the_template_knows) {
  const auto tokenizer = tokenizer_with(kPlain, {"</assistant>"});
  EXPECT_THAT(ChatFormat(tokenizer).end_tokens(),
              ElementsAre(tokenizer.find_special("</assistant>")));
  EXPECT_THAT(Published("Qwen-Qwen3-0.6B", {"<|im_end|>"}).format.end_tokens(), IsEmpty());
  const Published glm("GLM-4.6", {"<|user|>"});
  EXPECT_THAT(glm.format.end_tokens(), ElementsAre(glm.tokenizer.find_special("<|user|>")));
}

TEST(ChatTemplateDescription, says_what_the_template_can) {
  EXPECT_EQ(describe_chat_template(""), "none");
  EXPECT_EQ(describe_chat_template("chatml"), "ChatML");
  EXPECT_EQ(describe_chat_template(std::string(kPlain)), "own");
  EXPECT_EQ(describe_chat_template(published_template("Qwen-Qwen3-0.6B")), "own, thinking, tools");
  EXPECT_EQ(describe_chat_template("{% if %}"), "own, which cannot be read");
}

}  // namespace
}  // namespace canter::test
