#include "store/raw_rows.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "store/salvage_support.h"
#include "store/text.h"

namespace canter {
namespace {

struct Column {
  const char* name;
  char kind;  ///< i: integer, t: text, I and T: or NULL, b: 0 or 1, n: always NULL
};

// As the tables were made, columns that a later version added at the end.
constexpr std::array<Column, 13> kConversation = {{{"id", 'n'},
                                                   {"title", 't'},
                                                   {"created", 'i'},
                                                   {"updated", 'i'},
                                                   {"activity", 'i'},
                                                   {"trashed", 'I'},
                                                   {"head", 'I'},
                                                   {"accelerate", 'b'},
                                                   {"pinned", 'b'},
                                                   {"draft", 't'},
                                                   {"settings", 't'},
                                                   {"model", 't'},
                                                   {"folder", 'I'}}};
constexpr std::size_t kFirstConversation = 8;
constexpr std::array<Column, 16> kMessage = {{{"id", 'n'},
                                              {"conversation", 'i'},
                                              {"parent_id", 'I'},
                                              {"role", 't'},
                                              {"content", 't'},
                                              {"status", 't'},
                                              {"owner", 'T'},
                                              {"error", 't'},
                                              {"model", 't'},
                                              {"statistics", 't'},
                                              {"created", 'i'},
                                              {"trashed", 'I'},
                                              {"thinking", 't'},
                                              {"thinking_ms", 'i'},
                                              {"model_path", 't'},
                                              {"edited", 'b'}}};
constexpr std::size_t kFirstMessage = 11;

bool fits(const RawValue& value, char kind) {
  const bool null = std::holds_alternative<std::monostate>(value);
  const auto* integer = std::get_if<std::int64_t>(&value);
  const bool text = std::holds_alternative<std::string>(value);
  switch (kind) {
    case 'n':
      return null;
    case 'i':
      return integer != nullptr;
    case 'I':
      return integer != nullptr || null;
    case 't':
      return text;
    case 'T':
      return text || null;
    default:
      return integer != nullptr && (*integer == 0 || *integer == 1);
  }
}

template <std::size_t kCount>
bool fit(const RawRecord& record, const std::array<Column, kCount>& columns, std::size_t least) {
  if (record.rowid < 1 || record.values.size() < least || record.values.size() > kCount)
    return false;
  for (std::size_t i = 0; i < record.values.size(); ++i)
    if (!fits(record.values[i], columns[i].kind)) return false;
  return true;
}

bool is_one_of(const RawValue& value, std::initializer_list<std::string_view> words) {
  const auto* text = std::get_if<std::string>(&value);
  return text && std::find(words.begin(), words.end(), *text) != words.end();
}

void bind(SQLite::Statement& insert, int index, const RawValue& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    insert.bind(index, *integer);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    const auto storable = storable_text(*text);
    insert.bind(index, storable ? *storable : std::string());
  } else {
    insert.bind(index);
  }
}

template <std::size_t kCount>
bool put(SQLite::Database& target, const std::string& table, const RawRecord& record,
         const std::array<Column, kCount>& columns) {
  std::string names = "id", marks = "?";
  for (std::size_t i = 1; i < record.values.size(); ++i) {
    names += std::string(", ") + columns[i].name;
    marks += ", ?";
  }
  SQLite::Statement insert(
      target, "INSERT OR IGNORE INTO " + table + " (" + names + ") VALUES (" + marks + ")");
  insert.bind(1, record.rowid);
  for (std::size_t i = 1; i < record.values.size(); ++i) bind(insert, int(i + 1), record.values[i]);
  return was_inserted(insert);
}

}  // namespace

std::optional<RawTable> table_of(const RawRecord& record) {
  if (fit(record, kMessage, kFirstMessage) &&
      is_one_of(record.values[3], {"system", "user", "assistant"}) &&
      is_one_of(record.values[5], {"complete", "streaming", "stopped", "interrupted", "failed"}))
    return RawTable::kMessages;
  if (fit(record, kConversation, kFirstConversation)) return RawTable::kConversations;
  return std::nullopt;
}

bool put_raw_row(SQLite::Database& target, RawTable table, const RawRecord& record) {
  return table == RawTable::kMessages ? put(target, "messages", record, kMessage)
                                      : put(target, "conversations", record, kConversation);
}

}  // namespace canter
