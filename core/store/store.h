#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "store/records.h"

namespace canter {

/// The conversation database: `canter.db` in the data folder, SQLite in WAL mode. One object is one
/// connection and belongs to one thread; several threads and several programs may each have their
/// own on the same folder. Every call that changes something is durable when it returns. Errors are
/// kDatabase with the folder, the reason and a way out; an id that does not exist, or a value that
/// cannot be, is kUsage. Nothing throws. Text that is no UTF-8 is kept with its faults replaced.
class Store {
 public:
  /// Newest schema this program knows.
  static constexpr int kSchemaVersion = 4;

  /// Creates folder and database when missing (readable by the owner only) and brings an older
  /// schema up to date, after a backup beside it (the newest three are kept). A newer schema is
  /// refused and left untouched. A folder or disk that cannot be written to is an error that says
  /// so.
  static Result<Store> open(const std::filesystem::path& data_dir);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// The data folder, absolute.
  const std::filesystem::path& folder() const;

  // Conversations -------------------------------------------------------------------------------
  Result<Conversation> create_conversation();
  Result<Conversation> conversation(ConversationId id);
  /// Those in use or, with `trashed`, those in the trash. Pinned ones come first, then what was
  /// last written in.
  Result<std::vector<Conversation>> conversations(bool trashed = false);
  Result<void> rename_conversation(ConversationId id, std::string_view title);
  Result<void> set_accelerate(ConversationId id, bool wished);
  Result<void> pin_conversation(ConversationId id, bool pinned);
  /// A copy of its tree, its settings, its model, its switch and its folder, under another title.
  Result<Conversation> duplicate_conversation(ConversationId id, std::string_view title);
  /// The same with the branch from the root to this message alone.
  Result<Conversation> branch_conversation(MessageId last, std::string_view title);
  /// Adds one with its messages and its times, into a folder that is made where none has its name.
  /// Nothing where one with its beginning, as old and as much in the trash as it, is there already.
  Result<std::optional<Conversation>> import_conversation(ImportedConversation imported);
  /// Conversations outside the trash with all words of `text` in the title or in one message: as
  /// parts of words, in upper or lower case (words of one or two characters beyond ASCII as they
  /// are typed). Nothing in `text` has a special meaning. Pinned first, titles before messages.
  Result<std::vector<SearchHit>> search(std::string_view text, std::size_t limit);
  Result<void> keep_draft(ConversationId id, std::string_view text);
  Result<void> configure_conversation(ConversationId id, std::string_view json);
  /// The model that it uses from now on; empty: none.
  Result<void> choose_model(ConversationId id, std::string_view path);
  Result<void> trash_conversation(ConversationId id);
  Result<void> restore_conversation(ConversationId id);
  /// For good. kUsage unless it is in the trash.
  Result<void> delete_conversation(ConversationId id);
  /// Conversations and messages.
  Result<void> empty_trash();

  // Folders -------------------------------------------------------------------------------------
  Result<Folder> create_folder(std::string_view name);
  Result<std::vector<Folder>> folders();  ///< as they were made
  Result<void> rename_folder(FolderId id, std::string_view name);
  Result<void> collapse_folder(FolderId id, bool collapsed);
  /// Its conversations stay, outside of folders.
  Result<DeletedFolder> delete_folder(FolderId id);
  /// With those of its conversations that are in no other folder by now.
  Result<void> restore_folder(const DeletedFolder& deleted);
  /// Without a folder: out of the one that it is in.
  Result<void> move_conversation(ConversationId id, std::optional<FolderId> folder);

  // Messages ------------------------------------------------------------------------------------
  /// Adds a message below `message.parent` and makes it the conversation's head; id and created are
  /// filled in by the store. Gives an untitled conversation its title from a user's text.
  Result<Message> add_message(const Message& message);
  /// Adds a user's message and the empty streaming answer below it in one transaction, so that
  /// neither is ever there without the other.
  struct Turn {
    Message question;
    Message answer;
  };
  Result<Turn> add_turn(ConversationId conversation, std::optional<MessageId> parent,
                        std::string_view text, std::string_view model);
  /// The same for messages whose content and status are known; what the store fills in of them is
  /// not looked at, nor the answer's parent.
  Result<Turn> add_turn(const Message& question, Message answer);
  /// Another version of an answer, as the user wishes it; the conversation's head. kUsage for a
  /// question and for an answer that streams.
  Result<Message> edit_answer(MessageId id, std::string_view text);
  /// Another empty streaming answer to a question, which becomes the conversation's head.
  Result<Message> add_answer(MessageId question, std::string_view model);
  /// A stopped, interrupted or failed answer is streaming again, with the text that it has, and the
  /// conversation's head. kUsage for any other message, and for one that something follows.
  Result<Message> resume_answer(MessageId id);
  /// Replaces text and thinking of a streaming answer with all that there is so far, and names the
  /// model when it is given. kUsage when the message is no longer streaming.
  Result<void> checkpoint_answer(const Message& answer);
  /// The same for the last time, with status, error and statistics.
  Result<void> finish_answer(const Message& answer);
  Result<Message> message(MessageId id);
  /// From the root to `leaf`.
  Result<std::vector<Message>> branch(MessageId leaf);
  /// Of each message of a branch: all that stand at its place, itself among them.
  Result<std::vector<Versions>> versions(std::span<const Message> branch);
  /// Shows the branch through this message that was written in last.
  Result<void> show_version(MessageId id);
  /// Takes a message and all below it out of the conversation, which then shows the version beside
  /// it, or ends above it. Returns how many these are. kUsage while one of them streams.
  Result<int> trash_message(MessageId id);
  /// Brings back what went with it, and shows it.
  Result<void> restore_message(MessageId id);
  /// Those that can be restored, in conversations outside the trash, what was deleted last first.
  Result<std::vector<TrashedMessages>> trashed_messages();
  /// A message and all below it, for good. kUsage unless it is in the trash.
  Result<void> delete_message(MessageId id);
  /// All nodes of the tree, oldest first, trashed ones included.
  Result<std::vector<Message>> messages(ConversationId conversation);

  // Models, adapters, settings ------------------------------------------------------------------
  Result<ModelRecord> remember_model(const ModelRecord& model);  ///< by path; updates last_used
  /// With its last_used; one that is there already stays as it is.
  Result<void> add_model(const ModelRecord& model);
  /// What was used last comes first.
  Result<std::vector<ModelRecord>> models();
  Result<void> forget_model(std::int64_t id);
  /// Its file is elsewhere now: so it is said in the list, conversations, messages and settings.
  Result<void> move_model(const std::string& from, const std::string& to);
  Result<AdapterRecord> remember_adapter(const AdapterRecord& adapter);  ///< by path
  Result<std::vector<AdapterRecord>> adapters(std::string_view fingerprint);
  Result<std::vector<PresetRecord>> presets();  ///< by name
  /// One of the same name is replaced.
  Result<void> save_preset(std::string_view name, std::string_view json);
  Result<void> delete_preset(std::int64_t id);
  /// Values are JSON documents.
  Result<std::optional<std::string>> setting(std::string_view key);
  Result<void> set_setting(std::string_view key, std::string_view json);
  Result<std::map<std::string, std::string>> settings();
  /// What was last measured of a model on a machine, a JSON document; one for each kind.
  Result<std::optional<std::string>> measurement(std::string_view fingerprint,
                                                 std::string_view machine, std::string_view kind);
  Result<void> set_measurement(std::string_view fingerprint, std::string_view machine,
                               std::string_view kind, std::string_view json);

  // Comparisons ---------------------------------------------------------------------------------
  /// Id and created are filled in by the store.
  Result<ComparisonRecord> add_comparison(const ComparisonRecord& comparison);
  /// The newest first, at most `most`; of the results only their member "summary".
  Result<std::vector<ComparisonRecord>> comparisons(int most);
  Result<ComparisonRecord> comparison(ComparisonId id);
  Result<void> delete_comparison(ComparisonId id);

  // Care ----------------------------------------------------------------------------------------
  /// Answers whose program died while they streamed become kInterrupted and are returned. Those of
  /// other programs that are alive are left alone. Called once by a program after open().
  Result<std::vector<Message>> recover_interrupted();
  /// Integrity of file, schema, references and message trees.
  Result<StoreReport> check();

 private:
  struct State;
  explicit Store(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Everything a user needs to leave: as one JSON document, or the shown branches as Markdown.
/// `only`: this conversation alone, without models and settings. kUsage when it does not exist.
Result<std::string> export_json(Store& store, std::optional<ConversationId> only = {});
Result<std::string> export_markdown(Store& store, std::optional<ConversationId> only = {});

}  // namespace canter
