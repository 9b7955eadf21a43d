#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "decode/adapter.h"
#include "model/plan/uniform_shape.h"

namespace canter::tuning {

/// How many numbers of each kind an adapter has.
struct AdapterShape {
  int layers = 0;
  int width = 0;
  int kv_heads = 0;
  int head_width = 0;
  int vocabulary = 0;
  int prompt_tokens = 0;
  int mask_tokens = 0;
  int rank = 0;  ///< 0: no transition term

  AdapterShape() = default;
  AdapterShape(const UniformShape& config, int prompts, int masks, int transition_rank);

  std::size_t mask_numbers() const { return std::size_t(mask_tokens) * width; }
  /// Numbers of prompt keys, and of prompt values.
  std::size_t prompt_numbers() const { return layers * layer_numbers(); }
  /// One layer's part of those, [prompt_tokens, kv_heads, head_width].
  std::size_t layer_numbers() const { return std::size_t(prompt_tokens) * kv_heads * head_width; }
  /// Numbers of each of the two transition matrices.
  std::size_t transition_numbers() const { return std::size_t(vocabulary) * rank; }
};

/// What is tuned, or the gradient of it, in one piece for the optimiser. Keys are in the model's
/// own order of elements.
template <typename Real>
class Parameters {
 public:
  Parameters() = default;
  explicit Parameters(const AdapterShape& shape);

  const AdapterShape& shape() const { return shape_; }
  std::span<Real> all() { return numbers_; }
  std::span<const Real> all() const { return numbers_; }

  Real* masks() { return numbers_.data(); }  ///< [mask_tokens, width]
  const Real* masks() const { return numbers_.data(); }
  Real* keys(int layer) { return numbers_.data() + key_offset(layer); }
  const Real* keys(int layer) const { return numbers_.data() + key_offset(layer); }
  Real* values(int layer) { return numbers_.data() + value_offset(layer); }
  const Real* values(int layer) const { return numbers_.data() + value_offset(layer); }
  Real* from() { return numbers_.data() + from_offset(); }  ///< [vocabulary, rank]
  const Real* from() const { return numbers_.data() + from_offset(); }
  Real* to() { return from() + shape_.transition_numbers(); }  ///< [vocabulary, rank]
  const Real* to() const { return from() + shape_.transition_numbers(); }
  /// Transition scale; there even without a transition term.
  Real& scale() { return numbers_.back(); }
  Real scale() const { return numbers_.back(); }

  std::size_t key_offset(int layer) const {
    return shape_.mask_numbers() + layer * shape_.layer_numbers();
  }
  std::size_t value_offset(int layer) const { return key_offset(layer) + shape_.prompt_numbers(); }
  std::size_t from_offset() const { return shape_.mask_numbers() + 2 * shape_.prompt_numbers(); }

 private:
  AdapterShape shape_;
  std::vector<Real> numbers_;
};

/// The adapter that these parameters are, without fingerprint and figures, and back.
Adapter to_adapter(const Parameters<float>& parameters, const ModelPlan& plan);
Parameters<float> to_parameters(const Adapter& adapter, const ModelPlan& plan);

}  // namespace canter::tuning
