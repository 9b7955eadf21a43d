#include "tensor/matmul.h"

#include <algorithm>
#include <iterator>

namespace canter {
namespace {

/// A task reads no less than this of the weights for kTileRows rows, less for more rows: enough to
/// hide the hand-out of tasks.
constexpr std::size_t kTaskBytes = 64 * 1024;
constexpr std::size_t kTileRows = 8;
/// From this many numbers on, the threads make activations ready together.
constexpr std::size_t kSharedNumbers = 64 * 1024;
constexpr std::size_t kAlignment = 64;
constexpr std::size_t kTinyRow = 256;

/// Rows of the kernels for one row of activations. Bytes alone shift the logits of a model of 135
/// million weights by 0.15, more than lies between its likely tokens. So for short rows, as small
/// models have them, what the bytes leave is multiplied as well, as a row of its own. Large models
/// bear the bytes, and their arithmetic costs more. Tiny ones cost nothing, so theirs are whole.
constexpr std::size_t terms(kernels::ActivationForm form, std::size_t inputs) {
  if (form != kernels::ActivationForm::kInt8 || inputs >= Matmul::kLongRow) return 1;
  return inputs < kTinyRow ? 3 : 2;
}

std::size_t divide_up(std::size_t a, std::size_t b) {
  return (a + b - 1) / b;
}

/// Makes ready what the bytes of `row` leave of x, as rows `step` apart behind it.
void prepare_rest(const kernels::Kernels& set, const float* x, std::size_t inputs, std::size_t row,
                  std::size_t step, kernels::Activations activations) {
  const std::size_t blocks = activations.blocks;
  activations.blocks = 1;
  for (std::size_t b = 0; b < blocks; ++b) {
    const std::size_t first = b * kernels::kBlock;
    const std::size_t count = std::min(kernels::kBlock, inputs - first);
    float left[kernels::kBlock];
    std::copy_n(x + first, count, left);
    for (std::size_t rest = row + step; rest < activations.rows; rest += step) {
      const std::size_t done = rest - step;
      const auto* const bytes =
          reinterpret_cast<const std::int8_t*>(activations.numbers + done * kernels::kBlock);
      const float scale = activations.byte_blocks[done].scale;
      for (std::size_t i = 0; i < count; ++i) left[i] -= scale * float(bytes[i]);
      set.prepare(kernels::ActivationForm::kInt8, left, count, rest, activations);
    }
    activations.numbers += activations.rows * kernels::kBlock;
    activations.byte_blocks += activations.rows;
  }
}

}  // namespace

std::size_t Matmul::scratch_bytes(TensorType type, std::size_t rows, std::size_t inputs,
                                  int threads) {
  // Of rows of any length up to this one.
  const kernels::ActivationForm form = kernels::active().exact_product(type)->form;
  rows *= terms(form, inputs);
  const std::size_t places = rows * divide_up(inputs, kernels::kBlock);
  const bool bytes = form == kernels::ActivationForm::kInt8;
  return places * (kernels::block_bytes(form) + (bytes ? sizeof(kernels::ByteBlock) : 0)) +
         std::size_t(threads) * rows * kernels::kMaxPanel * sizeof(float);
}

void Matmul::multiply(std::span<const Group> groups) {
  plan(groups);
  if (products_.empty()) return;
  prepare();
  divide();
  pool_->for_each(tasks_.size(),
                  [this](std::size_t task, int thread) { run(tasks_[task], thread); });
}

void Matmul::plan(std::span<const Group> groups) {
  prepared_.clear();
  products_.clear();
  std::size_t rows = 0, bytes = 0, byte_blocks = 0, most = 0;
  for (const Group& group : groups) {
    if (group.rows == 0) continue;
    for (const Part& part : group.parts) {
      const PackedMatrix& weight = *part.weight;
      const kernels::ActivationForm form = weight.product().form;
      const auto same = std::ranges::find_if(prepared_, [&](const Prepared& prepared) {
        return prepared.group->x == group.x && prepared.group->rows == group.rows &&
               prepared.weight->inputs() == weight.inputs() &&
               prepared.weight->product().form == form;
      });
      products_.push_back({&part, std::size_t(same - prepared_.begin()), 0, weight.panels()});
      if (same != prepared_.end()) continue;
      Prepared& prepared =
          prepared_.emplace_back(Prepared{&group, &weight, rows, bytes, byte_blocks, {}});
      prepared.activations.rows = group.rows * terms(form, weight.inputs());
      prepared.activations.blocks = divide_up(weight.inputs(), kernels::kBlock);
      const std::size_t places = prepared.activations.rows * prepared.activations.blocks;
      rows += group.rows;
      bytes += divide_up(places * kernels::block_bytes(form), kAlignment) * kAlignment;
      if (form == kernels::ActivationForm::kInt8) byte_blocks += places;
      most = std::max(most, prepared.activations.rows);
    }
  }
  numbers_.reserve(bytes);
  if (byte_blocks_.size() < byte_blocks) byte_blocks_.resize(byte_blocks);
  for (Prepared& prepared : prepared_) {
    prepared.activations.numbers = numbers_.data() + prepared.numbers;
    prepared.activations.byte_blocks = byte_blocks_.data() + prepared.byte_blocks;
  }
  for (AlignedMemory& sums : sums_) sums.reserve(most * kernels::kMaxPanel * sizeof(float));
}

void Matmul::prepare() {
  std::size_t numbers = 0;
  for (const Prepared& prepared : prepared_)
    numbers += prepared.group->rows * prepared.weight->inputs();
  if (numbers < kSharedNumbers) {
    for (const Prepared& prepared : prepared_)
      for (std::size_t row = 0; row < prepared.group->rows; ++row) prepare_row(prepared, row);
    return;
  }
  const std::size_t rows = prepared_.back().first_row + prepared_.back().group->rows;
  pool_->for_each(rows, [this](std::size_t row, int) {
    const Prepared& prepared =
        *std::prev(std::ranges::upper_bound(prepared_, row, {}, &Prepared::first_row));
    prepare_row(prepared, row - prepared.first_row);
  });
}

void Matmul::prepare_row(const Prepared& prepared, std::size_t row) const {
  const PackedMatrix& weight = *prepared.weight;
  const kernels::ActivationForm form = weight.product().form;
  const std::size_t inputs = weight.inputs();
  const float* x = prepared.group->x + row * inputs;
  kernels::Activations activations = prepared.activations;
  weight.set().prepare(form, x, inputs, row, activations);
  if (terms(form, inputs) > 1)
    prepare_rest(weight.set(), x, inputs, row, prepared.group->rows, activations);
}

/// Long runs of panels first, since memory is fastest when one thread reads on and on, and short
/// ones at the end, so that all threads end together.
void Matmul::divide() {
  tasks_.clear();
  const auto cost = [this](const Task& product) {
    const std::size_t tiles = divide_up(prepared_[product.prepared].group->rows, kTileRows);
    return tiles * product.part->weight->panel_bytes();
  };
  std::size_t left = 0;
  for (const Task& product : products_) left += product.last * cost(product);
  const auto threads = static_cast<std::size_t>(pool_->threads());
  for (const Task& product : products_) {
    const std::size_t panel_cost = cost(product);
    for (std::size_t first = 0; first < product.last;) {
      const std::size_t wanted = threads == 1 ? left : std::max(kTaskBytes, left / (2 * threads));
      const std::size_t count =
          std::clamp<std::size_t>(wanted / panel_cost, 1, product.last - first);
      tasks_.push_back({product.part, product.prepared, first, first + count});
      first += count;
      left -= count * panel_cost;
    }
  }
}

void Matmul::run(const Task& task, int thread) {
  const Prepared& prepared = prepared_[task.prepared];
  const PackedMatrix& weight = *task.part->weight;
  const std::size_t rows = prepared.group->rows, width = weight.panel_outputs();
  kernels::PanelProduct work;
  work.activations = &prepared.activations;
  work.weights_end = weight.panel(task.last);
  auto* const sums = reinterpret_cast<float*>(sums_[thread].data());
  work.sums = sums;
  for (std::size_t panel = task.first; panel < task.last; ++panel) {
    work.weights = weight.panel(panel);
    weight.product().multiply(work);
    const std::size_t output = panel * width;
    const std::size_t count = std::min(width, weight.outputs() - output);
    for (std::size_t i = rows * width; i < work.activations->rows * width; ++i)
      sums[i % (rows * width)] += sums[i];
    for (std::size_t row = 0; row < rows; ++row)
      std::copy_n(sums + row * width, count, task.part->y + row * weight.outputs() + output);
  }
}

}  // namespace canter
