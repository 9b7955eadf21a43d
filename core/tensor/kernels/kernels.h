#pragma once

#include <cstddef>
#include <cstdint>

// No standard header with inline code may be included here: the sources of this folder are compiled
// with instruction sets that the rest of the program must not use.

namespace canter {
enum class TensorType : std::uint32_t;
}

namespace canter::kernels {

inline constexpr std::size_t kMaxPanel = 32;

/// Inputs are cut into blocks of this many numbers; the last block of a row is filled with zeros.
inline constexpr std::size_t kBlock = 32;

/// How a product takes its activations: as float32, as bfloat16 (rounded to nearest even), or as
/// integers with one scale for each row and block, x = scale * q, about.
/// kInt8: q is a signed byte, the largest magnitude becomes 127.
/// kInt16: q = 256 * high + low, the largest becomes 32,639 = 256 * 127 + 127. A block is 32 bytes
/// `high`, then 32 bytes `low`, none of them -128: where q would need that, it is one more.
enum class ActivationForm { kFloat, kBfloat16, kInt8, kInt16 };

/// Bytes of one row's block in `form`.
constexpr std::size_t block_bytes(ActivationForm form) {
  return form == ActivationForm::kFloat ? 128 : form == ActivationForm::kInt8 ? 32 : 64;
}

/// What goes with a block of integers q.
struct IntegerBlock {
  float scale;
  float scaled_sum;             ///< scale * sum
  std::int32_t sum;             ///< of the 32 integers
  std::int32_t first_half_sum;  ///< of the first 16
};

/// What the bytes leave of a block of a row, as bytes again.
struct alignas(64) Rest {
  std::byte numbers[kBlock];
  IntegerBlock terms;
  std::uint32_t block;
  std::uint32_t row;
};

/// Rows are read in groups, which the last need not fill: behind the last row's bytes, and what
/// goes with them, so many more may be read.
inline constexpr std::size_t kReadBehind = 16;

/// Activations made ready for products: for block b and row r the numbers lie at
/// numbers + (b * rows + r) * block_bytes(form), what goes with them at
/// integer_blocks[b * rows + r].
struct Activations {
  std::size_t rows = 0;
  std::size_t blocks = 0;
  std::byte* numbers = nullptr;            ///< 64-byte aligned
  IntegerBlock* integer_blocks = nullptr;  ///< for kInt8 and kInt16 only
  /// Of some blocks, for kInt8 only; sorted by block, then by row.
  const Rest* rests = nullptr;
  std::size_t rest_count = 0;
};

/// Some panels of a weight matrix, interleaved as layout.h says, times all rows of activations.
struct PanelProduct {
  const std::byte* weights = nullptr;      ///< the first panel
  const std::byte* weights_end = nullptr;  ///< nothing behind is read, prefetched neither
  const Activations* activations = nullptr;
  /// [rows, panel outputs] for one panel: the result of `multiply`. With rests, [2, rows, panel
  /// outputs]: what those give comes second.
  float* sums = nullptr;
};

/// The product of one number format under one instruction set.
struct Product {
  ActivationForm form;
  /// Inputs of one output that lie side by side; see layout.h.
  std::size_t depth;
  /// Signed bytes are stored plus 128 (Q8_0).
  bool biased;
  /// One panel times all rows. For every element the order of operations depends on its row and
  /// its weights alone: not on the number of rows, nor on the row's place among them.
  void (*multiply)(const PanelProduct& work);
  /// A second row for each, of what the first leaves, costs little.
  bool cheap_rows = false;
};

/// Queries that the attention functions take at a time.
inline constexpr std::size_t kQueryRows = 8;
/// Keys lie in blocks of this many slots, transposed: [slot / 16][head width][16].
inline constexpr std::size_t kKeyBlock = 16;

/// How keys and values are kept: as float32, float16, or bytes. Every kByteGroup bytes of a key, or
/// value, have a float16 by which they are multiplied. A block of keys has those of its slots in
/// front, [group][16], a value its own.
enum class Stored { kFloats, kHalves, kBytes };

inline constexpr std::size_t kByteGroup = 32;

constexpr std::size_t stored_bytes(Stored stored, std::size_t numbers) {
  if (stored == Stored::kFloats) return 4 * numbers;
  if (stored == Stored::kHalves) return 2 * numbers;
  return numbers + (numbers + kByteGroup - 1) / kByteGroup * 2;
}

/// scores[q * score_stride + s] = query q . key of slot s, for all slots of `blocks` blocks.
struct ScoreWork {
  Stored stored = Stored::kFloats;
  const float* queries = nullptr;  ///< [head_width][kQueryRows]
  std::size_t query_count = 0;     ///< at most kQueryRows
  const std::byte* keys = nullptr;
  std::size_t blocks = 0;
  std::size_t head_width = 0;
  float* scores = nullptr;
  std::size_t score_stride = 0;
};

/// sums[q * sum_stride + i] += sum over j < count, in order, of
/// weights[q * weight_stride + j] * values[j * width + i].
struct MixWork {
  Stored stored = Stored::kFloats;
  const float* weights = nullptr;
  std::size_t weight_stride = 0;
  std::size_t query_count = 0;  ///< at most kQueryRows
  const std::byte* values = nullptr;
  std::size_t count = 0;
  std::size_t width = 0;  ///< of a value, a multiple of 16
  float* sums = nullptr;
  std::size_t sum_stride = 0;
};

/// What a query has gathered from some keys: values by weights e^((score - largest) * scale), not
/// yet divided by the sum of the weights.
struct Mixture {
  float* sums = nullptr;
  float largest = 0;
  float total = 0;
};

/// What becomes of a score before weights are made of it: at index i
/// cap * tanh(score * scale / cap), or score * scale without a cap, then + slope * (i - origin).
struct ScoreShape {
  float scale = 1;
  float cap = 0;  ///< 0: none
  float slope = 0;
  float origin = 0;
};

struct AttentionKernels {
  void (*score)(const ScoreWork& work);
  /// Of the scores [first, end), and of what else their blocks of 16 hold. `scores` has room for
  /// whole blocks.
  void (*shape)(float* scores, std::size_t first, std::size_t end, const ScoreShape& shape);
  /// Turns scores [first, end) into weights e^((score - largest) * scale) and sums them up; what
  /// else their blocks of 16 hold gets the weight 0. `scores` has room for whole blocks.
  void (*weigh)(float* scores, std::size_t first, std::size_t end, float scale, float* largest,
                float* total);
  void (*mix)(const MixWork& work);
  /// Adds what was gathered from further keys; `width` as in MixWork.
  void (*merge)(const Mixture& other, float scale, std::size_t width, Mixture& mixture);
};

/// Functions of single numbers, as operations.h says. What a number gives does not depend on its
/// place.
struct ElementwiseKernels {
  void (*silu_multiply)(float* gate, const float* up, std::size_t count);
  void (*clamped_silu_multiply)(float* gate, const float* up, float slope, float limit,
                                std::size_t count);
  void (*gelu_tanh_multiply)(float* gate, const float* up, std::size_t count);
  void (*gelu_tanh)(float* x, std::size_t count);
  void (*gelu)(float* x, std::size_t count);
  void (*sigmoid)(float* x, std::size_t count);
  void (*sigmoid_multiply)(float* x, const float* gate, std::size_t count);
  void (*softcap)(float* x, float cap, std::size_t count);
  void (*add_scaled)(float* x, const float* y, float factor, std::size_t count);
  /// To float16, to nearest even.
  void (*to_halves)(const float* x, std::uint16_t* halves, std::size_t count);
};

/// Columns of a state that a step takes at a time, at most.
inline constexpr std::size_t kStateColumns = 32;

/// One step of some columns of a state, a matrix S of `height` rows, where decay = e^log_decay:
/// S' = decay * S + key (outer product) added, out = transposed S' * query.
struct StateStep {
  const float* from = nullptr;  ///< S
  std::size_t from_stride = 0;
  float* to = nullptr;  ///< S'; may be S, with the same stride
  std::size_t to_stride = 0;
  std::size_t height = 0;
  std::size_t columns = 0;       ///< at most kStateColumns
  const float* key = nullptr;    ///< [height]
  const float* query = nullptr;  ///< [height]; may be missing if `out` is
  const float* value = nullptr;  ///< [columns]
  float log_decay = 0;
  float rate = 0;
  float skip = 0;        ///< for `scan`
  float* out = nullptr;  ///< [columns], or nothing is given out
};

/// One row of a depthwise convolution:
/// out[c] = bias[c] + sum over t < taps of weights[t * weight_stride + c] * inputs[t][first + c].
struct ConvolutionRow {
  const float* const* inputs = nullptr;  ///< [taps], the oldest first
  std::size_t first = 0;
  std::size_t taps = 0;
  const float* weights = nullptr;
  std::size_t weight_stride = 0;
  const float* bias = nullptr;  ///< may be missing
  bool silu = false;            ///< behind the sum
  float* out = nullptr;
  std::size_t count = 0;  ///< of channels
};

/// For every column, or channel, the order of operations is the same whatever runs beside it.
struct RecurrentKernels {
  /// added = rate * (value - decay * transposed S * key).
  void (*correct)(const StateStep& step);
  /// added = rate * value; skip * value is added to what is given out.
  void (*scan)(const StateStep& step);
  void (*convolve)(const ConvolutionRow& row);
};

/// The inner loops, once per instruction set.
struct Kernels {
  const char* name;
  /// Outputs per panel, at most kMaxPanel.
  std::size_t panel;
  /// nullptr for a number format without products.
  const Product* (*product)(TensorType type);
  /// The same with more exact activations: integers of 16 bits, or float32.
  const Product* (*exact_product)(TensorType type);

  /// Row `row` of `activations` from `count` numbers at x; what is missing in the last block
  /// becomes zero. Integers are rounded to nearest even; a block whose scale is not finite gives
  /// NaN.
  void (*prepare)(ActivationForm form, const float* x, std::size_t count, std::size_t row,
                  Activations& activations);

  ElementwiseKernels elementwise;
  AttentionKernels attention;
  RecurrentKernels recurrent;
};

/// Best set that this processor and operating system support, or the one that the environment
/// variable CANTER_KERNELS names if it is supported. Chosen once. Sets: portable, avx2, avxvnni,
/// avx512, avx512bf16, amx, neon, neoni8mm.
const Kernels& active();

/// By name; nullptr when this processor cannot run it or there is no such set.
const Kernels* find(const char* name);

}  // namespace canter::kernels
