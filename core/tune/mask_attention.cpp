#include "tune/mask_attention.h"

#include <algorithm>
#include <limits>

#include "tune/gemm.h"
#include "tune/numbers.h"

namespace canter::tuning {

/// One sample and one key/value head.
template <typename Real>
struct MaskAttention<Real>::Task {
  const AttentionPlan* plan = nullptr;
  const float* sinks = nullptr;
  const MaskRow* rows = nullptr;
  std::size_t first = 0;  // of the batch
  std::size_t count = 0;
  int kv_head = 0;
  int masks = 0;
  std::size_t prompts = 0;
  std::size_t columns = 0;             // prompts and context
  std::size_t seen = 0;                // columns that any row sees
  const Real* prompt_key = nullptr;    // rows prompt_stride apart
  const Real* prompt_value = nullptr;  // the same
  std::size_t prompt_stride = 0;
  const Real* context_key = nullptr;    // [context, head_width]
  const Real* context_value = nullptr;  // the same

  std::size_t visible(std::size_t row) const { return prompts + rows[row].anchor + 1; }
  /// How many of a row's path, its own group included, lie before its window.
  std::size_t hidden(std::size_t row) const {
    const int path = rows[row].anchor + rows[row].mask + 2;
    return plan->window == 0 ? 0 : std::size_t(std::max(0, path - plan->window));
  }
};

template <typename Real>
MaskAttention<Real>::MaskAttention(ThreadPool& pool) : pool_(&pool), scratch_(pool.threads()) {}

template <typename Real>
typename MaskAttention<Real>::Task MaskAttention<Real>::task(int layer,
                                                             const Parameters<Real>& parameters,
                                                             const MaskBatch<Real>& batch,
                                                             const MaskHeads<Real>& rows,
                                                             std::size_t index) const {
  const std::size_t kv_heads = rows.plan->kv_heads, width = rows.plan->head_width;
  const MaskSample<Real>& sample = batch.samples[index / kv_heads];
  Task task;
  task.plan = rows.plan;
  task.sinks = rows.sinks;
  task.rows = batch.rows.data() + sample.first;
  task.first = sample.first;
  task.count = sample.rows;
  task.kv_head = int(index % kv_heads);
  task.masks = parameters.shape().mask_tokens;
  task.prompts = parameters.shape().prompt_tokens;
  task.columns = task.prompts + sample.context->tokens;
  for (std::size_t row = 0; row < task.count; ++row)
    task.seen = std::max(task.seen, task.visible(row));
  task.prompt_stride = kv_heads * width;
  task.prompt_key = parameters.keys(layer) + task.kv_head * width;
  task.prompt_value = parameters.values(layer) + task.kv_head * width;
  const std::size_t from =
      (std::size_t(layer) * kv_heads + task.kv_head) * sample.context->tokens * width;
  task.context_key = sample.context->keys.data() + from;
  task.context_value = sample.context->values.data() + from;
  return task;
}

template <typename Real>
void MaskAttention<Real>::prepare(const MaskBatch<Real>& batch, const AdapterShape& shape,
                                  bool capped, bool gradients) {
  std::size_t weights = 0, own = 0;
  for (const MaskSample<Real>& sample : batch.samples) {
    weights = std::max(weights, sample.rows * (shape.prompt_tokens + sample.context->tokens));
    own = std::max(own, sample.rows * shape.mask_tokens);
  }
  for (Scratch& scratch : scratch_) {
    scratch.weights.resize(std::max(weights, scratch.weights.size()));
    scratch.own.resize(std::max(own, scratch.own.size()));
    if (capped) {
      scratch.slopes.resize(scratch.weights.size());
      scratch.own_slopes.resize(scratch.own.size());
    }
    if (gradients) scratch.gradient.resize(std::max(weights, scratch.gradient.size()));
  }
  if (gradients) prompt_parts_.resize(batch.samples.size() * 2 * shape.layer_numbers());
}

template <typename Real>
void MaskAttention<Real>::shape_scores(const Task& task, std::size_t row, Scratch& scratch) const {
  constexpr Real kHidden = -std::numeric_limits<Real>::infinity();
  const std::size_t at = row * task.columns, own_at = row * task.masks;
  const std::size_t visible = task.visible(row), group = task.rows[row].mask + 1;
  Real *seen = scratch.weights.data() + at, *own = scratch.own.data() + own_at;
  if (task.plan->score_cap > 0) {
    const Real cap = Real(task.plan->score_cap);
    const auto shape = [&](Real* scores, Real* slopes, std::size_t count) {
      for (std::size_t i = 0; i < count; ++i) {
        const Real share = hyperbolic_tangent(scores[i] / cap);
        slopes[i] = 1 - share * share;
        scores[i] = cap * share;
      }
    };
    shape(seen, scratch.slopes.data() + at, visible);
    shape(own, scratch.own_slopes.data() + own_at, group);
  }
  const std::size_t hidden = task.hidden(row), context = visible - task.prompts;
  std::fill_n(seen + task.prompts, std::min(hidden, context), kHidden);
  if (hidden > context) std::fill_n(own, hidden - context, kHidden);
}

template <typename Real>
void MaskAttention<Real>::weigh(const Task& task, const MaskHeads<Real>& rows, int head,
                                Scratch& scratch) const {
  const AttentionPlan& plan = *task.plan;
  const std::size_t width = plan.head_width;
  const std::size_t query_stride = plan.heads * width, key_stride = plan.kv_heads * width;
  const Real* query = rows.query + task.first * query_stride + head * width;
  const Real* key = rows.key + task.first * key_stride + task.kv_head * width;
  const Real scale = Real(plan.scale);
  Real* weights = scratch.weights.data();
  multiply<Real>({.rows = task.count,
                  .columns = task.prompts,
                  .depth = width,
                  .a = {query, query_stride},
                  .b = {task.prompt_key, task.prompt_stride, true},
                  .out = weights,
                  .out_stride = task.columns,
                  .scale = scale});
  multiply<Real>({.rows = task.count,
                  .columns = task.seen - task.prompts,
                  .depth = width,
                  .a = {query, query_stride},
                  .b = {task.context_key, width, true},
                  .out = weights + task.prompts,
                  .out_stride = task.columns,
                  .scale = scale});
  for (std::size_t row = 0; row < task.count; ++row) {
    Real* seen = weights + row * task.columns;
    Real* own = scratch.own.data() + row * task.masks;
    const std::size_t visible = task.visible(row), group = task.rows[row].mask + 1;
    const Real* first_key = key + (row + 1 - group) * key_stride;
    for (std::size_t i = 0; i < group; ++i)
      own[i] = scale * dot(query + row * query_stride, first_key + i * key_stride, width);
    shape_scores(task, row, scratch);
    Real most = std::max(largest(seen, visible), largest(own, group));
    if (task.sinks) most = std::max(most, Real(task.sinks[head]));
    Real sum = exponentials(seen, visible, most) + exponentials(own, group, most);
    if (task.sinks) sum += exponential(Real(task.sinks[head]) - most);
    const Real share = 1 / sum;
    for (std::size_t i = 0; i < visible; ++i) seen[i] *= share;
    for (std::size_t i = 0; i < group; ++i) own[i] *= share;
    std::fill(seen + visible, seen + task.seen, Real(0));
  }
}

template <typename Real>
void MaskAttention<Real>::forward(int layer, const Parameters<Real>& parameters,
                                  const MaskBatch<Real>& batch, const MaskHeads<Real>& rows,
                                  Real* out) {
  const AttentionPlan& plan = *rows.plan;
  prepare(batch, parameters.shape(), plan.score_cap > 0, false);
  const int sharing = plan.heads / plan.kv_heads;
  const std::size_t width = plan.head_width;
  const std::size_t out_stride = plan.heads * width, value_stride = plan.kv_heads * width;
  pool_->for_each(batch.samples.size() * plan.kv_heads, [&](std::size_t index, int thread) {
    const Task t = task(layer, parameters, batch, rows, index);
    Scratch& scratch = scratch_[thread];
    for (int head = t.kv_head * sharing; head < (t.kv_head + 1) * sharing; ++head) {
      weigh(t, rows, head, scratch);
      Real* mixed = out + t.first * out_stride + head * width;
      const Product<Real> product{.rows = t.count,
                                  .columns = width,
                                  .depth = t.prompts,
                                  .a = {scratch.weights.data(), t.columns},
                                  .b = {t.prompt_value, t.prompt_stride},
                                  .out = mixed,
                                  .out_stride = out_stride};
      multiply(product);
      Product<Real> more = product;
      more.depth = t.seen - t.prompts;
      more.a.numbers += t.prompts;
      more.b = {t.context_value, width};
      more.keep = 1;
      multiply(more);
      const Real* value = rows.value + t.first * value_stride + t.kv_head * width;
      for (std::size_t row = 0; row < t.count; ++row)
        for (int i = 0, mask = t.rows[row].mask; i <= mask; ++i)
          add_scaled(scratch.own[row * t.masks + i], value + (row - mask + i) * value_stride, width,
                     mixed + row * out_stride);
    }
  });
}

template <typename Real>
void MaskAttention<Real>::backward_head(const Task& task, const MaskHeads<Real>& rows, int head,
                                        const Real* out, const Real* out_gradient,
                                        const MaskHeadGradients<Real>& gradients,
                                        Scratch& scratch) const {
  const AttentionPlan& plan = *task.plan;
  const std::size_t width = plan.head_width;
  const std::size_t query_stride = plan.heads * width, key_stride = plan.kv_heads * width;
  const std::size_t query_from = task.first * query_stride + head * width;
  const std::size_t key_from = task.first * key_stride + task.kv_head * width;
  const Real scale = Real(plan.scale);
  const Real *query = rows.query + query_from, *mixed_gradient = out_gradient + query_from;
  Real *weights = scratch.weights.data(), *gradient = scratch.gradient.data();

  // Values of the prompt: weights^T * gradient of what was mixed.
  multiply<Real>({.rows = task.prompts,
                  .columns = width,
                  .depth = task.count,
                  .a = {weights, task.columns, true},
                  .b = {mixed_gradient, query_stride},
                  .out = gradients.prompt_value,
                  .out_stride = task.prompt_stride,
                  .keep = 1});
  // Gradient of the weights, then of the scores: w * (dw - sum(w dw)), where the sum is that of
  // out * d(out).
  multiply<Real>({.rows = task.count,
                  .columns = task.prompts,
                  .depth = width,
                  .a = {mixed_gradient, query_stride},
                  .b = {task.prompt_value, task.prompt_stride, true},
                  .out = gradient,
                  .out_stride = task.columns});
  multiply<Real>({.rows = task.count,
                  .columns = task.seen - task.prompts,
                  .depth = width,
                  .a = {mixed_gradient, query_stride},
                  .b = {task.context_value, width, true},
                  .out = gradient + task.prompts,
                  .out_stride = task.columns});
  Real* query_gradient = gradients.query + query_from;
  for (std::size_t row = 0; row < task.count; ++row) {
    const Real sum =
        dot(out + query_from + row * query_stride, mixed_gradient + row * query_stride, width);
    const Real* weight = weights + row * task.columns;
    Real* change = gradient + row * task.columns;
    for (std::size_t i = 0; i < task.seen; ++i) change[i] = scale * weight[i] * (change[i] - sum);
    const bool capped = plan.score_cap > 0;
    if (capped)
      for (std::size_t i = 0; i < task.visible(row); ++i)
        change[i] *= scratch.slopes[row * task.columns + i];
    std::fill_n(query_gradient + row * query_stride, width, Real(0));
    const int mask = task.rows[row].mask;
    for (int i = 0; i <= mask; ++i) {
      const std::size_t other = key_from + (row - mask + i) * key_stride;
      const Real own = scratch.own[row * task.masks + i];
      const Real* row_gradient = mixed_gradient + row * query_stride;
      Real slope = scale * own * (dot(row_gradient, rows.value + other, width) - sum);
      if (capped) slope *= scratch.own_slopes[row * task.masks + i];
      add_scaled(own, row_gradient, width, gradients.value + other);
      add_scaled(slope, query + row * query_stride, width, gradients.key + other);
      add_scaled(slope, rows.key + other, width, query_gradient + row * query_stride);
    }
  }
  const Product<Real> product{.rows = task.count,
                              .columns = width,
                              .depth = task.prompts,
                              .a = {gradient, task.columns},
                              .b = {task.prompt_key, task.prompt_stride},
                              .out = query_gradient,
                              .out_stride = query_stride,
                              .keep = 1};
  multiply(product);
  Product<Real> more = product;
  more.depth = task.seen - task.prompts;
  more.a.numbers += task.prompts;
  more.b = {task.context_key, width};
  multiply(more);
  multiply<Real>({.rows = task.prompts,
                  .columns = width,
                  .depth = task.count,
                  .a = {gradient, task.columns, true},
                  .b = {query, query_stride},
                  .out = gradients.prompt_key,
                  .out_stride = task.prompt_stride,
                  .keep = 1});
}

template <typename Real>
void MaskAttention<Real>::backward(int layer, const Parameters<Real>& parameters,
                                   const MaskBatch<Real>& batch, const MaskHeads<Real>& rows,
                                   const Real* out, const Real* out_gradient,
                                   const MaskHeadGradients<Real>& gradients) {
  const AttentionPlan& plan = *rows.plan;
  prepare(batch, parameters.shape(), plan.score_cap > 0, true);
  const int sharing = plan.heads / plan.kv_heads;
  const std::size_t kv_width = std::size_t(plan.kv_heads) * plan.head_width;
  const std::size_t part = parameters.shape().layer_numbers();
  std::fill(prompt_parts_.begin(), prompt_parts_.end(), Real(0));
  std::fill_n(gradients.key, batch.rows.size() * kv_width, Real(0));
  std::fill_n(gradients.value, batch.rows.size() * kv_width, Real(0));
  pool_->for_each(batch.samples.size() * plan.kv_heads, [&](std::size_t index, int thread) {
    const Task t = task(layer, parameters, batch, rows, index);
    Real* own = prompt_parts_.data() + index / plan.kv_heads * 2 * part +
                std::size_t(t.kv_head) * plan.head_width;
    MaskHeadGradients<Real> target = gradients;
    target.prompt_key = own;
    target.prompt_value = own + part;
    for (int head = t.kv_head * sharing; head < (t.kv_head + 1) * sharing; ++head) {
      weigh(t, rows, head, scratch_[thread]);
      backward_head(t, rows, head, out, out_gradient, target, scratch_[thread]);
    }
  });
  for (std::size_t sample = 0; sample < batch.samples.size(); ++sample) {
    const Real* own = prompt_parts_.data() + sample * 2 * part;
    add_scaled(Real(1), own, part, gradients.prompt_key);
    add_scaled(Real(1), own + part, part, gradients.prompt_value);
  }
}

template class MaskAttention<float>;
template class MaskAttention<double>;

}  // namespace canter::tuning
