#include <nlohmann/json.hpp>

#include "core/store/store_support.h"

namespace canter::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

/// "Hello", answered; then asked again in other words, answered and stopped.
class Export : public StoreTest {
 protected:
  Export() {
    id = value_of(store.create_conversation()).id;
    answer("Hello", "Hi there", MessageStatus::kComplete);
    answer("Good day", "Well, good", MessageStatus::kStopped);
    SQLite::Database database = raw();
    database.exec("UPDATE conversations SET created = 951782400123, updated = 1709164800000");
    database.exec("UPDATE messages SET created = 1000 * id");
  }

  void answer(const char* question, const char* text, MessageStatus status) {
    Message message = value_of(store.add_turn(id, {}, question, "Starter")).answer;
    message.content = text;
    message.status = status;
    message.statistics = R"({"tokens": 3, "tokens_per_second": 84.5})";
    value_of(store.finish_answer(message));
  }

  Store store = open();
  ConversationId id = 0;
};

TEST_F(Export, as_json_has_every_message_of_every_conversation) {
  const json all = json::parse(value_of(export_json(store)));
  EXPECT_EQ(all["format"], "canter-export");
  EXPECT_EQ(all["version"], 1);
  const json& conversation = all["conversations"].at(0);
  EXPECT_EQ(conversation["id"], id);
  EXPECT_EQ(conversation["title"], "Hello");
  EXPECT_EQ(conversation["created"], "2000-02-29T00:00:00.123Z");
  EXPECT_EQ(conversation["updated"], "2024-02-29T00:00:00.000Z");
  EXPECT_EQ(conversation["trashed"], nullptr);
  EXPECT_EQ(conversation["head"], 4);
  EXPECT_EQ(conversation["accelerate"], true);
  ASSERT_EQ(conversation["messages"].size(), 4u);
  EXPECT_EQ(conversation["messages"][3], json::parse(R"({
    "id": 4, "parent": 3, "role": "assistant", "status": "stopped",
    "created": "1970-01-01T00:00:04.000Z", "model": "Starter", "content": "Well, good",
    "model_path": "", "thinking": "", "thinking_ms": 0, "edited": false,
    "error": "", "statistics": {"tokens": 3, "tokens_per_second": 84.5}, "trashed": null})"));
  EXPECT_EQ(conversation["messages"][0]["parent"], nullptr);
  EXPECT_EQ(conversation["messages"][0]["statistics"], nullptr);
}

TEST_F(Export, as_json_has_models_adapters_and_settings) {
  ModelRecord model;
  model.path = "/m/a.gguf";
  model.name = "A";
  model.fingerprint = "f00d";
  model.bytes = 7;
  value_of(store.remember_model(model));
  AdapterRecord adapter;
  adapter.path = "/a/one";
  adapter.fingerprint = "f00d";
  adapter.settings = R"({"k": 1})";
  value_of(store.remember_adapter(adapter));
  value_of(store.set_setting("theme", R"({"name": "dark"})"));

  const json all = json::parse(value_of(export_json(store)));
  EXPECT_EQ(all["models"].at(0)["path"], "/m/a.gguf");
  EXPECT_EQ(all["models"][0]["bytes"], 7);
  EXPECT_EQ(all["models"][0]["adapters"].at(0)["settings"]["k"], 1);
  EXPECT_EQ(all["settings"]["theme"]["name"], "dark");
}

TEST_F(Export, includes_the_trash) {
  value_of(store.trash_conversation(id));
  const json all = json::parse(value_of(export_json(store)));
  EXPECT_TRUE(all["conversations"].at(0)["trashed"].is_string());
  EXPECT_THAT(value_of(export_markdown(store)), HasSubstr("# Hello\n"));
}

TEST_F(Export, of_one_conversation_tells_nothing_of_the_rest) {
  const auto other = value_of(store.create_conversation()).id;
  value_of(store.add_turn(other, {}, "Secret", "m"));
  value_of(store.set_setting("key", "\"secret too\""));
  const std::string text = value_of(export_json(store, id));
  EXPECT_EQ(json::parse(text)["conversations"].size(), 1u);
  EXPECT_THAT(text, Not(HasSubstr("ecret")));
  EXPECT_THAT(value_of(export_markdown(store, id)), Not(HasSubstr("Secret")));
}

TEST_F(Export, is_the_same_every_time) {
  EXPECT_EQ(value_of(export_json(store)), value_of(export_json(store)));
  EXPECT_EQ(value_of(export_markdown(store)), value_of(export_markdown(store)));
}

TEST_F(Export, keeps_a_document_that_does_not_parse) {
  raw().exec("UPDATE messages SET statistics = '{broken' WHERE id = 2");
  const json all = json::parse(value_of(export_json(store)));
  EXPECT_EQ(all["conversations"][0]["messages"][1]["statistics"], "{broken");
}

TEST_F(Export, as_markdown_shows_the_branch_and_tells_of_the_others) {
  EXPECT_EQ(value_of(export_markdown(store)),
            "# Hello\n\n"
            "**You**\n\n> Good day\n\n"
            "**Starter**\n\n> Well, good\n\n*This answer was stopped.*\n\n"
            "*2 more messages are in other versions of this conversation; the JSON export has "
            "them.*\n");
}

TEST_F(Export, has_what_was_thought) {
  Message message = value_of(store.add_turn(id, {}, "Why?", "Starter")).answer;
  message.content = "Because.";
  message.thinking = "First line\n\nSecond line";
  message.thinking_ms = 900;
  message.status = MessageStatus::kComplete;
  message.model_path = "/models/starter.gguf";
  value_of(store.finish_answer(message));
  value_of(store.choose_model(id, "/models/starter.gguf"));
  EXPECT_THAT(value_of(export_markdown(store)),
              HasSubstr("**Starter**\n\n*Thinking*\n\n> First line\n>\n> Second line\n\n"
                        "*Answer*\n\n> Because.\n"));
  const json conversation = json::parse(value_of(export_json(store)))["conversations"][0];
  EXPECT_EQ(conversation["model"], "/models/starter.gguf");
  EXPECT_EQ(conversation["messages"][5]["thinking"], "First line\n\nSecond line");
  EXPECT_EQ(conversation["messages"][5]["thinking_ms"], 900);
}

TEST_F(Export, as_markdown_keeps_messages_apart_whatever_they_hold) {
  answer("```\nnever closed", "<!--\r\n\r- a\n\n  **You**\n\n    code\n", MessageStatus::kComplete);
  EXPECT_THAT(value_of(export_markdown(store)),
              HasSubstr("**You**\n\n> ```\n> never closed\n\n"
                        "**Starter**\n\n> <!--\n>\n> - a\n>\n>   **You**\n>\n>     code\n\n"));
}

TEST_F(Export, as_markdown_has_names_and_titles_on_one_line) {
  raw().exec("UPDATE conversations SET title = 'A' || char(10) || '```' || char(10) || 'title'");
  raw().exec("UPDATE messages SET model = 'one' || char(10) || char(10) || '~~~'");
  const std::string text = value_of(export_markdown(store));
  EXPECT_THAT(text, testing::StartsWith("# A ``` title\n\n"));
  EXPECT_THAT(text, HasSubstr("**one ~~~**\n\n"));
}

TEST_F(Export, of_nothing_is_an_empty_list) {
  const TemporaryDirectory empty;
  Store nothing = value_of(Store::open(empty.path()));
  EXPECT_EQ(json::parse(value_of(export_json(nothing)))["conversations"], json::array());
  EXPECT_EQ(value_of(export_markdown(nothing)), "");
  value_of(nothing.create_conversation());
  EXPECT_EQ(value_of(export_markdown(nothing)), "# Untitled\n");
}

}  // namespace
}  // namespace canter::test
