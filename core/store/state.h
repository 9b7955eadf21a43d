#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/database_error.h"
#include "store/session.h"
#include "store/store.h"

namespace canter {

/// What the store's functions, spread over several files, share.
struct Store::State {
  std::filesystem::path data_dir;
  std::filesystem::path file;
  SQLite::Database database;
  std::shared_ptr<Session> session;

  /// One statement, or several that only read.
  template <typename Body>
  auto read(std::string_view action, Body body) {
    return guarded(action, file, std::move(body));
  }

  /// All of `body` or nothing: it is committed when its result is no error. The write lock is taken
  /// at once, so that what `body` reads cannot change before it writes.
  template <typename Body>
  auto write(std::string_view action, Body body) {
    return guarded(action, file, [&]() -> std::invoke_result_t<Body&> {
      SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
      auto result = body();
      if (result) transaction.commit();
      return result;
    });
  }

  tl::unexpected<Error> fail_missing(std::string_view what, std::int64_t id) const {
    return fail(ErrorKind::kUsage, "there is no " + std::string(what) + " " + std::to_string(id) +
                                       " in " + file.string() +
                                       "; choose one that is listed there");
  }

  /// Gives a column of a conversation a value. `assignment` is SQL with the value in it, as in
  /// `pinned = ?1`.
  template <typename Value>
  Result<void> change_conversation(std::string_view action, ConversationId id,
                                   std::string_view assignment, const Value& value) {
    return write(action, [&]() -> Result<void> {
      SQLite::Statement update(
          database, "UPDATE conversations SET " + std::string(assignment) + " WHERE id = ?2");
      update.bind(1, value);
      update.bind(2, id);
      if (update.exec() == 0) return fail_missing("conversation", id);
      return {};
    });
  }

  /// `change` is SQL up to WHERE, with the value as ?2.
  template <typename Value>
  Result<void> change_folder(FolderId id, const std::string& change, const Value& value) {
    return write("change a folder", [&]() -> Result<void> {
      SQLite::Statement statement(database, change + " WHERE id = ?1");
      statement.bind(1, id);
      statement.bind(2, value);
      if (statement.exec() == 0) return fail_missing("folder", id);
      return {};
    });
  }

  // For use inside read() and write(); they throw what SQLite's wrapper throws.
  Result<Conversation> find_conversation(ConversationId id);
  Result<Message> find_message(MessageId id);
  std::vector<Message> all_messages(ConversationId id);
  Result<Message> insert_message(const Message& message);
  std::vector<Conversation> list_conversations(bool trashed);
  Result<void> erase_conversation(ConversationId id);
  void set_head(ConversationId conversation, std::optional<MessageId> head);
  /// Makes the newest leaf below it, or itself, its conversation's head.
  void show_newest_below(const Message& message);
  /// Text, thinking and author of an answer that streams.
  Result<void> write_answer(const Message& answer);
  /// Notes that something was said: the conversation becomes the newest.
  void touch(ConversationId id);
};

inline Timestamp now() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

}  // namespace canter
