#include "base/utf8.h"
#include "engine/comparison/comparison_export.h"
#include "engine/comparison/comparison_result.h"
#include "engine/library/library_worker.h"

namespace canter::engine {
namespace {

/// A list of more is not looked through.
constexpr int kMostListed = 100;

void complete(ComparisonSummary& summary, ComparisonRecord& record) {
  summary.id = record.id;
  summary.created = record.created;
  summary.model = std::move(record.model);
  summary.prompt = std::move(record.prompt);
}

Result<ComparisonResult> read_comparison(Store& store, ComparisonId id) {
  auto record = store.comparison(id);
  if (!record) return propagate(record);
  auto result = read_result(record->result);
  if (result) complete(result->summary, *record);
  return result;
}

}  // namespace

Result<void> LibraryWorker::list_comparisons() {
  auto records = store_->comparisons(kMostListed);
  if (!records) return propagate(records);
  ComparisonsListed listed;
  for (ComparisonRecord& record : *records) {
    // One that is damaged is listed by what is known of it, so that it can be deleted.
    auto summary = read_summary(record.result).value_or(ComparisonSummary());
    complete(summary, record);
    listed.comparisons.push_back(std::move(summary));
  }
  events_->push(std::move(listed));
  return {};
}

Result<void> LibraryWorker::open_comparison(ComparisonId id) {
  auto result = read_comparison(*store_, id);
  if (!result) return propagate(result);
  events_->push(ComparisonOpened{std::move(*result)});
  return {};
}

Result<void> LibraryWorker::delete_comparison(ComparisonId id) {
  if (auto deleted = store_->delete_comparison(id); !deleted) return deleted;
  events_->push(ComparisonDeleted{id});
  return {};
}

void LibraryWorker::export_comparison(const ExportComparison& command) {
  ComparisonExported exported{command.id, command.path, {}};
  const auto result = read_comparison(*store_, command.id);
  const auto written =
      result ? engine::export_comparison(*result, command.format, path_from_utf8(command.path))
             : propagate(result);
  if (!written) exported.error = written.error();
  events_->push(std::move(exported));
}

}  // namespace canter::engine
