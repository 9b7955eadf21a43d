#include "tune/frozen_products.h"

#include <algorithm>

namespace canter::tuning {
namespace {

constexpr std::size_t kPanelBytes = 32 << 20;
constexpr std::size_t kRowsTogether = 16;  // a thread decodes at a time

std::uint64_t weights_of(const Model& model) {
  const auto size = [](const PackedMatrix& m) { return std::uint64_t(m.outputs()) * m.inputs(); };
  std::uint64_t sum = size(model.weights().model.matrix(Role::kOutput));
  for (int i = 0; i < model.plan().layer_count(); ++i) {
    const LayerWeights& layer = model.weights().layers[i];
    for (std::size_t role = 0; role < kRoles; ++role) sum += size(layer.matrix(Role(role)));
    for (const Role role : {Role::kExpertGate, Role::kExpertUp, Role::kExpertDown})
      for (const PackedMatrix& expert : layer.experts(role)) sum += size(expert);
  }
  return sum;
}

}  // namespace

template <typename Real>
FrozenProducts<Real>::FrozenProducts(const Model& model, ThreadPool& pool, std::uint64_t keep_bytes)
    : pool_(&pool),
      keep_(weights_of(model) * sizeof(Real) <= keep_bytes),
      scratch_(pool.threads()),
      row_(pool.threads()) {
  keep_blas_single_threaded();
}

template <typename Real>
void FrozenProducts<Real>::decode(const PackedMatrix& weights, std::size_t first, std::size_t count,
                                  Real* numbers) {
  const std::size_t inputs = weights.inputs();
  for (std::vector<float>& row : row_) row.resize(inputs);
  for (auto& bytes : scratch_) bytes.reserve(inputs * sizeof(float));
  pool_->for_each((count + kRowsTogether - 1) / kRowsTogether, [&](std::size_t part, int thread) {
    const std::size_t end = std::min(count, (part + 1) * kRowsTogether);
    for (std::size_t i = part * kRowsTogether; i < end; ++i) {
      weights.decode(first + i, row_[thread].data(), scratch_[thread]);
      std::copy_n(row_[thread].data(), inputs, numbers + i * inputs);
    }
  });
}

template <typename Real>
template <typename Use>
void FrozenProducts<Real>::for_each_panel(const PackedMatrix& weights, const Use& use) {
  const std::size_t outputs = weights.outputs(), inputs = weights.inputs();
  if (keep_) {
    std::vector<Real>& numbers = kept_[&weights];
    if (numbers.empty()) {
      numbers.resize(outputs * inputs);
      decode(weights, 0, outputs, numbers.data());
    }
    use(std::size_t(0), outputs, numbers.data());
    return;
  }
  const std::size_t together =
      std::clamp<std::size_t>(kPanelBytes / sizeof(Real) / inputs, 1, outputs);
  panel_.resize(std::max(panel_.size(), together * inputs));
  for (std::size_t first = 0; first < outputs; first += together) {
    const std::size_t count = std::min(together, outputs - first);
    decode(weights, first, count, panel_.data());
    use(first, count, panel_.data());
  }
}

template <typename Real>
void FrozenProducts<Real>::forward(const PackedMatrix& weights, const Real* x, std::size_t rows,
                                   Real* y) {
  const std::size_t outputs = weights.outputs(), inputs = weights.inputs();
  for_each_panel(weights, [&](std::size_t first, std::size_t count, const Real* numbers) {
    multiply<Real>({.rows = rows,
                    .columns = count,
                    .depth = inputs,
                    .a = {x, inputs},
                    .b = {numbers, inputs, true},
                    .out = y + first,
                    .out_stride = outputs},
                   *pool_);
  });
  multiply_adds_ += double(rows) * double(outputs) * double(inputs);
}

template <typename Real>
void FrozenProducts<Real>::backward(const PackedMatrix& weights, const Real* y_gradient,
                                    std::size_t rows, Real* x_gradient, bool add) {
  const std::size_t outputs = weights.outputs(), inputs = weights.inputs();
  for_each_panel(weights, [&](std::size_t first, std::size_t count, const Real* numbers) {
    multiply<Real>({.rows = rows,
                    .columns = inputs,
                    .depth = count,
                    .a = {y_gradient + first, outputs},
                    .b = {numbers, inputs},
                    .out = x_gradient,
                    .out_stride = inputs,
                    .keep = Real(add || first > 0)},
                   *pool_);
  });
  multiply_adds_ += double(rows) * double(outputs) * double(inputs);
}

template class FrozenProducts<float>;
template class FrozenProducts<double>;

}  // namespace canter::tuning
