#include "support/reference_forward.h"

#include <algorithm>
#include <cmath>

#include "model/plan/uniform_shape.h"
#include "support/reference_numbers.h"

namespace canter::test {
namespace {

using Numbers = std::vector<double>;

Numbers multiply(const PackedMatrix& weight, const Numbers& x) {
  Numbers y(weight.outputs());
  std::vector<float> w(weight.inputs());
  std::vector<std::byte> scratch;
  for (std::size_t o = 0; o < y.size(); ++o) {
    weight.decode(o, w.data(), scratch);
    for (std::size_t i = 0; i < w.size(); ++i) y[o] += double(w[i]) * x[i];
  }
  return y;
}

Numbers normalise(const Numbers& x, const std::vector<float>& weight, double epsilon) {
  double squares = 0;
  for (double v : x) squares += v * v;
  Numbers y(x.size());
  for (std::size_t i = 0; i < x.size(); ++i)
    y[i] = x[i] / std::sqrt(squares / double(x.size()) + epsilon) * weight[i];
  return y;
}

void add(Numbers& x, const Numbers& y) {
  for (std::size_t i = 0; i < x.size(); ++i) x[i] += y[i];
}

void turn(Numbers& heads, int head_width, int position, const RotaryPlan& rotary) {
  const RotaryFrequencies frequencies = rotary_frequencies(rotary);
  const int pairs = rotary.width / 2;
  for (std::size_t start = 0; start < heads.size(); start += head_width) {
    for (int i = 0; i < pairs; ++i) {
      const bool halves = rotary.layout == RotaryLayout::kHalves;
      double& a = heads[start + (halves ? i : 2 * i)];
      double& b = heads[start + (halves ? i + pairs : 2 * i + 1)];
      const double angle = position * frequencies.per_position[i];
      const double x = a, y = b;
      a = frequencies.magnitude * (x * std::cos(angle) - y * std::sin(angle));
      b = frequencies.magnitude * (x * std::sin(angle) + y * std::cos(angle));
    }
  }
}

/// One row of attention over the keys and values of the rows so far.
Numbers attend(const UniformShape& config, const Numbers& query, const std::vector<Numbers>& keys,
               const std::vector<Numbers>& values) {
  const int width = config.head_width;
  Numbers out(query.size());
  for (int head = 0; head < config.heads; ++head) {
    const int shared = head / (config.heads / config.kv_heads) * width;
    Numbers weight(keys.size());
    for (std::size_t p = 0; p < keys.size(); ++p) {
      for (int i = 0; i < width; ++i) weight[p] += query[head * width + i] * keys[p][shared + i];
      weight[p] /= std::sqrt(double(width));
    }
    const double largest = *std::max_element(weight.begin(), weight.end());
    double total = 0;
    for (double& w : weight) total += w = std::exp(w - largest);
    for (std::size_t p = 0; p < keys.size(); ++p)
      for (int i = 0; i < width; ++i)
        out[head * width + i] += weight[p] / total * values[p][shared + i];
  }
  return out;
}

}  // namespace

std::vector<double> reference_forward(const Model& model, std::span<const TokenId> tokens) {
  const UniformShape config = uniform_shape(model.plan()).value();
  const ModelWeights& weights = model.weights();
  std::vector<Numbers> rows;
  for (const TokenId token : tokens)
    rows.push_back(reference_decode(weights.embedding.type,
                                    {weights.embedding.row(token), weights.embedding.row_bytes()}));

  for (int l = 0; l < config.layers; ++l) {
    const LayerWeights& layer = weights.layers[l];
    std::vector<Numbers> keys, values;
    for (std::size_t position = 0; position < rows.size(); ++position) {
      Numbers& x = rows[position];
      Numbers normed = normalise(x, layer.vector(Role::kMixerNorm), config.norm_epsilon);
      Numbers query = multiply(layer.matrix(Role::kQuery), normed);
      keys.push_back(multiply(layer.matrix(Role::kKey), normed));
      values.push_back(multiply(layer.matrix(Role::kValue), normed));
      turn(query, config.head_width, int(position), config.rotary);
      turn(keys.back(), config.head_width, int(position), config.rotary);
      add(x, multiply(layer.matrix(Role::kAttentionOutput), attend(config, query, keys, values)));

      normed = normalise(x, layer.vector(Role::kFeedForwardNorm), config.norm_epsilon);
      Numbers gate = multiply(layer.matrix(Role::kGate), normed);
      const Numbers up = multiply(layer.matrix(Role::kUp), normed);
      for (std::size_t i = 0; i < gate.size(); ++i) gate[i] *= up[i] / (1 + std::exp(-gate[i]));
      add(x, multiply(layer.matrix(Role::kDown), gate));
    }
  }

  std::vector<double> logits;
  for (const Numbers& x : rows) {
    const Numbers row =
        multiply(weights.model.matrix(Role::kOutput),
                 normalise(x, weights.model.vector(Role::kOutputNorm), config.norm_epsilon));
    logits.insert(logits.end(), row.begin(), row.end());
  }
  return logits;
}

}  // namespace canter::test
