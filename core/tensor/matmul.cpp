#include "tensor/matmul.h"

#include <algorithm>

namespace canter {
namespace {

/// A task reads no less than this of the weights for kTileRows rows, less for more rows: enough to
/// hide the hand-out of tasks.
constexpr std::size_t kTaskBytes = 64 * 1024;
constexpr std::size_t kTileRows = 8;
/// From this many numbers on, the threads make activations ready together.
constexpr std::size_t kSharedNumbers = 64 * 1024;

/// Rows of the kernels for one row of activations. Bytes alone shift the logits of a model of 135
/// million weights by 0.15, more than lies between its likely tokens. So for short rows, as small
/// models have them, what the bytes leave is multiplied as well, as a row of its own. Large models
/// bear the bytes, and their arithmetic costs more.
constexpr std::size_t terms(kernels::ActivationForm form, std::size_t inputs) {
  return form == kernels::ActivationForm::kInt8 && inputs < Matmul::kLongRow ? 2 : 1;
}

/// Makes ready, as row `rest`, what the bytes of `row` leave of x.
void prepare_rest(const kernels::Kernels& set, const float* x, std::size_t inputs, std::size_t row,
                  std::size_t rest, kernels::Activations activations) {
  const std::size_t blocks = activations.blocks;
  activations.blocks = 1;
  for (std::size_t b = 0; b < blocks; ++b) {
    const std::size_t first = b * kernels::kBlock;
    const std::size_t count = std::min(kernels::kBlock, inputs - first);
    const auto* const bytes =
        reinterpret_cast<const std::int8_t*>(activations.numbers + row * kernels::kBlock);
    const float scale = activations.byte_blocks[row].scale;
    float left[kernels::kBlock];
    for (std::size_t i = 0; i < count; ++i) left[i] = x[first + i] - scale * float(bytes[i]);
    set.prepare(kernels::ActivationForm::kInt8, left, count, rest, activations);
    activations.numbers += activations.rows * kernels::kBlock;
    activations.byte_blocks += activations.rows;
  }
}

}  // namespace

std::size_t Matmul::scratch_bytes(TensorType type, std::size_t rows, std::size_t inputs,
                                  int threads) {
  const kernels::ActivationForm form = kernels::active().product(type)->form;
  rows *= terms(form, inputs);
  const std::size_t places = rows * ((inputs + kernels::kBlock - 1) / kernels::kBlock);
  const bool bytes = form == kernels::ActivationForm::kInt8;
  return places * (kernels::block_bytes(form) + (bytes ? sizeof(kernels::ByteBlock) : 0)) +
         std::size_t(threads) * rows * kernels::kMaxPanel * sizeof(float);
}

void Matmul::multiply(const float* x, std::size_t rows, std::span<const Part> parts) {
  if (rows == 0) return;
  bool ready[3] = {};
  std::size_t most = 0;
  for (const Part& part : parts) {
    const kernels::ActivationForm form = part.weight->product().form;
    bool& is_ready = ready[static_cast<std::size_t>(form)];
    if (!is_ready) prepare(*part.weight, x, rows);
    is_ready = true;
    most = std::max(most, rows * terms(form, part.weight->inputs()));
  }
  for (AlignedMemory& sums : sums_) sums.reserve(most * kernels::kMaxPanel * sizeof(float));
  divide(rows, parts);
  pool_->for_each(tasks_.size(),
                  [this](std::size_t task, int thread) { run(tasks_[task], thread); });
}

/// Long runs of panels first, since memory is fastest when one thread reads on and on, and short
/// ones at the end, so that all threads end together.
void Matmul::divide(std::size_t rows, std::span<const Part> parts) {
  tasks_.clear();
  std::size_t left = 0;
  for (const Part& part : parts) left += part.weight->panels() * part.weight->panel_bytes();
  const std::size_t least = kTaskBytes / ((rows + kTileRows - 1) / kTileRows);
  const auto threads = static_cast<std::size_t>(pool_->threads());
  for (const Part& part : parts) {
    const std::size_t panels = part.weight->panels(), bytes = part.weight->panel_bytes();
    for (std::size_t first = 0; first < panels;) {
      const std::size_t wanted = threads == 1 ? left : std::max(least, left / (2 * threads));
      const std::size_t count = std::clamp<std::size_t>(wanted / bytes, 1, panels - first);
      tasks_.push_back({&part, first, first + count});
      first += count;
      left -= count * bytes;
    }
  }
}

/// In the form that `weight` takes.
void Matmul::prepare(const PackedMatrix& weight, const float* x, std::size_t rows) {
  const kernels::ActivationForm form = weight.product().form;
  const std::size_t inputs = weight.inputs();
  Prepared& prepared = prepared_[static_cast<std::size_t>(form)];
  kernels::Activations& activations = prepared.activations;
  activations.rows = rows * terms(form, inputs);
  activations.blocks = (inputs + kernels::kBlock - 1) / kernels::kBlock;
  const std::size_t places = activations.rows * activations.blocks;
  prepared.numbers.reserve(places * kernels::block_bytes(form));
  activations.numbers = prepared.numbers.data();
  if (form == kernels::ActivationForm::kInt8 && prepared.byte_blocks.size() < places)
    prepared.byte_blocks.resize(places);
  activations.byte_blocks = prepared.byte_blocks.data();
  const auto prepare_row = [&](std::size_t row, int) {
    weight.set().prepare(form, x + row * inputs, inputs, row, activations);
    if (terms(form, inputs) == 2)
      prepare_rest(weight.set(), x + row * inputs, inputs, row, rows + row, activations);
  };
  if (rows * inputs >= kSharedNumbers)
    pool_->for_each(rows, prepare_row);
  else
    for (std::size_t row = 0; row < rows; ++row) prepare_row(row, 0);
}

void Matmul::run(const Task& task, int thread) {
  const PackedMatrix& weight = *task.part->weight;
  const kernels::Product& product = weight.product();
  const std::size_t width = weight.panel_outputs();
  kernels::PanelProduct work;
  work.activations = &prepared_[static_cast<std::size_t>(product.form)].activations;
  work.weights_end = weight.panel(task.last);
  auto* const sums = reinterpret_cast<float*>(sums_[thread].data());
  work.sums = sums;
  for (std::size_t panel = task.first; panel < task.last; ++panel) {
    work.weights = weight.panel(panel);
    product.multiply(work);
    const std::size_t output = panel * width;
    const std::size_t count = std::min(width, weight.outputs() - output);
    const std::size_t rows = work.activations->rows / terms(product.form, weight.inputs());
    for (std::size_t i = rows * width; i < work.activations->rows * width; ++i)
      sums[i - rows * width] += sums[i];
    for (std::size_t row = 0; row < rows; ++row)
      std::copy_n(sums + row * width, count, task.part->y + row * weight.outputs() + output);
  }
}

}  // namespace canter
