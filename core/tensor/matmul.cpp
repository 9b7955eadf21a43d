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

/// Rows below this length have a second row in the kernels, of what the first leaves of them: only
/// models made to be compared with float32 are that small, and arithmetic costs them nothing.
constexpr std::size_t kTinyRow = 256;

std::size_t divide_up(std::size_t a, std::size_t b) {
  return (a + b - 1) / b;
}

bool takes_integers(kernels::ActivationForm form) {
  return form == kernels::ActivationForm::kInt8 || form == kernels::ActivationForm::kInt16;
}

bool has_rest(kernels::ActivationForm form, std::size_t inputs) {
  return takes_integers(form) && inputs < kTinyRow;
}

/// Of a row of `inputs` numbers in `form`.
std::size_t row_bytes(kernels::ActivationForm form, std::size_t inputs) {
  return divide_up(inputs, kernels::kBlock) *
         (kernels::block_bytes(form) + (takes_integers(form) ? sizeof(kernels::IntegerBlock) : 0));
}

/// What `row` of 16-bit integers leaves of the `count` numbers at x.
void subtract_integers(const kernels::Activations& activations, std::size_t row, std::size_t count,
                       const float* x, float* rest) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t place = i / kernels::kBlock * activations.rows + row;
    const auto* const bytes =
        reinterpret_cast<const std::int8_t*>(activations.numbers + place * 2 * kernels::kBlock) +
        i % kernels::kBlock;
    const int number = 256 * bytes[0] + bytes[kernels::kBlock];
    rest[i] = x[i] - activations.integer_blocks[place].scale * float(number);
  }
}

}  // namespace

std::size_t Matmul::scratch_bytes(TensorType type, std::size_t rows, std::size_t inputs,
                                  int threads) {
  const kernels::Kernels& set = kernels::active();
  const std::size_t short_row = std::min(inputs, kLongRow - 1);
  const std::size_t row = std::max(row_bytes(set.exact_product(type)->form, short_row),
                                   row_bytes(set.product(type)->form, inputs));
  if (inputs < 2 * kTinyRow) rows *= 2;  // as shorter ones may have a rest
  return rows * (row + std::size_t(threads) * kernels::kMaxPanel * sizeof(float));
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
  std::size_t rows = 0, bytes = 0, integer_blocks = 0, most = 0;
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
          prepared_.emplace_back(Prepared{&group, &weight, rows, bytes, integer_blocks, {}});
      prepared.activations.rows = group.rows * (has_rest(form, weight.inputs()) ? 2 : 1);
      prepared.activations.blocks = divide_up(weight.inputs(), kernels::kBlock);
      const std::size_t places = prepared.activations.rows * prepared.activations.blocks;
      rows += group.rows;
      bytes += divide_up(places * kernels::block_bytes(form), kAlignment) * kAlignment;
      if (takes_integers(form)) integer_blocks += places;
      most = std::max(most, prepared.activations.rows);
    }
  }
  numbers_.reserve(bytes);
  if (integer_blocks_.size() < integer_blocks) integer_blocks_.resize(integer_blocks);
  for (Prepared& prepared : prepared_) {
    prepared.activations.numbers = numbers_.data() + prepared.numbers;
    prepared.activations.integer_blocks = integer_blocks_.data() + prepared.integer_blocks;
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
  const float* const x = prepared.group->x + row * inputs;
  kernels::Activations activations = prepared.activations;
  weight.set().prepare(form, x, inputs, row, activations);
  if (!has_rest(form, inputs)) return;
  float rest[kTinyRow];
  subtract_integers(activations, row, inputs, x, rest);
  weight.set().prepare(form, rest, inputs, prepared.group->rows + row, activations);
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
      sums[i - rows * width] += sums[i];
    for (std::size_t row = 0; row < rows; ++row)
      std::copy_n(sums + row * width, count, task.part->y + row * weight.outputs() + output);
  }
}

}  // namespace canter
