#include "tensor/matmul.h"

#include <algorithm>

namespace canter {
namespace {

/// A task of up to kTileRows rows reads about this much, one of more rows less: enough to hide the
/// hand-out of tasks, little enough that all threads end together.
constexpr std::size_t kTaskBytes = 128 * 1024;
constexpr std::size_t kTileRows = 8;
/// From this many numbers on, the threads make activations ready together.
constexpr std::size_t kSharedNumbers = 64 * 1024;

}  // namespace

void Matmul::multiply(const float* x, std::size_t rows, std::span<const Part> parts) {
  if (rows == 0 || parts.empty()) return;
  bool ready[3] = {};
  std::size_t tasks = 0;
  const auto panels_per_task = [rows](const PackedMatrix& weight) {
    const std::size_t tiles = (rows + kTileRows - 1) / kTileRows;
    return std::max<std::size_t>(1, kTaskBytes / (weight.panel_bytes() * tiles));
  };
  const auto tasks_of = [&](const Part& part) {
    const std::size_t each = panels_per_task(*part.weight);
    return (part.weight->panels() + each - 1) / each;
  };
  for (const Part& part : parts) {
    const auto form = static_cast<std::size_t>(part.weight->product().form);
    if (!ready[form]) prepare(*part.weight, x, rows);
    ready[form] = true;
    tasks += tasks_of(part);
  }
  for (AlignedMemory& sums : sums_) sums.reserve(rows * kernels::kMaxPanel * sizeof(float));
  pool_->for_each(tasks, [&](std::size_t task, int thread) {
    const Part* part = parts.data();
    for (; task >= tasks_of(*part); ++part) task -= tasks_of(*part);
    const std::size_t each = panels_per_task(*part->weight);
    run(*part, task * each, std::min((task + 1) * each, part->weight->panels()), thread);
  });
}

/// In the form that `weight` takes.
void Matmul::prepare(const PackedMatrix& weight, const float* x, std::size_t rows) {
  const kernels::ActivationForm form = weight.product().form;
  const std::size_t inputs = weight.inputs();
  Prepared& prepared = prepared_[static_cast<std::size_t>(form)];
  kernels::Activations& activations = prepared.activations;
  activations.rows = rows;
  activations.blocks = (inputs + kernels::kBlock - 1) / kernels::kBlock;
  const std::size_t places = rows * activations.blocks;
  prepared.numbers.reserve(places * kernels::block_bytes(form));
  activations.numbers = prepared.numbers.data();
  if (form == kernels::ActivationForm::kInt8 && prepared.byte_blocks.size() < places)
    prepared.byte_blocks.resize(places);
  activations.byte_blocks = prepared.byte_blocks.data();
  const auto prepare_row = [&](std::size_t row, int) {
    weight.set().prepare(form, x + row * inputs, inputs, row, activations);
  };
  if (rows * inputs >= kSharedNumbers)
    pool_->for_each(rows, prepare_row);
  else
    for (std::size_t row = 0; row < rows; ++row) prepare_row(row, 0);
}

/// Panels [first, last) of one matrix.
void Matmul::run(const Part& part, std::size_t first, std::size_t last, int thread) {
  const PackedMatrix& weight = *part.weight;
  const kernels::Product& product = weight.product();
  const std::size_t width = weight.panel_outputs();
  kernels::PanelProduct work;
  work.activations = &prepared_[static_cast<std::size_t>(product.form)].activations;
  work.weights_end = weight.panel(last);
  auto* const sums = reinterpret_cast<float*>(sums_[thread].data());
  work.sums = sums;
  for (std::size_t panel = first; panel < last; ++panel) {
    work.weights = weight.panel(panel);
    product.multiply(work);
    const std::size_t output = panel * width;
    const std::size_t count = std::min(width, weight.outputs() - output);
    for (std::size_t row = 0; row < work.activations->rows; ++row)
      std::copy_n(sums + row * width, count, part.y + row * weight.outputs() + output);
  }
}

}  // namespace canter
