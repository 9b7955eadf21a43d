#pragma once

#include <array>
#include <functional>
#include <vector>

#include "base/aligned_memory.h"
#include "base/error.h"
#include "base/thread_pool.h"
#include "model/plan/model_plan.h"
#include "model/weights/tensor_rows.h"
#include "model/weights/tensor_source.h"
#include "model/weights/tensor_table.h"
#include "tensor/matrix.h"
#include "tensor/packed_matrix.h"

namespace canter {

/// A tensor of the table where the file has it: matrices are views, vectors are read.
struct BoundTensor {
  TensorSpec spec;
  std::vector<FileMatrix> matrices;  ///< one, or one for each expert
  std::vector<float> numbers;        ///< of a vector, as the graph needs them
  std::string_view gguf_name;        ///< of the place where it was found; may be empty
};

/// All weights of a model as the file has them.
struct FileWeights {
  std::vector<BoundTensor> tensors;
  bool tied = false;  ///< the embedding is the output matrix, too

  /// nullptr: the model has none.
  const BoundTensor* find(Role role, int layer = -1) const;
};

/// Weights of a layer (or, by the same roles, of the model), ready to run. What a layer does not
/// have is empty.
class LayerWeights {
 public:
  const PackedMatrix& matrix(Role role) const { return matrices_[std::size_t(role)]; }
  const std::vector<float>& vector(Role role) const { return vectors_[std::size_t(role)]; }
  /// [experts]
  const std::vector<PackedMatrix>& experts(Role role) const {
    return experts_[std::size_t(role) - std::size_t(Role::kExpertGate)];
  }

  void set(Role role, PackedMatrix matrix) { matrices_[std::size_t(role)] = std::move(matrix); }
  void set(Role role, std::vector<float> numbers) {
    vectors_[std::size_t(role)] = std::move(numbers);
  }
  void add_expert(Role role, PackedMatrix matrix) {
    experts_[std::size_t(role) - std::size_t(Role::kExpertGate)].push_back(std::move(matrix));
  }

 private:
  std::array<PackedMatrix, kRoles> matrices_;
  std::array<std::vector<float>, kRoles> vectors_;
  std::array<std::vector<PackedMatrix>, 3> experts_;  // gate, up, down
};

/// Weights ready to run: matrices are interleaved in `memory`. Embeddings stay in the file, since a
/// pass reads but the rows of its tokens.
struct ModelWeights {
  Matrix embedding;
  Matrix layer_inputs;  ///< Gemma 4's embeddings for each layer; no rows: the model has none
  LayerWeights model;
  std::vector<LayerWeights> layers;  ///< draft heads behind the layers
  AlignedMemory memory;
};

/// Leaves out draft heads that the file does not have, although its configuration names them.
void drop_missing_drafts(const TensorSource& source, ModelPlan& plan);

/// kBadFile for a missing tensor, a shape other than the plan's, or vectors that are not finite;
/// kUnsupported for a number format that is not decoded, and for tensors that this graph does not
/// know, as check_all_used() tells them.
Result<FileWeights> bind_weights(const TensorSource& source, const ModelPlan& plan);

/// Only the norms of the table.
Result<FileWeights> bind_norms(const TensorSource& source, const ModelPlan& plan);

/// What the scratch of a pass depends on, of a matrix that it multiplies by.
struct MatrixKind {
  TensorType type;
  std::size_t inputs;
  bool experts;  ///< a row takes several
  bool operator==(const MatrixKind&) const = default;
};

/// Each kind once.
std::vector<MatrixKind> matrix_kinds(const FileWeights& weights);

/// Bytes that pack_weights() makes of them, vectors included.
std::uint64_t packed_bytes(const FileWeights& weights);

/// Interleaves all matrices with the pool's threads; each one's pages of the file are released
/// after it. `progress` hears numbers from 0 to 1; when it returns false the result is
/// kInterrupted. kBadFile for weights that are infinite or no numbers, kTooLarge without memory.
Result<ModelWeights> pack_weights(const TensorSource& source, FileWeights weights,
                                  const ModelPlan& plan, ThreadPool& pool,
                                  const std::function<bool(double)>& progress);

}  // namespace canter
