#include "store/state.h"
#include "store/text.h"

namespace canter {

Result<std::optional<std::string>> Store::setting(std::string_view key) {
  return state_->read("read a setting", [&]() -> Result<std::optional<std::string>> {
    SQLite::Statement query(state_->database, "SELECT value FROM settings WHERE key = ?");
    query.bind(1, std::string(key));
    if (!query.executeStep()) return std::nullopt;
    return query.getColumn(0).getString();
  });
}

Result<std::map<std::string, std::string>> Store::settings() {
  return state_->read("read the settings", [&]() -> Result<std::map<std::string, std::string>> {
    SQLite::Statement query(state_->database, "SELECT key, value FROM settings");
    std::map<std::string, std::string> found;
    while (query.executeStep()) {
      found.emplace(query.getColumn(0).getString(), query.getColumn(1).getString());
    }
    return found;
  });
}

Result<void> Store::set_setting(std::string_view key, std::string_view json) {
  if (!is_json(json)) {
    return fail(ErrorKind::kUsage,
                "the value of setting '" + std::string(key) + "' is no JSON; pass a JSON value");
  }
  return state_->write("save a setting", [&]() -> Result<void> {
    SQLite::Statement upsert(state_->database,
                             "INSERT INTO settings (key, value) VALUES (?, ?) "
                             "ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    upsert.bind(1, std::string(key));
    upsert.bind(2, std::string(json));
    upsert.exec();
    return {};
  });
}

}  // namespace canter
