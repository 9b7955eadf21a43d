#include "store/rows.h"
#include "store/state.h"
#include "store/text.h"

namespace canter {

Result<std::vector<PresetRecord>> Store::presets() {
  return state_->read("list the presets", [&]() -> Result<std::vector<PresetRecord>> {
    SQLite::Statement query(state_->database,
                            "SELECT id, name, settings FROM presets ORDER BY name COLLATE NOCASE");
    std::vector<PresetRecord> found;
    while (query.executeStep())
      found.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getString(),
                       query.getColumn(2).getString()});
    return found;
  });
}

Result<void> Store::save_preset(std::string_view name, std::string_view json) {
  auto text = storable_text(name);
  if (!text) return propagate(text);
  const std::string line = collapse_white_space(*text);
  if (line.empty()) return fail(ErrorKind::kUsage, "a preset's name cannot be blank; type a name");
  if (!is_json_object(json))
    return fail(ErrorKind::kUsage, "a preset's settings are no JSON object; pass one");
  return state_->write("save a preset", [&]() -> Result<void> {
    SQLite::Statement upsert(state_->database,
                             "INSERT INTO presets (name, settings) VALUES (?, ?) "
                             "ON CONFLICT (name) DO UPDATE SET settings = excluded.settings");
    upsert.bind(1, line);
    upsert.bind(2, std::string(json));
    upsert.exec();
    return {};
  });
}

Result<void> Store::delete_preset(std::int64_t id) {
  return state_->write("delete a preset", [&]() -> Result<void> {
    SQLite::Statement remove(state_->database, "DELETE FROM presets WHERE id = ?");
    remove.bind(1, id);
    if (remove.exec() == 0) return state_->fail_missing("preset", id);
    return {};
  });
}

}  // namespace canter
