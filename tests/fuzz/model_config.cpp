// What a model's folder or the metadata of a GGUF file says of its graph, and the rotary embeddings
// that it asks for.

#include <algorithm>
#include <cmath>

#include "input.h"
#include "model/families/family.h"

using namespace canter;

namespace {

/// That a plan which was accepted keeps what later code rests on.
void require_sound(const ModelPlan& plan) {
  fuzz::require(check_plan(plan, "model").has_value(), "a plan that is read is sound");
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

void check(const Result<ModelKeys>& keys) {
  if (!keys) return fuzz::require_useful(keys.error());
  const auto plan = read_plan(*keys);
  if (!plan)
    fuzz::require_useful(plan.error());
  else
    require_sound(*plan);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::Folder folder;
  const std::string_view input = fuzz::text_of(data, size);
  if (!input.starts_with("GGUF")) {
    folder.write("config.json", input);
    check(ModelKeys::from_folder(folder.path()));
  } else if (const auto file = GgufFile::open(folder.write("model.gguf", input))) {
    check(ModelKeys::from_gguf(*file));
  } else {
    fuzz::require_useful(file.error());
  }
  return 0;
}
