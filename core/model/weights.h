#pragma once

#include <filesystem>
#include <vector>

#include "base/error.h"
#include "format/gguf.h"
#include "format/safetensors.h"
#include "model/config.h"
#include "tensor/matrix.h"

namespace canter {

/// Matrices of one transformer block, [outputs, inputs].
struct LayerWeights {
  Matrix query;             // [heads * head_width, width]
  Matrix key;               // [kv_heads * head_width, width]
  Matrix value;             // [kv_heads * head_width, width]
  Matrix attention_output;  // [width, heads * head_width]
  Matrix gate;              // [feed_forward, width]
  Matrix up;                // [feed_forward, width]
  Matrix down;              // [width, feed_forward]
};

/// Weights of the RMS norms, [width] each.
struct NormWeights {
  std::vector<std::vector<float>> attention;     // per layer
  std::vector<std::vector<float>> feed_forward;  // per layer
  std::vector<float> output;
};

/// All weights of a Llama graph. Matrices are views into the mapped file, norms are copies.
struct ModelWeights {
  Matrix embedding;  // [vocabulary, width]
  std::vector<LayerWeights> layers;
  NormWeights norms;
  Matrix output;  // [vocabulary, width]; the embedding when tied
};

/// Where a model's tensors are looked up, under the names of its format.
class TensorSource {
 public:
  TensorSource(const GgufFile& file) : gguf_(&file), path_(file.path()) {}
  /// `path` is for messages.
  TensorSource(const SafetensorsFile& file, std::filesystem::path path)
      : safetensors_(&file), path_(std::move(path)) {}

  const std::filesystem::path& path() const { return path_; }
  const std::vector<TensorEntry>& tensors() const;
  /// `part` by its GGUF name, as in `attn_q`; layer -1: outside the layers. nullptr: not there.
  const TensorEntry* find(int layer, std::string_view part) const;
  /// The name that find() looks for.
  std::string name(int layer, std::string_view part) const;

 private:
  const GgufFile* gguf_ = nullptr;
  const SafetensorsFile* safetensors_ = nullptr;
  std::filesystem::path path_;
};

/// kBadFile for a missing tensor, a shape other than the configuration's, or a norm that is not
/// finite; kUnsupported for a number format that is not decoded.
Result<NormWeights> bind_norms(const TensorSource& source, const ModelConfig& config);

/// The same for all weights; also kUnsupported for tensors that this graph does not know (biases,
/// experts).
Result<ModelWeights> bind_weights(const TensorSource& source, const ModelConfig& config);

}  // namespace canter
