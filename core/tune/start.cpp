#include "tune/start.h"

#include <cmath>
#include <vector>

#include "tensor/number_format.h"
#include "tune/normal_numbers.h"
#include "tune/numbers.h"

namespace canter::tuning {
namespace {

double root_mean_square(const std::vector<float>& numbers) {
  const auto squares = sum_of<double>(
      numbers.size(), [&](std::size_t i) { return double(numbers[i]) * double(numbers[i]); });
  return std::sqrt(squares / double(numbers.size()));
}

/// Mean of all token embeddings, and the deviation of a single number from it.
struct EmbeddingStatistics {
  std::vector<double> mean;
  double deviation = 0;

  /// `scale`: of embeddings before the first layer.
  EmbeddingStatistics(const Matrix& embedding, double scale) : mean(embedding.inputs) {
    std::vector<float> row(embedding.inputs);
    double squares = 0;
    for (std::size_t token = 0; token < embedding.outputs; ++token) {
      decode_numbers(embedding.type, embedding.row(token), row.data(), row.size());
      for (std::size_t i = 0; i < row.size(); ++i) {
        mean[i] += row[i];
        squares += double(row[i]) * double(row[i]);
      }
    }
    for (double& m : mean) {
      m /= double(embedding.outputs);
      squares -= double(embedding.outputs) * m * m;
    }
    deviation =
        scale * std::sqrt(std::max(squares, 0.0) / double(embedding.outputs * embedding.inputs));
    for (double& m : mean) m *= scale;
  }
};

}  // namespace

Parameters<float> starting_parameters(const Model& model, const AdapterShape& shape,
                                      const Context<float>& context, std::uint64_t seed) {
  constexpr double kKeyShare = 0.5, kValueShare = 0.1, kTransition = 0.1;
  Parameters<float> parameters(shape);
  NormalNumbers normal(seed);
  const EmbeddingStatistics tokens(model.weights().embedding, model.plan().embedding_scale);
  normal.fill(parameters.masks(), shape.mask_numbers(), tokens.deviation);
  for (std::size_t i = 0; i < shape.mask_numbers(); ++i)
    parameters.masks()[i] += float(tokens.mean[i % shape.width]);
  normal.fill(parameters.keys(0), shape.prompt_numbers(),
              kKeyShare * root_mean_square(context.keys));
  normal.fill(parameters.values(0), shape.prompt_numbers(),
              kValueShare * root_mean_square(context.values));
  normal.fill(parameters.from(), 2 * shape.transition_numbers(), kTransition);
  parameters.scale() = 1;
  return parameters;
}

}  // namespace canter::tuning
