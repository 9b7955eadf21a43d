#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "interrupt.h"
#include "line_reader.h"
#include "options.h"
#include "progress.h"
#include "remote.h"

namespace canter::cli {

struct ChatArguments {
  std::string model;  ///< empty: the conversation's, else the default or last one
  std::optional<ConversationId> conversation;
  std::string adapter;               ///< a file, auto or none; empty: as the conversation has it
  std::optional<SourceWish> drafts;  ///< where they come from, if that was said
  ThinkingWish think = ThinkingWish::kDefault;
  GenerationSettings settings;
  PartialSampling sampling;   ///< of the settings, what was given; the rest is the model's
  bool fixed_seed = false;    ///< one was given
  bool fixed_length = false;  ///< --max-tokens was given
  RemoteArguments remote;     ///< `model` is the server's then

  bool says_whether_to_draft() const { return drafts || !adapter.empty(); }
  bool wants_drafts() const { return drafts ? !drafts->sources.empty() : adapter != "none"; }
  bool names_file() const { return !adapter.empty() && adapter != "auto" && adapter != "none"; }
};

/// A conversation in the terminal, or over a pipe. Answers go to standard output, all else to
/// standard error.
class ChatSession {
 public:
  ChatSession(const ChatArguments& arguments, const CommonOptions& options,
              const std::filesystem::path& data_folder);

  Outcome<> run();

 private:
  /// Opens database and model.
  Outcome<> start();
  Outcome<> talk();
  /// A line that begins with a slash, on a terminal.
  Outcome<> obey(const std::string& command);
  Outcome<> send(const std::string& text);
  /// What a server is to be told is kept with the conversation.
  engine::SendMessage message_for_server(const std::string& text);
  /// For this conversation from now on.
  Outcome<> think(ThinkingWish wish);
  Outcome<> open(ConversationId id);
  Outcome<> open(std::string_view id);
  Outcome<> list();
  Outcome<> print_conversation();
  /// Of a model; what was said before is not said again.
  void tell_once(const std::string& note);

  /// Deals with events until `done`, a failure, or an interruption that ends the program.
  Outcome<> wait_until(const std::function<bool()>& done);
  /// Reads one line while dealing with events.
  Outcome<LineReader::Event> read_line();
  Outcome<> take_events();
  /// Stops the running answer; without one, or without a terminal to go on at, ends the program.
  Outcome<> take_interrupt();
  tl::unexpected<Failure> interrupted();

  Outcome<> handle(const engine::ModelOpening& event);
  Outcome<> handle(const engine::ModelOpened& event);
  Outcome<> handle(const engine::ModelFailed& event);
  Outcome<> handle(const engine::ConversationsListed& event);
  Outcome<> handle(const engine::ConversationOpened& event);
  Outcome<> handle(const engine::TurnAdded& event);
  Outcome<> handle(const engine::TextAppended& event);
  Outcome<> handle(const engine::AnswerFinished& event);
  Outcome<> handle(const engine::AnswersRecovered& event);
  Outcome<> handle(const engine::AnswersSaved& event);
  Outcome<> handle(const engine::DatabaseRepaired& event);
  Outcome<> handle(const engine::Failed& event);
  template <typename Other>
  Outcome<> handle(const Other&) {
    return {};
  }

  const ChatArguments& arguments_;
  const CommonOptions& options_;
  const bool terminal_;  ///< is there somebody who types?
  InterruptListener interrupt_;
  LineReader input_;

  std::optional<Progress> opening_;  ///< of the model
  bool model_open_ = false;
  bool elsewhere_ = false;           ///< it answers there
  std::optional<Error> not_opened_;  ///< why the model that was wanted last is not open
  std::set<std::string> told_;
  SamplingSettings model_sampling_;
  bool answering_ = false;
  bool leaving_ = false;        ///< interrupted; the running answer is being saved
  bool shows_thought_ = false;  ///< what was printed last
  Thinking thinking_;           ///< what the model can do
  std::optional<ConversationId> conversation_;
  engine::ChatSettings chat_;  ///< of the conversation
  std::optional<engine::ConversationOpened> opened_;
  std::optional<std::vector<Conversation>> listed_;

  engine::Engine engine_;  // last: its threads end before what they might wake
};

}  // namespace canter::cli
