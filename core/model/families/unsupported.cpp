#include "model/families/unsupported.h"

#include <algorithm>
#include <array>

#include "format/message.h"
#include "model/families/usual.h"

namespace canter {
namespace {

constexpr std::array<std::string_view, 6> kLayerTypes = {
    "full_attention", "sliding_attention", "linear_attention", "attention", "conv", "mamba"};
/// Formats whose scales stand beside 8-bit or 4-bit floats in tensors of their own.
constexpr std::array<std::string_view, 5> kQuantisations = {"fp8", "fbgemm_fp8", "modelopt",
                                                            "compressed-tensors", "mxfp4"};

Result<void> check_layer_types(const ModelKeys& keys, const ModelPlan& plan) {
  const auto types = keys.texts({{}, "layer_types"});
  if (!types.empty() && int(types.size()) != plan.layer_count())
    return fail(ErrorKind::kBadFile, "\"" + keys.path().string() + "\": \"layer_types\" names " +
                                         std::to_string(types.size()) + " layers, the model has " +
                                         std::to_string(plan.layer_count()) +
                                         "; the file contradicts itself: get it again");
  for (const std::string& type : types)
    if (std::ranges::find(kLayerTypes, type) == kLayerTypes.end())
      return not_run(keys, "layers of type " + in_quotes(type) + " are not supported");
  return {};
}

Result<void> check_quantisation(const ModelKeys& keys) {
  const std::string method = keys.text({{}, "quantization_config.quant_method"});
  const bool known = std::ranges::find(kQuantisations, method) != kQuantisations.end();
  if (!known && (!method.empty() || keys.has_object("quantization_config")))
    return fail(ErrorKind::kUnsupported,
                "\"" + keys.path().string() + "\": weights quantised by " + in_quotes(method) +
                    " cannot be read; get the model as GGUF or with weights in BF16");
  return {};
}

}  // namespace

Result<void> check_supported(const ModelKeys& keys, const ModelPlan& plan) {
  if (!keys.flag({"attention.causal", "is_causal"}, true))
    return not_run(keys,
                   "it reads texts in both directions at once (an encoder), and cannot write any");
  constexpr Key kValueWidth{"attention.value_length", "v_head_dim"};
  if (const AttentionPlan* attention = plan.first_attention();
      attention && keys.has(kValueWidth) &&
      keys.integer(kValueWidth) != keys.integer(kHeadWidth, attention->head_width))
    return not_run(keys, "values of another width than keys are not supported");
  if (auto known = check_quantisation(keys); !known) return known;
  return check_layer_types(keys, plan);
}

}  // namespace canter
