// One update's forward and backward pass of tuning. CANTER_BENCH_MODEL names a GGUF file to measure
// instead of the starter model; make_random_model writes one of any number format.

#include <benchmark/benchmark.h>

#include <vector>

#include "bench/bench_model.h"
#include "tune/gemm.h"
#include "tune/learner.h"
#include "tune/plan.h"
#include "tune/start.h"

namespace canter::tuning {
namespace {

constexpr int kPrompt = 64;
constexpr int kAnswer = 66;  // 64 groups

void update(benchmark::State& state) {
  const Result<Model>& model = shared_model();
  if (!model) return state.SkipWithError(model.error().message.c_str());
  ThreadPool pool(int(state.range(1)));
  Learner learner(*model, pool, {});
  std::vector<Transcript> transcripts(std::size_t(state.range(0)));
  std::vector<Lesson> lessons;
  std::size_t drawn = 0;
  for (Transcript& transcript : transcripts) {
    transcript.prompt = kPrompt;
    for (int i = 0; i < kPrompt + kAnswer; ++i)
      transcript.tokens.push_back(TokenId(++drawn * 7919 % std::size_t(model->plan().vocabulary)));
    lessons.push_back(whole_lesson(transcript));
  }
  const auto context = learner.context(transcripts.front());
  if (!context) return state.SkipWithError(context.error().message.c_str());
  const auto sizes = tunable_shape(*model);
  if (!sizes) return state.SkipWithError(sizes.error().message.c_str());
  const AdapterShape shape(*sizes, 16, 3, 64);
  const auto parameters = starting_parameters(*model, shape, **context, 0);
  Parameters<float> gradient(shape);
  const std::vector<double> weights(3, 1);
  const auto learn = [&] {
    const auto loss = learner.learn(parameters, lessons, {}, weights, &gradient);
    if (!loss) state.SkipWithError(loss.error().message.c_str());
  };
  learn();  // reads the real tokens
  const double before = learner.multiply_adds();
  for (auto _ : state) learn();
  using benchmark::Counter;
  state.counters["groups/s"] =
      Counter(double(transcripts.size()) * 64, Counter::kIsIterationInvariantRate);
  state.counters["multiply_adds/s"] = Counter(learner.multiply_adds() - before, Counter::kIsRate);
}

/// OpenBLAS's rate at 512 rows, to compare with: 2048 x 5632 as in a model of 1.1 billion weights.
void blas(benchmark::State& state) {
  constexpr std::size_t kRows = 512, kOutputs = 5632, kInputs = 2048;
  ThreadPool pool(int(state.range(0)));
  keep_blas_single_threaded();
  const std::vector<float> x(kRows * kInputs, 1), weights(kOutputs * kInputs, 1);
  std::vector<float> y(kRows * kOutputs);
  for (auto _ : state) {
    multiply<float>({.rows = kRows,
                     .columns = kOutputs,
                     .depth = kInputs,
                     .a = {x.data(), kInputs},
                     .b = {weights.data(), kInputs, true},
                     .out = y.data(),
                     .out_stride = kOutputs},
                    pool);
    benchmark::DoNotOptimize(y.data());
  }
  state.counters["multiply_adds/s"] = benchmark::Counter(
      double(kRows) * kOutputs * kInputs, benchmark::Counter::kIsIterationInvariantRate);
}

BENCHMARK(update)
    ->ArgsProduct({{2, 8}, {1, 2}})
    ->ArgNames({"answers", "threads"})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(blas)->Arg(1)->Arg(2)->ArgName("threads")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace canter::tuning
