#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "base/error.h"
#include "chat/thinking.h"
#include "decode/settings.h"
#include "decode/statistics.h"
#include "engine/session/chat_messages.h"
#include "engine/session/comparison_messages.h"
#include "engine/session/download_messages.h"
#include "engine/session/library_messages.h"
#include "engine/session/model_messages.h"
#include "engine/session/server_messages.h"
#include "engine/session/settings_messages.h"
#include "store/records.h"

namespace canter {
class Model;
}

namespace canter::engine {

/// Acceleration::reason where no adapter is known; repeated text is drafted all the same.
inline constexpr const char* kNoAdapter = "no adapter for this model yet";
/// Acceleration::reason where drafting rests, since it gained nothing lately.
inline constexpr const char* kDoesNotPay = "no drafts just now";

/// Message::error of answers that a limit ended.
inline constexpr const char* kTokenLimit = "it reached the limit of tokens";
inline constexpr const char* kContextFull = "the model's context is full";

/// Is the text drafted several tokens at a time? `active` is what is, not what was wished.
struct Acceleration {
  bool available = false;
  bool active = false;
  bool adapter = false;  ///< there is one; otherwise drafts come from what needs none
  /// Time of plain decoding over time taken, on the last answers; of no answer yet it says nothing.
  double speedup = 1;
  int answers = 0;
  /// Why it is not active, or no adapter is used; empty when all is as wished.
  std::string reason;
  std::string draft_model = {};  ///< path of another model that drafts for it; empty: none

  bool operator==(const Acceleration&) const = default;
};

struct ModelInfo {
  std::string name;  ///< for display
  std::string path;
  std::string architecture;  ///< `llama`
  std::string weight_types;  ///< `Q8_0`, or `Q4_K + Q6_K` when mixed
  std::uint64_t parameters = 0;
  std::uint64_t bytes = 0;
  int context = 0;
  bool starter = false;
  std::string fingerprint;
  /// What chats with it are drawn with unless they say otherwise.
  SamplingSettings sampling = {};
  Thinking thinking = {};
  std::vector<std::string> notes = {};      ///< what a user should know of its files
  std::optional<Elsewhere> elsewhere = {};  ///< none: it answers in this program
};

// Commands: what a front end may ask for --------------------------------------------------------

/// A GGUF file, a model folder, the name of an installed model, or `starter`; empty: what the
/// conversation uses, else what was open last, else what a newcomer meets. A newer wish replaces
/// one whose model is not open yet. `conversation`: uses this model from now on.
struct OpenModel {
  std::string source;
  std::optional<ConversationId> conversation = {};
};
struct ListConversations {};
/// Reads the branch that the conversation shows.
struct OpenConversation {
  ConversationId id = 0;
};
struct RenameConversation {
  ConversationId id = 0;
  std::string title;
};
struct TrashConversation {
  ConversationId id = 0;
};
struct RestoreConversation {
  ConversationId id = 0;
};
/// Without a conversation a new one is made. The text is committed at once, even while another
/// answer is running or no model is open yet; answers are given in the order of asking.
/// `accelerate` is what a new conversation wishes; one that exists keeps its own.
/// `request` comes back in TurnAdded, so that the sender knows its own.
/// `settings`: for this answer instead of the conversation's. `chat`: what a new conversation is
/// given, if not what new chats begin with.
struct SendMessage {
  std::optional<ConversationId> conversation;
  std::string text;
  std::optional<GenerationSettings> settings;
  std::uint64_t request = 0;
  bool accelerate = true;
  std::optional<ChatSettings> chat = {};
};
/// The same place of the conversation with another text. What was there stays, as another version.
/// A question is answered anew, an answer is marked as edited.
struct EditMessage {
  MessageId id = 0;
  std::string text;
};
/// Another answer to the same question, drawn where the conversation's settings would give the same
/// once more. What was there stays, as another version.
struct Regenerate {
  MessageId id = 0;  ///< an answer, or a question that has none
};
/// Shows the branch through another version of a message.
struct ShowVersion {
  MessageId id = 0;
};
/// Ends the running answer within one decoding step, and drops those that wait.
struct StopAnswer {};
struct SetAccelerate {
  ConversationId id = 0;
  bool wished = true;
};

/// How an adapter for the open model is to be made.
struct TuningWish {
  double minutes = 0;        ///< 0: as suggested
  bool own_prompts = false;  ///< also from what the user asked before
  std::string prompts;       ///< a file of prompts instead of those that come with Canter; or empty
};
/// What would it take? Answered by TuningPlanned.
struct PlanTuning {
  TuningWish wish;
};
/// Makes an adapter in the background, for the model that is open now, whatever is opened later.
/// Answers go before it. One at a time.
struct StartTuning {
  TuningWish wish;
  /// Goes on with the tuning of this model that was ended before; the wish is the one from then.
  bool resume = false;
};
struct PauseTuning {
  bool paused = true;
};
/// What was learned so far is kept, for `resume`.
struct CancelTuning {};
/// Checks an adapter of somebody else's for the open model and measures it; it is used if it is
/// faster. Reported as the end of a tuning is.
struct TryAdapter {
  std::string path;
};

using CommandVariant = std::variant<
    OpenModel, ListConversations, OpenConversation, RenameConversation, TrashConversation,
    RestoreConversation, SendMessage, EditMessage, Regenerate, ShowVersion, StopAnswer,
    SetAccelerate, PlanTuning, StartTuning, PauseTuning, CancelTuning, TryAdapter, ConfigureChat,
    KeepDraft, ContinueAnswer, BranchConversation, TrashMessage, RestoreMessage, CountTokens,
    ListPresets, SavePreset, DeletePreset, Compare, StopComparison, ListComparisons, OpenComparison,
    DeleteComparison, ExportComparison, ConfigureEngine, ReportEngine, ExportEverything,
    SearchConversations, PinConversation, DuplicateConversation, ExportConversation, CreateFolder,
    RenameFolder, CollapseFolder, DeleteFolder, RestoreFolder, ChooseDefaultModel, Summarize,
    StopSummaries, MoveConversation, ImportChats, ReloadConversations, ListTrash,
    DeleteConversation, DeleteMessage, EmptyTrash, ListModels, AddModel, ForgetModel, ForgetKeys,
    FindModels, FindDraftModels, ChooseDraftModel, ListDownloads, GetModel, PauseDownload,
    ResumeDownload, RemoveDownload, CheckDownload, ChooseModelsFolder, MoveModels, StopMoving,
    FindDuplicates, ListCatalogue, RefreshCatalogue, ReadHubCard, SearchHub, AskHubToken,
    KeepHubToken, ListServerModels, AddServerModel>;

/// A variant whose copies, moves and end are compiled once, in messages.cpp: with so many kinds
/// they take seconds.
class Command : public CommandVariant {
 public:
  using CommandVariant::CommandVariant;
  Command(const Command& other);
  Command(Command&& other) noexcept;
  Command& operator=(const Command& other);
  Command& operator=(Command&& other) noexcept;
  ~Command();
  friend bool operator==(const Command&,
                         const Command&) = delete;  // those of the variant do not compile
  friend bool operator<(const Command&, const Command&) = delete;
};

class Generator;

// Events: what a front end hears ----------------------------------------------------------------

/// Sent at the beginning, then while it goes on: followed by ModelOpened, ModelFailed, or the
/// ModelOpening of a newer wish. Events for the same model are merged while nobody has taken them
/// from the queue.
struct ModelOpening {
  std::string source;
  double progress = 0;  ///< from 0 to 1
};
struct ModelOpened {
  ModelInfo model;
  Acceleration acceleration;
  /// For others who let it answer, too. Its memory is free once nobody has it any more.
  std::shared_ptr<Generator> generator = {};
};
/// `open`: the model from before, which goes on answering; without one no model is open.
struct ModelFailed {
  std::string source;
  Error error;
  std::optional<ModelOpened> open = {};
};
struct ConversationsListed {
  std::vector<Conversation> conversations;  ///< newest first, without trashed ones
};
/// It was asked for, or another branch is shown.
struct ConversationOpened {
  Conversation conversation;
  std::vector<Message> branch;     ///< root first
  std::vector<Versions> versions;  ///< of each of its messages
  std::optional<MessageId> asked;  ///< the answer that was asked for just now
};
/// A title, a time or a state changed; trashed conversations leave the list, restored ones return.
struct ConversationChanged {
  Conversation conversation;
};
/// Both are in the database.
struct TurnAdded {
  Conversation conversation;
  Message question;
  Message answer;
  std::uint64_t request = 0;
};
/// Inference on a waiting answer began.
struct AnswerStarted {
  ConversationId conversation = 0;
  MessageId answer = 0;
};
/// What one token added to an answer.
struct TokenSpan {
  int bytes = 0;
  bool drafted = false;    ///< guessed beforehand, so it cost no pass of its own
  int thinking_bytes = 0;  ///< added to what is thought before it

  bool operator==(const TokenSpan&) const = default;
};
/// Batches for the same answer are merged while nobody has taken them from the queue.
struct TextAppended {
  ConversationId conversation = 0;
  MessageId answer = 0;
  std::string text;
  std::vector<TokenSpan> tokens;  ///< what the text consists of, as far as tokens brought it
  double tokens_per_second = 0;   ///< so far
  std::string thinking = {};      ///< continues the answer's thinking, as `text` its text
  std::int64_t thinking_ms = 0;   ///< how long was thought so far
};
struct AnswerFinished {
  Message answer;  ///< with its final text, status and error
  AnswerStatistics statistics;
  Acceleration acceleration;          ///< as it was for this answer
  std::optional<Error> failure = {};  ///< of an answer with kFailed
};
/// Answers that an earlier run left unfinished; sent once, at start.
struct AnswersRecovered {
  std::vector<Message> answers;
};
/// The database was damaged and what can be read of it is in a new one; sent once, at start.
struct DatabaseRepaired {
  RepairReport report;
};
/// Answers that the database could not take before are in it now. Where whole turns were missing,
/// messages with ids below 0 have others now, and their conversation should be opened anew.
struct AnswersSaved {
  std::vector<Message> answers;
  std::set<ConversationId> renumbered;
};
/// So many are in memory alone, and gone with the program.
struct MessagesUnsaved {
  int messages = 0;
};
/// Something failed that belongs to no answer. `request` is that of a SendMessage whose text could
/// not be kept, so that its sender still has it; otherwise 0.
struct Failed {
  Error error;
  std::uint64_t request = 0;
};

/// The open model has another adapter or draft model, or none any more.
struct AccelerationChanged {
  Acceleration acceleration;
};

struct TuningPlanned {
  std::string model;  ///< its name
  std::string fingerprint;
  int prompts = 0;      ///< of the wish
  int own_prompts = 0;  ///< that the user asked before, whether they are wished or not
  double minutes = 0;   ///< of the wish
  int answers = 0;      ///< of the prompts, that there is time for
  double answer_seconds = 0;
  double groups_per_second = 0;
  std::uint64_t memory = 0;  ///< bytes beside the model, at most
  bool resumable = false;    ///< an earlier one was ended and can go on
};
/// Why nothing can be planned or started.
struct TuningRefused {
  Error error;
};
struct TuningStarted {
  std::string model;
  std::string fingerprint;
  double minutes = 0;
};
enum class TuningPhase { kAnswers, kLearning, kMeasuring };
/// A few times a second. Merged while nobody has taken them from the queue, but for those that say
/// how unseen prompts do.
struct TuningProgressed {
  TuningPhase phase = TuningPhase::kAnswers;
  double done = 0;  ///< of the phase, 0 to 1
  double seconds = 0;
  double seconds_left = 0;  ///< of all phases
  int answers = 0;          ///< collected
  int step = 0;             ///< of learning
  double loss = 0;
  double tokens_per_step = 0;  ///< on unseen prompts, when it has just been measured; else 0
};
struct TuningPaused {
  bool paused = false;
};
struct TuningFinished {
  std::string model;
  std::string fingerprint;
  double tokens_per_step = 0;  ///< on unseen prompts, with the paper's tree
  double speedup = 0;          ///< on unseen prompts, measured: plain time over time
  double speedup_before = 0;   ///< the same with what the model had before
  bool adopted = false;        ///< faster than before, and in use from now on
};
/// It was cancelled, or something failed. What was learned is kept where it could be.
struct TuningEnded {
  bool cancelled = false;
  Error error;
};

using EventVariant = std::variant<
    ModelOpening, ModelOpened, ModelFailed, ConversationsListed, ConversationOpened,
    ConversationChanged, TurnAdded, AnswerStarted, TextAppended, AnswerFinished, AnswersRecovered,
    AnswersSaved, MessagesUnsaved, DatabaseRepaired, AccelerationChanged, TuningPlanned,
    TuningRefused, TuningStarted, TuningProgressed, TuningPaused, TuningFinished, TuningEnded,
    Failed, NewChatPrepared, MessageTrashed, TokensCounted, PresetsListed, ComparisonStarted,
    ComparedAnswerStarted, ComparedTextAppended, ComparedAnswerFinished, ComparedPairFinished,
    ComparisonFinished, ComparisonFailed, ComparisonsListed, ComparisonOpened, ComparisonDeleted,
    ComparisonExported, EngineConfigured, EverythingExported, ConversationsFound, FoldersListed,
    FolderDeleted, SummaryProgressed, SummaryEnded, ImportProgressed, ChatsImported,
    ConversationDuplicated, ConversationExported, TrashListed, ModelsListed, ModelSearchStarted,
    ModelFound, ModelSearchEnded, DraftModelsFound, DownloadsListed, DownloadProgressed,
    DownloadFinished, CatalogueListed, HubModelFound, HubSearchEnded, HubTokenKnown, ModelsMoving,
    DuplicatesFound, CatalogueRefreshed, HubCardRead, ServerModelsListed, ServerModelAdded>;

/// As Command.
class Event : public EventVariant {
 public:
  using EventVariant::EventVariant;
  Event(const Event& other);
  Event(Event&& other) noexcept;
  Event& operator=(const Event& other);
  Event& operator=(Event&& other) noexcept;
  ~Event();
  friend bool operator==(const Event&,
                         const Event&) = delete;  // those of the variant do not compile
  friend bool operator<(const Event&, const Event&) = delete;
};

}  // namespace canter::engine
