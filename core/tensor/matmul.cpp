#include "tensor/matmul.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <numeric>

#include "tensor/divide_up.h"

namespace canter {
namespace {

/// A task reads no less than this of the weights for kTileRows rows, less for more rows: enough to
/// hide the hand-out of tasks.
constexpr std::size_t kTaskBytes = 64 * 1024;
constexpr std::size_t kTileRows = 8;
/// From this many numbers on, the threads make activations ready together.
constexpr std::size_t kSharedNumbers = 64 * 1024;

/// Of so many blocks of a row of bytes the coarsest one has a rest.
constexpr std::size_t kBlocksForRest = 8;

bool takes_integers(kernels::ActivationForm form) {
  return form == kernels::ActivationForm::kInt8 || form == kernels::ActivationForm::kInt16;
}

/// Does a row have a second one in the kernels, of what the first leaves of it?
bool has_second_row(kernels::ActivationForm form, std::size_t inputs) {
  return form == kernels::ActivationForm::kInt16 ||
         (form == kernels::ActivationForm::kBfloat16 && inputs < Matmul::kLongRow);
}

/// Do the coarsest blocks have rests?
bool has_rests(kernels::ActivationForm form, std::size_t inputs) {
  return form == kernels::ActivationForm::kInt8 && inputs < Matmul::kLongRow;
}

std::size_t rests_of_row(std::size_t inputs) {
  return divide_up(divide_up(inputs, kernels::kBlock), kBlocksForRest);
}

/// The blocks of a row whose scales are the largest, as many as `found` takes: they err most. Of
/// equal ones the earlier. Each as its scale's bits and, below, what its index leaves of 2^32 - 1.
void find_coarsest(const kernels::Activations& activations, std::size_t row,
                   std::span<std::uint64_t> found) {
  std::ranges::fill(found, 0);
  for (std::size_t b = 0; b < activations.blocks; ++b) {
    // As integers scales have the same order, and what is no number has a place in it.
    const auto scale =
        std::bit_cast<std::uint32_t>(activations.integer_blocks[b * activations.rows + row].scale);
    const std::uint64_t key = std::uint64_t(scale) << 32 | (~std::uint32_t(0) - b);
    auto place = found.end();
    while (place != found.begin() && place[-1] < key) --place;
    if (place == found.end()) continue;
    std::copy_backward(place, found.end() - 1, found.end());
    *place = key;
  }
}

/// What a block of 16-bit integers leaves of the `count` numbers at x.
void subtract_integers(const std::byte* block, float scale, std::size_t count, const float* x,
                       float* rest) {
  const auto* const high = reinterpret_cast<const std::int8_t*>(block);
  const std::int8_t* const low = high + kernels::kBlock;
  for (std::size_t i = 0; i < count; ++i) rest[i] = x[i] - scale * float(256 * high[i] + low[i]);
}

/// What a block of bfloat16 leaves of the `count` numbers at x.
void subtract_bfloats(const std::byte* block, std::size_t count, const float* x, float* rest) {
  std::uint16_t words[kernels::kBlock];
  std::memcpy(words, block, sizeof words);
  for (std::size_t i = 0; i < count; ++i)
    rest[i] = x[i] - std::bit_cast<float>(std::uint32_t(words[i]) << 16);
}

/// What a prepared row, which has a second one, leaves of the `count` numbers at x.
void subtract_prepared(kernels::ActivationForm form, const kernels::Activations& activations,
                       std::size_t row, std::size_t count, const float* x, float* rest) {
  for (std::size_t b = 0; b < activations.blocks; ++b) {
    const std::size_t place = b * activations.rows + row, first = b * kernels::kBlock;
    const std::size_t numbers = std::min(kernels::kBlock, count - first);
    const std::byte* const block = activations.numbers + place * kernels::block_bytes(form);
    if (form == kernels::ActivationForm::kBfloat16)
      subtract_bfloats(block, numbers, x + first, rest + first);
    else
      subtract_integers(block, activations.integer_blocks[place].scale, numbers, x + first,
                        rest + first);
  }
}

/// What the bytes leave of the coarsest blocks of a row.
void prepare_rests(const kernels::Kernels& set, const float* x, std::size_t inputs, std::size_t row,
                   const kernels::Activations& activations, std::span<kernels::Rest> rests) {
  std::uint64_t coarsest[Matmul::kLongRow / kernels::kBlock / kBlocksForRest];
  find_coarsest(activations, row, {coarsest, rests.size()});
  for (std::size_t i = 0; i < rests.size(); ++i) {
    kernels::Rest& rest = rests[i];
    rest.block = ~std::uint32_t(coarsest[i]);
    rest.row = std::uint32_t(row);
    const std::size_t first = rest.block * kernels::kBlock;
    const std::size_t place = rest.block * activations.rows + row;
    const std::size_t count = std::min(kernels::kBlock, inputs - first);
    const auto* const bytes =
        reinterpret_cast<const std::int8_t*>(activations.numbers + place * kernels::kBlock);
    float left[kernels::kBlock];
    for (std::size_t n = 0; n < count; ++n)
      left[n] = x[first + n] - activations.integer_blocks[place].scale * float(bytes[n]);
    kernels::Activations one{.rows = 1,
                             .blocks = 1,
                             .numbers = rest.numbers,
                             .integer_blocks = &rest.terms,
                             .rests = nullptr,
                             .rest_count = 0};
    set.prepare(kernels::ActivationForm::kInt8, left, count, 0, one);
  }
}

/// `rests`, which are in the order of their rows, in that of their blocks.
void sort_rests(std::span<const kernels::Rest> rests, std::span<kernels::Rest> sorted) {
  std::size_t places[Matmul::kLongRow / kernels::kBlock + 1] = {};
  for (const kernels::Rest& rest : rests) ++places[rest.block + 1];
  std::partial_sum(std::begin(places), std::end(places), std::begin(places));
  for (const kernels::Rest& rest : rests) sorted[places[rest.block]++] = rest;
}

/// A row's sums may have a second part: of its second row, or of its rests.
std::size_t rows_of_sums(const kernels::Activations& activations) {
  return activations.rows * (activations.rest_count > 0 ? 2 : 1);
}

}  // namespace

std::size_t Matmul::scratch_bytes(std::span<const Shape> products, int threads) {
  std::size_t numbers = 0, integer_blocks = 0, rests = 0, sums = 0;
  for (const Shape& product : products) {
    const kernels::ActivationForm form = PackedMatrix::form_for(product.type, product.inputs);
    const bool second = has_second_row(form, product.inputs);
    const bool rest = has_rests(form, product.inputs);
    const std::size_t places =
        product.rows * (second ? 2 : 1) * divide_up(product.inputs, kernels::kBlock);
    numbers = std::max(numbers, places * kernels::block_bytes(form));
    if (takes_integers(form)) integer_blocks = std::max(integer_blocks, places);
    if (rest) rests = std::max(rests, product.rows * rests_of_row(product.inputs));
    sums = std::max(sums, product.group_rows * (second || rest ? 2 : 1));
  }
  const std::size_t behind = kernels::kReadBehind;
  return numbers + behind * kernels::block_bytes(kernels::ActivationForm::kInt8) +
         (integer_blocks + behind) * sizeof(kernels::IntegerBlock) +
         2 * rests * sizeof(kernels::Rest) +
         sums * std::size_t(threads) * kernels::kMaxPanel * sizeof(float);
}

void Matmul::multiply(std::span<const Group> groups) {
  plan(groups);
  if (products_.empty()) return;
  {
    const StageClock::Scope scope(clock_, Stage::kActivations);
    prepare();
  }
  const StageClock::Scope scope(clock_, Stage::kProducts);
  divide();
  pool_->for_each(tasks_.size(),
                  [this](std::size_t task, int thread) { run(tasks_[task], thread); });
}

void Matmul::plan(std::span<const Group> groups) {
  constexpr std::size_t kAlignment = 64;
  prepared_.clear();
  products_.clear();
  std::size_t rows = 0, bytes = 0, integer_blocks = 0, rests = 0, most = 0;
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
          prepared_.emplace_back(Prepared{&group, &weight, rows, bytes, integer_blocks, rests, {}});
      prepared.activations.rows = group.rows * (has_second_row(form, weight.inputs()) ? 2 : 1);
      prepared.activations.blocks = divide_up(weight.inputs(), kernels::kBlock);
      const std::size_t places = prepared.activations.rows * prepared.activations.blocks;
      rows += group.rows;
      bytes += divide_up(places * kernels::block_bytes(form), kAlignment) * kAlignment;
      if (takes_integers(form)) integer_blocks += places;
      if (has_rests(form, weight.inputs())) {
        prepared.activations.rest_count = group.rows * rests_of_row(weight.inputs());
        rests += prepared.activations.rest_count;
      }
      most = std::max(most, rows_of_sums(prepared.activations));
    }
  }
  numbers_.reserve(bytes +
                   kernels::kReadBehind * kernels::block_bytes(kernels::ActivationForm::kInt8));
  integer_blocks += kernels::kReadBehind;
  if (integer_blocks_.size() < integer_blocks) integer_blocks_.resize(integer_blocks);
  if (rests_.size() < rests) rests_.resize(rests);
  sorted_rests_.resize(rests_.size());
  for (Prepared& prepared : prepared_) {
    kernels::Activations& activations = prepared.activations;
    activations.numbers = numbers_.data() + prepared.numbers;
    activations.integer_blocks = integer_blocks_.data() + prepared.integer_blocks;
    activations.rests = sorted_rests_.data() + prepared.rests;
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
  } else {
    const std::size_t rows = prepared_.back().first_row + prepared_.back().group->rows;
    pool_->for_each(rows, [this](std::size_t row, int) {
      const Prepared& prepared =
          *std::prev(std::ranges::upper_bound(prepared_, row, {}, &Prepared::first_row));
      prepare_row(prepared, row - prepared.first_row);
    });
  }
  for (const Prepared& prepared : prepared_) {
    const std::size_t count = prepared.activations.rest_count;
    sort_rests({rests_.data() + prepared.rests, count},
               {sorted_rests_.data() + prepared.rests, count});
  }
}

void Matmul::prepare_row(const Prepared& prepared, std::size_t row) {
  const PackedMatrix& weight = *prepared.weight;
  const kernels::ActivationForm form = weight.product().form;
  const std::size_t inputs = weight.inputs();
  const float* const x = prepared.group->x + row * inputs;
  kernels::Activations activations = prepared.activations;
  weight.set().prepare(form, x, inputs, row, activations);
  if (has_rests(form, inputs)) {
    const std::size_t count = rests_of_row(inputs);
    prepare_rests(weight.set(), x, inputs, row, activations,
                  {rests_.data() + prepared.rests + row * count, count});
  }
  if (!has_second_row(form, inputs)) return;
  float rest[kLongRow];
  subtract_prepared(form, activations, row, inputs, x, rest);
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
    for (std::size_t i = rows * width; i < rows_of_sums(*work.activations) * width; ++i)
      sums[i - rows * width] += sums[i];
    for (std::size_t row = 0; row < rows; ++row)
      std::copy_n(sums + row * width, count, task.part->y + row * weight.outputs() + output);
  }
}

}  // namespace canter
