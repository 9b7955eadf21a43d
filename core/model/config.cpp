#include "model/config.h"

#include <algorithm>
#include <cmath>

#include "model/rotary.h"

namespace canter {

std::string_view supported_architectures() {
  return "llama, mistral";
}

Result<void> check_config(const ModelConfig& config, const std::filesystem::path& file) {
  const auto bad = [&](const std::string& what) {
    return fail(ErrorKind::kBadFile, "\"" + file.string() + "\": " + what +
                                         "; the file is damaged or incomplete: get it again");
  };
  struct Range {
    const char* name;
    int value;
    int most;
  };
  const Range ranges[] = {
      {"number of layers", config.layers, 4096},
      {"width", config.width, 1 << 20},
      {"number of attention heads", config.heads, 1 << 14},
      {"number of key/value heads", config.kv_heads, 1 << 14},
      {"head width", config.head_width, 1 << 14},
      {"feed-forward width", config.feed_forward, 1 << 22},
      {"vocabulary size", config.vocabulary, 1 << 24},
      {"context length", config.context, 1 << 28},
  };
  for (const Range& range : ranges)
    if (range.value < 1 || range.value > range.most)
      return bad("the " + std::string(range.name) + " is missing or makes no sense (" +
                 std::to_string(range.value) + ")");
  if (config.heads % config.kv_heads != 0)
    return bad(std::to_string(config.heads) + " attention heads cannot share " +
               std::to_string(config.kv_heads) + " key/value heads");
  const RotaryConfig& rotary = config.rotary;
  if (rotary.width < 2 || rotary.width % 2 != 0 || rotary.width > config.head_width)
    return bad("a rotary width of " + std::to_string(rotary.width) + " does not fit heads of " +
               std::to_string(config.head_width));
  if (!(config.norm_epsilon > 0) || !std::isfinite(config.norm_epsilon) || !(rotary.base > 1) ||
      !std::isfinite(rotary.base) || !(rotary.factor > 0) || !std::isfinite(rotary.factor))
    return bad("the norm epsilon, rotary base or rotary factor makes no sense");
  if ((rotary.scaling == RotaryScaling::kYarn || rotary.scaling == RotaryScaling::kLlama3) &&
      rotary.original_context < 1)
    return bad("the rotary scaling lacks the original context length");
  if (!rotary.divisors.empty() && rotary.divisors.size() != std::size_t(rotary.width) / 2)
    return bad(std::string(kRopeFrequencies) + " has " + std::to_string(rotary.divisors.size()) +
               " values instead of " + std::to_string(rotary.width / 2));
  const RotaryFrequencies turns = rotary_frequencies(rotary);
  if (!std::isfinite(float(turns.magnitude)) ||
      !std::ranges::all_of(turns.per_position,
                           [&](double angle) { return std::isfinite(angle * config.context); }))
    return bad("the rotary scaling gives angles that are no numbers");
  return {};
}

}  // namespace canter
