#pragma once

#include <span>
#include <vector>

#include "model/forward/dense_network.h"
#include "model/forward/pass.h"

namespace canter {

/// Keeps the sum of sigmoids from being 0, as the makers of LFM 2 have it.
inline constexpr double kLeastSum = 1e-6;

/// Chooses experts for a row: their numbers, ascending, and what their results are multiplied by.
/// `logits` is [experts] and overwritten; `bias` [experts] or empty. Of equal ones the first is
/// chosen (Shazeer et al., arXiv 1701.06538; sigmoid and bias: DeepSeek-V3, arXiv 2412.19437).
struct ChosenExpert {
  int expert;
  float weight;
  bool operator==(const ChosenExpert&) const = default;
};
void choose_experts(const MixturePlan& mixture, std::span<float> logits,
                    std::span<const float> bias, std::vector<ChosenExpert>& chosen);

/// Mixtures of experts of a pass: rows are grouped by expert, so that each expert's weights are
/// read once, and those of experts that no row asks for not at all. May throw std::bad_alloc.
class Mixture {
 public:
  static std::size_t numbers_per_row(const MixturePlan& mixture, int width);

  /// x, [rows, width], what experts read; `router_input` the same for the router. To `out`.
  void run(Pass& pass, int layer, const float* x, const float* router_input, DenseNetwork& shared,
           float* out);

 private:
  void choose(Pass& pass, const MixturePlan& mixture, const LayerWeights& weights,
              const float* router_input);
  void group(std::size_t rows, int experts, std::size_t width, const float* x);
  /// [experts, width] or empty, each expert's to its rows.
  void add_biases(const std::vector<float>& biases, std::size_t width,
                  std::vector<float>& numbers) const;
  void add_shared(Pass& pass, int layer, const float* x, DenseNetwork& shared, float* out);

  /// Rows that one expert takes: places in the arrays below.
  struct Group {
    int expert;
    std::size_t first, count;
  };

  std::vector<float> logits_;         // [rows, experts]
  std::vector<ChosenExpert> chosen_;  // [rows, used]
  std::vector<ChosenExpert> row_;     // of one row
  std::vector<std::size_t> place_;    // [rows, used]: where its numbers are among the grouped
  std::vector<Group> groups_;
  std::vector<float> x_;            // [places, width]
  std::vector<float> gate_;         // [places, expert width]
  std::vector<float> up_;           // the same
  std::vector<float> down_;         // [places, width]
  std::vector<float> shared_out_;   // [rows, width]
  std::vector<float> shared_gate_;  // [rows]
  std::vector<Matmul::Part> parts_;
  std::vector<Matmul::Group> products_;
};

}  // namespace canter
