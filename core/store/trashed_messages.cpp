#include <algorithm>

#include "store/rows.h"
#include "store/state.h"

namespace canter {
namespace {

/// A message and what is below it, as far as `condition` holds for each.
std::string subtree(const char* condition) {
  return std::string(
             "WITH RECURSIVE below (id) AS (SELECT ?1 UNION ALL "
             "SELECT m.id FROM below JOIN messages m ON m.parent_id = below.id "
             "AND m.id > below.id AND ") +
         condition + ") ";
}

/// A moment that no earlier deletion in the conversation has, by which what is deleted at once is
/// told from what was before, within one tick of the clock too.
std::int64_t moment_of_deletion(SQLite::Database& database, ConversationId conversation) {
  SQLite::Statement latest(database,
                           "SELECT coalesce(max(trashed), 0) FROM messages WHERE conversation = ?");
  latest.bind(1, conversation);
  latest.executeStep();
  return std::max(now(), latest.getColumn(0).getInt64() + 1);
}

}  // namespace

Result<int> Store::trash_message(MessageId id) {
  return state_->write("delete a message", [&]() -> Result<int> {
    auto message = state_->find_message(id);
    if (!message) return propagate(message);
    if (message->trashed) return 0;
    const std::string below = subtree("m.trashed IS NULL");
    SQLite::Statement streaming(state_->database,
                                below +
                                    "SELECT 1 FROM messages WHERE id IN (SELECT id FROM below) "
                                    "AND status = 'streaming'");
    streaming.bind(1, id);
    if (streaming.executeStep())
      return fail(ErrorKind::kUsage,
                  "an answer below this message is still being written; stop it first");

    SQLite::Statement trash(state_->database, below +
                                                  "UPDATE messages SET trashed = ?2 "
                                                  "WHERE id IN (SELECT id FROM below)");
    trash.bind(1, id);
    trash.bind(2, moment_of_deletion(state_->database, message->conversation));
    const int trashed = trash.exec();

    SQLite::Statement beside(state_->database,
                             std::string("SELECT ") + kMessageColumns +
                                 " FROM messages WHERE conversation = ? AND parent_id IS ? "
                                 "AND trashed IS NULL ORDER BY id DESC");
    beside.bind(1, message->conversation);
    bind_optional(beside, 2, message->parent);
    if (beside.executeStep())
      state_->show_newest_below(read_message(beside));
    else
      state_->set_head(message->conversation, message->parent);
    return trashed;
  });
}

Result<void> Store::restore_message(MessageId id) {
  return state_->write("restore a message", [&]() -> Result<void> {
    auto message = state_->find_message(id);
    if (!message) return propagate(message);
    SQLite::Statement gone(state_->database,
                           "WITH RECURSIVE line (id, parent_id, trashed) AS ("
                           "SELECT id, parent_id, trashed FROM messages WHERE id = ?1 UNION ALL "
                           "SELECT m.id, m.parent_id, m.trashed FROM line JOIN messages m "
                           "ON m.id = line.parent_id AND m.id < line.id) "
                           "SELECT 1 FROM line WHERE id <> ?1 AND trashed IS NOT NULL");
    gone.bind(1, id);
    if (gone.executeStep())
      return fail(ErrorKind::kUsage, "what message " + std::to_string(id) +
                                         " answers was deleted too; restore that first");
    if (message->trashed) {
      SQLite::Statement restore(state_->database, subtree("m.trashed = ?2") +
                                                      "UPDATE messages SET trashed = NULL "
                                                      "WHERE id IN (SELECT id FROM below)");
      restore.bind(1, id);
      restore.bind(2, *message->trashed);
      restore.exec();
    }
    state_->show_newest_below(*message);
    return {};
  });
}

Result<std::vector<TrashedMessages>> Store::trashed_messages() {
  using Found = std::vector<TrashedMessages>;
  return state_->read("list the deleted messages", [&]() -> Result<Found> {
    SQLite::Statement tops(state_->database,
                           std::string("SELECT ") + kMessageColumns +
                               " FROM messages m WHERE trashed IS NOT NULL AND NOT EXISTS ("
                               "SELECT 1 FROM messages p WHERE p.id = m.parent_id AND "
                               "p.trashed IS NOT NULL) AND EXISTS (SELECT 1 FROM conversations c "
                               "WHERE c.id = m.conversation AND c.trashed IS NULL) "
                               "ORDER BY trashed DESC, id DESC");
    Found found;
    while (tops.executeStep()) {
      TrashedMessages each{read_message(tops), {}, 0};
      SQLite::Statement rest(state_->database,
                             subtree("m.trashed = ?2") +
                                 "SELECT count(*), (SELECT title FROM conversations WHERE id = ?3) "
                                 "FROM below");
      rest.bind(1, each.first.id);
      rest.bind(2, *each.first.trashed);
      rest.bind(3, each.first.conversation);
      if (rest.executeStep()) {
        each.messages = rest.getColumn(0).getInt();
        each.title = rest.getColumn(1).getString();
      }
      found.push_back(std::move(each));
    }
    return found;
  });
}

Result<void> Store::delete_message(MessageId id) {
  return state_->write("delete a message", [&]() -> Result<void> {
    auto message = state_->find_message(id);
    if (!message) return propagate(message);
    if (!message->trashed)
      return fail(ErrorKind::kUsage,
                  "message " + std::to_string(id) + " is not in the trash; move it there first");
    SQLite::Statement erase(state_->database, subtree("1") +
                                                  "DELETE FROM messages "
                                                  "WHERE id IN (SELECT id FROM below)");
    erase.bind(1, id);
    erase.exec();
    return {};
  });
}

}  // namespace canter
