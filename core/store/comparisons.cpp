#include "base/utf8.h"
#include "store/rows.h"
#include "store/state.h"
#include "store/text.h"

namespace canter {
namespace {

ComparisonRecord read_comparison(const SQLite::Statement& row) {
  return {row.getColumn(0).getInt64(),  row.getColumn(1).getString(), row.getColumn(2).getString(),
          row.getColumn(3).getString(), row.getColumn(4).getString(), row.getColumn(5).getInt64()};
}

}  // namespace

Result<ComparisonRecord> Store::add_comparison(const ComparisonRecord& comparison) {
  if (!is_json_object(comparison.result))
    return fail(ErrorKind::kUsage, "a comparison's result is no JSON object; pass one");
  const auto prompt = storable_text(comparison.prompt);
  if (!prompt) return propagate(prompt);
  return state_->write("save a comparison", [&]() -> Result<ComparisonRecord> {
    SQLite::Statement insert(
        state_->database,
        "INSERT INTO comparisons (model, fingerprint, prompt, result, created) "
        "VALUES (?, ?, ?, ?, ?) RETURNING id, model, fingerprint, prompt, result, created");
    insert.bind(1, to_valid_utf8(comparison.model));
    insert.bind(2, comparison.fingerprint);
    insert.bind(3, *prompt);
    insert.bind(4, comparison.result);
    insert.bind(5, now());
    insert.executeStep();
    ComparisonRecord added = read_comparison(insert);
    insert.executeStep();
    return added;
  });
}

Result<std::vector<ComparisonRecord>> Store::comparisons(int most) {
  return state_->read("list the comparisons", [&]() -> Result<std::vector<ComparisonRecord>> {
    SQLite::Statement query(state_->database,
                            "SELECT id, model, fingerprint, prompt, "
                            "coalesce(json_extract(result, '$.summary'), '{}'), created "
                            "FROM comparisons ORDER BY id DESC LIMIT ?");
    query.bind(1, most);
    std::vector<ComparisonRecord> found;
    while (query.executeStep()) found.push_back(read_comparison(query));
    return found;
  });
}

Result<ComparisonRecord> Store::comparison(ComparisonId id) {
  return state_->read("open a comparison", [&]() -> Result<ComparisonRecord> {
    SQLite::Statement query(state_->database,
                            "SELECT id, model, fingerprint, prompt, result, created "
                            "FROM comparisons WHERE id = ?");
    query.bind(1, id);
    if (!query.executeStep()) return state_->fail_missing("comparison", id);
    return read_comparison(query);
  });
}

Result<void> Store::delete_comparison(ComparisonId id) {
  return state_->write("delete a comparison", [&]() -> Result<void> {
    SQLite::Statement remove(state_->database, "DELETE FROM comparisons WHERE id = ?");
    remove.bind(1, id);
    if (remove.exec() == 0) return state_->fail_missing("comparison", id);
    return {};
  });
}

}  // namespace canter
