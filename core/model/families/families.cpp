#include <algorithm>
#include <array>

#include "format/message.h"
#include "model/families/all.h"
#include "model/families/family.h"
#include "model/families/pooling.h"
#include "model/families/unsupported.h"
#include "model/families/usual.h"

namespace canter {
namespace {

constexpr std::array kFamilies = {
    &kFalcon,        &kGemma2, &kGemma3,   &kGemma4, &kGlm4,      &kGptOss, &kGranite, &kGraniteMoe,
    &kGraniteHybrid, &kLfm2,   &kLfm2Moe,  &kLlama,  &kMistral3,  &kOlmo2,  &kPhi3,    &kQwen2,
    &kQwen2Moe,      &kQwen3,  &kQwen3Moe, &kQwen35, &kQwen35Moe, &kSmolLm3};

bool contains(std::span<const std::string_view> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

std::span<const Family* const> families() {
  return kFamilies;
}

std::string supported_architectures() {
  std::string names;
  for (const Family* family : kFamilies)
    names += (names.empty() ? "" : ", ") + std::string(family->architecture);
  return names;
}

const Family* family_of(const ModelKeys& keys) {
  const std::string& name = keys.architecture();
  for (const Family* family : kFamilies) {
    if (keys.is_gguf() ? name == family->architecture || contains(family->gguf_names, name)
                       : contains(family->folder_types, name))
      return family;
  }
  return nullptr;
}

Result<ModelPlan> read_plan(const ModelKeys& keys) {
  const std::string where = "\"" + keys.path().string() + "\"";
  if (keys.architecture().empty())
    return fail(ErrorKind::kBadFile,
                where +
                    " names no architecture; it is no model file or damaged: choose another "
                    "one");
  const Family* family = family_of(keys);
  if (!family)
    return fail(ErrorKind::kUnsupported,
                where + ": models of architecture " + in_quotes(keys.architecture()) +
                    " cannot be run; these can: " + supported_architectures() +
                    ": choose one of them");
  ModelPlan plan = usual_plan(keys);
  plan.architecture = family->architecture;
  if (!plan.layers.empty())
    if (auto read = family->read(keys, plan); !read) return propagate(read);
  if (auto sound = check_plan(plan, keys.path()); !sound) return propagate(sound);
  if (auto understood = keys.check_understood(); !understood) return propagate(understood);
  if (auto supported = check_supported(keys, plan); !supported) return propagate(supported);
  if (auto known = read_pooling(keys, plan); !known) return propagate(known);
  return plan;
}

ModelPlan describe_plan(const ModelKeys& keys) {
  ModelPlan plan = usual_plan(keys);
  for (LayerPlan& layer : plan.layers) {
    layer.mixer = usual_attention(keys, plan);
    layer.dense = DensePlan{keys.integer(kFeedForward)};
  }
  return plan;
}

}  // namespace canter
