#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "support/random_numbers.h"
#include "support/require.h"
#include "tensor/attention.h"

namespace canter::test {

struct Shape {
  std::size_t heads = 4;
  std::size_t kv_heads = 2;
  std::size_t width = 16;
  TensorType type = TensorType::kF32;
  float cap = 0;
  std::vector<float> sinks = {}, slopes = {};

  float scale() const { return 1 / std::sqrt(float(width)); }
};

/// Keys and values of tokens, [token][kv_head][width].
struct Tokens {
  std::vector<float> keys, values;
};

inline Tokens random_tokens(std::mt19937& random, const Shape& shape, std::size_t count) {
  const std::size_t numbers = count * shape.kv_heads * shape.width;
  return {test::normal_numbers(random, numbers), test::normal_numbers(random, numbers)};
}

inline void write(KeyValues& store, const Tokens& tokens, std::size_t token, std::size_t slot) {
  for (std::size_t head = 0; head < store.heads(); ++head) {
    const std::size_t at = (token * store.heads() + head) * store.head_width();
    store.write(head, slot, tokens.keys.data() + at, tokens.values.data() + at);
  }
}

inline KeyValues store_of(const Shape& shape, std::size_t slots) {
  KeyValues store(shape.kv_heads, shape.width, shape.type);
  EXPECT_TRUE(store.grow(slots, 0));
  return store;
}

/// Tokens [0, count) in slots [0, count).
inline KeyValues filled(const Shape& shape, const Tokens& tokens, std::size_t count) {
  KeyValues store = store_of(shape, count);
  for (std::size_t t = 0; t < count; ++t) write(store, tokens, t, t);
  return store;
}

/// Sets that have an attention of their own.
inline std::vector<const kernels::Kernels*> sets() {
  std::vector<const kernels::Kernels*> found;
  for (const char* name : {"portable", "avx2", "avxvnni", "avx512", "neon"})
    if (const kernels::Kernels* set = kernels::find(name)) found.push_back(set);
  return found;
}

inline std::vector<float> attend(const Shape& shape, const KeyValues& store,
                                 const std::vector<RowView>& rows,
                                 const std::vector<float>& queries,
                                 const kernels::Kernels& set = kernels::active(), int threads = 1,
                                 const KeyValues* prefix = nullptr, int prefix_slots = 0,
                                 int slot_offset = 0) {
  ThreadPool pool(threads);
  Attention attention(pool, set);
  std::vector<float> out(queries.size());
  test::require(attention.run({.cache = &store,
                               .prefix = prefix,
                               .prefix_slots = prefix_slots,
                               .slot_offset = slot_offset,
                               .rows = rows,
                               .heads = shape.heads,
                               .scale = shape.scale(),
                               .score_cap = shape.cap,
                               .sinks = shape.sinks.empty() ? nullptr : shape.sinks.data(),
                               .slopes = shape.slopes.empty() ? nullptr : shape.slopes.data(),
                               .queries = queries.data(),
                               .out = out.data()}));
  return out;
}

inline std::vector<float> row_of(const std::vector<float>& numbers, std::size_t row,
                                 std::size_t row_width) {
  return {numbers.begin() + row * row_width, numbers.begin() + (row + 1) * row_width};
}

/// The formula in double for one row that sees the slots [first, end) and, of those before them,
/// [0, prefix); and how far a float32 result may be from it.
struct Expected {
  std::vector<double> numbers, bounds;
};

inline Expected expected_row(const Shape& shape, const KeyValues& store, std::size_t first,
                             std::size_t end, const std::vector<float>& query,
                             std::size_t prefix = 0) {
  Expected result;
  std::vector<std::size_t> seen(end - first + prefix);
  std::iota(seen.begin(), seen.begin() + prefix, 0);
  std::iota(seen.begin() + prefix, seen.end(), first);
  const std::size_t count = seen.size();
  std::vector<float> key(shape.width), value(shape.width);
  for (std::size_t head = 0; head < shape.heads; ++head) {
    const std::size_t kv_head = head / (shape.heads / shape.kv_heads);
    std::vector<double> weights(count), errors(count);
    for (std::size_t j = 0; j < count; ++j) {
      store.read(kv_head, seen[j], key.data(), value.data());
      double dot = 0, magnitude = 0;
      for (std::size_t i = 0; i < shape.width; ++i) {
        dot += double(query[head * shape.width + i]) * key[i];
        magnitude += std::fabs(double(query[head * shape.width + i]) * key[i]);
      }
      weights[j] = dot / std::sqrt(double(shape.width));
      errors[j] = double(shape.width + 4) * magnitude / std::sqrt(double(shape.width));
      // The tangent and its factors, the slope's product and the sum.
      if (shape.cap > 0) {
        weights[j] = shape.cap * std::tanh(weights[j] / shape.cap);
        errors[j] += 14 * std::fabs(weights[j]);
      }
      if (!shape.slopes.empty()) {
        const double bias = shape.slopes[head] * (double(seen[j]) - double(end - 1));
        weights[j] += bias;
        errors[j] += 2 * (std::fabs(bias) + std::fabs(weights[j]));
      }
    }
    double largest = *std::ranges::max_element(weights);
    double total = 0, more = 0;
    if (!shape.sinks.empty()) {
      largest = std::max<double>(largest, shape.sinks[head]);
      total = std::exp(shape.sinks[head] - largest);
      more = 4 * std::fabs(shape.sinks[head]);
    }
    for (double& w : weights) total += w = std::exp(w - largest);
    std::vector<double> sum(shape.width), bound(shape.width);
    // A chain of n products is off by n * 2^-24 of its terms' magnitude; an error of a score is a
    // relative one of its weight; the exponential, the merging and the division add a few more.
    for (std::size_t j = 0; j < count; ++j) {
      store.read(kv_head, seen[j], key.data(), value.data());
      const double relative = errors[j] + 2 * double(count) + 16 + more;
      for (std::size_t i = 0; i < shape.width; ++i) {
        sum[i] += weights[j] / total * value[i];
        bound[i] += weights[j] / total * std::fabs(value[i]) * relative * 0x1p-24;
      }
    }
    result.numbers.insert(result.numbers.end(), sum.begin(), sum.end());
    result.bounds.insert(result.bounds.end(), bound.begin(), bound.end());
  }
  return result;
}

}  // namespace canter::test
