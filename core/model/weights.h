#pragma once

#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

#include "base/aligned_memory.h"
#include "base/error.h"
#include "base/thread_pool.h"
#include "format/gguf.h"
#include "format/safetensors.h"
#include "model/config.h"
#include "tensor/matrix.h"
#include "tensor/packed_matrix.h"

namespace canter {

/// Matrices of one transformer block, [outputs, inputs].
template <typename AnyMatrix>
struct LayerMatrices {
  AnyMatrix query;             // [heads * head_width, width]
  AnyMatrix key;               // [kv_heads * head_width, width]
  AnyMatrix value;             // [kv_heads * head_width, width]
  AnyMatrix attention_output;  // [width, heads * head_width]
  AnyMatrix gate;              // [feed_forward, width]
  AnyMatrix up;                // [feed_forward, width]
  AnyMatrix down;              // [width, feed_forward]
};

using LayerWeights = LayerMatrices<PackedMatrix>;

/// Weights of the RMS norms, [width] each.
struct NormWeights {
  std::vector<std::vector<float>> attention;     // per layer
  std::vector<std::vector<float>> feed_forward;  // per layer
  std::vector<float> output;
};

/// All weights of a Llama graph as the file has them: matrices are views into it, norms are copies.
struct FileWeights {
  Matrix embedding;  // [vocabulary, width]
  std::vector<LayerMatrices<Matrix>> layers;
  NormWeights norms;
  Matrix output;  // [vocabulary, width]; the embedding when tied
};

/// The same, ready to run: matrices are interleaved in `memory`. The embedding stays in the file,
/// since a pass reads but the rows of its tokens.
struct ModelWeights {
  Matrix embedding;
  std::vector<LayerWeights> layers;
  NormWeights norms;
  PackedMatrix output;
  AlignedMemory memory;
};

/// Where a model's tensors are looked up, under the names of its format.
class TensorSource {
 public:
  TensorSource(const GgufFile& file) : gguf_(&file), path_(file.path()) {}
  /// `path` is for messages.
  TensorSource(const SafetensorsFile& file, std::filesystem::path path)
      : safetensors_(&file), path_(std::move(path)) {}

  const std::filesystem::path& path() const { return path_; }
  bool is_gguf() const { return gguf_ != nullptr; }
  const std::vector<TensorEntry>& tensors() const;
  /// Further tensors, with number formats that cannot be read: name to format.
  const TensorNotes& unreadable() const;
  /// Of all tensors that a model of so many layers can have.
  std::vector<std::string> used_names(int layers) const;
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

/// The same for all weights; also kUnsupported for tensors that this graph does not know, as
/// check_all_used() tells them.
Result<FileWeights> bind_weights(const TensorSource& source, const ModelConfig& config);

/// The number formats of the matrices, each once.
std::vector<TensorType> matrix_types(const FileWeights& weights);

/// Bytes that pack_weights() makes of them, norms included.
std::uint64_t packed_bytes(const FileWeights& weights);

/// Interleaves all matrices with the pool's threads; each one's pages of the file are released
/// after it. `progress` hears numbers from 0 to 1; when it returns false the result is
/// kInterrupted. kBadFile for weights that are infinite or no numbers, kTooLarge without memory.
Result<ModelWeights> pack_weights(const TensorSource& source, FileWeights weights, ThreadPool& pool,
                                  const std::function<bool(double)>& progress);

}  // namespace canter
