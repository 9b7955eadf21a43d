#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "client.h"
#include "engine/engine.h"
#include "store/store.h"
#include "support/reference_results.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter::engine {
namespace {

using test::Client;

class ChatTest : public testing::Test {
 protected:
  void open_starter() {
    client_.post(OpenModel{test::starter_gguf().string()});
    client_.next<ModelOpened>();
  }
  /// Answers that are the same each time.
  static ChatSettings likeliest() {
    ChatSettings settings;
    settings.sampling.temperature = 0;
    return settings;
  }
  TurnAdded ask(const std::string& text, const ChatSettings& settings = likeliest()) {
    SendMessage send;
    send.text = text;
    send.chat = settings;
    client_.post(send);
    return client_.next<TurnAdded>();
  }

  test::TemporaryDirectory data_;
  Client client_{data_.path()};
};

TEST_F(ChatTest, an_answer_that_a_limit_ended_is_continued_to_the_text_of_an_unlimited_one) {
  open_starter();
  ask("What does acceleration do?");
  const Message whole = client_.next<AnswerFinished>().answer;
  ASSERT_EQ(whole.status, MessageStatus::kComplete);

  ChatSettings few = likeliest();
  few.max_tokens = 5;
  const TurnAdded turn = ask("What does acceleration do?", few);
  const AnswerFinished begun = client_.next<AnswerFinished>();
  EXPECT_EQ(begun.answer.status, MessageStatus::kStopped);
  EXPECT_EQ(begun.answer.error, kTokenLimit);
  EXPECT_EQ(begun.statistics.generated, 5);
  ASSERT_LT(begun.answer.content.size(), whole.content.size());

  client_.post(ConfigureChat{turn.conversation.id, likeliest()});
  client_.post(ContinueAnswer{turn.answer.id});
  const auto opened = client_.next<ConversationOpened>();
  EXPECT_EQ(opened.asked, turn.answer.id);
  const AnswerFinished ended = client_.next<AnswerFinished>();
  EXPECT_EQ(ended.answer.id, turn.answer.id);
  EXPECT_EQ(ended.answer.content, whole.content);
  EXPECT_EQ(ended.answer.status, MessageStatus::kComplete);
  EXPECT_TRUE(ended.answer.error.empty());
  EXPECT_EQ(client_.streamed(turn.answer.id), whole.content);
  EXPECT_GT(ended.statistics.generated, 5);
}

TEST_F(ChatTest, a_continued_answer_that_is_stopped_before_its_turn_keeps_its_text) {
  open_starter();
  ChatSettings few = likeliest();
  few.max_tokens = 5;
  const TurnAdded turn = ask("What does acceleration do?", few);
  const std::string begun = client_.next<AnswerFinished>().answer.content;
  client_.post(ContinueAnswer{turn.answer.id});
  client_.post(StopAnswer{});
  const Message stopped = client_.next<AnswerFinished>().answer;
  EXPECT_TRUE(stopped.content.starts_with(begun));
  EXPECT_EQ(stopped.status, MessageStatus::kStopped);
}

TEST_F(ChatTest, an_edited_answer_is_what_the_model_reads_next) {
  open_starter();
  const TurnAdded turn = ask("What does acceleration do?");
  const Message given = client_.next<AnswerFinished>().answer;
  client_.post(EditMessage{turn.answer.id, "It does a great deal, as I would say it."});
  const auto opened = client_.next<ConversationOpened>();
  EXPECT_FALSE(opened.asked) << "nothing is asked";
  ASSERT_EQ(opened.branch.size(), 2u);
  const Message& edited = opened.branch[1];
  EXPECT_EQ(edited.content, "It does a great deal, as I would say it.");
  EXPECT_TRUE(edited.edited);
  EXPECT_EQ(edited.model, given.model);
  EXPECT_EQ(opened.versions[1], (Versions{turn.answer.id, edited.id}));

  SendMessage more;
  more.conversation = turn.conversation.id;
  more.text = "And then?";
  client_.post(more);
  EXPECT_EQ(client_.next<TurnAdded>().question.parent, edited.id);
  EXPECT_EQ(client_.next<AnswerFinished>().answer.status, MessageStatus::kComplete);
}

TEST_F(ChatTest, a_branch_is_a_new_chat_with_the_settings_of_the_old_one) {
  open_starter();
  ChatSettings settings = likeliest();
  settings.system_prompt = "Answer like a station master.";
  const TurnAdded first = ask("Hello", settings);
  client_.next<AnswerFinished>();
  SendMessage more;
  more.conversation = first.conversation.id;
  more.text = "And then?";
  client_.post(more);
  client_.next<AnswerFinished>();

  client_.post(BranchConversation{first.answer.id, "Hello (branch)"});
  const Conversation copy = client_.next<ConversationDuplicated>().conversation;
  EXPECT_EQ(copy.title, "Hello (branch)");
  EXPECT_EQ(read_chat_settings(copy.settings), settings);
  client_.post(OpenConversation{copy.id});
  const auto opened = client_.next<ConversationOpened>();
  ASSERT_EQ(opened.branch.size(), 2u);
  EXPECT_EQ(opened.branch[0].content, "Hello");
}

TEST_F(ChatTest, a_model_whose_file_is_cut_off_ends_the_answer_and_nothing_else) {
  const auto path = data_.path() / "model.gguf";
  std::filesystem::copy(test::starter_gguf(), path);
  client_.post(OpenModel{path.string()});
  client_.next<ModelOpened>();
  const TurnAdded first = ask("Hello");
  ASSERT_EQ(client_.next<AnswerFinished>().answer.status, MessageStatus::kComplete);

  std::filesystem::resize_file(path, 4096);
  ask("What does acceleration do?");
  const AnswerFinished failed = client_.next<AnswerFinished>();
  EXPECT_EQ(failed.answer.status, MessageStatus::kFailed);
  EXPECT_THAT(failed.answer.error, testing::HasSubstr("cut off while it was open"));

  open_starter();
  client_.post(OpenConversation{first.conversation.id});
  EXPECT_EQ(client_.next<ConversationOpened>().branch.size(), 2u);
  ask("What does acceleration do?");
  EXPECT_EQ(client_.next<AnswerFinished>().answer.status, MessageStatus::kComplete);
}

TEST_F(ChatTest, a_model_whose_file_is_cut_off_in_the_middle_of_an_answer_ends_it) {
  const auto path = data_.path() / "model.gguf";
  std::filesystem::copy(test::starter_gguf(), path);
  client_.post(OpenModel{path.string()});
  client_.next<ModelOpened>();
  ChatSettings endless;
  endless.max_tokens = 0;
  ask("I want to book a flight", endless);
  client_.next<TextAppended>();
  std::filesystem::resize_file(path, 4096);
  const AnswerFinished answer = client_.next<AnswerFinished>();
  if (answer.answer.status == MessageStatus::kComplete)
    GTEST_SKIP() << "the answer was complete before the file was cut off";
  EXPECT_EQ(answer.answer.status, MessageStatus::kFailed);
  EXPECT_NE(answer.answer.content, "") << "what was said is kept";
}

TEST_F(ChatTest, a_chat_that_is_longer_than_the_context_goes_on_without_its_oldest_turns) {
  open_starter();
  client_.post(ConfigureEngine{{.threads = 2, .cache = CachePrecision::kF32, .context = 256}});
  client_.next<ModelOpened>();
  ChatSettings settings = likeliest();
  settings.max_tokens = 4;
  settings.when_full = WhenFull::kDropOldest;
  std::string words;
  for (int i = 0; i < 12; ++i) words += "book a table ";
  ConversationId id = 0;
  Message last;
  for (int turn = 0; turn < 8; ++turn) {
    SendMessage send;
    send.text = words + std::to_string(turn);
    send.chat = settings;
    if (id != 0) send.conversation = id;
    client_.post(send);
    id = client_.next<TurnAdded>().conversation.id;
    last = client_.next<AnswerFinished>().answer;
    ASSERT_NE(last.status, MessageStatus::kFailed) << last.error;
  }
  const LeftOut left_out = read_left_out(last);
  EXPECT_EQ(left_out.first, 0);
  EXPECT_GT(left_out.messages, 0);
  EXPECT_EQ(left_out.messages % 2, 0) << "whole turns";
  EXPECT_LE(read_statistics(last).prompt_tokens, 192);

  client_.post(CountTokens{id, "", settings});
  EXPECT_LE(client_.next<TokensCounted>().tokens, 256);
  settings.when_full = WhenFull::kStop;
  client_.post(CountTokens{id, "", settings});
  EXPECT_GT(client_.next<TokensCounted>().tokens, 256);
}

TEST_F(ChatTest, a_system_prompt_is_part_of_what_the_model_reads) {
  open_starter();
  ask("Hello");
  const int plain = client_.next<AnswerFinished>().statistics.prompt_tokens;
  ChatSettings settings;
  settings.system_prompt = "Answer like a station master.";
  ask("Hello", settings);
  EXPECT_GT(client_.next<AnswerFinished>().statistics.prompt_tokens, plain + 4);
}

TEST_F(ChatTest, a_new_chat_begins_with_the_settings_that_were_kept_for_it) {
  open_starter();
  ChatSettings settings;
  settings.max_tokens = 3;
  client_.post(ConfigureChat{{}, settings});
  client_.post(KeepDraft{{}, "not sent yet"});
  client_.post(ListConversations{});
  const auto prepared = client_.next<NewChatPrepared>();
  EXPECT_EQ(prepared.settings, settings);
  EXPECT_EQ(prepared.draft, "not sent yet");
  SendMessage send;
  send.text = "What does acceleration do?";
  client_.post(send);
  EXPECT_EQ(client_.next<AnswerFinished>().statistics.generated, 3);
}

TEST_F(ChatTest, an_answer_given_anew_differs_even_where_the_likeliest_words_are_taken) {
  open_starter();
  const TurnAdded turn = ask("Tell me a story about a horse and a station.");
  const std::string first = client_.next<AnswerFinished>().answer.content;
  bool differs = false;
  for (int i = 0; i < 8 && !differs; ++i) {
    client_.post(Regenerate{turn.answer.id});
    differs = client_.next<AnswerFinished>().answer.content != first;
  }
  EXPECT_TRUE(differs);
}

TEST_F(ChatTest, a_deleted_message_comes_back_and_its_question_can_be_answered_again) {
  open_starter();
  const TurnAdded turn = ask("Hello");
  client_.next<AnswerFinished>();
  client_.post(TrashMessage{turn.answer.id});
  const auto trashed = client_.next<MessageTrashed>();
  EXPECT_EQ(trashed.messages, 1);
  EXPECT_EQ(client_.next<ConversationOpened>().branch.size(), 1u);
  client_.post(RestoreMessage{turn.answer.id});
  EXPECT_EQ(client_.next<ConversationOpened>().branch.size(), 2u);
  client_.post(TrashMessage{turn.answer.id});
  client_.next<MessageTrashed>();
  client_.post(Regenerate{turn.question.id});
  EXPECT_EQ(client_.next<AnswerFinished>().answer.parent, turn.question.id);
}

TEST_F(ChatTest, tokens_are_counted_as_the_prompt_will_have_them) {
  client_.post(CountTokens{{}, "not counted while no model is open", {}});
  open_starter();
  client_.post(CountTokens{{}, "What does acceleration do?", {}});
  const int counted = client_.next<TokensCounted>().tokens;
  client_.post(CountTokens{{}, "What does acceleration do?", {}, 7});
  const auto alone = client_.next<TokensCounted>();
  EXPECT_EQ(alone.request, 7u);
  EXPECT_GT(alone.tokens, 3);
  EXPECT_LT(alone.tokens, counted);
  ask("What does acceleration do?");
  EXPECT_EQ(client_.next<AnswerFinished>().statistics.prompt_tokens, counted);
}

TEST_F(ChatTest, presets_are_kept_and_listed) {
  ChatSettings poems;
  poems.sampling.temperature = 1.1;
  client_.post(SavePreset{"Poems", poems});
  auto listed = client_.next<PresetsListed>();
  ASSERT_EQ(listed.presets.size(), 1u);
  EXPECT_EQ(listed.presets[0].settings, poems);
  client_.post(DeletePreset{listed.presets[0].id});
  EXPECT_TRUE(client_.next<PresetsListed>().presets.empty());
}

TEST(ChatSettings, survive_being_written_and_read) {
  ChatSettings settings;
  settings.system_prompt = "Be \"brief\".\n简短";
  settings.sampling = {.temperature = 0.7,
                       .top_k = 40,
                       .top_p = 0.9,
                       .min_p = 0.05,
                       .repeat_penalty = 1.1,
                       .repeat_window = 32};
  settings.fixed_seed = true;
  settings.seed = ~0ull;
  settings.max_tokens = 100;
  settings.thinking = ThinkingWish::kHigh;
  EXPECT_EQ(read_chat_settings(write_chat_settings(settings)), settings);
}

TEST(ChatSettings, that_nobody_changed_are_the_models_also_when_an_earlier_program_wrote_them) {
  EXPECT_EQ(write_chat_settings({}).find("temperature"), std::string::npos);
  const auto before = read_chat_settings(
      R"({"temperature":0.0,"top_k":0,"top_p":1.0,"min_p":0.0,"repeat_penalty":1.0,)"
      R"("repeat_window":64,"seed":0,"max_tokens":7})");
  EXPECT_EQ(before.sampling, PartialSampling());
  EXPECT_EQ(before.max_tokens, 7);
  EXPECT_EQ(read_chat_settings(R"({"temperature":0})").sampling.temperature, 0);
}

TEST_F(ChatTest, is_drawn_as_its_model_says_unless_it_says_otherwise) {
  test::TinyModel shape;
  shape.change = [](GgufContent& content) {
    content.metadata.push_back({"general.sampling.temp", {GgufValueType::kFloat32, 0.5}});
  };
  const auto path = data_.path() / "drawn.gguf";
  test::write_tiny_model(path, shape);
  client_.post(OpenModel{path.string()});
  const SamplingSettings own = client_.next<ModelOpened>().model.sampling;
  EXPECT_EQ(own.temperature, 0.5);
  EXPECT_EQ(own.top_p, 0.9) << "of what it does not say, the usual value";
  ChatSettings few;
  few.max_tokens = 12;
  few.sampling.temperature = 0;
  ask("hello", few);
  const std::string first = client_.next<AnswerFinished>().answer.content;
  ask("hello", few);
  EXPECT_EQ(client_.next<AnswerFinished>().answer.content, first);
  few.sampling.temperature = 2;
  few.sampling.top_p = 1;
  bool differs = false;
  for (int i = 0; i < 8 && !differs; ++i) {
    ask("hello", few);
    differs = client_.next<AnswerFinished>().answer.content != first;
  }
  EXPECT_TRUE(differs);
}

TEST_F(ChatTest, a_small_model_that_says_nothing_takes_the_likeliest_words) {
  const auto path = data_.path() / "small.gguf";
  test::write_tiny_model(path);
  client_.post(OpenModel{path.string()});
  EXPECT_EQ(client_.next<ModelOpened>().model.sampling.temperature, 0);
}

TEST(ChatSettings, that_make_no_sense_are_the_defaults) {
  const ChatSettings defaults;
  for (const char* text : {"", "[]", "not json", R"({"temperature":"hot"})",
                           R"({"temperature":-1})", R"({"top_p":0})", R"({"max_tokens":-4})",
                           R"({"max_tokens":1e300})", R"({"seed":-3})", R"({"top_k":99999999999})",
                           R"({"system_prompt":7})", R"({"thinking":"hard"})", R"({"thinking":1})"})
    EXPECT_EQ(read_chat_settings(text), defaults) << text;
}

}  // namespace
}  // namespace canter::engine
