#include "model/plan/alibi.h"

#include <bit>
#include <cmath>

namespace canter {

std::vector<float> alibi_slopes(int heads, double largest_bias) {
  const int whole = int(std::bit_floor(unsigned(heads)));
  std::vector<float> slopes;
  for (int head = 0; head < heads; ++head) {
    const double power = head < whole ? head + 1 : head - whole + 0.5;
    slopes.push_back(float(std::exp2(-largest_bias / whole * power)));
  }
  return slopes;
}

}  // namespace canter
