#pragma once

#include <filesystem>

#include "base/error.h"
#include "decode/adapter.h"
#include "model/model.h"

namespace canter {

/// Reads a checkpoint of BiTA's reference program for that model: a safetensors file or PyTorch's
/// zip form, told apart by what they begin with. Of its tensors these count, with or without
/// `model.` and `module.` in front, as F32, F16 or BF16:
///   mask_tokens.weight               [M, width]
///   prefix_encoder.embedding.weight  [P, layers * 2 * kv_heads * head_width], for each layer the
///                                    heads of its key, then those of its value
/// Base weights beside them are passed over. The adapter has no fingerprint: a checkpoint does not
/// say which model it belongs to. kIo when the file cannot be read, kBadFile when it is damaged or
/// of another shape than this model needs, kUnsupported when it must be converted first.
Result<Adapter> import_adapter(const std::filesystem::path& path, const Model& model);

/// An adapter from any file that holds one: read_adapter() for Canter's own, import_adapter() for
/// checkpoints.
Result<Adapter> open_adapter(const std::filesystem::path& path, const Model& model);

}  // namespace canter
