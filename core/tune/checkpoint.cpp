#include "tune/checkpoint.h"

#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>
#include <span>
#include <system_error>

#include "format/message.h"
#include "format/safetensors.h"
#include "format/strict_json.h"

namespace canter::tuning {
namespace {

TensorEntry entry(const char* name, std::span<const float> numbers) {
  return {name, TensorType::kF32, {numbers.size()}, std::as_bytes(numbers)};
}

/// False when the tensor is not there, or not of that many finite numbers.
bool read_numbers(const SafetensorsFile& file, const char* name, std::span<float> numbers) {
  const TensorEntry* tensor = file.tensor(name);
  if (!tensor || tensor->type != TensorType::kF32 || tensor->elements() != numbers.size())
    return false;
  std::memcpy(numbers.data(), tensor->bytes.data(), tensor->bytes.size());
  return std::ranges::all_of(numbers, [](float n) { return std::isfinite(n); });
}

/// Figures are written as JSON under this name.
constexpr const char* kFigures = "figures";

nlohmann::json figures_of(const TuningState& state) {
  return {{"step", state.step},
          {"updates", state.optimiser.steps},
          {"groups", state.groups},
          {"seconds", state.seconds},
          {"loss", state.loss},
          {"best_loss", state.best_loss},
          {"best_tokens_per_step", state.best_tokens_per_step},
          {"measurements", state.measurements},
          {"without_gain", state.without_gain}};
}

bool read_figures(const nlohmann::json& figures, TuningState& state) {
  const auto read = [&](const char* name, auto& value) {
    const auto found = figures.find(name);
    if (found == figures.end() || !found->is_number() || found->get<double>() < 0) return false;
    found->get_to(value);
    return true;
  };
  return figures.is_object() && read("step", state.step) &&
         read("updates", state.optimiser.steps) && read("groups", state.groups) &&
         read("seconds", state.seconds) && read("loss", state.loss) &&
         read("best_loss", state.best_loss) &&
         read("best_tokens_per_step", state.best_tokens_per_step) &&
         read("measurements", state.measurements) && read("without_gain", state.without_gain);
}

}  // namespace

Result<void> write_checkpoint(const std::filesystem::path& path, const TuningState& state,
                              const std::string& key) {
  const std::vector<TensorEntry> tensors = {
      entry("parameters", state.parameters.all()), entry("mean", state.optimiser.mean),
      entry("variance", state.optimiser.variance), entry("best", state.best.all())};
  if (auto written =
          write_safetensors(path, tensors, {{"key", key}, {kFigures, figures_of(state).dump()}});
      !written)
    return propagate(written);
  return {};
}

Result<std::optional<TuningState>> read_checkpoint(const std::filesystem::path& path,
                                                   const AdapterShape& shape,
                                                   const std::string& key) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return std::optional<TuningState>{};
  const auto file = SafetensorsFile::open(path);
  if (!file) return propagate(file);
  const auto metadata = [&](const char* name) {
    const auto found = file->metadata().find(name);
    return found == file->metadata().end() ? std::string() : found->second;
  };
  const std::string where = "checkpoint " + file_name_in_quotes(path);
  if (metadata("key") != key)
    return fail(ErrorKind::kUsage,
                where +
                    " belongs to a tuning of another model, other prompts or other settings; "
                    "repeat those, or start anew without resuming");
  TuningState state;
  state.parameters = Parameters<float>(shape);
  state.best = Parameters<float>(shape);
  state.optimiser.mean.resize(state.best.all().size());
  state.optimiser.variance.resize(state.best.all().size());
  const auto figures = parse_strict_json(metadata(kFigures), where);
  if (!figures || !read_figures(*figures, state) ||
      !read_numbers(*file, "parameters", state.parameters.all()) ||
      !read_numbers(*file, "mean", state.optimiser.mean) ||
      !read_numbers(*file, "variance", state.optimiser.variance) ||
      !read_numbers(*file, "best", state.best.all()))
    return fail(ErrorKind::kBadFile, where + " is damaged; start anew without resuming");
  return std::optional<TuningState>(std::move(state));
}

}  // namespace canter::tuning
