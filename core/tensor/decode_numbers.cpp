#include <algorithm>
#include <cstring>

#include "tensor/codebooks.h"
#include "tensor/number_format.h"
#include "tensor/unpacked_formats.h"

namespace canter {
namespace {

constexpr int kLanes = 4;
constexpr int kRun = 32;
#include "tensor/decode_formats.inl"

/// The last numbers of a row that is no multiple of a run, followed by zeros.
template <typename Format>
void decode_rest(const std::byte* source, float* destination, std::size_t count) {
  std::byte bytes[kRun * Format::kBytes] = {};
  std::memcpy(bytes, source, count * Format::kBytes);
  const Format run(bytes, 0);
  float numbers[kRun];
  for (int p = 0; p < kRun; p += kLanes) store(numbers + p, run.part(p));
  std::copy_n(numbers, count, destination);
}

template <typename Format>
void decode(const std::byte* source, float* destination, std::size_t count) {
  std::size_t i = 0;
  for (; i + kRun <= count; i += kRun) {
    const Format run(source, i);
    for (int p = 0; p < kRun; p += kLanes) store(destination + i + p, run.part(p));
  }
  // Only formats of single numbers have rows that are no multiple of a run.
  if constexpr (Format::kBytes <= 4)
    if (i < count) decode_rest<Format>(source + i * Format::kBytes, destination + i, count - i);
}

}  // namespace

void decode_numbers(TensorType type, const std::byte* source, float* destination,
                    std::size_t count) {
  switch (type) {
    case TensorType::kF32:
      return decode<F32>(source, destination, count);
    case TensorType::kF16:
      return decode<F16>(source, destination, count);
    case TensorType::kBF16:
      return decode<BF16>(source, destination, count);
    case TensorType::kF8_E4M3:
      return decode<F8_E4M3>(source, destination, count);
    case TensorType::kF8_E5M2:
      return decode<F8_E5M2>(source, destination, count);
    case TensorType::kQ8_0:
      return decode<Q8_0>(source, destination, count);
    case TensorType::kQ4_0:
      return decode<Q4_0>(source, destination, count);
    case TensorType::kQ4_1:
      return decode<Q4_1>(source, destination, count);
    case TensorType::kQ5_0:
      return decode<Q5_0>(source, destination, count);
    case TensorType::kQ5_1:
      return decode<Q5_1>(source, destination, count);
    case TensorType::kQ4_K:
      return decode<Q4_K>(source, destination, count);
    case TensorType::kQ5_K:
      return decode<Q5_K>(source, destination, count);
    case TensorType::kQ6_K:
      return decode<Q6_K>(source, destination, count);
    case TensorType::kQ2_K:
      return decode<Q2_K>(source, destination, count);
    case TensorType::kQ3_K:
      return decode<Q3_K>(source, destination, count);
    case TensorType::kIQ4_NL:
      return decode<IQ4_NL>(source, destination, count);
    case TensorType::kIQ4_XS:
      return decode<IQ4_XS>(source, destination, count);
    case TensorType::kMXFP4:
      return decode<MXFP4>(source, destination, count);
    default:
      for (std::size_t i = 0; i < count; i += 256, source += tensor_type_info(type)->block_bytes)
        decode_span(type, unpack_span(type, source), destination + i);
  }
}

}  // namespace canter
