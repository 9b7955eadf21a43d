#include <csignal>

#include "cli/cli.h"
#include "support/tiny_model.h"

namespace canter::test {
namespace {

class Generate : public CliTest {
 protected:
  Json greedy(const std::string& model, const Json& example, Arguments more = {}) const {
    Arguments arguments{"generate",
                        "--model",
                        model,
                        "--tokens",
                        list(example["tokens"]),
                        "--max-tokens",
                        std::to_string(example["greedy"].size())};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return json(arguments);
  }
};

const std::set<std::string> kAnswerKeys = {
    "text",           "tokens",          "prompt_tokens", "generated",
    "steps",          "tokens_per_step", "prompt_ms",     "tokens_per_second",
    "first_token_ms", "total_ms",        "acceleration",  "reason",
    "finish",         "rows_per_step",   "accepted",      "by_source",
    "drafting_ms",    "verifying_ms"};

TEST_F(Generate, appends_the_tokens_that_an_independent_program_appends) {
  const Json starter = reference("starter");
  for (const std::size_t i : {0u, 3u, 9u, 21u, 26u}) {
    EXPECT_EQ(greedy("starter", starter[i])["tokens"], starter[i]["greedy"]) << i;
  }
  const Json stories = reference("stories260K");
  for (const std::size_t i : {0u, 5u}) {
    EXPECT_EQ(greedy(kStories, stories[i])["tokens"], stories[i]["greedy"]) << i;
  }
  EXPECT_EQ(greedy(kStarterFolder, starter[3])["tokens"], starter[3]["greedy"]);
}

TEST_F(Generate, prints_the_figures_that_scripts_rely_on) {
  const Json example = reference("starter")[1];
  const Json document = greedy("starter", example, {"--adapter", "none"});
  EXPECT_EQ(keys(document), kAnswerKeys);
  EXPECT_EQ(document["prompt_tokens"], example["tokens"].size());
  EXPECT_EQ(document["generated"], example["greedy"].size());
  EXPECT_EQ(document["steps"], example["greedy"].size() - 1);
  EXPECT_EQ(document["tokens_per_step"], 1.0);
  for (const char* figure :
       {"tokens_per_step", "tokens_per_second", "prompt_ms", "first_token_ms", "total_ms"}) {
    EXPECT_TRUE(document[figure].is_number_float()) << figure;
  }
  EXPECT_LE(document["prompt_ms"], document["first_token_ms"]);
  EXPECT_LE(document["first_token_ms"], document["total_ms"]);
  EXPECT_TRUE(document["text"].is_string());
  EXPECT_EQ(document["acceleration"], "off");
  EXPECT_NE(document["reason"], "");
  EXPECT_EQ(document["finish"], "end");
}

TEST_F(Generate, drafts_with_an_adapter_and_says_the_same) {
  const Json example = reference("starter")[1];
  const ProcessResult noted =
      run({"generate", "--model", "starter", "--tokens", list(example["tokens"]), "--max-tokens",
           std::to_string(example["greedy"].size()), "--adapter", kAdapter, "--tree", "paper",
           "--json"});
  EXPECT_EQ(noted.exit_code, 0);
  EXPECT_NE(noted.err.find("does not say which model"), std::string::npos);
  const Json document = Json::parse(noted.out);
  EXPECT_EQ(document["tokens"], example["greedy"]);
  EXPECT_EQ(document["acceleration"], "bita");
  EXPECT_EQ(document["reason"], "");
  EXPECT_LT(document["steps"], example["greedy"].size() - 1);
  EXPECT_GT(document["tokens_per_step"], 1.0);
  EXPECT_GT(document["accepted"][0], 0);
  EXPECT_GT(document["rows_per_step"], 40.0);
}

TEST_F(Generate, an_adapter_that_cannot_be_used_is_an_error) {
  const Arguments start{"generate", "--prompt", "Hello", "--adapter"};
  const auto with = [&](const std::string& adapter, const std::string& model) {
    Arguments arguments = start;
    arguments.insert(arguments.end(), {adapter, "--model", model});
    return run(arguments);
  };
  expect_failure(with(path("missing.safetensors").string(), "starter"), 3);
  expect_failure(with(kAdapter, kStories), 3);
  expect_failure(with(file("damaged.safetensors", "no tensors"), "starter"), 3);
  Arguments shape = start;
  shape.insert(shape.end(), {"auto", "--model", "starter", "--tree", "5,0"});
  expect_failure(run(shape), 2);
}

TEST_F(Generate, puts_conversations_through_the_chat_template) {
  const Json example = reference("starter")[1];
  const std::string chat = file("chat.json", example["messages"].dump());
  const Json document = json({"generate", "--model", "starter", "--chat", chat});
  EXPECT_EQ(document["prompt_tokens"], example["tokens"].size());
  EXPECT_EQ(document["tokens"], example["greedy"]);
  EXPECT_EQ(
      json({"generate", "--model", "starter", "--chat", "-"}, example["messages"].dump())["tokens"],
      example["greedy"]);
}

TEST_F(Generate, prompts_are_raw_text_with_markup) {
  const Json document =
      json({"generate", "--model", "starter", "--prompt", "<|user|>Hello</s><|assistant|>"});
  const std::string chat = file("chat.json", R"([{"role": "user", "content": "Hello"}])");
  const Json chatted = json({"generate", "--model", "starter", "--chat", chat});
  EXPECT_EQ(document["tokens"], chatted["tokens"]);
  EXPECT_EQ(json({"generate", "--model", "starter", "--prompt", "", "--max-tokens",
                  "1"})["prompt_tokens"],
            1);
}

TEST_F(Generate, streams_the_text_that_json_holds) {
  const Arguments arguments{"generate",         "--model",      kStories, "--prompt",
                            "Once upon a time", "--max-tokens", "40"};
  const ProcessResult streamed = run(arguments);
  EXPECT_EQ(streamed.exit_code, 0);
  EXPECT_EQ(streamed.out, json(arguments)["text"].get<std::string>() + "\n");
  EXPECT_THAT(streamed.err, testing::HasSubstr("40 tokens"));
}

TEST_F(Generate, does_not_depend_on_the_number_of_threads) {
  const Arguments arguments{"generate", "--model",      "starter", "--prompt",
                            "I want",   "--max-tokens", "40",      "--threads"};
  const auto with = [&](const char* threads) {
    Arguments all = arguments;
    all.push_back(threads);
    return json(all)["tokens"];
  };
  EXPECT_EQ(with("1"), with("2"));
}

TEST_F(Generate, the_same_seed_gives_the_same_text) {
  const auto with = [&](const char* seed) {
    return json({"generate", "--model", "starter", "--prompt", "I want", "--max-tokens", "40",
                 "--temperature", "0.8", "--seed", seed})["text"];
  };
  EXPECT_EQ(with("7"), with("7"));
  EXPECT_NE(with("7"), with("8"));
}

TEST_F(Generate, goes_on_behind_end_tokens_when_asked) {
  const Json example = reference("starter")[0];
  const Json document =
      json({"generate", "--model", "starter", "--tokens", list(example["tokens"]), "--ignore-eos",
            "--max-tokens", std::to_string(example["greedy"].size() + 3)});
  EXPECT_EQ(document["generated"], example["greedy"].size() + 3);
  EXPECT_EQ(document["finish"], "length");
}

TEST_F(Generate, takes_conversations_in_the_forms_that_programs_write) {
  for (const char* chat :
       {R"([{"role": "developer", "content": "Be brief."}, {"role": "user", "content": "Hi"}])",
        R"([{"role": "user", "content": "Hi"}, {"role": "assistant", "content": null},
            {"role": "user", "content": "there"}])",
        R"([{"role": "user", "content": [{"type": "text", "text": "Hi"},
                                         {"type": "text", "text": " there"}]}])",
        R"([{"role": "user", "content": "Hi"},
            {"role": "assistant", "tool_calls": [{"function": {"name": "f", "arguments": {}}}]},
            {"role": "tool", "tool_call_id": "a", "content": "42"}])"})
    for (const std::string& model : {std::string("starter"), kStories}) {
      SCOPED_TRACE(chat + model);
      const Json document = json(
          {"generate", "--model", model, "--chat", file("chat.json", chat), "--max-tokens", "1"});
      EXPECT_GT(document["prompt_tokens"], 1);
    }
}

TEST_F(Generate, keeps_thinking_out_of_the_text) {
  const auto model = path("thinking.gguf").string();
  write_tiny_model(model, {.change = [](GgufContent& content) {
                     content.metadata.emplace_back(
                         "tokenizer.chat_template",
                         GgufValue{GgufValueType::kString,
                                   std::string("{{ messages[0].content }}<think>\n"
                                               "{% if enable_thinking is false %}\n</think>\n\n"
                                               "{% endif %}")});
                   }});
  const std::string chat = file("chat.json", R"([{"role": "user", "content": "Hi"}])");
  const Arguments arguments{"generate", "--model",      model, "--chat",
                            chat,       "--max-tokens", "8",   "--ignore-eos"};
  const Json document = json(arguments);
  EXPECT_EQ(document["text"], "");
  EXPECT_NE(document["thinking"], "");
  EXPECT_EQ(run(arguments).out, "\n");

  Arguments off = arguments;
  off.insert(off.end(), {"--think", "off"});
  EXPECT_GT(json(off)["prompt_tokens"], document["prompt_tokens"]);
  off.back() = "low";
  const ProcessResult refused = run(off);
  expect_failure(refused, 2);
  EXPECT_THAT(refused.err, testing::HasSubstr("knows no levels of thinking"));
}

TEST_F(Generate, refuses_wishes_about_thinking_that_a_model_cannot_follow) {
  const std::string chat = file("chat.json", R"([{"role": "user", "content": "Hi"}])");
  const ProcessResult cannot =
      run({"generate", "--model", "starter", "--chat", chat, "--think", "off"});
  expect_failure(cannot, 2);
  EXPECT_THAT(cannot.err, testing::HasSubstr("thinking cannot be switched"));
  const ProcessResult raw =
      run({"generate", "--model", "starter", "--prompt", "Hi", "--think", "on"});
  expect_failure(raw, 2);
  EXPECT_THAT(raw.err, testing::HasSubstr("--think is for conversations"));
}

TEST_F(Generate, says_why_a_model_s_chat_template_cannot_be_used) {
  const auto model = path("broken.gguf").string();
  write_tiny_model(model, {.change = [](GgufContent& content) {
                     content.metadata.emplace_back(
                         "tokenizer.chat_template",
                         GgufValue{GgufValueType::kString, std::string("{% if %}")});
                   }});
  const std::string chat = file("chat.json", R"([{"role": "user", "content": "Hi"}])");
  const ProcessResult refused = run({"generate", "--model", model, "--chat", chat});
  expect_failure(refused, 3);
  EXPECT_THAT(refused.err, testing::HasSubstr("chat template"));
}

TEST_F(Generate, refuses_conversations_that_make_no_sense) {
  for (const char* chat :
       {"", "[", "{}", "[]", "[1]", R"([{"role": "user"}])", R"([{"role": "user", "content": 1}])",
        R"([{"role": "wizard", "content": "Abracadabra"}])", "[{\"role\": \"user\xff\"}]"}) {
    SCOPED_TRACE(chat);
    expect_failure(
        run({"generate", "--model", "starter", "--chat", file("chat.json", chat), "--json"}), 2);
  }
}

TEST_F(Generate, refuses_tokens_that_make_no_sense) {
  for (const char* tokens :
       {"", ",", "1,", ",1", "1,,2", "a", "1 2", "-1", "4096", "99999999999999", "1.5"}) {
    SCOPED_TRACE(tokens);
    expect_failure(run({"generate", "--model", "starter", "--tokens", tokens}), 2);
  }
}

TEST_F(Generate, refuses_a_prompt_that_the_context_cannot_hold) {
  std::string tokens = "1";
  for (int i = 0; i < 2048; ++i) tokens += ",300";
  expect_failure(run({"generate", "--model", "starter", "--tokens", tokens, "--json"}), 2);
}

TEST_F(Generate, leaves_with_130_and_what_there_is_when_interrupted) {
  Process process(kProgram, options({"generate", "--model", "starter", "--prompt", "I want",
                                     "--max-tokens", "0", "--ignore-eos"}));
  ASSERT_TRUE(process.wait_for_output(" "));
  process.send_signal(SIGINT);
  const ProcessResult result = process.finish();
  EXPECT_EQ(result.exit_code, 130) << result.err;
  EXPECT_TRUE(result.out.ends_with('\n'));
}

TEST_F(Generate, prints_no_document_when_interrupted) {
  Process process(kProgram, options({"generate", "--model", "starter", "--chat", "-", "--json",
                                     "--max-tokens", "0", "--ignore-eos"}));
  // More than a pipe holds: when all is written, the program is running.
  process.write(std::string(1 << 18, ' '));
  process.write(R"([{"role": "user", "content": "Hello"}])");
  process.close_input();
  process.send_signal(SIGTERM);
  const ProcessResult result = process.finish();
  EXPECT_EQ(result.exit_code, 130);
  EXPECT_EQ(result.out, "");
}

}  // namespace
}  // namespace canter::test
