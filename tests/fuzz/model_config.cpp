// The configuration in a model's folder, and the rotary embeddings that it asks for.

#include <algorithm>
#include <cmath>

#include "input.h"
#include "model/families/family.h"

using namespace canter;

namespace {

/// That a plan which was accepted keeps what later code rests on.
void require_sound(const ModelPlan& plan) {
  fuzz::require(check_plan(plan, "config.json").has_value(), "a plan that is read is sound");
  fuzz::require(!plan.layers.empty() && plan.layer_count() <= 4096, "it has some layers");
  for (const RotaryPlan& rotary : plan.rotaries)
    for (const bool beyond : {false, true}) {
      const auto turns = rotary_frequencies(rotary, beyond);
      const bool finite = std::isfinite(float(turns.magnitude)) &&
                          std::ranges::all_of(turns.per_position,
                                              [](double angle) { return std::isfinite(angle); });
      fuzz::require(finite, "a configuration that is accepted turns by finite angles");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::Folder folder;
  folder.write("config.json", fuzz::text_of(data, size));
  const auto keys = ModelKeys::from_folder(folder.path());
  if (!keys) {
    fuzz::require_useful(keys.error());
    return 0;
  }
  const auto plan = read_plan(*keys);
  if (!plan)
    fuzz::require_useful(plan.error());
  else
    require_sound(*plan);
  return 0;
}
