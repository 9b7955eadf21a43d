// Layers that keep a state, one layer's operation at a time over as many layers' states in turn as
// a step reads (so that they come from memory). Rows are a step's, or a prompt's.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "tensor/recurrent/causal_convolution.h"
#include "tensor/recurrent/delta_rule.h"
#include "tensor/recurrent/selective_scan.h"

namespace canter {
namespace {

constexpr std::size_t kLayers = 24;
constexpr DeltaRuleShape kDelta{16, 32, 128, 128, KeyHeadOrder::kInterleaved};
constexpr SelectiveScanShape kScan{48, 1, 64, 128};
constexpr std::size_t kChannels = 8192, kTaps = 4;

std::vector<float> numbers(std::size_t count) {
  std::mt19937 random(1);
  std::normal_distribution<float> normal(0, 0.1f);
  std::vector<float> list(count);
  for (float& n : list) n = normal(random);
  return list;
}

struct Pass {
  RowWalk walk;
  std::size_t rows;
};

Pass chain(std::size_t rows) {
  std::vector<int> parents(rows);
  std::iota(parents.begin(), parents.end(), -1);
  return {RowWalk::through(parents), rows};
}

/// A draft as a decoder makes it: the likeliest rows in a chain, two others beside each of them.
Pass tree(std::size_t rows) {
  std::vector<int> parents;
  for (std::size_t r = 0; r < rows; ++r) parents.push_back(r == 0 ? -1 : int(r - 1) / 3 * 3);
  return {RowWalk::through(parents), rows};
}

/// Runs `operation(state, end state)` over the layers.
template <typename Operation>
void run(benchmark::State& state, const Pass& pass, std::size_t state_numbers,
         const Operation& operation) {
  std::vector<std::vector<float>> states(kLayers, std::vector<float>(state_numbers));
  std::vector<float> end(state_numbers);
  std::size_t layer = 0;
  for (auto _ : state) {
    std::vector<float>& kept = states[layer++ % kLayers];
    operation(kept.data(), pass.walk.is_chain() ? end.data() : nullptr);
    if (pass.walk.is_chain()) kept.swap(end);
  }
  state.counters["per_row"] =
      benchmark::Counter(double(state.iterations()) * double(pass.rows),
                         benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void delta(benchmark::State& state, const Pass& pass, int threads) {
  const std::size_t keys = kDelta.key_heads * kDelta.key_width;
  const std::size_t values = kDelta.value_heads * kDelta.value_width;
  const auto inputs = numbers(pass.rows * (2 * keys + values));
  const std::vector<float> gates(pass.rows * kDelta.value_heads, -0.1f);
  const std::vector<float> betas(pass.rows * kDelta.value_heads, 0.5f);
  std::vector<float> out(pass.rows * values);
  ThreadPool pool(threads);
  StateWorkspace workspace(pool);
  const std::size_t stride = 2 * keys + values;
  run(state, pass, kDelta.state_numbers(), [&](const float* kept, float* end) {
    delta_rule({.shape = kDelta,
                .walk = &pass.walk,
                .state = kept,
                .queries = {inputs.data(), stride},
                .keys = {inputs.data() + keys, stride},
                .values = {inputs.data() + 2 * keys, stride},
                .log_decays = {gates.data(), kDelta.value_heads},
                .betas = {betas.data(), kDelta.value_heads},
                .out = out.data(),
                .end_state = end},
               workspace);
  });
}

void scan(benchmark::State& state, const Pass& pass, int threads) {
  const std::size_t width = kScan.heads * kScan.head_width;
  const std::size_t stride = width + 2 * kScan.state_width;
  const auto inputs = numbers(pass.rows * stride);
  const std::vector<float> steps(pass.rows * kScan.heads, 0.1f);
  const std::vector<float> a(kScan.heads, -1.0f), d(kScan.heads, 1.0f);
  std::vector<float> out(pass.rows * width);
  ThreadPool pool(threads);
  StateWorkspace workspace(pool);
  run(state, pass, kScan.state_numbers(), [&](const float* kept, float* end) {
    selective_scan({.shape = kScan,
                    .walk = &pass.walk,
                    .state = kept,
                    .x = {inputs.data(), stride},
                    .time_steps = {steps.data(), kScan.heads},
                    .b = {inputs.data() + width, stride},
                    .c = {inputs.data() + width + kScan.state_width, stride},
                    .a = a.data(),
                    .d = d.data(),
                    .out = out.data(),
                    .end_state = end},
                   workspace);
  });
}

void convolution(benchmark::State& state, const Pass& pass, int threads) {
  const auto weights = numbers(kChannels * kTaps), inputs = numbers(pass.rows * kChannels);
  std::vector<float> out(inputs.size());
  ThreadPool pool(threads);
  StateWorkspace workspace(pool);
  run(state, pass, (kTaps - 1) * kChannels, [&](const float* kept, float* end) {
    causal_convolution({.channels = kChannels,
                        .taps = kTaps,
                        .silu = true,
                        .walk = &pass.walk,
                        .weights = weights.data(),
                        .window = kept,
                        .inputs = {inputs.data(), kChannels},
                        .out = out.data(),
                        .end_window = end},
                       workspace);
  });
}

[[maybe_unused]] const bool registered = [] {
  using Operation = void (*)(benchmark::State&, const Pass&, int);
  const std::pair<const char*, Operation> operations[] = {
      {"delta_rule", delta}, {"selective_scan", scan}, {"causal_convolution", convolution}};
  for (const auto& [name, operation] : operations)
    for (const int threads : {1, 2}) {
      const auto add = [&](const std::string& rows, const Pass& pass) {
        benchmark::RegisterBenchmark(
            (std::string(name) + '/' + rows + "/threads:" + std::to_string(threads)).c_str(),
            [=](benchmark::State& state) { operation(state, pass, threads); })
            ->UseRealTime()
            ->Unit(benchmark::kMicrosecond);
      };
      for (const std::size_t rows : {1, 16, 512}) add("rows:" + std::to_string(rows), chain(rows));
      add("tree:16", tree(16));
    }
  return true;
}();

}  // namespace
}  // namespace canter
