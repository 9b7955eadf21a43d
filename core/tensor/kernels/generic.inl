// The inner loops, written with the compiler's vector types. Each instruction set's source includes
// this inside a namespace of its own and is compiled with its own flags.

#include "tensor/kernels/formats.inl"

constexpr std::size_t kRun = 32;

/// Lanes are added as a fixed binary tree.
inline float sum(Floats v) {
  float lanes[16];
  __builtin_memcpy(lanes, &v, sizeof v);
  for (int width = 8; width > 0; width /= 2)
    for (int i = 0; i < width; ++i) lanes[i] += lanes[i + width];
  return lanes[0];
}

template <typename Format, std::size_t rows>
void dot_tile(const std::byte* weight, const float* x, std::size_t x_stride, std::size_t count,
              float* y) {
  Floats even[rows] = {};
  Floats odd[rows] = {};
  std::size_t i = 0;
  for (; i + kRun <= count; i += kRun) {
    const Run w = Format::run(weight, i);
    for (std::size_t r = 0; r < rows; ++r) {
      even[r] += w.low * load<Floats>(x + r * x_stride + i);
      odd[r] += w.high * load<Floats>(x + r * x_stride + i + 16);
    }
  }
  if (i < count) {
    const std::size_t rest = count - i;
    std::byte padded[kRun * Format::kBytes] = {};
    __builtin_memcpy(padded, weight + i * Format::kBytes, rest * Format::kBytes);
    const Run w = Format::run(padded, 0);
    for (std::size_t r = 0; r < rows; ++r) {
      float tail[kRun] = {};
      __builtin_memcpy(tail, x + r * x_stride + i, rest * sizeof(float));
      even[r] += w.low * load<Floats>(tail);
      odd[r] += w.high * load<Floats>(tail + 16);
    }
  }
  for (std::size_t r = 0; r < rows; ++r) y[r] = sum(even[r] + odd[r]);
}

template <typename Format>
void dot_format(const std::byte* weight, const float* x, std::size_t x_stride, std::size_t rows,
                std::size_t count, float* y) {
  switch (rows) {
    case 1:
      return dot_tile<Format, 1>(weight, x, x_stride, count, y);
    case 2:
      return dot_tile<Format, 2>(weight, x, x_stride, count, y);
    case 3:
      return dot_tile<Format, 3>(weight, x, x_stride, count, y);
    default:
      return dot_tile<Format, kTileRows>(weight, x, x_stride, count, y);
  }
}

template <typename Format>
void decode_format(const std::byte* source, float* destination, std::size_t count) {
  std::size_t i = 0;
  for (; i + kRun <= count; i += kRun) {
    const Run w = Format::run(source, i);
    __builtin_memcpy(destination + i, &w, sizeof w);
  }
  if (i < count) {
    const std::size_t rest = count - i;
    std::byte padded[kRun * Format::kBytes] = {};
    __builtin_memcpy(padded, source + i * Format::kBytes, rest * Format::kBytes);
    const Run w = Format::run(padded, 0);
    __builtin_memcpy(destination + i, &w, rest * sizeof(float));
  }
}

/// Calls `use` with an object of the format's struct.
template <typename Use>
void with_format(TensorType type, const Use& use) {
  switch (type) {
    case TensorType::kF32:
      return use(F32{});
    case TensorType::kF16:
      return use(F16{});
    case TensorType::kBF16:
      return use(BF16{});
    case TensorType::kQ8_0:
      return use(Q8_0{});
    case TensorType::kQ4_0:
      return use(Q4_0{});
    case TensorType::kQ4_1:
      return use(Q4_1{});
    case TensorType::kQ5_0:
      return use(Q5_0{});
    case TensorType::kQ5_1:
      return use(Q5_1{});
    case TensorType::kQ4_K:
      return use(Q4_K{});
    case TensorType::kQ5_K:
      return use(Q5_K{});
    case TensorType::kQ6_K:
      return use(Q6_K{});
    default:
      return;
  }
}

void dot(TensorType type, const std::byte* weight, const float* x, std::size_t x_stride,
         std::size_t rows, std::size_t count, float* y) {
  with_format(type, [&]<typename Format>(Format) {
    dot_format<Format>(weight, x, x_stride, rows, count, y);
  });
}

void decode(TensorType type, const std::byte* source, float* destination, std::size_t count) {
  with_format(type,
              [&]<typename Format>(Format) { decode_format<Format>(source, destination, count); });
}

void add_scaled(float a, const float* x, float* y, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) y[i] += a * x[i];
}
