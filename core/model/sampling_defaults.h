#pragma once

#include <filesystem>
#include <optional>

namespace canter {

class GgufFile;

/// How tokens are to be chosen, as far as somebody said; what the values mean says SamplingSettings
/// (decode/settings.h).
struct PartialSampling {
  std::optional<double> temperature = {};
  std::optional<int> top_k = {};
  std::optional<double> top_p = {};
  std::optional<double> min_p = {};
  std::optional<double> repeat_penalty = {};
  std::optional<int> repeat_window = {};

  bool operator==(const PartialSampling&) const = default;
};

/// What a model's makers recommend. Values that make no sense count as missing.
PartialSampling read_sampling_defaults(const GgufFile& file);
/// Of `generation_config.json`, which may be missing.
PartialSampling read_sampling_defaults(const std::filesystem::path& folder);

}  // namespace canter
