#include "engine/engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

#include "client.h"
#include "store/store.h"
#include "support/reference_results.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter::engine {
namespace {

using namespace std::chrono_literals;
using test::Client;

class EngineTest : public testing::Test {
 protected:
  static SendMessage message(const std::string& text,
                             std::optional<ConversationId> conversation = {}) {
    SendMessage send;
    send.conversation = conversation;
    send.text = text;
    send.settings.emplace();
    return send;
  }
  /// Never ends by itself: a random model with a long way to its context's end.
  std::string endless_model() {
    test::TinyModel shape;
    shape.context = 100'000;
    const auto path = data_.path() / "endless.gguf";
    test::write_tiny_model(path, shape);
    return path.string();
  }
  static SendMessage endless_message(const std::string& text,
                                     std::optional<ConversationId> conversation = {}) {
    SendMessage send = message(text, conversation);
    send.settings->ignore_eos = true;
    send.settings->sampling.temperature = 1;
    return send;
  }

  test::TemporaryDirectory data_;
};

TEST_F(EngineTest, answers_as_the_independent_program_does_and_keeps_the_conversation) {
  Client client(data_.path());
  client.post(OpenModel{test::starter_gguf().string()});
  EXPECT_EQ(client.next<ModelOpened>().model.context, 2048);

  const auto reference = test::reference_cases("starter").front();
  client.post(message(reference.messages.back().content));
  const auto turn = client.next<TurnAdded>();
  EXPECT_EQ(turn.question.content, reference.messages.back().content);
  EXPECT_EQ(turn.answer.status, MessageStatus::kStreaming);
  const auto finished = client.next<AnswerFinished>();
  EXPECT_EQ(finished.answer.status, MessageStatus::kComplete);
  EXPECT_EQ(finished.statistics.generated, int(reference.greedy.size()));
  EXPECT_EQ(client.streamed(turn.answer.id), finished.answer.content);
  EXPECT_TRUE(finished.acceleration.available);

  auto store = Store::open(data_.path()).value();
  const auto kept = store.branch(turn.answer.id).value();
  ASSERT_EQ(kept.size(), 2u);
  EXPECT_EQ(kept[1].content, finished.answer.content);
  EXPECT_EQ(kept[1].status, MessageStatus::kComplete);
  EXPECT_EQ(read_statistics(kept[1]), finished.statistics);
}

TEST_F(EngineTest, the_second_turn_knows_the_first_and_reads_only_what_is_new) {
  Client client(data_.path());
  client.post(OpenModel{test::starter_gguf().string()});
  client.post(message("Please transfer some money for me."));
  const auto first = client.next<AnswerFinished>();
  client.post(message("Let's do noon.", first.answer.conversation));
  const auto second = client.next<AnswerFinished>();
  const auto reference = test::reference_cases("starter")[1];
  EXPECT_EQ(second.statistics.prompt_tokens, int(reference.tokens.size()));
  EXPECT_EQ(second.statistics.generated, int(reference.greedy.size()));
  EXPECT_GE(second.statistics.reused_tokens,
            first.statistics.prompt_tokens + first.statistics.generated - 1);
  EXPECT_EQ(first.statistics.reuse, PromptReuse::kNothing);
  EXPECT_EQ(second.statistics.reuse, PromptReuse::kContinued);
}

TEST_F(EngineTest, stop_ends_the_running_answer_and_keeps_what_was_said) {
  Client client(data_.path());
  client.post(OpenModel{endless_model()});
  client.post(endless_message("go"));
  client.next<TextAppended>();
  client.post(StopAnswer{});
  const auto finished = client.next<AnswerFinished>();
  EXPECT_EQ(finished.answer.status, MessageStatus::kStopped);
  EXPECT_EQ(finished.answer.content, client.streamed(finished.answer.id));

  client.post(endless_message("again", finished.answer.conversation));
  client.next<TextAppended>();
  client.post(StopAnswer{});
  EXPECT_EQ(client.next<AnswerFinished>().answer.status, MessageStatus::kStopped)
      << "a stop concerns what was asked for before it";
}

TEST_F(EngineTest, what_is_said_during_an_answer_is_kept_at_once_and_answered_in_turn) {
  Client client(data_.path());
  client.post(OpenModel{endless_model()});
  client.post(endless_message("first"));
  const auto first = client.next<TurnAdded>();
  client.next<TextAppended>();
  client.post(endless_message("second"));
  const auto second = client.next<TurnAdded>();
  EXPECT_NE(second.conversation.id, first.conversation.id);
  EXPECT_EQ(Store::open(data_.path())->message(second.question.id)->content, "second");
  client.post(StopAnswer{});
  EXPECT_EQ(client.next<AnswerFinished>().answer.id, first.answer.id);
  const auto waiting = client.next<AnswerFinished>();
  EXPECT_EQ(waiting.answer.id, second.answer.id);
  EXPECT_EQ(waiting.answer.status, MessageStatus::kStopped);
}

TEST_F(EngineTest, closing_in_the_middle_of_an_answer_loses_nothing) {
  MessageId answer = 0;
  std::string said;
  {
    Client client(data_.path());
    client.post(OpenModel{endless_model()});
    client.post(endless_message("go on"));
    answer = client.next<TurnAdded>().answer.id;
    client.next<TextAppended>();
    client.post(endless_message("said while closing"));
    said = client.streamed(answer);
  }
  auto store = Store::open(data_.path()).value();
  const auto kept = store.message(answer).value();
  EXPECT_EQ(kept.status, MessageStatus::kStopped);
  EXPECT_THAT(kept.content, testing::StartsWith(said));
  EXPECT_EQ(store.conversations()->size(), 2u);
  EXPECT_TRUE(store.recover_interrupted()->empty());
  EXPECT_TRUE(store.check()->ok());
}

TEST_F(EngineTest, a_growing_answer_is_in_the_database_within_a_second_or_so) {
  Client client(data_.path());
  client.post(OpenModel{endless_model()});
  client.post(endless_message("go"));
  const auto answer = client.next<TurnAdded>().answer.id;
  auto store = Store::open(data_.path()).value();
  std::string kept;
  for (int i = 0; i < 100 && kept.empty(); ++i) {
    std::this_thread::sleep_for(100ms);
    kept = store.message(answer)->content;
  }
  EXPECT_FALSE(kept.empty());
}

TEST_F(EngineTest, a_message_without_a_model_is_kept_and_its_answer_says_what_to_do) {
  Client client(data_.path());
  client.post(message("hello"));
  const auto finished = client.next<AnswerFinished>();
  EXPECT_EQ(finished.answer.status, MessageStatus::kFailed);
  EXPECT_THAT(finished.answer.error, testing::HasSubstr("open"));
  EXPECT_EQ(Store::open(data_.path())->branch(finished.answer.id)->size(), 2u);
}

TEST_F(EngineTest, a_model_that_cannot_be_opened_is_reported_and_the_engine_goes_on) {
  Client client(data_.path());
  client.post(OpenModel{"nowhere.gguf"});
  EXPECT_EQ(client.next<ModelFailed>().source, "nowhere.gguf");
  client.post(OpenModel{test::starter_gguf().string()});
  client.next<ModelOpened>();
}

TEST_F(EngineTest, a_model_that_cannot_be_opened_leaves_the_working_one_in_place) {
  Client client(data_.path());
  client.post(OpenModel{test::starter_gguf().string()});
  const auto opened = client.next<ModelOpened>();
  client.post(OpenModel{"nowhere.gguf"});
  const auto failed = client.next<ModelFailed>();
  EXPECT_EQ(failed.source, "nowhere.gguf");
  ASSERT_TRUE(failed.open);
  EXPECT_EQ(failed.open->model.path, opened.model.path);
  client.post(message("Hello"));
  const Message answer = client.next<AnswerFinished>().answer;
  EXPECT_EQ(answer.status, MessageStatus::kComplete);
  EXPECT_EQ(answer.model, opened.model.name);
  EXPECT_EQ(answer.model_path, opened.model.path);
}

TEST_F(EngineTest, a_conversation_longer_than_the_context_is_refused_with_the_numbers) {
  test::write_tiny_model(data_.path() / "tiny.gguf");
  Client client(data_.path());
  client.post(OpenModel{(data_.path() / "tiny.gguf").string()});
  client.post(message(std::string(500, 'x')));
  const auto finished = client.next<AnswerFinished>();
  EXPECT_EQ(finished.answer.status, MessageStatus::kFailed);
  EXPECT_THAT(finished.answer.error, testing::HasSubstr("128"));
  ASSERT_TRUE(finished.failure);
  EXPECT_EQ(finished.failure->kind, ErrorKind::kTooLarge);
}

TEST_F(EngineTest, an_empty_message_is_refused_and_its_sender_is_told) {
  Client client(data_.path());
  SendMessage send = message("");
  send.request = 77;
  client.post(send);
  EXPECT_EQ(client.next<Failed>().request, 77u);
}

TEST_F(EngineTest, conversations_are_listed_renamed_trashed_and_restored) {
  Client client(data_.path());
  client.post(message("First line\nand more"));
  const auto id = client.next<TurnAdded>().conversation.id;
  client.post(RenameConversation{id, "Named"});
  EXPECT_EQ(client.next<ConversationChanged>().conversation.title, "Named");
  client.post(TrashConversation{id});
  EXPECT_TRUE(client.next<ConversationChanged>().conversation.trashed.has_value());
  client.post(ListConversations{});
  EXPECT_TRUE(client.next<ConversationsListed>().conversations.empty());
  client.post(RestoreConversation{id});
  client.post(ListConversations{});
  ASSERT_EQ(client.next<ConversationsListed>().conversations.size(), 1u);
  client.post(OpenConversation{id});
  EXPECT_EQ(client.next<ConversationOpened>().branch.size(), 2u);
  client.post(SetAccelerate{id, false});
  EXPECT_FALSE(client.next<ConversationChanged>().conversation.accelerate);
  client.post(OpenConversation{9999});
  EXPECT_EQ(client.next<Failed>().error.kind, ErrorKind::kUsage);
}

TEST_F(EngineTest, an_edited_question_and_a_new_answer_keep_what_was_there) {
  Client client(data_.path());
  client.post(OpenModel{test::starter_gguf().string()});
  client.post(message("Hello"));
  const auto first = client.next<TurnAdded>();
  client.next<AnswerFinished>();

  client.post(Regenerate{first.answer.id});
  const auto anew = client.next<ConversationOpened>();
  ASSERT_EQ(anew.branch.size(), 2u);
  EXPECT_EQ(anew.asked, anew.branch[1].id);
  EXPECT_THAT(anew.versions[1], testing::ElementsAre(first.answer.id, anew.branch[1].id));
  const auto answered = client.next<AnswerFinished>();
  EXPECT_EQ(answered.answer.id, anew.branch[1].id);
  EXPECT_FALSE(answered.answer.content.empty());

  client.post(EditMessage{first.question.id, "Thank you"});
  const auto edited = client.next<ConversationOpened>();
  ASSERT_EQ(edited.branch.size(), 2u);
  EXPECT_EQ(edited.branch[0].content, "Thank you");
  EXPECT_EQ(edited.versions[0].size(), 2u);
  client.next<AnswerFinished>();

  client.post(ShowVersion{first.question.id});
  const auto back = client.next<ConversationOpened>();
  EXPECT_EQ(back.branch[0].content, "Hello");
  EXPECT_EQ(back.branch[1].id, answered.answer.id) << "the answer that was written last";
  EXPECT_FALSE(back.asked);
}

TEST_F(EngineTest, no_message_is_edited_to_nothing) {
  Client client(data_.path());
  client.post(message("Hello"));
  const auto turn = client.next<TurnAdded>();
  client.next<AnswerFinished>();
  for (const MessageId id : {turn.question.id, turn.answer.id}) {
    client.post(EditMessage{id, ""});
    EXPECT_EQ(client.next<Failed>().error.kind, ErrorKind::kUsage);
  }
}

TEST_F(EngineTest, a_data_folder_that_cannot_be_used_is_reported_with_the_senders_request) {
  std::ofstream(data_.path() / "file") << "x";
  Client client(data_.path() / "file");
  client.post(OpenModel{test::starter_gguf().string()});
  client.next<ModelOpened>();
  SendMessage send = message("hello");
  send.request = 5;
  client.post(send);
  Failed failed = client.next<Failed>();
  while (failed.request == 0) failed = client.next<Failed>();
  EXPECT_EQ(failed.request, 5u);
  EXPECT_THAT(failed.error.message, testing::HasSubstr("file"));
}

}  // namespace
}  // namespace canter::engine
