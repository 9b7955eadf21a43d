#pragma once

#include <cstddef>

namespace canter {

/// One query head of one row over the keys and values of positions [0, positions):
/// out = sum over p of softmax(query . keys[p] / sqrt(head_width))[p] * values[p].
/// keys, values are [positions, head_width]; `scores` is scratch of `positions` floats. The order
/// of operations depends on the positions alone.
void attend_head(const float* query, const float* keys, const float* values, std::size_t positions,
                 std::size_t head_width, float* scores, float* out);

}  // namespace canter
