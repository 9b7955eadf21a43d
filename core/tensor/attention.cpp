#include "tensor/attention.h"

#include <algorithm>
#include <cmath>

#include "format/tensor_type.h"
#include "tensor/kernels/kernels.h"

namespace canter {

void attend_head(const float* query, const float* keys, const float* values, std::size_t positions,
                 std::size_t head_width, float* scores, float* out) {
  const auto& kernels = kernels::active();
  const auto* query_bytes = reinterpret_cast<const std::byte*>(query);
  for (std::size_t p = 0; p < positions; p += kernels::kTileRows)
    kernels.dot(TensorType::kF32, query_bytes, keys + p * head_width, head_width,
                std::min(kernels::kTileRows, positions - p), head_width, scores + p);

  const float scale = 1.0f / std::sqrt(float(head_width));
  const float largest = *std::max_element(scores, scores + positions);
  float total = 0;
  for (std::size_t p = 0; p < positions; ++p) {
    scores[p] = std::exp((scores[p] - largest) * scale);
    total += scores[p];
  }
  std::fill(out, out + head_width, 0.0f);
  for (std::size_t p = 0; p < positions; ++p)
    kernels.add_scaled(scores[p], values + p * head_width, out, head_width);
  for (std::size_t i = 0; i < head_width; ++i) out[i] /= total;
}

}  // namespace canter
