#include "engine/import/chat_import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "engine/import/chat_files.h"
#include "engine/session/chat_messages.h"
#include "support/temporary_directory.h"

namespace canter::engine {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kChatGpt = R"json([
{"title": "A table", "create_time": 1700000000.5, "update_time": 1700000100, "mapping": {
  "root": {"id": "root", "message": null, "parent": null, "children": ["sys"]},
  "sys": {"id": "sys", "parent": "root", "children": ["q"], "message": {"author": {"role": "system"},
    "content": {"content_type": "text", "parts": [""]},
    "metadata": {"is_visually_hidden_from_conversation": true}}},
  "q": {"id": "q", "parent": "sys", "children": ["a1", "c"], "message": {"author": {"role": "user"},
    "create_time": 1700000001, "content": {"content_type": "multimodal_text",
    "parts": [{"content_type": "image_asset_pointer"}, "Book a table, please"]}}},
  "a1": {"id": "a1", "parent": "q", "children": [], "message": {"author": {"role": "assistant"},
    "create_time": 1700000002, "content": {"content_type": "text", "parts": ["Where?"]},
    "metadata": {"model_slug": "gpt-4"}}},
  "c": {"id": "c", "parent": "q", "children": ["t"], "message": {"author": {"role": "assistant"},
    "create_time": 1700000003, "content": {"content_type": "thoughts",
    "thoughts": [{"summary": "Places", "content": "Which are open?"}]},
    "metadata": {"model_slug": "o3"}}},
  "t": {"id": "t", "parent": "c", "children": ["a2"], "message": {"author": {"role": "tool"},
    "create_time": 1700000004, "content": {"content_type": "execution_output", "text": "3 places"}}},
  "a2": {"id": "a2", "parent": "t", "children": [], "message": {"author": {"role": "assistant"},
    "create_time": 1700000005, "content": {"content_type": "text", "parts": ["Three are open."]}}}},
 "current_node": "a2"},
{"title": "Nothing said", "create_time": 1700000200, "mapping": {}, "current_node": null}])json";

constexpr const char* kClaude = R"json([{"uuid": "c1", "name": "Tides",
 "created_at": "2024-05-01T10:00:00.250000Z", "updated_at": "2024-05-01T10:01:00+02:00",
 "account": {"uuid": "x"}, "chat_messages": [
 {"uuid": "m1", "text": "Why are there tides?", "content": [{"type": "text",
  "text": "Why are there tides?"}], "sender": "human", "created_at": "2024-05-01T10:00:01Z",
  "attachments": [{"file_name": "moon.txt", "extracted_content": "The moon"}], "files": []},
 {"uuid": "m2", "text": "The moon pulls.", "content": [
  {"type": "thinking", "thinking": "Moon and sun."}, {"type": "text", "text": "The moon pulls."}],
  "sender": "assistant", "created_at": "2024-05-01T10:00:05Z", "attachments": [], "files": []}]}])json";

constexpr const char* kLmStudio = R"json({"name": "Boats", "pinned": true,
 "createdAt": 1726000000123, "systemPrompt": "You are a sailor.", "messages": [
 {"versions": [{"type": "singleStep", "role": "user",
   "content": [{"type": "text", "text": "Name a boat"}]}], "currentlySelected": 0},
 {"versions": [
   {"type": "multiStep", "role": "assistant", "senderInfo": {"senderName": "qwen3-8b"}, "steps": [
     {"type": "contentBlock", "content": [{"type": "text", "text": "Ketch."}]}]},
   {"type": "multiStep", "role": "assistant", "senderInfo": {"senderName": "qwen3-8b"}, "steps": [
     {"type": "contentBlock", "style": {"type": "thinking", "ended": true},
      "content": [{"type": "text", "text": "A yawl is smaller."}]},
     {"type": "contentBlock", "content": [{"type": "text", "text": "Yawl."}]},
     {"type": "debugInfoBlock", "debugInfo": "x"}]}], "currentlySelected": 1},
 {"versions": [{"type": "singleStep", "role": "user",
   "content": [{"type": "text", "text": "Another"}]}], "currentlySelected": 0}]})json";

constexpr const char* kOpenWebUi = R"json([{"id": "w1", "user_id": "u", "title": "Bread",
 "created_at": 1712000000, "updated_at": 1712000100, "pinned": false, "chat": {
 "title": "Bread", "params": {"system": "You bake."}, "models": ["llama3"], "history": {
  "currentId": "b", "messages": {
   "q": {"id": "q", "parentId": null, "childrenIds": ["a", "b"], "role": "user",
     "content": "How long?", "timestamp": 1712000001},
   "a": {"id": "a", "parentId": "q", "childrenIds": [], "role": "assistant", "content": "An hour.",
     "model": "llama3:8b", "timestamp": 1712000002},
   "b": {"id": "b", "parentId": "q", "childrenIds": [], "role": "assistant",
     "content": "<details type=\"reasoning\" done=\"true\" duration=\"2\">\n<summary>Thought for 2 seconds</summary>\n> An oven\n> is hot.\n</details>\nForty minutes.",
     "model": "qwen3:8b", "modelName": "Qwen 3", "timestamp": 1712000003}}}}}])json";

class ChatImportTest : public testing::Test {
 protected:
  fs::path file(const char* name, std::string_view text) {
    const fs::path path = folder_.path() / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  ChatsImported import(const fs::path& path) {
    const std::vector<fs::path> paths{path};
    return import_chats(store_, paths);
  }
  Conversation only() {
    const auto all = store_.conversations().value();
    EXPECT_THAT(all, SizeIs(1));
    return all.at(0);
  }
  std::vector<Message> shown(const Conversation& chat) {
    return store_.branch(chat.head.value()).value();
  }
  static std::vector<std::string> texts(const std::vector<Message>& messages) {
    std::vector<std::string> all;
    for (const Message& message : messages) all.push_back(message.content);
    return all;
  }

  test::TemporaryDirectory folder_;
  Store store_ = Store::open(folder_.path() / "data").value();
};

TEST_F(ChatImportTest, takes_chats_of_chatgpt_with_their_versions) {
  const ChatsImported report = import(file("conversations.json", kChatGpt));
  EXPECT_EQ(report.added, 1);
  EXPECT_EQ(report.empty, 1);
  EXPECT_THAT(report.problems, IsEmpty());
  const Conversation chat = only();
  EXPECT_EQ(report.newest, chat.id);
  EXPECT_EQ(chat.title, "A table");
  EXPECT_EQ(chat.created, 1'700'000'000'500);
  EXPECT_EQ(chat.updated, 1'700'000'100'000);
  const auto branch = shown(chat);
  EXPECT_THAT(texts(branch), ElementsAre("*(a picture)*\n\nBook a table, please",
                                         "```\n3 places\n```\n\nThree are open."));
  EXPECT_EQ(branch[1].thinking, "Places\n\nWhich are open?");
  EXPECT_EQ(branch[1].model, "o3");
  EXPECT_EQ(branch[1].created, 1'700'000'003'000);
  const auto versions = store_.versions(branch).value();
  ASSERT_THAT(versions[1], SizeIs(2));
  EXPECT_EQ(store_.message(versions[1][0]).value().content, "Where?");
  EXPECT_TRUE(store_.check().value().ok());
}

TEST_F(ChatImportTest, takes_chats_of_claude_with_what_was_attached) {
  EXPECT_EQ(import(file("conversations.json", kClaude)).added, 1);
  const Conversation chat = only();
  EXPECT_EQ(chat.title, "Tides");
  EXPECT_EQ(chat.created, 1'714'557'600'250);
  const auto branch = shown(chat);
  EXPECT_THAT(texts(branch), ElementsAre("Why are there tides?\n\n```file: moon.txt\nThe moon\n```",
                                         "The moon pulls."));
  EXPECT_EQ(branch[1].thinking, "Moon and sun.");
}

TEST_F(ChatImportTest, takes_chats_of_lm_studio_and_shows_the_selected_versions) {
  EXPECT_EQ(import(file("1726000000123.conversation.json", kLmStudio)).added, 1);
  const Conversation chat = only();
  EXPECT_EQ(chat.title, "Boats");
  EXPECT_TRUE(chat.pinned);
  EXPECT_EQ(read_chat_settings(chat.settings).system_prompt, "You are a sailor.");
  const auto branch = shown(chat);
  EXPECT_THAT(texts(branch), ElementsAre("Name a boat", "Yawl.", "Another"));
  EXPECT_EQ(branch[1].thinking, "A yawl is smaller.");
  EXPECT_EQ(branch[1].model, "qwen3-8b");
  EXPECT_THAT(store_.versions(branch).value()[1], SizeIs(2));
}

TEST_F(ChatImportTest, takes_threads_of_jan_by_either_of_their_files) {
  const fs::path thread = file("jan/threads/1/thread.json", R"json({"id": "1", "object": "thread",
   "title": "Stars", "created": 1715000000, "updated": 1715000100, "assistants": [
   {"assistant_id": "jan", "instructions": "Look up.", "model": {"id": "mistral-7b"}}]})json");
  const fs::path messages = file("jan/threads/1/messages.jsonl", R"json(
{"id": "a", "object": "thread.message", "role": "user", "content": [{"type": "text", "text": {"value": "Name a star", "annotations": []}}], "created_at": 1715000001}
{"id": "b", "role": "assistant", "content": [{"type": "text", "text": {"value": "<think>One of many</think>\n\nVega", "annotations": []}}], "created_at": 1715000002000}
)json");
  EXPECT_EQ(import(thread).added, 1);
  EXPECT_EQ(import(messages).known, 1);
  const Conversation chat = only();
  EXPECT_EQ(read_chat_settings(chat.settings).system_prompt, "Look up.");
  const auto branch = shown(chat);
  EXPECT_THAT(texts(branch), ElementsAre("Name a star", "Vega"));
  EXPECT_EQ(branch[1].thinking, "One of many");
  EXPECT_EQ(branch[1].model, "mistral-7b");
  EXPECT_EQ(branch[1].created, 1'715'000'002'000);
}

TEST_F(ChatImportTest, takes_chats_of_open_webui_with_what_was_thought) {
  EXPECT_EQ(import(file("chat-export-1712.json", kOpenWebUi)).added, 1);
  const auto branch = shown(only());
  EXPECT_THAT(texts(branch), ElementsAre("How long?", "Forty minutes."));
  EXPECT_EQ(branch[1].thinking, "An oven\nis hot.");
  EXPECT_EQ(branch[1].model, "Qwen 3");
  EXPECT_THAT(store_.versions(branch).value()[1], SizeIs(2));
}

TEST_F(ChatImportTest, takes_back_what_canter_exported) {
  Store other = Store::open(folder_.path() / "other").value();
  const Conversation chat = other.create_conversation().value();
  const Store::Turn turn = other.add_turn(chat.id, {}, "Hello", "Starter").value();
  Message answer = turn.answer;
  answer.content = "Good day.";
  answer.thinking = "A greeting.";
  answer.thinking_ms = 12;
  answer.status = MessageStatus::kStopped;
  answer.statistics = R"({"generated":3})";
  ASSERT_TRUE(other.finish_answer(answer));
  ASSERT_TRUE(other.edit_answer(answer.id, "Good evening."));
  ASSERT_TRUE(other.pin_conversation(chat.id, true));
  ASSERT_TRUE(other.keep_draft(chat.id, "And"));
  ASSERT_TRUE(other.configure_conversation(chat.id, R"({"max_tokens":7})"));
  ASSERT_TRUE(other.move_conversation(chat.id, other.create_folder("Greetings").value().id));
  const fs::path path = file("mine.json", export_json(other).value());
  EXPECT_TRUE(looks_like_chats(path));

  EXPECT_EQ(import(path).added, 1);
  EXPECT_EQ(import(path).known, 1) << "the second time there is nothing new";
  EXPECT_EQ(export_json(store_, only().id).value(), export_json(other, chat.id).value());
}

TEST_F(ChatImportTest, leaves_chats_alone_that_are_there_and_were_gone_on_with) {
  const fs::path path = file("conversations.json", kClaude);
  ASSERT_EQ(import(path).added, 1);
  const Conversation chat = only();
  ASSERT_TRUE(store_.rename_conversation(chat.id, "The sea"));
  ASSERT_TRUE(store_.add_turn(chat.id, chat.head, "And at night?", "Starter"));
  const ChatsImported again = import(path);
  EXPECT_EQ(again.added, 0);
  EXPECT_EQ(again.known, 1);
  EXPECT_EQ(only().title, "The sea");
}

TEST_F(ChatImportTest, searches_folders) {
  file("all/a/conversations.json", kClaude);
  file("all/b/1.conversation.json", kLmStudio);
  file("all/b/config.json", R"({"a": 1})");
  const ChatsImported report = import(folder_.path() / "all");
  EXPECT_EQ(report.added, 2);
  EXPECT_THAT(report.problems, IsEmpty());
  fs::create_directories(folder_.path() / "nothing");
  EXPECT_THAT(import(folder_.path() / "nothing").problems, ElementsAre(HasSubstr("no chats")));
}

TEST_F(ChatImportTest, says_what_is_wrong_with_a_chat_and_takes_the_others) {
  std::string text(kChatGpt);
  text.insert(
      1, R"json({"title": "Odd"}, {"title": "Twice", "title": "x", "mapping": {}}, {bad},)json");
  const ChatsImported report = import(file("conversations.json", text));
  EXPECT_EQ(report.added, 1);
  ASSERT_THAT(report.problems, SizeIs(3));
  EXPECT_THAT(report.problems[0], HasSubstr("conversations.json, chat 1: this is no chat of"));
}

TEST_F(ChatImportTest, keeps_what_comes_before_the_end_of_a_file_that_breaks_off) {
  std::string text(kClaude);
  text.insert(text.size() - 1, std::string(",") + (kClaude + 1));
  for (const std::size_t cut : {text.size() / 2 + 60, text.size() - 2}) {
    const ChatsImported report = import(file("conversations.json", text.substr(0, cut)));
    EXPECT_GE(report.added + report.known, 1);
    EXPECT_THAT(report.problems, ElementsAre(HasSubstr("breaks off")));
  }
}

TEST_F(ChatImportTest, refuses_what_are_no_chats) {
  EXPECT_THAT(import(file("a.json", "hello")).problems, ElementsAre(HasSubstr("no JSON")));
  EXPECT_THAT(import(file("b.json", "PK\3\4")).problems, ElementsAre(HasSubstr("unpack")));
  EXPECT_THAT(import(file("c.json", "")).problems, ElementsAre(HasSubstr("no JSON")));
  EXPECT_THAT(import(folder_.path() / "none.json").problems, ElementsAre(HasSubstr("cannot read")));
  EXPECT_THAT(import(file("d/thread.json", "{}")).problems, ElementsAre(HasSubstr("no thread")));
  EXPECT_THAT(store_.conversations().value(), IsEmpty());
}

TEST_F(ChatImportTest, ends_with_trees_in_circles_and_without_roots) {
  const ChatsImported report = import(file("conversations.json", R"json([{"title": "Circle",
   "mapping": {"a": {"parent": "b", "message": {"author": {"role": "user"},
     "content": {"content_type": "text", "parts": ["one"]}}},
    "b": {"parent": "a", "message": {"author": {"role": "assistant"},
     "content": {"content_type": "text", "parts": ["two"]}}},
    "c": {"parent": "gone", "message": {"author": {"role": "user"},
     "content": {"content_type": "text", "parts": ["three"]}}}}}])json"));
  EXPECT_EQ(report.added, 1);
  EXPECT_THAT(texts(store_.messages(only().id).value()), SizeIs(3));
  EXPECT_TRUE(store_.check().value().ok());
}

TEST_F(ChatImportTest, stops_when_it_is_told_to) {
  std::string text(kClaude);
  text.insert(text.size() - 1, R"json(, {"name": "B", "created_at": "2024-06-01T10:00:00Z",
   "chat_messages": [{"uuid": "x", "sender": "human", "text": "Hi"}]})json");
  const std::vector<fs::path> paths{file("conversations.json", text)};
  int seen = 0;
  const ChatsImported report = import_chats(store_, paths, [&](int chats) {
    seen = chats;
    return false;
  });
  EXPECT_EQ(seen, 1);
  EXPECT_EQ(report.added, 1);
}

}  // namespace
}  // namespace canter::engine
