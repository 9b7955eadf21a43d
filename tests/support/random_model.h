#pragma once

#include <cstdint>
#include <filesystem>

#include "base/error.h"
#include "format/tensor_type.h"
#include "model/plan/uniform_shape.h"

namespace canter::test {

/// TinyLlama 1.1B: the size of model whose weights no cache holds.
UniformShape tinyllama_shape();
/// The same in small, for quick looks: 4 layers of width 512.
UniformShape small_shape();

/// Writes a Llama model of random weights as GGUF, with a vocabulary that can write any text.
/// Weights have the size that makes activations and logits moderate, so kernels see the numbers
/// they see in a trained model; what the model says means nothing. `type` is one that
/// has_random_weights(). Never more than one tensor is in memory. Returns the number of bytes
/// written.
Result<std::uint64_t> write_random_model(const std::filesystem::path& path,
                                         const UniformShape& shape, TensorType type,
                                         std::uint64_t seed = 1);

}  // namespace canter::test
