#include <algorithm>
#include <new>
#include <string>

#include "base/machine.h"
#include "base/mapped_file.h"
#include "model/weights/weights.h"
#include "tensor/number_format.h"

namespace canter {
namespace {

/// Read row by row for each token, so they stay in the file.
bool stays_in_file(Role role) {
  return role == Role::kEmbedding || role == Role::kLayerInputEmbedding;
}

std::size_t packed_bytes(const FileMatrix& matrix) {
  return PackedMatrix::bytes_for(matrix.type(), matrix.outputs, matrix.inputs);
}

/// Calls use(tensor, matrix) for everything that is packed.
template <typename Use>
void for_each_packed(const FileWeights& weights, const Use& use) {
  for (const BoundTensor& bound : weights.tensors) {
    const bool output = bound.spec.role == Role::kEmbedding && weights.tied;
    if (stays_in_file(bound.spec.role) && !output) continue;
    for (const FileMatrix& matrix : bound.matrices) use(bound, matrix);
  }
}

tl::unexpected<Error> damaged(const TensorSource& source, const std::string& name) {
  return fail(ErrorKind::kBadFile, "\"" + source.path().string() + "\": tensor \"" + name +
                                       "\" holds infinity or what is no number; the file is "
                                       "damaged: get it again");
}

class Packer {
 public:
  Packer(const TensorSource& source, const ModelPlan& plan, ThreadPool& pool,
         const std::function<bool(double)>& progress)
      : source_(source), pool_(pool), progress_(progress) {
    packed_.layers.resize(plan.layers.size() + plan.draft_layers.size());
  }

  Result<ModelWeights> pack(FileWeights weights) {
    for_each_packed(weights, [&](const BoundTensor&, const FileMatrix& matrix) {
      total_ += packed_bytes(matrix);
    });
    try {
      packed_.memory.reserve(total_);
    } catch (const std::bad_alloc&) {
      return fail(ErrorKind::kTooLarge, "\"" + source_.path().string() + "\": no memory for " +
                                            format_bytes(total_) +
                                            " of weights; close other programs or choose a "
                                            "smaller model");
    }
    Result<void> state;
    for_each_packed(weights, [&](const BoundTensor& bound, const FileMatrix& matrix) {
      if (state) state = pack_matrix(bound.spec, matrix);
    });
    if (!state) return propagate(state);
    for (BoundTensor& bound : weights.tensors)
      if (bound.spec.is_vector()) layer(bound.spec).set(bound.spec.role, std::move(bound.numbers));
    if (auto kept = keep(weights, Role::kEmbedding, packed_.embedding, weights.tied); !kept)
      return propagate(kept);
    if (auto kept = keep(weights, Role::kLayerInputEmbedding, packed_.layer_inputs, false); !kept)
      return propagate(kept);
    return std::move(packed_);
  }

 private:
  LayerWeights& layer(const TensorSpec& spec) {
    return spec.layer < 0 ? packed_.model : packed_.layers[spec.layer];
  }

  Result<void> pack_matrix(const TensorSpec& spec, const FileMatrix& matrix) {
    if (progress_ && !progress_(double(done_) / double(total_)))
      return fail(ErrorKind::kInterrupted, "stopped");
    const std::size_t bytes = packed_bytes(matrix);
    auto result =
        PackedMatrix::pack(matrix.rows(scratch_), pool_, {packed_.memory.data() + done_, bytes});
    if (!result) return damaged(source_, matrix.tensor->name);
    const Role role = spec.role == Role::kEmbedding ? Role::kOutput : spec.role;
    if (spec.experts > 0)
      layer(spec).add_expert(role, std::move(*result));
    else
      layer(spec).set(role, std::move(*result));
    // Of a fused tensor the other parts are still to be read.
    if (matrix.cut == RowCut() && matrix.experts == 1 && !matrix.transposed)
      release_pages(matrix.tensor->bytes);
    done_ += bytes;
    return {};
  }

  /// What stays in the file has to be sound, too.
  Result<void> keep(const FileWeights& weights, Role role, Matrix& kept, bool checked) {
    const BoundTensor* bound = weights.find(role);
    if (!bound) return {};
    kept = bound->matrices.front().rows(scratch_);
    if (!checked && !all_finite(kept.type, kept.bytes))
      return damaged(source_, bound->matrices.front().tensor->name);
    release_pages(kept.bytes);
    return {};
  }

  const TensorSource& source_;
  ThreadPool& pool_;
  const std::function<bool(double)>& progress_;
  ModelWeights packed_;
  std::vector<std::byte> scratch_;
  std::size_t total_ = 0;
  std::size_t done_ = 0;
};

}  // namespace

std::vector<MatrixKind> matrix_kinds(const FileWeights& weights) {
  std::vector<MatrixKind> kinds;
  for_each_packed(weights, [&](const BoundTensor& bound, const FileMatrix& matrix) {
    const MatrixKind kind{matrix.type(), matrix.inputs, bound.spec.experts > 0};
    if (std::ranges::find(kinds, kind) == kinds.end()) kinds.push_back(kind);
  });
  return kinds;
}

std::uint64_t packed_bytes(const FileWeights& weights) {
  std::uint64_t bytes = 0;
  for (const BoundTensor& bound : weights.tensors) bytes += bound.numbers.size() * sizeof(float);
  for_each_packed(weights, [&](const BoundTensor&, const FileMatrix& matrix) {
    bytes += packed_bytes(matrix);
  });
  return bytes;
}

Result<ModelWeights> pack_weights(const TensorSource& source, FileWeights weights,
                                  const ModelPlan& plan, ThreadPool& pool,
                                  const std::function<bool(double)>& progress) {
  return Packer(source, plan, pool, progress).pack(std::move(weights));
}

}  // namespace canter
