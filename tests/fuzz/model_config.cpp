// The configuration in a model's folder, and the rotary embedding that it asks for.

#include "model/config.h"

#include <algorithm>
#include <cmath>

#include "input.h"
#include "model/rotary.h"

using namespace canter;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::Folder folder;
  folder.write("config.json", fuzz::text_of(data, size));
  const auto config = read_config(folder.path());
  if (!config) {
    fuzz::require_useful(config.error());
    return 0;
  }
  if (config->rotary.width > 1 << 12) return 0;
  const auto rotary = rotary_frequencies(config->rotary);
  const bool finite =
      std::isfinite(float(rotary.magnitude)) &&
      std::ranges::all_of(rotary.per_position, [](double angle) { return std::isfinite(angle); });
  fuzz::require(finite, "a configuration that is accepted turns by finite angles");
  return 0;
}
