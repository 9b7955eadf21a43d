#include <vector>

#include "core/store/store_support.h"

namespace canter::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

using Conversations = StoreTest;

std::vector<ConversationId> ids(const std::vector<Conversation>& conversations) {
  std::vector<ConversationId> found;
  for (const Conversation& conversation : conversations) found.push_back(conversation.id);
  return found;
}

TEST_F(Conversations, begin_untitled_empty_and_accelerated) {
  Store store = open();
  const Conversation made = value_of(store.create_conversation());
  EXPECT_EQ(made.title, "");
  EXPECT_FALSE(made.head);
  EXPECT_FALSE(made.trashed);
  EXPECT_TRUE(made.accelerate);
  EXPECT_GT(made.created, 1'600'000'000'000);
  EXPECT_EQ(made.updated, made.created);
  EXPECT_EQ(value_of(store.conversation(made.id)), made);
}

TEST_F(Conversations, are_listed_with_the_last_used_first) {
  Store store = open();
  const auto a = value_of(store.create_conversation()).id;
  const auto b = value_of(store.create_conversation()).id;
  const auto c = value_of(store.create_conversation()).id;
  EXPECT_THAT(ids(value_of(store.conversations())), ElementsAre(c, b, a));
  value_of(store.add_message(said(a, {}, MessageRole::kUser, "Hello")));
  EXPECT_THAT(ids(value_of(store.conversations())), ElementsAre(a, c, b));
}

TEST_F(Conversations, keep_their_order_when_the_clock_jumps_back) {
  Store store = open();
  const auto a = value_of(store.create_conversation()).id;
  const auto b = value_of(store.create_conversation()).id;
  // As if both had been used while the clock was a century ahead.
  raw().exec("UPDATE conversations SET updated = updated + 3155760000000");
  const auto c = value_of(store.create_conversation()).id;
  value_of(store.add_message(said(a, {}, MessageRole::kUser, "Hello")));
  EXPECT_THAT(ids(value_of(store.conversations())), ElementsAre(a, c, b));
}

TEST_F(Conversations, can_be_renamed_to_one_line) {
  Store store = open();
  const auto id = value_of(store.create_conversation()).id;
  value_of(store.rename_conversation(id, " Plans\n for  June\xff "));
  EXPECT_EQ(value_of(store.conversation(id)).title, "Plans for June\xEF\xBF\xBD");
  EXPECT_EQ(store.rename_conversation(id, " \n").error().kind, ErrorKind::kUsage);
}

TEST_F(Conversations, keep_the_title_a_user_gave_them) {
  Store store = open();
  const auto id = value_of(store.create_conversation()).id;
  value_of(store.rename_conversation(id, "Mine"));
  value_of(store.add_turn(id, {}, "Something else", "m"));
  EXPECT_EQ(value_of(store.conversation(id)).title, "Mine");
}

TEST_F(Conversations, remember_the_wish_for_acceleration) {
  Store store = open();
  const auto id = value_of(store.create_conversation()).id;
  value_of(store.set_accelerate(id, false));
  EXPECT_FALSE(value_of(store.conversation(id)).accelerate);
  value_of(store.set_accelerate(id, true));
  EXPECT_TRUE(value_of(store.conversation(id)).accelerate);
}

TEST_F(Conversations, remember_the_model_they_use) {
  Store store = open();
  const auto id = value_of(store.create_conversation()).id;
  EXPECT_EQ(value_of(store.conversation(id)).model, "");
  value_of(store.choose_model(id, "/models/a.gguf"));
  EXPECT_EQ(value_of(store.conversation(id)).model, "/models/a.gguf");
  EXPECT_EQ(value_of(store.duplicate_conversation(id, "copy")).model, "/models/a.gguf");
}

TEST_F(Conversations, go_to_the_trash_and_come_back_whole) {
  Store store = open();
  const auto kept = value_of(store.create_conversation()).id;
  const auto id = value_of(store.create_conversation()).id;
  value_of(store.add_turn(id, {}, "Precious", "m"));
  const Conversation before = value_of(store.conversation(id));

  value_of(store.trash_conversation(id));
  EXPECT_THAT(ids(value_of(store.conversations())), ElementsAre(kept));
  EXPECT_THAT(ids(value_of(store.conversations(true))), ElementsAre(id));
  const auto trashed = value_of(store.conversation(id)).trashed;
  ASSERT_TRUE(trashed);
  EXPECT_GE(*trashed, before.created);
  value_of(store.trash_conversation(id));
  EXPECT_EQ(value_of(store.conversation(id)).trashed, trashed);

  value_of(store.restore_conversation(id));
  EXPECT_EQ(value_of(store.conversation(id)), before);
  EXPECT_EQ(value_of(store.messages(id)).size(), 2u);
  EXPECT_TRUE(value_of(store.conversations(true)).empty());
}

TEST_F(Conversations, that_do_not_exist_are_errors) {
  Store store = open();
  const auto expect_missing = [](const auto& result) {
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::kUsage);
    EXPECT_THAT(result.error().message, HasSubstr("no conversation 17"));
  };
  expect_missing(store.conversation(17));
  expect_missing(store.messages(17));
  expect_missing(store.rename_conversation(17, "x"));
  expect_missing(store.set_accelerate(17, true));
  expect_missing(store.choose_model(17, "m"));
  expect_missing(store.trash_conversation(17));
  expect_missing(store.restore_conversation(17));
  expect_missing(store.add_turn(17, {}, "x", "m"));
  expect_missing(export_json(store, 17));
  expect_missing(export_markdown(store, 17));
}

}  // namespace
}  // namespace canter::test
