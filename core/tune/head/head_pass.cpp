#include "tune/head/head_pass.h"

#include <algorithm>
#include <cmath>

#include "model/forward/forward.h"
#include "tune/gemm.h"
#include "tune/numbers.h"

namespace canter::tuning {
namespace {

constexpr double kNextDepth = 0.8;  // weighs so much of the one before

template <typename Real>
std::size_t likeliest_of(const Real* scores, std::size_t count) {
  return std::size_t(std::max_element(scores, scores + count) - scores);
}

/// Rows [rows, depth] times the transpose of a matrix [columns, depth].
template <typename Real>
Product<Real> times_transposed(const std::vector<Real>& x, std::size_t rows, std::size_t depth,
                               const Real* matrix, std::size_t columns, std::vector<Real>& out) {
  out.resize(rows * columns);
  return {.rows = rows,
          .columns = columns,
          .depth = depth,
          .a = {x.data(), depth},
          .b = {matrix, depth, true},
          .out = out.data(),
          .out_stride = columns};
}

/// Rows [rows, depth] times a matrix [depth, columns].
template <typename Real>
Product<Real> times(const std::vector<Real>& x, std::size_t rows, std::size_t depth,
                    const Real* matrix, std::size_t columns, std::vector<Real>& out) {
  out.resize(rows * columns);
  return {.rows = rows,
          .columns = columns,
          .depth = depth,
          .a = {x.data(), depth},
          .b = {matrix, columns},
          .out = out.data(),
          .out_stride = columns};
}

/// out[outputs, inputs] += the transpose of a gradient [rows, outputs] times x [rows, inputs].
template <typename Real>
Product<Real> gathered(const std::vector<Real>& gradient, const std::vector<Real>& x,
                       std::size_t rows, std::size_t outputs, std::size_t inputs,
                       std::size_t x_stride, Real* out) {
  return {.rows = outputs,
          .columns = inputs,
          .depth = rows,
          .a = {gradient.data(), outputs, true},
          .b = {x.data(), x_stride},
          .out = out,
          .out_stride = inputs,
          .keep = 1};
}

}  // namespace

void HeadScore::add(const HeadScore& other) {
  if (guesses.size() < other.guesses.size()) {
    guesses.resize(other.guesses.size());
    hits.resize(other.guesses.size());
  }
  for (std::size_t i = 0; i < other.guesses.size(); ++i) {
    guesses[i] += other.guesses[i];
    hits[i] += other.hits[i];
  }
}

template <typename Real>
HeadPass<Real>::HeadPass(const Model& model, ThreadPool& pool, std::vector<TokenId> tokens,
                         double embedding_scale)
    : model_(&model),
      pool_(&pool),
      tokens_(std::move(tokens)),
      embedding_scale_(Real(embedding_scale)) {
  const std::size_t width = model.plan().width;
  output_.resize(tokens_.size() * width);
  std::vector<float> row(width);
  std::vector<std::byte> scratch;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    model.weights().model.matrix(Role::kOutput).decode(tokens_[i], row.data(), scratch);
    std::ranges::copy(row, output_.begin() + std::ptrdiff_t(i * width));
  }
}

template <typename Real>
std::size_t HeadPass<Real>::numbers_per_row(std::size_t width, std::size_t hidden,
                                            std::size_t tokens, int depths) {
  return 2 * tokens + std::size_t(depths) * (5 * width + 2 * hidden) + 4 * width + hidden;
}

template <typename Real>
void HeadPass<Real>::lay_out(const HeadRows<Real>& rows, int depths) {
  depths_.resize(depths);
  for (int depth = 0; depth < depths; ++depth) {
    Depth& at = depths_[depth];
    at.rows.clear();
    at.before.clear();
    std::size_t first = 0, before = 0;
    for (const std::size_t end : rows.ends) {
      // A guess from row r at this depth stands for the row r + depth + 1.
      const std::size_t ahead = std::size_t(depth) + 1;
      for (std::size_t row = first; row + ahead < end; ++row) {
        at.rows.push_back(row);
        at.before.push_back(depth == 0 ? row : before + (row - first));
      }
      before += end - first > std::size_t(depth) ? end - first - std::size_t(depth) : 0;
      first = end;
    }
  }
}

template <typename Real>
void HeadPass<Real>::score(const std::vector<Real>& states, std::size_t rows,
                           std::vector<Real>& logits) {
  const ModelPlan& plan = model_->plan();
  multiply(times_transposed(states, rows, plan.width, output_.data(), tokens_.size(), logits),
           *pool_);
  if (plan.logit_scale == 1 && plan.logit_cap == 0) return;
  const Real scale = Real(plan.logit_scale), cap = Real(plan.logit_cap);
  pool_->for_each(rows, [&](std::size_t row, int) {
    Real* const numbers = logits.data() + row * tokens_.size();
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      numbers[i] *= scale;
      if (cap != 0) numbers[i] = cap * hyperbolic_tangent(numbers[i] / cap);
    }
  });
}

template <typename Real>
void HeadPass<Real>::forward(const HeadParameters<Real>& parameters, const HeadRows<Real>& rows,
                             int depth) {
  Depth& at = depths_[depth];
  const std::vector<Real>& before = depth == 0 ? rows.states : depths_[depth - 1].state;
  const std::size_t count = at.rows.size(), width = parameters.width();
  const std::size_t hidden = parameters.hidden();
  at.both.resize(count * 2 * width);
  pool_->for_each(count, [&](std::size_t i, int) {
    Real* const both = at.both.data() + i * 2 * width;
    std::copy_n(before.data() + at.before[i] * width, width, both);
    thread_local std::vector<float> embedding;
    embedding.resize(width);
    embed_token(*model_, rows.next[at.rows[i] + std::size_t(depth)], embedding.data());
    for (std::size_t k = 0; k < width; ++k) both[width + k] = embedding_scale_ * embedding[k];
  });
  multiply(times_transposed(at.both, count, 2 * width, parameters.in(), hidden, at.inner), *pool_);
  at.active.resize(count * hidden);
  pool_->for_each(count, [&](std::size_t i, int) {
    for (std::size_t k = i * hidden; k < (i + 1) * hidden; ++k)
      at.active[k] = at.inner[k] / (1 + exponential(-at.inner[k]));
  });
  multiply(times_transposed(at.active, count, hidden, parameters.out(), width, at.mixed), *pool_);
  multiply<Real>({.rows = count,
                  .columns = width,
                  .depth = width,
                  .a = {at.both.data(), 2 * width},
                  .b = {parameters.carry(), width, true},
                  .out = at.mixed.data(),
                  .out_stride = width,
                  .keep = 1},
                 *pool_);
  at.scale.resize(count);
  at.state.resize(count * width);
  const Real epsilon = Real(model_->plan().norm_epsilon);
  pool_->for_each(count, [&](std::size_t i, int) {
    const Real* const mixed = at.mixed.data() + i * width;
    at.scale[i] = 1 / std::sqrt(dot(mixed, mixed, width) / Real(width) + epsilon);
    for (std::size_t k = 0; k < width; ++k)
      at.state[i * width + k] = mixed[k] * at.scale[i] * parameters.norm()[k];
  });
}

template <typename Real>
double HeadPass<Real>::judge(Depth& at, int depth, double weight, bool with_gradient,
                             HeadScore& total) {
  const std::size_t count = at.rows.size(), tokens = tokens_.size();
  const std::size_t width = model_->plan().width;
  const Real cap = Real(model_->plan().logit_cap);
  score(at.state, count, logits_);
  std::vector<double> losses(count);
  std::vector<char> hits(count);
  const Real factor = Real(weight / double(std::max<std::size_t>(count, 1)));
  pool_->for_each(count, [&](std::size_t i, int) {
    Real* const logits = logits_.data() + i * tokens;
    const std::size_t target_row = at.rows[i] + std::size_t(depth) + 1;
    const Real* const target = targets_.data() + target_row * tokens;
    const std::size_t best = likeliest_of(logits, tokens);
    hits[i] = best == best_[target_row];
    const Real shift = logits[best];
    const Real expected = dot(target, logits, tokens);
    thread_local std::vector<Real> slopes;
    slopes.assign(logits, logits + tokens);
    const Real sum = exponentials(logits, tokens, shift);
    losses[i] = double(shift + std::log(sum) - expected);
    if (!with_gradient) return;
    for (std::size_t t = 0; t < tokens; ++t) {
      Real slope = factor * (logits[t] / sum - target[t]);
      if (cap != 0) slope *= 1 - slopes[t] * slopes[t] / (cap * cap);
      logits[t] = slope;
    }
  });
  total.guesses[depth] += count;
  total.hits[depth] += std::size_t(std::ranges::count(hits, 1));
  double loss = 0;
  for (const double each : losses) loss += each;
  if (with_gradient) {
    multiply(times(logits_, count, tokens, output_.data(), width, at.gradient), *pool_);
    const Real scale = Real(model_->plan().logit_scale);
    if (scale != 1)
      for (Real& number : at.gradient) number *= scale;
  }
  return count == 0 ? 0 : weight * loss / double(count);
}

template <typename Real>
void HeadPass<Real>::backward(const HeadParameters<Real>& parameters, int depth,
                              HeadParameters<Real>& gradient) {
  Depth& at = depths_[depth];
  const std::size_t count = at.rows.size(), width = parameters.width();
  const std::size_t hidden = parameters.hidden();
  if (count == 0) return;
  mixed_gradient_.resize(count * width);
  pool_->for_each(count, [&](std::size_t i, int) {
    const Real *const mixed = at.mixed.data() + i * width, *const slope =
                                                               at.gradient.data() + i * width;
    const Real* const norm = parameters.norm();
    Real* const out = mixed_gradient_.data() + i * width;
    const Real along =
        sum_of<Real>(width, [&](std::size_t k) { return slope[k] * norm[k] * mixed[k]; });
    const Real scale = at.scale[i], back = along * scale * scale / Real(width);
    for (std::size_t k = 0; k < width; ++k) out[k] = scale * (slope[k] * norm[k] - mixed[k] * back);
  });
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t k = 0; k < width; ++k)
      gradient.norm()[k] += at.gradient[i * width + k] * at.mixed[i * width + k] * at.scale[i];
  multiply(gathered(mixed_gradient_, at.active, count, width, hidden, hidden, gradient.out()),
           *pool_);
  multiply(gathered(mixed_gradient_, at.both, count, width, width, 2 * width, gradient.carry()),
           *pool_);
  multiply(times(mixed_gradient_, count, width, parameters.out(), hidden, inner_gradient_), *pool_);
  pool_->for_each(count, [&](std::size_t i, int) {
    for (std::size_t k = i * hidden; k < (i + 1) * hidden; ++k) {
      const Real share = 1 / (1 + exponential(-at.inner[k]));
      inner_gradient_[k] *= share * (1 + at.inner[k] * (1 - share));
    }
  });
  multiply(gathered(inner_gradient_, at.both, count, hidden, 2 * width, 2 * width, gradient.in()),
           *pool_);
  if (depth == 0) return;
  multiply(times(inner_gradient_, count, hidden, parameters.in(), 2 * width, both_gradient_),
           *pool_);
  multiply<Real>({.rows = count,
                  .columns = width,
                  .depth = width,
                  .a = {mixed_gradient_.data(), width},
                  .b = {parameters.carry(), width},
                  .out = both_gradient_.data(),
                  .out_stride = 2 * width,
                  .keep = 1},
                 *pool_);
  std::vector<Real>& before = depths_[depth - 1].gradient;
  for (std::size_t i = 0; i < count; ++i)
    add_scaled(Real(1), both_gradient_.data() + i * 2 * width, width,
               before.data() + at.before[i] * width);
}

template <typename Real>
HeadScore HeadPass<Real>::run(const HeadParameters<Real>& parameters, const HeadRows<Real>& rows,
                              int depths, HeadParameters<Real>* gradient) {
  HeadScore total{.loss = 0,
                  .guesses = std::vector<std::size_t>(depths),
                  .hits = std::vector<std::size_t>(depths)};
  const std::size_t tokens = tokens_.size();
  score(rows.states, rows.rows(), targets_);
  best_.resize(rows.rows());
  pool_->for_each(rows.rows(), [&](std::size_t row, int) {
    Real* const target = targets_.data() + row * tokens;
    best_[row] = likeliest_of(target, tokens);
    const Real sum = exponentials(target, tokens, target[best_[row]]);
    for (std::size_t t = 0; t < tokens; ++t) target[t] /= sum;
  });
  lay_out(rows, depths);
  double weights = 0, weight = 1;
  for (int depth = 0; depth < depths; ++depth, weight *= kNextDepth) weights += weight;
  weight = 1 / weights;
  for (int depth = 0; depth < depths; ++depth, weight *= kNextDepth) {
    forward(parameters, rows, depth);
    total.loss += judge(depths_[depth], depth, weight, gradient != nullptr, total);
  }
  if (gradient)
    for (int depth = depths - 1; depth >= 0; --depth) backward(parameters, depth, *gradient);
  return total;
}

template class HeadPass<float>;
template class HeadPass<double>;

}  // namespace canter::tuning
