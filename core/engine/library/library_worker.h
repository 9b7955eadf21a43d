#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <thread>

#include "engine/answering/answer_worker.h"
#include "engine/keeping/store_opener.h"
#include "engine/keeping/unsaved.h"
#include "engine/session/event_queue.h"
#include "engine/session/messages.h"
#include "engine/session/work_queue.h"
#include "store/store.h"

namespace canter::engine {

struct LibraryTask {
  Command command;
  Asking asked;
};

/// The thread that keeps the database: what a user says is committed here while another answer is
/// still being decoded. post() is thread safe.
class LibraryWorker {
 public:
  /// All references must outlive the worker.
  LibraryWorker(StoreOpener& opener, EventQueue& events, AnswerWorker& answers,
                const CurrentModel& model, Unsaved& unsaved);
  /// Ends when all that was posted is done.
  ~LibraryWorker();

  void post(LibraryTask task) {
    if (const auto* search = std::get_if<SearchConversations>(&task.command))
      newest_search_ = search->request;
    tasks_.push(std::move(task));
  }

 private:
  void run();
  void open_store();
  Result<void> handle(const LibraryTask& task);
  Result<void> list();
  /// `asked`: the answer that was asked for just now.
  Result<void> open(ConversationId id, std::optional<MessageId> asked = {});

  // library_chat.cpp
  Result<void> send(const SendMessage& command, const Asking& asked);
  /// In the database, or in memory as long as that takes nothing.
  Result<Store::Turn> add_turn(ConversationId conversation, const std::string& text);
  /// kUsage for one that is in memory alone.
  Result<Message> saved_message(MessageId id);
  Result<void> edit(const EditMessage& command, const Asking& asked);
  Result<void> regenerate(const Regenerate& command, const Asking& asked);
  Result<void> go_on(const ContinueAnswer& command, const Asking& asked);
  Result<void> show_version(MessageId id);
  Result<void> trash_message(MessageId id);
  Result<void> restore_message(MessageId id);
  /// Shows the branch with the answer, which is in the database, and has it given.
  Result<void> answer(AnswerTask task);
  Result<void> prepare_new_chat();
  Result<void> configure(const ConfigureChat& command);
  Result<void> keep_draft(const KeepDraft& command);
  Result<void> count_tokens(const CountTokens& command);
  Result<void> list_presets();

  // library_comparisons.cpp
  Result<void> list_comparisons();
  Result<void> open_comparison(ComparisonId id);
  Result<void> delete_comparison(ComparisonId id);
  void export_comparison(const ExportComparison& command);

  void export_everything(const ExportEverything& command);
  // library_keeping.cpp
  Result<void> search(const SearchConversations& command);
  Result<void> duplicate(const DuplicateConversation& command);
  Result<void> branch(const BranchConversation& command);
  Result<void> report_copy(Result<Conversation> copy);
  Result<void> export_conversation(const ExportConversation& command);
  Result<void> list_trash();
  Result<void> create_folder(const CreateFolder& command);
  Result<void> delete_folder(const DeleteFolder& command);
  Result<void> restore_folder(const DeletedFolder& deleted);
  Result<void> list_folders(std::optional<FolderId> created = {});

  /// Tells the front end how a conversation now is.
  Result<void> report(ConversationId id);

  StoreOpener* opener_;
  EventQueue* events_;
  AnswerWorker* answers_;
  const CurrentModel* model_;
  Unsaved* unsaved_;
  std::atomic<std::uint64_t> newest_search_ = 0;
  WorkQueue<LibraryTask> tasks_;
  std::optional<Store> store_;
  std::thread thread_;
};

}  // namespace canter::engine
