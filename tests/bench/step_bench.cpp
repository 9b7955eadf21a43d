// One forward pass of a whole model, for each number of rows: a decoding step alone, the steps that
// check a draft, and a prompt. CANTER_BENCH_MODEL names a GGUF file to measure instead of the
// starter model; make_random_model writes one of any number format.

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "base/memory_bandwidth.h"
#include "bench/bench_model.h"
#include "model/forward/forward.h"
#include "support/require.h"

namespace canter {
namespace {

constexpr int kContext = 256;

/// Bytes of weights that every pass with logits reads: all but an embedding of its own, of which it
/// takes a few rows.
double weight_bytes() {
  const auto file = GgufFile::open(model_path());
  double bytes = 0;
  if (!file) return bytes;
  const bool tied = !file->tensor("output.weight");
  for (const TensorEntry& tensor : file->tensors())
    if (tied || tensor.name != "token_embd.weight") bytes += double(tensor.bytes.size());
  return bytes;
}

void measure(benchmark::State& state, int context, int logit_rows) {
  const int rows = int(state.range(0));
  const int threads = int(state.range(1));
  const Result<Model>& model = shared_model();
  if (!model) return state.SkipWithError(model.error().message.c_str());
  if (context + rows > model->plan().context)
    return state.SkipWithError("the model's context is too short");
  ThreadPool pool(threads);
  Forward forward(*model, pool);
  auto cache = KvCache::create(model->plan(), context + rows).value();
  std::vector<TokenId> tokens(std::max(context, rows));
  for (std::size_t i = 0; i < tokens.size(); ++i)
    tokens[i] = TokenId((i + 1) * 7919 % std::size_t(model->plan().vocabulary));
  std::vector<float> logits(std::size_t(logit_rows) * model->plan().vocabulary);
  if (context > 0) test::require(forward.run(std::span(tokens).first(context), cache, 0, nullptr));

  for (auto _ : state) {
    test::require(forward.run(std::span(tokens).first(rows), cache, logit_rows, logits.data()));
    benchmark::DoNotOptimize(logits.data());
    cache.truncate(context);
  }
  using benchmark::Counter;
  state.counters["tokens/s"] = Counter(rows, Counter::kIsIterationInvariantRate);
  state.counters["weight_GB/s"] = Counter(weight_bytes() / 1e9, Counter::kIsIterationInvariantRate);
  // Measured at the same time, since a shared machine's speed changes.
  state.counters["memory_GB/s"] = measure_bandwidth(pool).value_or(0);
}

void step(benchmark::State& state) {
  measure(state, kContext, int(state.range(0)));
}

void prompt(benchmark::State& state) {
  measure(state, 0, 1);
}

BENCHMARK(step)
    ->ArgsProduct({{1, 2, 4, 8, 12, 16, 24, 32}, {1, 2}})
    ->ArgNames({"rows", "threads"})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(prompt)
    ->ArgsProduct({{Forward::kMaxRows}, {1, 2}})
    ->ArgNames({"rows", "threads"})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

[[maybe_unused]] const bool described = [] {
  benchmark::AddCustomContext("model", model_path().filename().string());
  for (const int threads : {1, 2}) {
    ThreadPool pool(threads);
    benchmark::AddCustomContext("memory_GB/s_with_" + std::to_string(threads) + "_threads",
                                std::to_string(measure_bandwidth(pool).value_or(0)));
  }
  return true;
}();

}  // namespace
}  // namespace canter
