#include <vector>

#include "core/store/store_support.h"

namespace canter::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class VersionsTest : public StoreTest {
 protected:
  Store::Turn turn(std::optional<MessageId> parent, const char* text) {
    return value_of(store.add_turn(id, parent, text, ""));
  }
  std::vector<Versions> shown() {
    const auto head = value_of(store.conversation(id)).head;
    return value_of(store.versions(value_of(store.branch(*head))));
  }

  Store store = open();
  ConversationId id = value_of(store.create_conversation()).id;
};

TEST_F(VersionsTest, of_a_message_are_all_at_its_place) {
  const auto first = turn({}, "one");
  const auto edited = turn({}, "one, edited");
  const auto again = value_of(store.add_answer(edited.question.id, "Starter"));
  EXPECT_EQ(again.parent, edited.question.id);
  EXPECT_EQ(again.status, MessageStatus::kStreaming);
  EXPECT_THAT(shown(), ElementsAre(ElementsAre(first.question.id, edited.question.id),
                                   ElementsAre(edited.answer.id, again.id)));
}

TEST_F(VersionsTest, that_are_shown_again_bring_back_what_was_said_below_them) {
  const auto first = turn({}, "one");
  const auto second = turn(first.answer.id, "two");
  const auto edited = turn({}, "one, edited");
  EXPECT_EQ(value_of(store.conversation(id)).head, edited.answer.id);
  ASSERT_TRUE(store.show_version(first.question.id));
  EXPECT_EQ(value_of(store.conversation(id)).head, second.answer.id);
  ASSERT_TRUE(store.show_version(edited.question.id));
  EXPECT_EQ(value_of(store.conversation(id)).head, edited.answer.id);
}

TEST_F(VersionsTest, of_an_answer_can_be_written_by_hand) {
  const auto first = turn({}, "one");
  Message written = so_far(first.answer.id, "an answer");
  written.status = MessageStatus::kStopped;
  written.thinking = "a thought";
  written.model = "Starter";
  written.statistics = R"({"generated":2})";
  EXPECT_EQ(store.edit_answer(first.answer.id, "too early").error().kind, ErrorKind::kUsage);
  ASSERT_TRUE(store.finish_answer(written));

  const Message edited = value_of(store.edit_answer(first.answer.id, "my answer"));
  EXPECT_EQ(edited.content, "my answer");
  EXPECT_TRUE(edited.edited);
  EXPECT_EQ(edited.status, MessageStatus::kComplete);
  EXPECT_EQ(edited.thinking, "a thought");
  EXPECT_EQ(edited.model, "Starter");
  EXPECT_EQ(edited.statistics, "") << "the figures are not those of this text";
  EXPECT_EQ(value_of(store.conversation(id)).head, edited.id);
  EXPECT_THAT(shown()[1], ElementsAre(first.answer.id, edited.id));
  EXPECT_EQ(value_of(store.message(first.answer.id)).content, "an answer");
  EXPECT_EQ(store.edit_answer(first.question.id, "no").error().kind, ErrorKind::kUsage);
}

TEST_F(VersionsTest, of_a_branch_without_messages_are_none) {
  EXPECT_TRUE(value_of(store.versions({})).empty());
}

TEST_F(VersionsTest, of_what_is_not_there_are_refused) {
  EXPECT_THAT(store.show_version(99).error().message, HasSubstr("99"));
  EXPECT_THAT(store.add_answer(99, "").error().message, HasSubstr("99"));
  const auto answer = turn({}, "one").answer.id;
  EXPECT_EQ(store.add_answer(answer, "").error().kind, ErrorKind::kUsage);
}

}  // namespace
}  // namespace canter::test
