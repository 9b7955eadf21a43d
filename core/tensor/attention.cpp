#include "tensor/attention.h"

#include <algorithm>
#include <cmath>

#include "format/tensor_type.h"
#include "tensor/kernels/kernels.h"

namespace canter {

void attend_head(const float* query, const float* keys, const float* values, std::size_t positions,
                 std::size_t head_width, float* scores, float* out) {
  for (std::size_t p = 0; p < positions; ++p) {
    scores[p] = 0;
    for (std::size_t i = 0; i < head_width; ++i) scores[p] += query[i] * keys[p * head_width + i];
  }

  const float scale = 1.0f / std::sqrt(float(head_width));
  const float largest = *std::max_element(scores, scores + positions);
  float total = 0;
  for (std::size_t p = 0; p < positions; ++p) {
    scores[p] = std::exp((scores[p] - largest) * scale);
    total += scores[p];
  }
  std::fill(out, out + head_width, 0.0f);
  for (std::size_t p = 0; p < positions; ++p)
    for (std::size_t i = 0; i < head_width; ++i) out[i] += scores[p] * values[p * head_width + i];
  for (std::size_t i = 0; i < head_width; ++i) out[i] /= total;
}

}  // namespace canter
