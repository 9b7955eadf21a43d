#include "model/sampling_defaults.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "base/file.h"
#include "format/gguf.h"

namespace canter {
namespace {

/// A number within [least, most]; nothing also for NaN.
std::optional<double> within(std::optional<double> value, double least, double most) {
  return value && *value >= least && *value <= most ? value : std::nullopt;
}

/// Some write -1 for "all".
std::optional<int> count(std::optional<double> value) {
  const auto sound = within(value, -1, 1e9);
  return sound ? std::optional(std::max(0, int(*sound))) : std::nullopt;
}

/// `find` gives the number of a key, if there is one.
template <typename Find>
PartialSampling read(const Find& find, const char* temperature, const char* repeat_penalty) {
  constexpr double kAboveZero = 1e-6;
  PartialSampling sampling;
  sampling.temperature = within(find(temperature), 0, 100);
  sampling.top_k = count(find("top_k"));
  sampling.top_p = within(find("top_p"), kAboveZero, 1);
  sampling.min_p = within(find("min_p"), 0, 1);
  sampling.repeat_penalty = within(find(repeat_penalty), kAboveZero, 100);
  return sampling;
}

}  // namespace

PartialSampling read_sampling_defaults(const GgufFile& file) {
  const auto find = [&](const char* key) {
    return file.get_float(std::string("general.sampling.") + key);
  };
  PartialSampling sampling = read(find, "temp", "penalty_repeat");
  sampling.repeat_window = count(find("penalty_last_n"));
  return sampling;
}

PartialSampling read_sampling_defaults(const std::filesystem::path& folder) {
  const auto content = read_text_file(folder / "generation_config.json");
  if (!content) return {};
  const auto root = nlohmann::json::parse(*content, nullptr, /*allow_exceptions=*/false);
  if (!root.is_object()) return {};
  PartialSampling sampling = read(
      [&](const char* key) -> std::optional<double> {
        const auto found = root.find(key);
        if (found == root.end() || !found->is_number()) return std::nullopt;
        return found->get<double>();
      },
      "temperature", "repetition_penalty");
  const auto draws = root.find("do_sample");
  if (draws != root.end() && *draws == false) sampling.temperature = 0;
  return sampling;
}

}  // namespace canter
