#include "store/migrations.h"

#include "core/store/store_support.h"

namespace canter::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class SearchTest : public StoreTest {
 protected:
  ConversationId chat(const std::string& question, const std::string& answer = "") {
    const ConversationId id = value_of(store.create_conversation()).id;
    const Message asked = value_of(store.add_message(said(id, {}, MessageRole::kUser, question)));
    if (!answer.empty())
      value_of(store.add_message(said(id, asked.id, MessageRole::kAssistant, answer)));
    return id;
  }
  std::vector<ConversationId> found(const std::string& text) {
    std::vector<ConversationId> ids;
    for (const SearchHit& hit : value_of(store.search(text, 50)))
      ids.push_back(hit.conversation.id);
    return ids;
  }
  static std::vector<std::string> parts(const std::string& text,
                                        const std::vector<TextRange>& ranges) {
    std::vector<std::string> all;
    for (const TextRange& range : ranges)
      all.push_back(text.substr(range.begin, range.end - range.begin));
    return all;
  }

  Store store = open();
};

TEST_F(SearchTest, finds_parts_of_words_in_any_case_in_titles_and_texts) {
  const auto trains = chat("Trains to Boston", "The next TRAIN leaves at nine.");
  const auto cinema = chat("Kino am Freitag", "Für Übermorgen gibt es Karten.");
  EXPECT_THAT(found("rain"), ElementsAre(trains));
  EXPECT_THAT(found("ÜBERMORGEN"), ElementsAre(cinema));
  EXPECT_THAT(found("train nine"), ElementsAre(trains));
  EXPECT_THAT(found("train cinema"), IsEmpty());
  EXPECT_THAT(found("  "), IsEmpty());
}

TEST_F(SearchTest, finds_short_words_and_chinese) {
  const auto chinese = chat("去波士顿的火车", "明天早上有一班。");
  const auto english = chat("Is it ok?", "It is OK.");
  EXPECT_THAT(found("火车"), ElementsAre(chinese));
  EXPECT_THAT(found("早上"), ElementsAre(chinese));
  EXPECT_THAT(found("ok"), ElementsAre(english));
  EXPECT_THAT(found("火车 明天早"), IsEmpty()) << "no text has both";
}

TEST_F(SearchTest, takes_everything_that_is_typed_as_it_is) {
  const auto id = chat("100% \"quoted\" NEAR(a*b) it_s - and/or (x)");
  for (const char* text : {"100%", "\"quoted\"", "NEAR(a*b)", "it_s", "%", "*b)", "(x)", "and/or",
                           "\"", "-", "NEAR", "a*"})
    EXPECT_THAT(found(text), ElementsAre(id)) << text;
  for (const char* text : {"1000%", "it-s", "NOT", "a?b", "' OR 1=1 --", "it%s"})
    EXPECT_THAT(found(text), IsEmpty()) << text;
}

TEST_F(SearchTest, marks_what_was_found_and_shows_the_text_around_it) {
  const std::string lead(300, 'x');
  chat("About horses", lead + "\n\n中文 the  Horse\tand a horse " + lead);
  const SearchHit hit = value_of(store.search("horse", 5)).front();
  EXPECT_THAT(parts(hit.conversation.title, hit.title_matches), ElementsAre("horse"));
  EXPECT_THAT(parts(hit.snippet, hit.snippet_matches), ElementsAre("Horse", "horse"));
  EXPECT_THAT(hit.snippet, HasSubstr("中文 the Horse and a horse "));
  EXPECT_THAT(hit.snippet, testing::StartsWith("…"));
  EXPECT_LT(hit.snippet.size(), 180u);
  EXPECT_TRUE(hit.message);
}

TEST_F(SearchTest, leaves_out_what_is_in_the_trash) {
  const auto gone = chat("Alarm at seven");
  value_of(store.trash_conversation(gone));
  const auto kept = chat("Another alarm");
  const auto head = *value_of(store.conversation(kept)).head;
  const auto turn = value_of(store.add_message(said(kept, head, MessageRole::kUser, "zebra")));
  EXPECT_THAT(found("alarm"), ElementsAre(kept));
  EXPECT_THAT(found("zebra"), ElementsAre(kept));
  value_of(store.trash_message(turn.id));
  EXPECT_THAT(found("zebra"), IsEmpty());
}

TEST_F(SearchTest, lists_pinned_chats_then_titles_then_texts_each_newest_first) {
  const auto text = chat("One", "a horse");
  const auto title = chat("Horse");
  const auto pinned = chat("Two", "a horse");
  const auto newer = chat("Three", "a horse");
  value_of(store.pin_conversation(pinned, true));
  EXPECT_THAT(found("horse"), ElementsAre(pinned, title, newer, text));
  EXPECT_EQ(value_of(store.conversations()).front().id, pinned);
}

TEST_F(SearchTest, knows_an_answer_once_it_is_finished_and_its_later_title) {
  const ConversationId id = value_of(store.create_conversation()).id;
  auto turn = value_of(store.add_turn(id, {}, "Question", ""));
  value_of(store.checkpoint_answer(so_far(turn.answer.id, "giraffe")));
  EXPECT_THAT(found("giraffe"), IsEmpty());
  turn.answer.content = "giraffe and okapi";
  turn.answer.status = MessageStatus::kStopped;
  value_of(store.finish_answer(turn.answer));
  EXPECT_THAT(found("okapi"), ElementsAre(id));
  value_of(store.resume_answer(turn.answer.id));
  turn.answer.content = "giraffe and zebra";
  value_of(store.finish_answer(turn.answer));
  EXPECT_THAT(found("okapi"), IsEmpty());
  EXPECT_THAT(found("zebra"), ElementsAre(id));
  value_of(store.rename_conversation(id, "Animals"));
  EXPECT_THAT(found("question"), ElementsAre(id)) << "the text still has it";
  EXPECT_THAT(found("animals"), ElementsAre(id));
  EXPECT_TRUE(value_of(store.check()).ok());
}

TEST_F(SearchTest, finds_what_an_older_database_holds) {
  const auto id = chat("Trains to Boston", "The next one leaves at nine.");
  {
    SQLite::Database old(file().parent_path() / "old.db",
                         SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    value_of(migrate(old, file().parent_path() / "old.db", schema_migrations().first(1)));
    old.exec(
        "INSERT INTO conversations (title, created, updated, activity) "
        "VALUES ('Old chat', 1, 1, 1)");
    old.exec(
        "INSERT INTO messages (conversation, role, content, status, created) "
        "VALUES (1, 'user', 'about elephants', 'complete', 1)");
    value_of(migrate(old, file().parent_path() / "old.db", schema_migrations()));
    EXPECT_EQ(old.execAndGet("SELECT rowid FROM message_texts WHERE message_texts "
                             "MATCH '\"elephant\"'")
                  .getInt(),
              1);
    EXPECT_EQ(old.execAndGet("SELECT count(*) FROM conversation_titles WHERE conversation_titles "
                             "MATCH 'Old'")
                  .getInt(),
              1);
  }
  EXPECT_TRUE(std::filesystem::exists(file().parent_path() / "old.db.backup-v1"));
  EXPECT_THAT(found("nine"), ElementsAre(id));
}

class KeepingTest : public SearchTest {};

TEST_F(KeepingTest, a_copy_has_the_shown_tree_and_stands_alone) {
  const auto id = chat("Question", "Answer");
  const auto head = *value_of(store.conversation(id)).head;
  const auto deleted = value_of(store.add_message(said(id, head, MessageRole::kUser, "gone")));
  value_of(store.trash_message(deleted.id));
  value_of(store.configure_conversation(id, R"({"top_k":3})"));
  value_of(store.set_accelerate(id, false));
  const Conversation copy = value_of(store.duplicate_conversation(id, "Question (copy)"));
  EXPECT_EQ(copy.title, "Question (copy)");
  EXPECT_EQ(copy.settings, R"({"top_k":3})");
  EXPECT_FALSE(copy.accelerate);
  const auto branch = value_of(store.branch(*copy.head));
  ASSERT_THAT(branch, SizeIs(2));
  EXPECT_EQ(branch[1].content, "Answer");
  EXPECT_THAT(value_of(store.messages(copy.id)), SizeIs(2));
  EXPECT_EQ(value_of(store.conversations()).front().id, copy.id);
  value_of(store.trash_conversation(copy.id));
  value_of(store.delete_conversation(copy.id));
  EXPECT_THAT(value_of(store.branch(head)), SizeIs(2));
  EXPECT_TRUE(value_of(store.check()).ok());
}

TEST_F(KeepingTest, only_what_is_in_the_trash_is_deleted_for_good) {
  const auto kept = chat("Kept", "text");
  const auto gone = chat("Gone", "text");
  EXPECT_FALSE(store.delete_conversation(kept));
  value_of(store.trash_conversation(gone));
  value_of(store.empty_trash());
  EXPECT_FALSE(store.conversation(gone));
  EXPECT_THAT(found("text"), ElementsAre(kept));
  EXPECT_THAT(value_of(store.conversations(true)), IsEmpty());
  EXPECT_TRUE(value_of(store.check()).ok());
}

TEST_F(KeepingTest, a_chat_whose_answer_is_being_written_is_not_deleted) {
  const ConversationId id = value_of(store.create_conversation()).id;
  value_of(store.add_turn(id, {}, "Question", ""));
  value_of(store.trash_conversation(id));
  EXPECT_FALSE(store.delete_conversation(id));
  EXPECT_FALSE(store.empty_trash());
  EXPECT_TRUE(store.conversation(id));
}

}  // namespace
}  // namespace canter::test
