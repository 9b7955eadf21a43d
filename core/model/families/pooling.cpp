#include "model/families/pooling.h"

#include <array>
#include <string>

#include "model/families/usual.h"

namespace canter {
namespace {

constexpr int kGgufRank = 4;

/// Ways of sentence-transformers that are not known here.
constexpr std::array<std::string_view, 3> kUnknownModes = {
    "pooling.pooling_mode_max_tokens", "pooling.pooling_mode_mean_sqrt_len_tokens",
    "pooling.pooling_mode_weightedmean_tokens"};

Result<void> read_gguf(const ModelKeys& keys, ModelPlan& plan) {
  const int type = keys.integer({"pooling_type", {}});
  if (type == kGgufRank)
    return not_run(keys, "it is made to rank texts, and neither writes nor compares any");
  if (type > kGgufRank)
    return not_run(keys, "pooling type " + std::to_string(type) + " is not known");
  if (type > 0) plan.pooling = Pooling(type);
  return {};
}

Result<void> read_folder(const ModelKeys& keys, ModelPlan& plan) {
  for (const std::string_view mode : kUnknownModes)
    if (keys.flag({{}, mode})) return not_run(keys, std::string(mode) + " is not supported");
  if (keys.flag({{}, "pooling.dense"}))
    return not_run(keys, "its texts' vectors go through one more layer, which is not supported");
  if (keys.flag({{}, "pooling.pooling_mode_mean_tokens"})) plan.pooling = Pooling::kMean;
  if (keys.flag({{}, "pooling.pooling_mode_cls_token"})) plan.pooling = Pooling::kFirst;
  if (keys.flag({{}, "pooling.pooling_mode_lasttoken"})) plan.pooling = Pooling::kLast;
  return {};
}

}  // namespace

Result<void> read_pooling(const ModelKeys& keys, ModelPlan& plan) {
  return keys.is_gguf() ? read_gguf(keys, plan) : read_folder(keys, plan);
}

}  // namespace canter
