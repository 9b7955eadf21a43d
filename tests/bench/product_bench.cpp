// Products of one matrix with 1 to 512 rows of activations: `memory` reads a matrix far larger than
// the caches, `cache` one that stays in the second level, where arithmetic alone counts. Rows of
// 576 and 1,536 numbers are those of a small model, which takes more exact activations.

#include <benchmark/benchmark.h>

#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "support/kernel_sets.h"
#include "support/random_numbers.h"
#include "tensor/matmul.h"
#include "tensor/number_format.h"

namespace canter {
namespace {

/// A matrix of 32 different random rows, packed.
struct Weights {
  Weights(const kernels::Kernels& set, TensorType type, std::size_t outputs, std::size_t inputs) {
    const TensorTypeInfo& info = *tensor_type_info(type);
    const std::size_t row_bytes = inputs / info.block_size * info.block_bytes;
    std::mt19937 random(1);
    std::vector<std::byte> bytes = test::random_blocks(random, type, 32 * inputs);
    bytes.resize(outputs * row_bytes);
    for (std::size_t o = 32; o < outputs; ++o)
      std::memcpy(bytes.data() + o * row_bytes, bytes.data() + o % 32 * row_bytes, row_bytes);
    memory.reserve(PackedMatrix::bytes_for(type, outputs, inputs, set));
    ThreadPool pool(2);
    matrix = PackedMatrix::pack({type, outputs, inputs, bytes}, pool,
                                {memory.data(), memory.size()}, set)
                 .value();
  }

  AlignedMemory memory;
  PackedMatrix matrix;
};

void product(benchmark::State& state, const kernels::Kernels* set, TensorType type,
             std::size_t outputs, std::size_t inputs) {
  const auto threads = int(state.range(0));
  const auto rows = std::size_t(state.range(1));
  const Weights weights(*set, type, outputs, inputs);
  const std::vector<float> x(rows * inputs, 0.5f);
  std::vector<float> y(rows * outputs);
  ThreadPool pool(threads);
  Matmul matmul(pool);
  for (auto _ : state) {
    matmul.multiply(x.data(), rows, weights.matrix, y.data());
    benchmark::DoNotOptimize(y.data());
  }
  using benchmark::Counter;
  state.counters["multiply_adds"] =
      Counter(double(outputs * inputs * rows), Counter::kIsIterationInvariantRate);
  state.counters["weight_bytes"] =
      Counter(double(weights.memory.size()), Counter::kIsIterationInvariantRate);
}

[[maybe_unused]] const bool registered = [] {
  for (const TensorType type :
       {TensorType::kF32, TensorType::kF16, TensorType::kBF16, TensorType::kQ8_0, TensorType::kQ4_0,
        TensorType::kQ4_1, TensorType::kQ5_1, TensorType::kQ2_K, TensorType::kQ3_K,
        TensorType::kQ4_K, TensorType::kQ5_K, TensorType::kQ6_K, TensorType::kIQ4_NL,
        TensorType::kIQ4_XS, TensorType::kMXFP4, TensorType::kIQ3_S, TensorType::kIQ2_XS}) {
    for (const kernels::Kernels* set : test::supported_sets()) {
      const auto name = [&](const char* where) {
        return std::string(where) + "/" + std::string(tensor_type_name(type)) + "/" + set->name;
      };
      benchmark::RegisterBenchmark(name("memory").c_str(), product, set, type, 32768, 2048)
          ->ArgsProduct({{1, 2}, {1, 2, 4, 8, 12, 16, 24, 32, 64, 512}})
          ->ArgNames({"threads", "rows"})
          ->Unit(benchmark::kMillisecond)
          ->UseRealTime();
      for (const std::size_t inputs : {576, 1536, 2048}) {
        if (inputs % tensor_type_info(type)->block_size != 0) continue;
        const std::string in_cache = name("cache") + '/' + std::to_string(inputs);
        benchmark::RegisterBenchmark(in_cache.c_str(), product, set, type, 262144 / inputs, inputs)
            ->ArgsProduct({{1}, {1, 4, 8, 16, 32}})
            ->ArgNames({"threads", "rows"})
            ->UseRealTime();
      }
    }
  }
  return true;
}();

}  // namespace
}  // namespace canter
