#include "store/rows.h"
#include "store/state.h"
#include "store/text.h"

namespace canter {
namespace {

constexpr const char* kFolderColumns = "id, name, collapsed, created";

Folder read_folder(const SQLite::Statement& row) {
  return {row.getColumn(0).getInt64(), row.getColumn(1).getString(),
          row.getColumn(2).getInt64() != 0, row.getColumn(3).getInt64()};
}

Result<std::string> folder_name(std::string_view name) {
  auto text = storable_text(name);
  if (!text) return propagate(text);
  std::string line = collapse_white_space(*text);
  if (line.empty()) return fail(ErrorKind::kUsage, "a folder's name cannot be blank; type a name");
  return line;
}

}  // namespace

Result<Folder> Store::create_folder(std::string_view name) {
  const auto line = folder_name(name);
  if (!line) return propagate(line);
  return state_->write("add a folder", [&]() -> Result<Folder> {
    SQLite::Statement insert(
        state_->database,
        std::string("INSERT INTO folders (name, created) VALUES (?, ?) RETURNING ") +
            kFolderColumns);
    insert.bind(1, *line);
    insert.bind(2, now());
    insert.executeStep();
    Folder created = read_folder(insert);
    insert.executeStep();
    return created;
  });
}

Result<std::vector<Folder>> Store::folders() {
  return state_->read("list the folders", [&]() -> Result<std::vector<Folder>> {
    SQLite::Statement query(state_->database,
                            std::string("SELECT ") + kFolderColumns + " FROM folders ORDER BY id");
    std::vector<Folder> found;
    while (query.executeStep()) found.push_back(read_folder(query));
    return found;
  });
}

Result<void> Store::rename_folder(FolderId id, std::string_view name) {
  const auto line = folder_name(name);
  if (!line) return propagate(line);
  return state_->change_folder(id, "UPDATE folders SET name = ?2", *line);
}

Result<void> Store::collapse_folder(FolderId id, bool collapsed) {
  return state_->change_folder(id, "UPDATE folders SET collapsed = ?2", collapsed ? 1 : 0);
}

Result<DeletedFolder> Store::delete_folder(FolderId id) {
  return state_->write("delete a folder", [&]() -> Result<DeletedFolder> {
    DeletedFolder deleted;
    SQLite::Statement inside(state_->database, "SELECT id FROM conversations WHERE folder = ?");
    inside.bind(1, id);
    while (inside.executeStep()) deleted.conversations.push_back(inside.getColumn(0).getInt64());
    SQLite::Statement remove(
        state_->database,
        std::string("DELETE FROM folders WHERE id = ? RETURNING ") + kFolderColumns);
    remove.bind(1, id);
    if (!remove.executeStep()) return state_->fail_missing("folder", id);
    deleted.folder = read_folder(remove);
    remove.executeStep();
    return deleted;
  });
}

Result<void> Store::restore_folder(const DeletedFolder& deleted) {
  const Folder& folder = deleted.folder;
  return state_->write("bring back a folder", [&]() -> Result<void> {
    // Another may have its number by now.
    SQLite::Statement insert(
        state_->database,
        "INSERT INTO folders (name, collapsed, created) VALUES (?, ?, ?) RETURNING id");
    insert.bind(1, folder.name);
    insert.bind(2, folder.collapsed ? 1 : 0);
    insert.bind(3, folder.created);
    insert.executeStep();
    const FolderId id = insert.getColumn(0).getInt64();
    insert.executeStep();
    SQLite::Statement move(state_->database,
                           "UPDATE conversations SET folder = ? WHERE id = ? AND folder IS NULL");
    for (const ConversationId conversation : deleted.conversations) {
      move.bind(1, id);
      move.bind(2, conversation);
      move.exec();
      move.reset();
    }
    return {};
  });
}

Result<void> Store::move_conversation(ConversationId id, std::optional<FolderId> folder) {
  return state_->write("move a conversation", [&]() -> Result<void> {
    if (folder) {
      SQLite::Statement known(state_->database, "SELECT 1 FROM folders WHERE id = ?");
      known.bind(1, *folder);
      if (!known.executeStep()) return state_->fail_missing("folder", *folder);
    }
    SQLite::Statement update(state_->database, "UPDATE conversations SET folder = ? WHERE id = ?");
    bind_optional(update, 1, folder);
    update.bind(2, id);
    if (update.exec() == 0) return state_->fail_missing("conversation", id);
    return {};
  });
}

}  // namespace canter
