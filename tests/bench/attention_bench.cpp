// Attention of one layer with the heads of TinyLlama, over as many layers' keys and values in turn
// as a step reads (so that they come from memory). Rows are those of a draft tree behind the
// context, or of a prompt.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tensor/attention.h"

namespace canter {
namespace {

constexpr std::size_t kHeads = 32, kHeadWidth = 64;
constexpr std::size_t kLayers = 22;
constexpr int kPromptRows = 512;

std::vector<float> numbers(std::size_t count) {
  std::mt19937 random(1);
  std::normal_distribution<float> normal;
  std::vector<float> list(count);
  for (float& n : list) n = normal(random);
  return list;
}

std::vector<KeyValues> filled_layers(std::size_t kv_heads, TensorType type, std::size_t slots) {
  const auto tokens = numbers(2 * kHeadWidth * 64);
  std::vector<KeyValues> layers;
  for (std::size_t layer = 0; layer < kLayers; ++layer) {
    KeyValues& store = layers.emplace_back(kv_heads, kHeadWidth, type);
    if (!store.grow(slots, 0)) return {};
    for (std::size_t head = 0; head < kv_heads; ++head)
      for (std::size_t slot = 0; slot < slots; ++slot) {
        const float* key = tokens.data() + (slot + head + layer) % 64 * 2 * kHeadWidth;
        store.write(head, slot, key, key + kHeadWidth);
      }
  }
  return layers;
}

void run(benchmark::State& state, std::size_t kv_heads, TensorType type, int threads,
         std::size_t slots, const std::vector<RowView>& views) {
  const auto layers = filled_layers(kv_heads, type, slots);
  if (layers.empty()) return state.SkipWithError("no memory");
  const auto queries = numbers(views.size() * kHeads * kHeadWidth);
  std::vector<float> out(queries.size());
  ThreadPool pool(threads);
  Attention attention(pool);
  double seen = 0;
  for (const RowView& view : views) seen += double(view.context) + double(view.further.size());
  std::size_t layer = 0;
  for (auto _ : state) {
    if (!attention.run({.cache = &layers[layer++ % kLayers],
                        .rows = views,
                        .heads = kHeads,
                        .scale = 0.125f,
                        .queries = queries.data(),
                        .out = out.data()}))
      return state.SkipWithError("no memory");
    benchmark::DoNotOptimize(out.data());
  }
  state.counters["multiply_adds"] = benchmark::Counter(
      seen * kHeads * kHeadWidth * 2, benchmark::Counter::kIsIterationInvariantRate);
}

/// A tree in which every row has the same parent and itself.
void tree(benchmark::State& state, std::size_t kv_heads, TensorType type, int threads) {
  const int rows = int(state.range(0)), context = int(state.range(1));
  std::vector<std::vector<int>> paths;
  for (int row = 0; row < rows; ++row)
    paths.push_back(row == 0 ? std::vector{context} : std::vector{context, context + row});
  std::vector<RowView> views;
  for (const auto& path : paths) views.push_back({.context = context, .further = path});
  run(state, kv_heads, type, threads, context + rows, views);
}

void prompt(benchmark::State& state, std::size_t kv_heads, TensorType type, int threads) {
  const int context = int(state.range(1));
  std::vector<RowView> views;
  for (int row = 0; row < kPromptRows; ++row) views.push_back({.context = context + row + 1});
  run(state, kv_heads, type, threads, context + kPromptRows, views);
}

[[maybe_unused]] const bool registered = [] {
  for (const std::size_t kv_heads : {4, 32}) {
    for (const TensorType type : {TensorType::kF32, TensorType::kF16}) {
      for (const int threads : {1, 2}) {
        const std::string shape = std::to_string(kv_heads) + " of 32 heads/" +
                                  std::string(tensor_type_name(type)) + "/" +
                                  std::to_string(threads) + " threads";
        benchmark::RegisterBenchmark(("tree/" + shape).c_str(), tree, kv_heads, type, threads)
            ->ArgNames({"rows", "context"})
            ->ArgsProduct({{1, 2, 4, 8, 16, 32}, {256, 2000, 8000}})
            ->UseRealTime()
            ->Unit(benchmark::kMicrosecond);
        benchmark::RegisterBenchmark(("prompt/" + shape).c_str(), prompt, kv_heads, type, threads)
            ->ArgNames({"rows", "context"})
            ->ArgsProduct({{kPromptRows}, {0, 1500}})
            ->UseRealTime()
            ->Unit(benchmark::kMicrosecond);
      }
    }
  }
  return true;
}();

}  // namespace
}  // namespace canter
