#pragma once

#include <QTimer>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "session/engine_link.h"
#include "support/fake_comparisons.h"

namespace canter::ui {

/// Keeps the engine's promises without a model or a database: every command is answered by the
/// events the real one sends, and answers are read off a script, word by word. Runs in the window's
/// thread.
class FakeEngine : public EngineLink {
 public:
  struct Script {
    std::vector<Conversation> conversations;
    std::vector<Folder> folders = {};
    std::map<ConversationId, std::vector<Message>> branches;
    std::map<ConversationId, std::vector<Versions>> versions;
    engine::ModelInfo model;
    engine::Acceleration acceleration;
    std::string answer = "Certainly. Which city, and at what time?";
    std::string thinking;     ///< before it
    int thinking_ms = 0;      ///< that each of its words takes
    std::string model_error;  ///< opening a model fails with this
    bool model_keeps_opening = false;
    double opening_progress = 0;  ///< what is said of a model that keeps opening
    engine::TuningPlanned tuning_plan;
    std::string refuses_tuning;    ///< the error with which a tuning does not begin
    std::string refuses_messages;  ///< the error with which messages are not kept
    engine::NewChatPrepared new_chat;
    FakeComparisons::Script comparisons;
    std::vector<engine::ListedModel> models;
    std::uint64_t free_memory = 0;
    std::vector<std::string> searched_folders;
    std::vector<engine::ModelFound> found_models;
    bool keeps_searching = false;
    engine::ServerModelsListed server;             ///< what is at every address
    std::vector<engine::DraftModel> draft_models;  ///< for the model that is open
    engine::DownloadsListed downloads;
    engine::CatalogueListed catalogue;
    std::vector<engine::HubOffer> hub_offers;  ///< what every search finds
    engine::HubTokenKnown hub_token{engine::HubToken::kNone, "huggingface.co", {}};
    std::string card = "# A model\n\nIt answers questions.";
    std::vector<engine::DuplicateFiles> duplicates;
    std::string catalogue_error;  ///< with which it is not refreshed
    std::string hub_error;        ///< the error with which a search ends
    engine::EngineConfigured configured{{}, 7, 7, 16, false};
    std::string refuses_export;  ///< the error with which nothing is exported
    int words_per_tick = 1;
    int tick_ms = 12;
  };

  FakeEngine(Script script, std::function<void()> wake);

  void post(engine::Command command) override;
  std::vector<engine::Event> take_events() override;

  /// As if the engine had said it.
  void say(engine::Event event);
  /// From the next answer on.
  void answer_with(std::string answer, int words_per_tick) {
    script_.answer = std::move(answer);
    script_.words_per_tick = words_per_tick;
  }
  const std::vector<engine::Command>& posted() const { return posted_; }
  /// Those of one type.
  template <typename Command>
  std::vector<Command> posted_of() const {
    std::vector<Command> found;
    for (const auto& command : posted_) {
      if (const auto* wanted = std::get_if<Command>(&command)) found.push_back(*wanted);
    }
    return found;
  }

 private:
  struct Pending {
    Message answer;
    std::size_t thought = 0;
    std::size_t said = 0;
    int tokens = 0;
  };
  void open_model(const std::string& source);
  void plan_tuning(const engine::TuningWish& wish);
  void open_conversation(ConversationId id);
  void send(const engine::SendMessage& message);
  void answer_anew(MessageId id, const std::string& text);
  /// Another version of it, at the end of the branch; false for a question.
  bool edit_answer(MessageId id, const std::string& text);
  /// Commands of engine/chat_messages.h; false for all others.
  bool chat(const engine::Command& command);
  /// Commands of engine/library_messages.h; false for all others.
  bool library(const engine::Command& command);
  bool folders(const engine::Command& command);
  void search(const engine::SearchConversations& wanted);
  void list_trash();
  /// Commands of engine/model_messages.h; false for all others.
  bool models(const engine::Command& command);
  /// Commands of engine/download_messages.h; false for all others. Downloads begin, and end when
  /// the test says so.
  bool downloads(const engine::Command& command);
  engine::Download* download(engine::DownloadId id);
  void go_on(MessageId id);
  void branch(const engine::BranchConversation& from);
  void trash(MessageId id);
  void change(ConversationId id, const std::function<void(Conversation&)>& edit);
  void stop();
  void tick();
  void finish(MessageStatus status);
  Conversation& conversation(ConversationId id);

  Script script_;
  std::function<void()> wake_;
  std::vector<engine::Event> events_;
  std::vector<engine::Command> posted_;
  std::deque<Pending> pending_;
  std::vector<Message> trashed_;  ///< those that were deleted last
  std::vector<engine::Preset> presets_;
  std::uint64_t summary_ = 0;  ///< request of the one that is being made
  FakeComparisons comparisons_;
  QTimer ticker_;
  std::int64_t last_id_ = 1000;
  bool model_is_open_ = false;
};

}  // namespace canter::ui
