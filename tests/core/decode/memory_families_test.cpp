// What is said of memory before a model is opened is what a chat takes, for every family.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "decode/decoder.h"
#include "model/forward/draft_head.h"
#include "model/forward/kv_cache.h"
#include "model/memory_need.h"
#include "support/counted_memory.h"
#include "support/sanitizers.h"

namespace canter {
namespace {

namespace fs = std::filesystem;
constexpr int kPoolThreads = 2;
constexpr TensorType kCache = TensorType::kF32;

/// Bytes that a chat takes beside the open model once its context is full.
double taken_by_chat(const Model& model, int context) {
  const std::int64_t before = test::allocated_bytes();
  ThreadPool pool(kPoolThreads);
  Decoder decoder = Decoder::create(model, pool, context, kCache).value();
  std::vector<TokenId> prompt;
  const int vocabulary = model.plan().vocabulary;
  for (int i = 0; i < context - 1; ++i) prompt.push_back(TokenId(1 + i * 7 % (vocabulary - 1)));
  GenerationSettings settings;
  settings.ignore_eos = true;
  EXPECT_TRUE(decoder.generate(prompt, settings));
  return double(test::allocated_bytes() - before);
}

/// Nothing drafts here.
double said_of(const ModelSummary& summary, int context) {
  const MemoryNeed need = memory_needed(summary, context, kCache, kPoolThreads);
  return double(need.total() - DraftHead::cache_bytes(summary.plan, context));
}

void expect_within_five_percent(double said, double taken, int context) {
  EXPECT_LT(std::abs(said - taken), 0.05 * taken)
      << context << " positions: " << said / 1e6 << " MB were said, " << taken / 1e6 << " taken";
}

/// All that is said of a model is what opening it and chatting with it take.
void expect_memory(const fs::path& path, std::span<const int> contexts) {
  const ModelSummary summary = summarise_model(path).value();
  const std::int64_t before = test::allocated_bytes();
  Model::Options options;
  options.threads = kPoolThreads;
  const Model model = Model::open(path, options).value();
  const double opened = double(test::allocated_bytes() - before);
  for (const int context : contexts)
    if (context <= summary.plan.context)
      expect_within_five_percent(said_of(summary, context), opened + taken_by_chat(model, context),
                                 context);
}

/// However long the context, nothing has to be computed for it.
void expect_cache(const ModelPlan& plan, int context) {
  constexpr int kPass = 512;
  const std::int64_t before = test::allocated_bytes();
  KvCache cache = KvCache::create(plan, context, kCache).value();
  for (int read = 0; read < context; read += kPass) {
    ASSERT_TRUE(cache.reserve(kPass));
    cache.mark();
    cache.advance(kPass);
  }
  cache.mark();
  expect_within_five_percent(double(KvCache::bytes_for(plan, context, kCache)),
                             double(test::allocated_bytes() - before), context);
}

std::vector<std::string> families() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(CANTER_TEST_DATA "/families"))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

class MemoryOfFamily : public testing::TestWithParam<std::string> {};

TEST_P(MemoryOfFamily, is_within_five_percent_of_what_was_said_before) {
  if (test::kSanitized) GTEST_SKIP() << "the sanitizer's own allocations take part";
  const fs::path family = fs::path(CANTER_TEST_DATA "/families") / GetParam();
  constexpr int kContexts[] = {512, 2048, 4096};
  for (const char* name : {"model.gguf", "hf"})
    if (fs::exists(family / name)) expect_memory(family / name, kContexts);
  const ModelPlan plan = summarise_model(family / "hf").value().plan;
  for (const int context : {4096, 32'768}) expect_cache(plan, context);
}

INSTANTIATE_TEST_SUITE_P(Families, MemoryOfFamily, testing::ValuesIn(families()));

TEST(MemoryOfSmolLm2, is_within_five_percent_of_what_was_said_before) {
  const char* file = std::getenv("CANTER_TEST_SMOLLM2");
  if (file == nullptr || !fs::exists(file) || test::kSanitized)
    GTEST_SKIP() << "CANTER_TEST_SMOLLM2 names no file, or a sanitizer takes part";
  constexpr int kContexts[] = {256, 1024, 2048};
  expect_memory(file, kContexts);
}

}  // namespace
}  // namespace canter
