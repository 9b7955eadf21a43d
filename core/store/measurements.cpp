#include "store/rows.h"
#include "store/state.h"
#include "store/text.h"

namespace canter {

Result<std::optional<std::string>> Store::measurement(std::string_view fingerprint,
                                                      std::string_view machine,
                                                      std::string_view kind) {
  return state_->read("read a measurement", [&]() -> Result<std::optional<std::string>> {
    SQLite::Statement query(state_->database,
                            "SELECT value FROM measurements WHERE fingerprint = ? AND machine = ? "
                            "AND kind = ? ORDER BY id DESC LIMIT 1");
    query.bind(1, std::string(fingerprint));
    query.bind(2, std::string(machine));
    query.bind(3, std::string(kind));
    if (!query.executeStep()) return std::nullopt;
    return query.getColumn(0).getString();
  });
}

Result<void> Store::set_measurement(std::string_view fingerprint, std::string_view machine,
                                    std::string_view kind, std::string_view json) {
  if (!is_json(json))
    return fail(ErrorKind::kUsage, "the value of measurement '" + std::string(kind) +
                                       "' is no JSON; pass a JSON value");
  return state_->write("save a measurement", [&]() -> Result<void> {
    SQLite::Statement remove(
        state_->database,
        "DELETE FROM measurements WHERE fingerprint = ? AND machine = ? AND kind = ?");
    SQLite::Statement insert(
        state_->database,
        "INSERT INTO measurements (fingerprint, machine, kind, value, created) "
        "VALUES (?, ?, ?, ?, ?)");
    for (SQLite::Statement* statement : {&remove, &insert}) {
      statement->bind(1, std::string(fingerprint));
      statement->bind(2, std::string(machine));
      statement->bind(3, std::string(kind));
    }
    insert.bind(4, std::string(json));
    insert.bind(5, now());
    remove.exec();
    insert.exec();
    return {};
  });
}

}  // namespace canter
