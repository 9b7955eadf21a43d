#include <algorithm>

#include "core/store/store_support.h"

namespace canter::test {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const fs::path kDatabases = CANTER_TEST_DATA "/databases";
constexpr const char* kAllMessages =
    "SELECT json_group_array(json_array(id, parent_id, content, status, owner)) FROM messages";
const std::string kFingerprint = "52734179910554b42c5e97aca9f4afab";

/// Databases that programs of their time wrote, opened by today's.
class Databases : public StoreTest {
 protected:
  Store open_copy(const char* name) const {
    fs::create_directories(data_dir());
    fs::copy_file(kDatabases / name, file());
    return open();
  }

  fs::path backup(int of_version) const {
    return file().string() + ".backup-v" + std::to_string(of_version);
  }

  static std::vector<std::string> texts(Store& store, ConversationId conversation) {
    std::vector<std::string> all;
    for (const Message& message : value_of(store.messages(conversation)))
      all.push_back(message.content);
    return all;
  }

  static std::vector<std::string> shown(Store& store, ConversationId conversation) {
    std::vector<std::string> all;
    const auto head = value_of(store.conversation(conversation)).head;
    for (const Message& message : value_of(store.branch(head.value())))
      all.push_back(message.content);
    return all;
  }

  /// Of the conversation that both hold, with two answers to the first question and two versions
  /// of what followed.
  static void expect_table_for_two(Store& store) {
    EXPECT_THAT(
        texts(store, 1),
        ElementsAre("I want to book a table for two",
                    "What time do you want to make the reservation?", "At seven, please",
                    "In which city?", "Which restaurant do you have in mind?",
                    "The one by the river", "It is full at seven. Would half past eight do?",
                    "At eight, please", "A table for two at eight. Shall I book it?"));
    EXPECT_THAT(shown(store, 1),
                ElementsAre("I want to book a table for two",
                            "What time do you want to make the reservation?", "At eight, please",
                            "A table for two at eight. Shall I book it?"));
    const auto limited = value_of(store.message(7));
    EXPECT_EQ(limited.status, MessageStatus::kStopped);
    EXPECT_EQ(limited.error, "it reached the limit of tokens");
    EXPECT_EQ(value_of(store.message(2)).statistics,
              R"({"accepted":31,"generated":46,"prompt_tokens":38,"rows":92,"steps":17})");
  }

  static void expect_lists(Store& store) {
    const auto models = value_of(store.models());
    ASSERT_FALSE(models.empty());
    EXPECT_EQ(models[0].fingerprint, kFingerprint);
    EXPECT_EQ(models[0].bytes, 29'513'792u);
    EXPECT_THAT(value_of(store.adapters(kFingerprint)), SizeIs(1));
    EXPECT_EQ(value_of(store.setting("engine.threads")), "4");
    EXPECT_EQ(value_of(store.measurement(kFingerprint, "Intel(R) Core(TM) i5-8250U CPU @ 1.60GHz",
                                         "pass_time")),
              R"({"seconds":[0.0008,0.0009,0.0011]})");
  }

  static void expect_recovery_of(Store& store, const std::string& text) {
    const auto recovered = value_of(store.recover_interrupted());
    ASSERT_THAT(recovered, SizeIs(1));
    EXPECT_EQ(recovered[0].content, text);
    EXPECT_TRUE(value_of(store.check()).ok());
  }

  static void expect_what_schema_2_added(Store& store) {
    expect_table_for_two(store);
    const auto all = value_of(store.conversations());
    EXPECT_EQ(all.at(0).id, 1) << "it is pinned";
    EXPECT_EQ(all.at(0).draft, "And a high chair for");
    EXPECT_TRUE(value_of(store.message(6)).trashed);
    EXPECT_EQ(value_of(store.conversation(2)).title, "天空");
    EXPECT_EQ(value_of(store.conversation(5)).title, "Print the numbers (copy)");
    EXPECT_EQ(texts(store, 5), texts(store, 4));
    EXPECT_THAT(value_of(store.presets()), SizeIs(2));
    EXPECT_EQ(value_of(store.comparison(1)).prompt, "I want to book a flight");
    EXPECT_THAT(found(store, "散射"), ElementsAre(2));
    expect_lists(store);
    expect_recovery_of(store, "Once upon a time there was a lighthouse whose keeper counted");
  }

  static std::vector<ConversationId> found(Store& store, std::string_view text) {
    std::vector<ConversationId> ids;
    for (const SearchHit& hit : value_of(store.search(text, 10)))
      ids.push_back(hit.conversation.id);
    return ids;
  }
};

TEST_F(Databases, of_schema_1_keep_every_message_and_get_a_backup) {
  Store store = open_copy("schema-1.db");
  EXPECT_TRUE(value_of(store.check()).ok());
  EXPECT_EQ(value_of(store.check()).conversations, 6);
  EXPECT_EQ(value_of(store.check()).messages, 24);
  expect_table_for_two(store);
  EXPECT_THAT(texts(store, 2), Contains("ومتى تكون حمراء؟ 🌇"));
  const auto trash = value_of(store.conversations(/*trashed=*/true));
  ASSERT_THAT(trash, SizeIs(1));
  EXPECT_THAT(texts(store, trash[0].id),
              ElementsAre("A recipe I do not need", "Take two eggs, and throw them away."));
  EXPECT_THAT(shown(store, 4),
              ElementsAre("Tell me a long story",
                          "Once upon a time there was a lighthouse whose keeper counted", "Go on",
                          "the waves, and one evening there was one too"));
  EXPECT_FALSE(value_of(store.conversation(4)).accelerate);
  EXPECT_EQ(value_of(store.message(24)).status, MessageStatus::kFailed);
  expect_lists(store);
  expect_recovery_of(store, "the waves, and one evening there was one too");

  SQLite::Database old(backup(1), SQLite::OPEN_READONLY);
  EXPECT_EQ(old.execAndGet("PRAGMA user_version").getInt(), 1);
  EXPECT_EQ(old.execAndGet("PRAGMA integrity_check").getString(), "ok");
  EXPECT_EQ(old.execAndGet(kAllMessages).getString(),
            SQLite::Database(kDatabases / "schema-1.db").execAndGet(kAllMessages).getString());
}

TEST_F(Databases, of_schema_1_can_be_searched_and_gone_on_with) {
  Store store = open_copy("schema-1.db");
  EXPECT_THAT(found(store, "天空"), ElementsAre(2));
  EXPECT_THAT(found(store, "lighthouse"), ElementsAre(4));
  EXPECT_THAT(found(store, "two eggs"), IsEmpty()) << "it is in the trash";
  Message answer = value_of(store.add_turn(1, 9, "Yes, please", "m")).answer;
  answer.content = "Booked.";
  answer.status = MessageStatus::kComplete;
  value_of(store.finish_answer(answer));
  EXPECT_THAT(found(store, "booked"), ElementsAre(1));
  value_of(store.pin_conversation(2, true));
  value_of(store.trash_message(8));
  EXPECT_TRUE(value_of(store.check()).ok());
}

TEST_F(Databases, of_schema_2_keep_every_message_and_get_a_backup) {
  Store store = open_copy("schema-2.db");
  EXPECT_EQ(value_of(store.check()).conversations, 6);
  EXPECT_EQ(value_of(store.check()).messages, 25);
  expect_what_schema_2_added(store);
  EXPECT_EQ(value_of(store.conversation(1)).model, "");
  EXPECT_EQ(value_of(store.message(2)).thinking, "");
  EXPECT_TRUE(fs::exists(backup(2)));
}

TEST_F(Databases, of_schema_4_keep_folders_and_need_no_backup) {
  Store store = open_copy("schema-4.db");
  EXPECT_TRUE(value_of(store.check()).ok());
  EXPECT_EQ(value_of(store.check()).messages, 28);
  expect_what_schema_2_added(store);
  const auto folders = value_of(store.folders());
  ASSERT_THAT(folders, SizeIs(2));
  EXPECT_EQ(folders[0].name, "Journeys");
  EXPECT_TRUE(folders[0].collapsed);
  EXPECT_EQ(folders[1].name, "空文件夹");
  EXPECT_EQ(value_of(store.conversation(1)).folder, folders[0].id);
  EXPECT_EQ(value_of(store.conversation(2)).folder, std::nullopt);
  const Message edited = value_of(store.message(28));
  EXPECT_TRUE(edited.edited);
  EXPECT_EQ(edited.content, "Four, as everybody knows.");
  EXPECT_FALSE(value_of(store.message(27)).edited);
  EXPECT_FALSE(fs::exists(backup(4)));
}

TEST_F(Databases, of_schema_3_keep_every_message_and_get_a_backup) {
  Store store = open_copy("schema-3.db");
  EXPECT_EQ(value_of(store.check()).conversations, 7);
  EXPECT_EQ(value_of(store.check()).messages, 27);
  expect_what_schema_2_added(store);
  EXPECT_EQ(value_of(store.conversation(7)).model, "/models/thinker.gguf");
  const Message thought = value_of(store.message(27));
  EXPECT_EQ(thought.content, "Four.");
  EXPECT_EQ(thought.thinking, "Two and two\nare 四.");
  EXPECT_EQ(thought.thinking_ms, 1300);
  EXPECT_EQ(thought.model, "Thinker");
  EXPECT_EQ(thought.model_path, "/models/thinker.gguf");
  EXPECT_TRUE(fs::exists(backup(3)));
}

TEST_F(Databases, of_every_released_schema_are_here) {
  for (int version = 1; version <= Store::kSchemaVersion; ++version) {
    const fs::path path = kDatabases / ("schema-" + std::to_string(version) + ".db");
    ASSERT_TRUE(fs::exists(path)) << path;
    SQLite::Database database(path, SQLite::OPEN_READONLY);
    EXPECT_EQ(database.execAndGet("PRAGMA user_version").getInt(), version);
    EXPECT_EQ(database.execAndGet("PRAGMA journal_mode").getString(), "delete");
  }
}

TEST_F(Databases, of_a_schema_to_come_are_left_untouched) {
  fs::create_directories(data_dir());
  fs::copy_file(kDatabases / "schema-2.db", file());
  raw().exec("PRAGMA user_version = 99");
  const auto before = files_in(data_dir());
  EXPECT_FALSE(Store::open(data_dir()).has_value());
  EXPECT_TRUE(files_in(data_dir()) == before);
}

}  // namespace
}  // namespace canter::test
