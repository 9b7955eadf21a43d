// The inner loops alone, on one thread, with weights that stay in the L2 cache.

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "format/tensor_type.h"
#include "tensor/kernels/kernels.h"

namespace canter {
namespace {

constexpr std::size_t kOutputs = 64, kInputs = 2048;

void dot(benchmark::State& state, const kernels::Kernels* set, TensorType type) {
  const auto rows = std::size_t(state.range(0));
  const TensorTypeInfo& info = *tensor_type_info(type);
  const std::size_t row_bytes = kInputs / info.block_size * info.block_bytes;
  const std::vector<std::byte> weights(kOutputs * row_bytes);
  const std::vector<float> x(rows * kInputs, 1.0f);
  for (auto _ : state) {
    for (std::size_t o = 0; o < kOutputs; ++o) {
      float y[kernels::kTileRows];
      set->dot(type, weights.data() + o * row_bytes, x.data(), kInputs, rows, kInputs, y);
      benchmark::DoNotOptimize(y);
    }
  }
  state.counters["multiply_adds"] = benchmark::Counter(
      double(kOutputs * kInputs * rows), benchmark::Counter::kIsIterationInvariantRate);
}

[[maybe_unused]] const bool registered = [] {
  for (const TensorType type :
       {TensorType::kF32, TensorType::kF16, TensorType::kBF16, TensorType::kQ8_0, TensorType::kQ4_0,
        TensorType::kQ4_K, TensorType::kQ6_K}) {
    for (const char* name : {"portable", "avx2", "avx512"}) {
      const kernels::Kernels* set = kernels::find(name);
      if (!set) continue;
      const std::string title = "dot/" + std::string(tensor_type_name(type)) + "/" + name;
      benchmark::RegisterBenchmark(title.c_str(), dot, set, type)->ArgName("rows")->Arg(1)->Arg(4);
    }
  }
  return true;
}();

}  // namespace
}  // namespace canter
