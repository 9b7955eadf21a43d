// What a user waits for with the starter model: the first token behind a prompt of a given length,
// and every token after it.

#include <benchmark/benchmark.h>

#include <filesystem>
#include <vector>

#include "base/machine.h"
#include "decode/decoder.h"

namespace canter {
namespace {

std::filesystem::path starter() {
  return std::filesystem::path(CANTER_TEST_RESOURCES) / "starter/starter-f32.gguf";
}

std::vector<TokenId> prompt(const Model& model, std::int64_t length) {
  std::vector<TokenId> tokens{model.tokenizer().bos()};
  while (std::ssize(tokens) < length) tokens.push_back(TokenId(300 + tokens.size() * 7 % 3000));
  return tokens;
}

GenerationSettings exactly(int tokens) {
  GenerationSettings settings;
  settings.ignore_eos = true;
  settings.max_tokens = tokens;
  return settings;
}

void first_token(benchmark::State& state) {
  const auto model = Model::open(starter()).value();
  ThreadPool pool(int(state.range(1)));
  const auto tokens = prompt(model, state.range(0));
  for (auto _ : state) {
    // A new decoder, so that nothing of the prompt is in the cache.
    auto decoder = Decoder::create(model, pool).value();
    benchmark::DoNotOptimize(decoder.generate(tokens, exactly(1)).value());
  }
  state.counters["prompt_tokens_per_second"] =
      benchmark::Counter(double(tokens.size()), benchmark::Counter::kIsIterationInvariantRate);
}

void decoding(benchmark::State& state) {
  const auto model = Model::open(starter()).value();
  ThreadPool pool(int(state.range(0)));
  auto decoder = Decoder::create(model, pool).value();
  const auto tokens = prompt(model, 64);
  double tokens_per_second = 0;
  for (auto _ : state)
    tokens_per_second = decoder.generate(tokens, exactly(128))->statistics.tokens_per_second();
  state.counters["tokens_per_second"] = tokens_per_second;
}

BENCHMARK(first_token)
    ->ArgsProduct({{30, 300, 1500}, {1, 2}})
    ->ArgNames({"prompt", "threads"})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(decoding)->Arg(1)->Arg(2)->ArgName("threads")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace canter
