#pragma once

#include <cstddef>

#include "format/tensor_type.h"

namespace canter {

/// How a weight matrix is interleaved for a vector unit: outputs are cut into panels, a panel's
/// inputs into blocks of 32 (K-quants: spans of 256), and what belongs to one block of all outputs
/// of a panel lies together, so a product reads memory in one run. With P outputs in a panel:
///
/// Floats of 32, 16 and 8 bits: for each group of `depth` inputs, for each output, `depth` numbers.
/// Rows end with zeros up to a multiple of 32.
///
/// Formats of blocks of 32: scales (P halves; MXFP4: P exponents), minima (P halves; Q4_1, Q5_1),
/// fifth bits (4 P
/// bytes; Q5_0, Q5_1), codes. Codes come in quads of inputs 4 q ... 4 q + 3. Eight-bit ones: for
/// each quad, for each output, four bytes. Nibbles: four lines of 4 P bytes; line g holds quad
/// (g / 2) * 4 + g % 2 in the low nibbles and the quad two further on in the high ones. Fifth bits:
/// bit q of byte 4 o + i belongs to input 4 q + i of output o.
///
/// Q4_K, Q5_K: scales of the span (P halves), of its minima (P halves); for each pair of blocks the
/// high four bits of their minima (P bytes, the even block's in the low nibbles); for each block P
/// bytes: scale in the low six bits, low two bits of the minimum above them; then for each block
/// fifth bits (Q5_K) and nibbles as above.
///
/// Q6_K: scales of the span (P halves); then for each block the scales of its two halves (2 P
/// signed bytes), the high two bits (two lines of 4 P bytes; bits 2 j of byte 4 o + i in line h
/// belong to input 16 h + 4 j + i of output o) and nibbles.
///
/// Q3_K: scales of the span (P halves); for each block the low nibbles of the scales of its two
/// halves (P bytes); for each pair of blocks the high two bits of these four (P bytes); then for
/// each block the third bits, as the fifth ones above, and two lines of two bits, as Q6_K's.
///
/// Q2_K: scales of the span and of its minima (2 P halves); then for each block scale and minimum
/// of its halves (2 P bytes) and two lines of two bits.
///
/// IQ4_XS: scales of the span (P halves); for each pair of blocks the low nibbles of their scales
/// (P bytes); for each four blocks the high two bits (P bytes); then for each block nibbles.
///
/// Formats of unpacked_formats.h: d of the span (P halves); then for each block its scales (P
/// bytes) and nibbles.
///
/// Everything else is as long as in the file, but for missing outputs of the last panel and missing
/// inputs of the last block, which are zeros.
struct Layout {
  TensorType type = TensorType::kF32;
  std::size_t panel = 1;  ///< outputs per panel: P
  std::size_t depth = 1;  ///< inputs of one output side by side; 1 or 2, for float formats
  bool biased = false;    ///< Q8_0: 128 is added to each byte

  bool operator==(const Layout&) const = default;
};

/// Bytes of one panel of rows of `inputs` numbers, a multiple of the block size.
std::size_t panel_bytes(const Layout& layout, std::size_t inputs);

/// Interleaves `outputs` <= layout.panel rows, `row_bytes` apart, of `inputs` numbers each.
/// `panel` takes panel_bytes().
void pack_panel(const Layout& layout, const std::byte* rows, std::size_t row_bytes,
                std::size_t outputs, std::size_t inputs, std::byte* panel);

/// Bytes of what restore_row() gives.
std::size_t restored_bytes(TensorType type, std::size_t inputs);

/// The reverse: one output of a panel as the file's row of `inputs` numbers, to the bit; of formats
/// that are unpacked, as a row of UnpackedSpan.
void restore_row(const Layout& layout, const std::byte* panel, std::size_t output,
                 std::size_t inputs, std::byte* row);

}  // namespace canter
