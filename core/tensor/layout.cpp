#include "tensor/layout.h"

#include <algorithm>
#include <cstring>

#include "tensor/interleaving_blocks.h"
#include "tensor/interleaving_spans.h"

namespace canter {
namespace {

using namespace interleaving;

/// Where the parts of a format lie, in the file and in a panel. Bytes for one output.
struct Format {
  std::size_t span;          ///< inputs that share a header
  std::size_t header_bytes;  ///< in the panel, for each output
  std::size_t block_bytes;   ///< in the panel, behind the header, for each output and 32 inputs
};

Format format_of(const Layout& layout) {
  switch (layout.type) {
    case TensorType::kF32:
      return {kBlock, 0, 4 * kBlock};
    case TensorType::kF16:
    case TensorType::kBF16:
      return {kBlock, 0, 2 * kBlock};
    case TensorType::kF8_E4M3:
    case TensorType::kF8_E5M2:
      return {kBlock, 0, kBlock};
    case TensorType::kQ2_K:
      return {256, 4, 10};
    case TensorType::kQ3_K:
      return {256, 14, 12};
    case TensorType::kIQ4_XS:
      return {256, 8, 16};
    case TensorType::kQ4_K:
      return {256, 16, 16};
    case TensorType::kQ5_K:
      return {256, 16, 20};
    case TensorType::kQ6_K:
      return {256, 2, 26};
    default:
      if (is_unpacked(layout.type)) return {256, 2, 17};
      return {kBlock, 0, tensor_type_info(layout.type)->block_bytes};
  }
}

std::size_t span_bytes(const Layout& layout, const Format& format) {
  return layout.panel * (format.header_bytes + format.span / kBlock * format.block_bytes);
}

/// Calls `use` with the interleaver of a block-quantised format.
template <typename Use>
void with_interleaver(const Layout& layout, const Use& use) {
  switch (layout.type) {
    case TensorType::kQ4_K:
    case TensorType::kQ5_K:
      return use(ScaledTwiceSpan(layout));
    case TensorType::kQ6_K:
      return use(Q6Span(layout));
    case TensorType::kQ3_K:
      return use(Q3Span(layout));
    case TensorType::kQ2_K:
      return use(Q2Span(layout));
    case TensorType::kIQ4_XS:
      return use(NonLinearSpan(layout));
    default:
      if (is_unpacked(layout.type)) return use(UnpackedInterleaver(layout));
      return use(SimpleBlock(layout));
  }
}

/// Bytes of a number; 0 for block-quantised formats.
std::size_t number_bytes(TensorType type) {
  const TensorTypeInfo& info = *tensor_type_info(type);
  return info.block_size == 1 ? info.block_bytes : 0;
}

/// Where number i of output o lies in a panel of floats.
std::size_t number_place(const Layout& layout, std::size_t i, std::size_t o, std::size_t bytes) {
  const std::size_t depth = layout.depth;
  return (i / depth * depth * layout.panel + o * depth + i % depth) * bytes;
}

}  // namespace

std::size_t panel_bytes(const Layout& layout, std::size_t inputs) {
  const Format format = format_of(layout);
  return (inputs + format.span - 1) / format.span * span_bytes(layout, format);
}

void pack_panel(const Layout& layout, const std::byte* rows, std::size_t row_bytes,
                std::size_t outputs, std::size_t inputs, std::byte* panel) {
  if (outputs < layout.panel || inputs % kBlock != 0)
    std::fill_n(panel, panel_bytes(layout, inputs), std::byte{});
  if (const std::size_t bytes = number_bytes(layout.type)) {
    for (std::size_t o = 0; o < outputs; ++o)
      for (std::size_t i = 0; i < inputs; ++i)
        std::memcpy(panel + number_place(layout, i, o, bytes), rows + o * row_bytes + i * bytes,
                    bytes);
    return;
  }
  const Format format = format_of(layout);
  const std::size_t file_bytes = tensor_type_info(layout.type)->block_bytes;
  with_interleaver(layout, [&](const auto& interleaver) {
    for (std::size_t s = 0; s < inputs / format.span; ++s)
      for (std::size_t o = 0; o < outputs; ++o)
        interleaver.pack(rows + o * row_bytes + s * file_bytes, o,
                         panel + s * span_bytes(layout, format));
  });
}

std::size_t restored_bytes(TensorType type, std::size_t inputs) {
  if (is_unpacked(type)) return inputs / 256 * sizeof(UnpackedSpan);
  const TensorTypeInfo& info = *tensor_type_info(type);
  return inputs / info.block_size * info.block_bytes;
}

void restore_row(const Layout& layout, const std::byte* panel, std::size_t output,
                 std::size_t inputs, std::byte* row) {
  if (const std::size_t bytes = number_bytes(layout.type)) {
    for (std::size_t i = 0; i < inputs; ++i)
      std::memcpy(row + i * bytes, panel + number_place(layout, i, output, bytes), bytes);
    return;
  }
  const Format format = format_of(layout);
  const std::size_t block_bytes = restored_bytes(layout.type, format.span);
  with_interleaver(layout, [&](const auto& interleaver) {
    for (std::size_t s = 0; s < inputs / format.span; ++s)
      interleaver.restore(panel + s * span_bytes(layout, format), output, row + s * block_bytes);
  });
}

}  // namespace canter
