#include <vector>

#include "core/store/store_support.h"

namespace canter::test {
namespace {

using testing::ElementsAre;

class TrashedMessagesTest : public StoreTest {
 protected:
  Store::Turn turn(std::optional<MessageId> parent, const char* text) {
    auto added = value_of(store.add_turn(id, parent, text, ""));
    added.answer.content = std::string("about ") + text;
    added.answer.status = MessageStatus::kComplete;
    value_of(store.finish_answer(added.answer));
    return added;
  }
  std::vector<MessageId> shown() {
    std::vector<MessageId> ids;
    const auto head = value_of(store.conversation(id)).head;
    if (head)
      for (const Message& message : value_of(store.branch(*head))) ids.push_back(message.id);
    return ids;
  }

  Store store = open();
  ConversationId id = value_of(store.create_conversation()).id;
};

TEST_F(TrashedMessagesTest, take_with_them_what_followed_and_come_back_with_it) {
  const auto first = turn({}, "one");
  const auto second = turn(first.answer.id, "two");
  const auto third = turn(second.answer.id, "three");
  EXPECT_EQ(value_of(store.trash_message(second.question.id)), 4);
  EXPECT_THAT(shown(), ElementsAre(first.question.id, first.answer.id));
  value_of(store.restore_message(second.question.id));
  EXPECT_THAT(shown(), ElementsAre(first.question.id, first.answer.id, second.question.id,
                                   second.answer.id, third.question.id, third.answer.id));
  EXPECT_TRUE(value_of(store.check()).ok());
}

TEST_F(TrashedMessagesTest, leave_the_version_beside_them) {
  const auto first = turn({}, "one");
  const auto edited = turn({}, "one, edited");
  value_of(store.trash_message(edited.question.id));
  EXPECT_THAT(shown(), ElementsAre(first.question.id, first.answer.id));
  const auto versions = value_of(store.versions(value_of(store.branch(first.answer.id))));
  EXPECT_THAT(versions.front(), ElementsAre(first.question.id));
  EXPECT_FALSE(store.show_version(edited.question.id));
}

TEST_F(TrashedMessagesTest, are_listed_by_what_was_deleted_at_once) {
  const auto first = turn({}, "one");
  const auto second = turn(first.answer.id, "two");
  const auto third = turn(second.answer.id, "three");
  EXPECT_TRUE(value_of(store.trashed_messages()).empty());
  value_of(store.trash_message(third.answer.id));
  value_of(store.trash_message(second.question.id));
  // The inner one can be restored once the outer one was.
  auto listed = value_of(store.trashed_messages());
  ASSERT_EQ(listed.size(), 1u);
  EXPECT_EQ(listed[0].first.content, "two");
  EXPECT_EQ(listed[0].title, "one");
  value_of(store.restore_message(second.question.id));
  listed = value_of(store.trashed_messages());
  ASSERT_EQ(listed.size(), 1u);
  EXPECT_EQ(listed[0].first.id, third.answer.id);
  EXPECT_EQ(listed[0].messages, 1);
  value_of(store.trash_conversation(id));
  EXPECT_TRUE(value_of(store.trashed_messages()).empty());
}

TEST_F(TrashedMessagesTest, come_back_by_what_was_deleted_at_once_however_quickly_one_deletes) {
  std::vector<MessageId> answers;
  for (int i = 0; i < 20; ++i)
    answers.push_back(
        turn(i == 0 ? std::nullopt : std::optional(answers.back()), "one more").answer.id);
  for (int i = 20; i-- > 0;) EXPECT_EQ(value_of(store.trash_message(answers[i])), i == 19 ? 1 : 2);
  for (int i = 0; i < 20; ++i) {
    const auto listed = value_of(store.trashed_messages());
    ASSERT_EQ(listed.size(), 1u) << i;
    EXPECT_EQ(listed[0].first.id, answers[i]);
    EXPECT_EQ(listed[0].messages, i == 19 ? 1 : 2) << i;
    value_of(store.restore_message(answers[i]));
  }
}

TEST_F(TrashedMessagesTest, are_deleted_for_good_with_what_is_below_them) {
  const auto first = turn({}, "one");
  const auto second = turn(first.answer.id, "two");
  turn(second.answer.id, "three");
  EXPECT_FALSE(store.delete_message(second.question.id));
  value_of(store.trash_message(second.answer.id));
  value_of(store.trash_message(second.question.id));
  value_of(store.delete_message(second.question.id));
  EXPECT_FALSE(store.message(second.answer.id));
  EXPECT_EQ(value_of(store.messages(id)).size(), 2u);
  EXPECT_TRUE(value_of(store.trashed_messages()).empty());
  EXPECT_TRUE(value_of(store.check()).ok());
}

TEST_F(TrashedMessagesTest, go_when_the_trash_is_emptied) {
  const auto first = turn({}, "one");
  turn(first.answer.id, "two");
  value_of(store.trash_message(first.answer.id));
  value_of(store.empty_trash());
  EXPECT_EQ(value_of(store.messages(id)).size(), 1u);
  EXPECT_THAT(shown(), ElementsAre(first.question.id));
  EXPECT_TRUE(value_of(store.check()).ok());
}

TEST_F(TrashedMessagesTest, may_be_all_there_is) {
  const auto only = turn({}, "one");
  EXPECT_EQ(value_of(store.trash_message(only.question.id)), 2);
  EXPECT_TRUE(shown().empty());
  const auto next = turn({}, "two");
  EXPECT_THAT(shown(), ElementsAre(next.question.id, next.answer.id));
  value_of(store.restore_message(only.question.id));
  EXPECT_THAT(shown(), ElementsAre(only.question.id, only.answer.id));
}

TEST_F(TrashedMessagesTest, come_back_without_what_was_trashed_before_them) {
  const auto first = turn({}, "one");
  const auto second = turn(first.answer.id, "two");
  value_of(store.trash_message(second.question.id));
  raw().exec("UPDATE messages SET trashed = trashed - 1000 WHERE trashed IS NOT NULL");
  EXPECT_EQ(value_of(store.trash_message(first.question.id)), 2);
  EXPECT_FALSE(store.restore_message(second.question.id)) << "what it answers is gone";
  value_of(store.restore_message(first.question.id));
  EXPECT_THAT(shown(), ElementsAre(first.question.id, first.answer.id));
}

TEST_F(TrashedMessagesTest, are_not_made_while_an_answer_is_being_written) {
  const auto writing = value_of(store.add_turn(id, {}, "one", ""));
  EXPECT_FALSE(store.trash_message(writing.question.id));
  EXPECT_THAT(shown(), ElementsAre(writing.question.id, writing.answer.id));
}

TEST_F(TrashedMessagesTest, are_gone_on_with_only_after_they_came_back) {
  const auto first = turn({}, "one");
  const auto second = turn(first.answer.id, "two");
  value_of(store.trash_message(second.question.id));
  const auto below = store.add_turn(id, second.answer.id, "three", "");
  ASSERT_FALSE(below);
  EXPECT_EQ(below.error().kind, ErrorKind::kUsage);
  EXPECT_THAT(below.error().message, testing::HasSubstr("restore it"));
  EXPECT_FALSE(store.add_answer(second.question.id, ""));
  EXPECT_THAT(shown(), ElementsAre(first.question.id, first.answer.id));
  value_of(store.duplicate_conversation(id, "copy"));
  value_of(store.restore_message(second.question.id));
  value_of(store.add_turn(id, second.answer.id, "three", ""));
}

}  // namespace
}  // namespace canter::test
