#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <optional>
#include <string>

#include "store/records.h"

namespace canter {

// The columns that the readers below expect, in their order.
inline constexpr const char* kConversationColumns =
    "id, title, created, updated, trashed, head, accelerate, pinned, draft, settings, model, "
    "folder";
inline constexpr const char* kMessageColumns =
    "id, conversation, parent_id, role, content, status, error, model, statistics, created, "
    "trashed, thinking, thinking_ms, model_path, edited";

/// Read the row a statement stands on.
Conversation read_conversation(const SQLite::Statement& row);
Message read_message(const SQLite::Statement& row);

std::string status_name(MessageStatus status);

template <typename T>
void bind_optional(SQLite::Statement& statement, int index, const std::optional<T>& value) {
  if (value) {
    statement.bind(index, *value);
  } else {
    statement.bind(index);
  }
}

std::optional<std::int64_t> optional_column(const SQLite::Statement& row, int index);

}  // namespace canter
