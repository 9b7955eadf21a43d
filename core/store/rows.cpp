#include "store/rows.h"

#include <array>
#include <cstddef>
#include <stdexcept>
#include <string_view>

namespace canter {
namespace {

constexpr std::array<std::string_view, 3> kRoles = {"system", "user", "assistant"};
constexpr std::array<std::string_view, 5> kStatuses = {"complete", "streaming", "stopped",
                                                       "interrupted", "failed"};

template <typename Enum, std::size_t size>
Enum parse(const std::array<std::string_view, size>& names, const std::string& name) {
  for (std::size_t i = 0; i < size; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  throw std::runtime_error("a message has the unknown role or status '" + name + "'");
}

}  // namespace

std::string role_name(MessageRole role) {
  return std::string(kRoles[static_cast<std::size_t>(role)]);
}

std::string status_name(MessageStatus status) {
  return std::string(kStatuses[static_cast<std::size_t>(status)]);
}

std::optional<std::int64_t> optional_column(const SQLite::Statement& row, int index) {
  if (row.isColumnNull(index)) return std::nullopt;
  return row.getColumn(index).getInt64();
}

Conversation read_conversation(const SQLite::Statement& row) {
  Conversation conversation;
  conversation.id = row.getColumn(0).getInt64();
  conversation.title = row.getColumn(1).getString();
  conversation.created = row.getColumn(2).getInt64();
  conversation.updated = row.getColumn(3).getInt64();
  conversation.trashed = optional_column(row, 4);
  conversation.head = optional_column(row, 5);
  conversation.accelerate = row.getColumn(6).getInt64() != 0;
  conversation.pinned = row.getColumn(7).getInt64() != 0;
  conversation.draft = row.getColumn(8).getString();
  conversation.settings = row.getColumn(9).getString();
  conversation.model = row.getColumn(10).getString();
  conversation.folder = optional_column(row, 11);
  return conversation;
}

Message read_message(const SQLite::Statement& row) {
  Message message;
  message.id = row.getColumn(0).getInt64();
  message.conversation = row.getColumn(1).getInt64();
  message.parent = optional_column(row, 2);
  message.role = parse<MessageRole>(kRoles, row.getColumn(3).getString());
  message.content = row.getColumn(4).getString();
  message.status = parse<MessageStatus>(kStatuses, row.getColumn(5).getString());
  message.error = row.getColumn(6).getString();
  message.model = row.getColumn(7).getString();
  message.statistics = row.getColumn(8).getString();
  message.created = row.getColumn(9).getInt64();
  message.trashed = optional_column(row, 10);
  message.thinking = row.getColumn(11).getString();
  message.thinking_ms = row.getColumn(12).getInt64();
  message.model_path = row.getColumn(13).getString();
  message.edited = row.getColumn(14).getInt64() != 0;
  return message;
}

}  // namespace canter
