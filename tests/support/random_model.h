#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "base/error.h"
#include "format/tensor_type.h"
#include "model/plan/model_plan.h"
#include "model/plan/uniform_shape.h"

namespace canter::test {

/// What write_random_model() writes.
struct RandomModel {
  ModelPlan plan;
  bool tied = false;                       ///< the embedding gives the logits
  std::optional<TensorType> experts = {};  ///< the number format of experts, if it is always one
};

/// TinyLlama 1.1B: the size of model whose weights no cache holds.
UniformShape tinyllama_shape();
/// The same in small, for quick looks: 4 layers of width 512.
UniformShape small_shape();

RandomModel random_llama(const UniformShape& shape);
/// 1.1 billion weights: 16 layers of Qwen 3 1.7B, with norms of heads that are 128 wide.
RandomModel random_qwen3();
/// Gemma 3 1B: a vocabulary of 262,144, windows in five of six layers, norms around branches.
RandomModel random_gemma3();
/// 1.1 billion weights, a half of them used for a token: gpt-oss with 12 layers of 16 experts in
/// MXFP4, sinks, and windows in every other layer.
RandomModel random_gpt_oss();

/// Writes a model of random weights as GGUF that other programs open, too, with a vocabulary that
/// can write any text. Weights have the size that makes activations and logits moderate, so kernels
/// see the numbers they see in a trained model; what the model says means nothing. `type` is one
/// that has_random_weights(); matrices whose rows are no multiple of its blocks become Q8_0. Never
/// more than one tensor is in memory. Returns the number of bytes written.
Result<std::uint64_t> write_random_model(const std::filesystem::path& path,
                                         const RandomModel& model, TensorType type,
                                         std::uint64_t seed = 1);

}  // namespace canter::test
