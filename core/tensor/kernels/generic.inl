// The inner loops, written with the compiler's vector types. Each instruction set's source says how
// many floats its registers hold (kLanes: 4, 8 or 16), includes this inside a namespace of its own
// and is compiled with its own flags.

#include "tensor/kernels/formats.inl"

constexpr int kRun = 32;
constexpr int kParts = kRun / kLanes;
// Sums of more rows than this would not stay in registers.
constexpr std::size_t kRowsInRegisters = kLanes == 16 ? 4 : 2;

/// 32 sums, one for each number of a run, whatever the registers' width.
struct Sums {
  Floats part[kParts] = {};

  /// Added as a fixed binary tree.
  float total() const {
    float lanes[kRun];
    __builtin_memcpy(lanes, part, sizeof part);
    for (int width = kRun / 2; width > 0; width /= 2)
      for (int i = 0; i < width; ++i) lanes[i] += lanes[i + width];
    return lanes[0];
  }
};

template <std::size_t rows, typename Format>
inline void add_products(const Format& weight, const float* x, std::size_t x_stride, Sums* sums) {
#pragma GCC unroll 8
  for (int p = 0; p < kParts; ++p) {
    const Floats w = weight.part(p * kLanes);
#pragma GCC unroll 4
    for (std::size_t r = 0; r < rows; ++r)
      sums[r].part[p] += w * load<Floats>(x + r * x_stride + p * kLanes);
  }
}

/// The last numbers of a row that is no multiple of a run, followed by zeros.
template <typename Format>
struct Tail {
  std::byte bytes[kRun * Format::kBytes] = {};

  Tail(const std::byte* row, std::size_t first, std::size_t count) {
    __builtin_memcpy(bytes, row + first * Format::kBytes, count * Format::kBytes);
  }
  Format run() const { return Format(bytes, 0); }
};

template <typename Format, std::size_t rows>
void dot_tile(const std::byte* weight, const float* x, std::size_t x_stride, std::size_t count,
              float* y) {
  Sums sums[rows];
  std::size_t i = 0;
  for (; i + kRun <= count; i += kRun) add_products<rows>(Format(weight, i), x + i, x_stride, sums);
  if (i < count) {
    const std::size_t rest = count - i;
    const Tail<Format> tail(weight, i, rest);
    float padded[rows * kRun] = {};
    for (std::size_t r = 0; r < rows; ++r)
      __builtin_memcpy(padded + r * kRun, x + r * x_stride + i, rest * sizeof(float));
    add_products<rows>(tail.run(), padded, kRun, sums);
  }
  for (std::size_t r = 0; r < rows; ++r) y[r] = sums[r].total();
}

template <typename Format>
void dot_format(const std::byte* weight, const float* x, std::size_t x_stride, std::size_t rows,
                std::size_t count, float* y) {
  for (; rows >= kRowsInRegisters; rows -= kRowsInRegisters) {
    dot_tile<Format, kRowsInRegisters>(weight, x, x_stride, count, y);
    x += kRowsInRegisters * x_stride;
    y += kRowsInRegisters;
  }
  for (; rows > 0; --rows) {
    dot_tile<Format, 1>(weight, x, x_stride, count, y++);
    x += x_stride;
  }
}

template <typename Format>
void decode_format(const std::byte* source, float* destination, std::size_t count) {
  const auto decode_run = [](const Format& run, float* out) {
    for (int p = 0; p < kParts; ++p) {
      const Floats numbers = run.part(p * kLanes);
      __builtin_memcpy(out + p * kLanes, &numbers, sizeof numbers);
    }
  };
  std::size_t i = 0;
  for (; i + kRun <= count; i += kRun) decode_run(Format(source, i), destination + i);
  if (i < count) {
    float numbers[kRun];
    decode_run(Tail<Format>(source, i, count - i).run(), numbers);
    __builtin_memcpy(destination + i, numbers, (count - i) * sizeof(float));
  }
}

/// What with_format() hands over.
template <typename Format>
struct Chosen {};

/// Calls `use` with the format's Chosen.
template <typename Use>
void with_format(TensorType type, const Use& use) {
  switch (type) {
    case TensorType::kF32:
      return use(Chosen<F32>{});
    case TensorType::kF16:
      return use(Chosen<F16>{});
    case TensorType::kBF16:
      return use(Chosen<BF16>{});
    case TensorType::kQ8_0:
      return use(Chosen<Q8_0>{});
    case TensorType::kQ4_0:
      return use(Chosen<Q4_0>{});
    case TensorType::kQ4_1:
      return use(Chosen<Q4_1>{});
    case TensorType::kQ5_0:
      return use(Chosen<Q5_0>{});
    case TensorType::kQ5_1:
      return use(Chosen<Q5_1>{});
    case TensorType::kQ4_K:
      return use(Chosen<Q4_K>{});
    case TensorType::kQ5_K:
      return use(Chosen<Q5_K>{});
    case TensorType::kQ6_K:
      return use(Chosen<Q6_K>{});
    default:
      return;
  }
}

void dot(TensorType type, const std::byte* weight, const float* x, std::size_t x_stride,
         std::size_t rows, std::size_t count, float* y) {
  with_format(type, [&]<typename Format>(Chosen<Format>) {
    dot_format<Format>(weight, x, x_stride, rows, count, y);
  });
}

void decode(TensorType type, const std::byte* source, float* destination, std::size_t count) {
  with_format(type, [&]<typename Format>(Chosen<Format>) {
    decode_format<Format>(source, destination, count);
  });
}

void add_scaled(float a, const float* x, float* y, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) y[i] += a * x[i];
}
