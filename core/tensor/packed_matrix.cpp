#include "tensor/packed_matrix.h"

#include <algorithm>
#include <atomic>
#include <cstring>

#include "tensor/number_format.h"
#include "tensor/unpacked_formats.h"

namespace canter {
namespace {

const kernels::Product& product_for(TensorType type, std::size_t inputs,
                                    const kernels::Kernels& set) {
  const kernels::Product& product = *set.product(type);
  const bool rounds_once =
      product.form == kernels::ActivationForm::kBfloat16 && !product.cheap_rows;
  const bool exact = inputs < (rounds_once ? PackedMatrix::kLongRow : PackedMatrix::kTinyRow);
  return exact ? *set.exact_product(type) : product;
}

Layout layout_for(TensorType type, std::size_t inputs, const kernels::Kernels& set) {
  const kernels::Product& product = product_for(type, inputs, set);
  return {type, set.panel, product.depth, product.biased};
}

std::size_t panels_for(const Layout& layout, std::size_t outputs) {
  return (outputs + layout.panel - 1) / layout.panel;
}

}  // namespace

std::size_t PackedMatrix::bytes_for(TensorType type, std::size_t outputs, std::size_t inputs,
                                    const kernels::Kernels& set) {
  constexpr std::size_t kAlignment = 64;
  const Layout layout = layout_for(type, inputs, set);
  const std::size_t bytes = panels_for(layout, outputs) * canter::panel_bytes(layout, inputs);
  return (bytes + kAlignment - 1) / kAlignment * kAlignment;
}

kernels::ActivationForm PackedMatrix::form_for(TensorType type, std::size_t inputs,
                                               const kernels::Kernels& set) {
  return product_for(type, inputs, set).form;
}

Result<PackedMatrix> PackedMatrix::pack(const Matrix& matrix, ThreadPool& pool,
                                        std::span<std::byte> memory, const kernels::Kernels& set) {
  PackedMatrix packed;
  packed.layout_ = layout_for(matrix.type, matrix.inputs, set);
  packed.set_ = &set;
  packed.product_ = &product_for(matrix.type, matrix.inputs, set);
  packed.outputs_ = matrix.outputs;
  packed.inputs_ = matrix.inputs;
  packed.panel_bytes_ = canter::panel_bytes(packed.layout_, matrix.inputs);
  packed.bytes_ = memory;
  std::atomic<bool> finite = true;
  pool.for_each(packed.panels(), [&](std::size_t panel, int) {
    const std::size_t first = panel * packed.layout_.panel;
    const std::size_t count = std::min(packed.layout_.panel, matrix.outputs - first);
    if (!all_finite(matrix.type, {matrix.row(first), count * matrix.row_bytes()})) finite = false;
    pack_panel(packed.layout_, matrix.row(first), matrix.row_bytes(), count, matrix.inputs,
               memory.data() + panel * packed.panel_bytes_);
  });
  if (!finite) return fail(ErrorKind::kBadFile, "holds infinity or what is no number");
  return packed;
}

void PackedMatrix::decode(std::size_t output, float* numbers,
                          std::vector<std::byte>& scratch) const {
  scratch.resize(restored_bytes(layout_.type, inputs_));
  restore_row(layout_, panel(output / layout_.panel), output % layout_.panel, inputs_,
              scratch.data());
  if (!is_unpacked(layout_.type))
    return decode_numbers(layout_.type, scratch.data(), numbers, inputs_);
  for (std::size_t s = 0; s < inputs_ / 256; ++s) {
    UnpackedSpan span;
    std::memcpy(&span, scratch.data() + s * sizeof span, sizeof span);
    decode_span(layout_.type, span, numbers + 256 * s);
  }
}

}  // namespace canter
