#include <chrono>
#include <vector>

#include "core/store/store_support.h"

namespace canter::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Messages : public StoreTest {
 protected:
  Store store = open();
  ConversationId id = value_of(store.create_conversation()).id;
};

std::vector<MessageId> ids(const std::vector<Message>& messages) {
  std::vector<MessageId> found;
  for (const Message& message : messages) found.push_back(message.id);
  return found;
}

TEST_F(Messages, of_a_turn_are_a_question_and_a_streaming_answer_below_it) {
  const Store::Turn turn = value_of(store.add_turn(id, {}, "How are you?", "Starter"));
  EXPECT_EQ(turn.question.role, MessageRole::kUser);
  EXPECT_EQ(turn.question.status, MessageStatus::kComplete);
  EXPECT_EQ(turn.question.content, "How are you?");
  EXPECT_FALSE(turn.question.parent);
  EXPECT_EQ(turn.answer.role, MessageRole::kAssistant);
  EXPECT_EQ(turn.answer.status, MessageStatus::kStreaming);
  EXPECT_EQ(turn.answer.content, "");
  EXPECT_EQ(turn.answer.model, "Starter");
  EXPECT_EQ(turn.answer.parent, turn.question.id);
  EXPECT_EQ(value_of(store.conversation(id)).head, turn.answer.id);
  EXPECT_EQ(value_of(store.message(turn.question.id)), turn.question);
  EXPECT_EQ(value_of(store.message(turn.answer.id)), turn.answer);
}

TEST_F(Messages, of_a_turn_are_there_together_or_not_at_all) {
  raw().exec(
      "CREATE TRIGGER no_answers BEFORE INSERT ON messages WHEN new.role = 'assistant' "
      "BEGIN SELECT raise(ABORT, 'no answers today'); END");
  auto turn = store.add_turn(id, {}, "Lost?", "m");
  ASSERT_FALSE(turn);
  EXPECT_EQ(turn.error().kind, ErrorKind::kDatabase);
  EXPECT_THAT(turn.error().message, HasSubstr(file().string()));
  EXPECT_TRUE(value_of(store.messages(id)).empty());
  EXPECT_EQ(value_of(store.conversation(id)).title, "");
}

TEST_F(Messages, are_checkpointed_while_they_stream_and_then_finished) {
  Message answer = value_of(store.add_turn(id, {}, "Hi", "m")).answer;
  value_of(store.checkpoint_answer(so_far(answer.id, "Hel")));
  value_of(store.checkpoint_answer(so_far(answer.id, "Hello th")));
  EXPECT_EQ(value_of(store.message(answer.id)).content, "Hello th");
  EXPECT_EQ(value_of(store.message(answer.id)).status, MessageStatus::kStreaming);

  answer.content = "Hello there";
  answer.status = MessageStatus::kFailed;
  answer.error = "out of luck";
  answer.statistics = R"({"tokens": 3})";
  value_of(store.finish_answer(answer));
  EXPECT_EQ(value_of(store.message(answer.id)), answer);
}

TEST_F(Messages, keep_what_was_thought_and_which_model_wrote) {
  Message answer = value_of(store.add_turn(id, {}, "Hi", "")).answer;
  answer.thinking = "They greet me";
  answer.thinking_ms = 1200;
  answer.model = "Starter";
  answer.model_path = "/models/starter.gguf";
  value_of(store.checkpoint_answer(answer));
  EXPECT_EQ(value_of(store.message(answer.id)), answer);

  answer.content = "Hello";
  answer.thinking = "They greet me\xff";
  answer.status = MessageStatus::kComplete;
  answer.model.clear();
  value_of(store.finish_answer(answer));
  const Message kept = value_of(store.message(answer.id));
  EXPECT_EQ(kept.thinking, "They greet me\xEF\xBF\xBD");
  EXPECT_EQ(kept.model, "Starter");
  EXPECT_EQ(kept.model_path, "/models/starter.gguf");
}

TEST_F(Messages, that_are_finished_are_not_overwritten) {
  Message answer = value_of(store.add_turn(id, {}, "Hi", "m")).answer;
  answer.content = "Final";
  answer.status = MessageStatus::kStopped;
  value_of(store.finish_answer(answer));
  EXPECT_EQ(store.checkpoint_answer(so_far(answer.id, "late")).error().kind, ErrorKind::kUsage);
  answer.content = "later";
  EXPECT_EQ(store.finish_answer(answer).error().kind, ErrorKind::kUsage);
  EXPECT_EQ(value_of(store.message(answer.id)).content, "Final");
  const MessageId question = *answer.parent;
  EXPECT_EQ(store.checkpoint_answer(so_far(question, "forged")).error().kind, ErrorKind::kUsage);
}

TEST_F(Messages, cannot_be_finished_into_streaming_or_with_broken_statistics) {
  Message answer = value_of(store.add_turn(id, {}, "Hi", "m")).answer;
  EXPECT_EQ(store.finish_answer(answer).error().kind, ErrorKind::kUsage);
  answer.status = MessageStatus::kComplete;
  answer.statistics = "[1]";
  EXPECT_EQ(store.finish_answer(answer).error().kind, ErrorKind::kUsage);
  EXPECT_EQ(value_of(store.message(answer.id)).status, MessageStatus::kStreaming);
  Message message = said(id, {}, MessageRole::kUser, "x");
  message.statistics = "{";
  EXPECT_EQ(store.add_message(message).error().kind, ErrorKind::kUsage);
}

TEST_F(Messages, that_grow_make_their_conversation_the_newest) {
  const MessageId answer = value_of(store.add_turn(id, {}, "Hi", "m")).answer.id;
  const auto newer = value_of(store.create_conversation()).id;
  EXPECT_EQ(value_of(store.conversations()).at(0).id, newer);
  raw().exec("UPDATE conversations SET updated = 5");
  value_of(store.checkpoint_answer(so_far(answer, "...")));
  EXPECT_EQ(value_of(store.conversations()).at(0).id, id);
  EXPECT_GT(value_of(store.conversation(id)).updated, 5);
}

TEST_F(Messages, keep_every_byte_of_valid_text) {
  using namespace std::string_literals;
  const std::string text = "zero\0after\r\n\ttabs '\"; DROP TABLE messages; -- 🙂\x01 end\0"s;
  const Store::Turn turn = value_of(store.add_turn(id, {}, text, "m"));
  value_of(store.checkpoint_answer(so_far(turn.answer.id, text)));
  for (const Message& message : value_of(store.messages(id))) EXPECT_EQ(message.content, text);
}

TEST_F(Messages, become_valid_where_they_are_not) {
  const Store::Turn turn = value_of(store.add_turn(id, {},
                                                   "a\xff"
                                                   "b",
                                                   "m\xc3"));
  EXPECT_EQ(turn.question.content,
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(turn.answer.model, "m\xEF\xBF\xBD");
}

TEST_F(Messages, that_are_too_large_are_refused) {
  const std::string text((256u << 20) + 1, 'x');
  EXPECT_EQ(store.add_turn(id, {}, text, "m").error().kind, ErrorKind::kTooLarge);
  EXPECT_TRUE(value_of(store.messages(id)).empty());
}

TEST_F(Messages, form_branches_that_overwrite_nothing) {
  const Store::Turn first = value_of(store.add_turn(id, {}, "One", "m"));
  const Store::Turn second = value_of(store.add_turn(id, first.answer.id, "Two", "m"));
  const Store::Turn edited = value_of(store.add_turn(id, first.answer.id, "Two, edited", "m"));
  const Store::Turn fresh = value_of(store.add_turn(id, {}, "One, edited", "m"));

  EXPECT_THAT(
      ids(value_of(store.branch(second.answer.id))),
      ElementsAre(first.question.id, first.answer.id, second.question.id, second.answer.id));
  EXPECT_THAT(
      ids(value_of(store.branch(edited.answer.id))),
      ElementsAre(first.question.id, first.answer.id, edited.question.id, edited.answer.id));
  EXPECT_THAT(ids(value_of(store.branch(fresh.answer.id))),
              ElementsAre(fresh.question.id, fresh.answer.id));
  EXPECT_EQ(value_of(store.messages(id)).size(), 8u);
  EXPECT_EQ(value_of(store.conversation(id)).head, fresh.answer.id);
}

TEST_F(Messages, of_a_branch_keep_their_order_when_the_clock_jumps_back) {
  const Store::Turn first = value_of(store.add_turn(id, {}, "One", "m"));
  raw().exec("UPDATE messages SET created = created + 3155760000000");
  const Store::Turn second = value_of(store.add_turn(id, first.answer.id, "Two", "m"));
  const std::vector<MessageId> order = {first.question.id, first.answer.id, second.question.id,
                                        second.answer.id};
  EXPECT_EQ(ids(value_of(store.branch(second.answer.id))), order);
  EXPECT_EQ(ids(value_of(store.messages(id))), order);
}

TEST_F(Messages, cannot_hang_below_another_conversation_or_nothing) {
  const auto other = value_of(store.create_conversation()).id;
  const MessageId foreign = value_of(store.add_turn(other, {}, "Hi", "m")).answer.id;
  EXPECT_EQ(store.add_turn(id, foreign, "x", "m").error().kind, ErrorKind::kUsage);
  EXPECT_EQ(store.add_turn(id, 999, "x", "m").error().kind, ErrorKind::kUsage);
  EXPECT_TRUE(value_of(store.messages(id)).empty());
}

TEST_F(Messages, that_do_not_exist_are_errors) {
  EXPECT_EQ(store.message(5).error().kind, ErrorKind::kUsage);
  EXPECT_EQ(store.branch(5).error().kind, ErrorKind::kUsage);
  EXPECT_EQ(store.checkpoint_answer(so_far(5, "x")).error().kind, ErrorKind::kUsage);
  Message message;
  message.id = 5;
  EXPECT_EQ(store.finish_answer(message).error().kind, ErrorKind::kUsage);
}

TEST_F(Messages, are_read_quickly_in_a_branch_of_ten_thousand) {
  {
    SQLite::Database database = raw();
    database.exec(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) "
        "INSERT INTO messages (conversation, parent_id, role, content, status, created) "
        "SELECT 1, nullif(i - 1, 0), 'user', 'message ' || i, 'complete', 0 FROM n");
  }
  const auto start = std::chrono::steady_clock::now();
  const std::vector<Message> branch = value_of(store.branch(10000));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
  ASSERT_EQ(branch.size(), 10000u);
  EXPECT_EQ(branch.front().content, "message 1");
  EXPECT_EQ(branch.back().content, "message 10000");
  EXPECT_TRUE(value_of(store.check()).ok());
}

}  // namespace
}  // namespace canter::test
