#include <limits>

#include "base/utf8.h"
#include "store/rows.h"
#include "store/state.h"
#include "store/text.h"

namespace canter {
namespace {

constexpr const char* kModelColumns = "id, path, name, fingerprint, bytes, added, last_used";
constexpr const char* kAdapterColumns = "id, path, fingerprint, settings, added";

ModelRecord read_model(const SQLite::Statement& row) {
  return {row.getColumn(0).getInt64(),
          row.getColumn(1).getString(),
          row.getColumn(2).getString(),
          row.getColumn(3).getString(),
          static_cast<std::uint64_t>(row.getColumn(4).getInt64()),
          row.getColumn(5).getInt64(),
          optional_column(row, 6)};
}

AdapterRecord read_adapter(const SQLite::Statement& row) {
  return {row.getColumn(0).getInt64(), row.getColumn(1).getString(), row.getColumn(2).getString(),
          row.getColumn(3).getString(), row.getColumn(4).getInt64()};
}

Result<void> check_bytes(const ModelRecord& model) {
  if (model.bytes > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
    return fail(ErrorKind::kUsage,
                "no model file has " + std::to_string(model.bytes) + " bytes; pass its real size");
  }
  return {};
}

}  // namespace

// Paths are kept byte for byte, UTF-8 or not: they have to open the file.
Result<ModelRecord> Store::remember_model(const ModelRecord& model) {
  if (auto real = check_bytes(model); !real) return propagate(real);
  return state_->write("save a model", [&]() -> Result<ModelRecord> {
    SQLite::Statement upsert(
        state_->database,
        std::string("INSERT INTO models (path, name, fingerprint, bytes, added, last_used) "
                    "VALUES (?1, ?2, ?3, ?4, ?5, ?5) ON CONFLICT (path) DO UPDATE SET "
                    "name = excluded.name, fingerprint = excluded.fingerprint, "
                    "bytes = excluded.bytes, last_used = excluded.last_used RETURNING ") +
            kModelColumns);
    upsert.bind(1, model.path);
    upsert.bind(2, to_valid_utf8(model.name));
    upsert.bind(3, model.fingerprint);
    upsert.bind(4, static_cast<std::int64_t>(model.bytes));
    upsert.bind(5, now());
    upsert.executeStep();
    ModelRecord remembered = read_model(upsert);
    upsert.executeStep();
    return remembered;
  });
}

Result<void> Store::add_model(const ModelRecord& model) {
  if (auto real = check_bytes(model); !real) return real;
  return state_->write("add a model", [&]() -> Result<void> {
    SQLite::Statement insert(state_->database,
                             "INSERT INTO models (path, name, fingerprint, bytes, added, "
                             "last_used) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (path) DO NOTHING");
    insert.bind(1, model.path);
    insert.bind(2, to_valid_utf8(model.name));
    insert.bind(3, model.fingerprint);
    insert.bind(4, static_cast<std::int64_t>(model.bytes));
    insert.bind(5, now());
    if (model.last_used) insert.bind(6, *model.last_used);
    insert.exec();
    return {};
  });
}

Result<std::vector<ModelRecord>> Store::models() {
  return state_->read("list the models", [&]() -> Result<std::vector<ModelRecord>> {
    SQLite::Statement query(state_->database, std::string("SELECT ") + kModelColumns +
                                                  " FROM models ORDER BY last_used DESC, id DESC");
    std::vector<ModelRecord> found;
    while (query.executeStep()) found.push_back(read_model(query));
    return found;
  });
}

Result<void> Store::forget_model(std::int64_t id) {
  return state_->write("forget a model", [&]() -> Result<void> {
    SQLite::Statement remove(state_->database, "DELETE FROM models WHERE id = ?");
    remove.bind(1, id);
    if (remove.exec() == 0) return state_->fail_missing("model", id);
    return {};
  });
}

Result<void> Store::move_model(const std::string& from, const std::string& to) {
  return state_->write("move a model", [&]() -> Result<void> {
    for (const char* change : {"UPDATE OR REPLACE models SET path = ? WHERE path = ?",
                               "UPDATE conversations SET model = ? WHERE model = ?",
                               "UPDATE messages SET model_path = ? WHERE model_path = ?",
                               "UPDATE settings SET value = json_quote(?) "
                               "WHERE value = json_quote(?)"}) {
      SQLite::Statement update(state_->database, change);
      update.bind(1, to);
      update.bind(2, from);
      update.exec();
    }
    return {};
  });
}

Result<AdapterRecord> Store::remember_adapter(const AdapterRecord& adapter) {
  const std::string settings = adapter.settings.empty() ? "{}" : adapter.settings;
  if (!is_json_object(settings)) {
    return fail(ErrorKind::kUsage, "an adapter's settings are no JSON object; pass one");
  }
  return state_->write("save an adapter", [&]() -> Result<AdapterRecord> {
    SQLite::Statement upsert(
        state_->database,
        std::string("INSERT INTO adapters (path, fingerprint, settings, added) "
                    "VALUES (?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET "
                    "fingerprint = excluded.fingerprint, settings = excluded.settings RETURNING ") +
            kAdapterColumns);
    upsert.bind(1, adapter.path);
    upsert.bind(2, adapter.fingerprint);
    upsert.bind(3, settings);
    upsert.bind(4, now());
    upsert.executeStep();
    AdapterRecord remembered = read_adapter(upsert);
    upsert.executeStep();
    return remembered;
  });
}

Result<std::vector<AdapterRecord>> Store::adapters(std::string_view fingerprint) {
  return state_->read("list the adapters", [&]() -> Result<std::vector<AdapterRecord>> {
    SQLite::Statement query(state_->database,
                            std::string("SELECT ") + kAdapterColumns +
                                " FROM adapters WHERE fingerprint = ? ORDER BY id DESC");
    query.bind(1, std::string(fingerprint));
    std::vector<AdapterRecord> found;
    while (query.executeStep()) found.push_back(read_adapter(query));
    return found;
  });
}

}  // namespace canter
