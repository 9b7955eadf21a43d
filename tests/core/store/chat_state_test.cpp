#include "core/store/store_support.h"

namespace canter::test {
namespace {

using testing::ElementsAre;
using testing::Field;

class ChatStateTest : public StoreTest {
 protected:
  Message stopped_answer() {
    auto turn = value_of(store.add_turn(id, {}, "one", ""));
    turn.answer.content = "half";
    turn.answer.status = MessageStatus::kStopped;
    value_of(store.finish_answer(turn.answer));
    return turn.answer;
  }

  Store store = open();
  ConversationId id = value_of(store.create_conversation()).id;
};

TEST_F(ChatStateTest, drafts_and_settings_are_there_after_a_restart) {
  value_of(store.keep_draft(id, "half a thought, 半个想法"));
  value_of(store.configure_conversation(id, R"({"temperature":0.5})"));
  Store again = open();
  const Conversation kept = value_of(again.conversation(id));
  EXPECT_EQ(kept.draft, "half a thought, 半个想法");
  EXPECT_EQ(kept.settings, R"({"temperature":0.5})");
  EXPECT_FALSE(store.configure_conversation(id, "[]"));
  EXPECT_FALSE(store.keep_draft(999, "x"));
}

TEST_F(ChatStateTest, keeping_a_draft_does_not_make_a_conversation_newer) {
  const ConversationId newer = value_of(store.create_conversation()).id;
  value_of(store.keep_draft(id, "later"));
  EXPECT_EQ(value_of(store.conversations()).front().id, newer);
}

TEST_F(ChatStateTest, presets_are_listed_by_name_and_replaced_by_name) {
  value_of(store.save_preset("Zebra", "{}"));
  value_of(store.save_preset(" poems ", R"({"temperature":1})"));
  value_of(store.save_preset("Zebra", R"({"top_k":3})"));
  const auto presets = value_of(store.presets());
  EXPECT_THAT(presets, ElementsAre(Field(&PresetRecord::name, "poems"),
                                   Field(&PresetRecord::name, "Zebra")));
  EXPECT_EQ(presets[1].settings, R"({"top_k":3})");
  value_of(store.delete_preset(presets[0].id));
  EXPECT_EQ(value_of(store.presets()).size(), 1u);
  EXPECT_FALSE(store.delete_preset(presets[0].id));
  EXPECT_FALSE(store.save_preset("  ", "{}"));
}

TEST_F(ChatStateTest, an_answer_that_ended_early_is_resumed_with_its_text) {
  const Message answer = stopped_answer();
  const Message resumed = value_of(store.resume_answer(answer.id));
  EXPECT_EQ(resumed.status, MessageStatus::kStreaming);
  EXPECT_EQ(resumed.content, "half");
  value_of(store.checkpoint_answer(so_far(answer.id, "half and more")));
}

TEST_F(ChatStateTest, only_an_answer_that_ended_early_and_comes_last_is_resumed) {
  Message answer = stopped_answer();
  EXPECT_FALSE(store.resume_answer(*answer.parent)) << "a question";
  value_of(store.add_turn(id, answer.id, "two", ""));
  EXPECT_FALSE(store.resume_answer(answer.id)) << "something follows";
  auto other = value_of(store.add_answer(*answer.parent, ""));
  other.status = MessageStatus::kComplete;
  value_of(store.finish_answer(other));
  EXPECT_FALSE(store.resume_answer(other.id)) << "it is complete";
}

}  // namespace
}  // namespace canter::test
