// What is said of memory before a model is opened is what a chat takes, for every family.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "decode/decoder.h"
#include "model/forward/draft_head.h"
#include "model/memory_need.h"
#include "support/counted_memory.h"
#include "support/sanitizers.h"

namespace canter {
namespace {

namespace fs = std::filesystem;
constexpr int kThreads = 2;
constexpr TensorType kCache = TensorType::kF32;

/// Bytes that a chat takes beside the open model once its context is full.
double taken_by_chat(const Model& model, int context) {
  const std::int64_t before = test::allocated_bytes();
  ThreadPool pool(kThreads);
  Decoder decoder = Decoder::create(model, pool, context, kCache).value();
  std::vector<TokenId> prompt;
  const int vocabulary = model.plan().vocabulary;
  for (int i = 0; i < context - 8; ++i) prompt.push_back(TokenId(1 + i * 7 % (vocabulary - 1)));
  GenerationSettings settings;
  settings.ignore_eos = true;
  EXPECT_TRUE(decoder.generate(prompt, settings));
  return double(test::allocated_bytes() - before);
}

/// Nothing drafts here.
double said_of_chat(const ModelSummary& summary, int context) {
  const MemoryNeed need = memory_needed(summary, context, kCache, kThreads);
  return double(need.pass + need.cache - DraftHead::cache_bytes(summary.plan, context));
}

Model open(const fs::path& path) {
  Model::Options options;
  options.threads = kThreads;
  return Model::open(path, options).value();
}

std::vector<std::string> families() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(CANTER_TEST_DATA "/families"))
    if (fs::exists(entry.path() / "model.gguf")) names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

class MemoryOfFamily : public testing::TestWithParam<std::string> {};

TEST_P(MemoryOfFamily, is_what_was_said_before_for_short_contexts_and_long_ones) {
  if (test::kSanitized) GTEST_SKIP() << "the sanitizer's own allocations take part";
  const fs::path path = fs::path(CANTER_TEST_DATA "/families") / GetParam() / "model.gguf";
  const ModelSummary summary = summarise_model(path).value();
  const Model model = open(path);
  for (const int context : {64, 512, 2048}) {
    if (context > summary.plan.context) break;
    const double said = said_of_chat(summary, context), taken = taken_by_chat(model, context);
    // Sums that each thread keeps of each row do not grow with a model, and some are reserved that
    // not every number format needs. Beside models as small as these they are much.
    const double sums = 128e3 + 8.0 * kThreads * 32 * std::min(context, 512);
    EXPECT_GT(said, 0.97 * taken) << context << " positions";
    EXPECT_LT(said, 1.05 * taken + sums) << context << " positions";
  }
}

INSTANTIATE_TEST_SUITE_P(Families, MemoryOfFamily, testing::ValuesIn(families()));

TEST(MemoryOfSmolLm2, is_within_five_percent_of_what_was_said_before) {
  const char* file = std::getenv("CANTER_TEST_SMOLLM2");
  if (file == nullptr || !fs::exists(file) || test::kSanitized)
    GTEST_SKIP() << "CANTER_TEST_SMOLLM2 names no file, or a sanitizer takes part";
  const ModelSummary summary = summarise_model(file).value();
  const std::int64_t before = test::allocated_bytes();
  const Model model = open(file);
  const double opened = double(test::allocated_bytes() - before);
  for (const int context : {256, 1024, 2048}) {
    const MemoryNeed need = memory_needed(summary, context, kCache, kThreads);
    const double said = double(need.weights + need.vocabulary) + said_of_chat(summary, context);
    const double taken = opened + taken_by_chat(model, context);
    EXPECT_LT(std::abs(said - taken), 0.05 * taken)
        << context << " positions: " << said / 1e6 << " MB were said, " << taken / 1e6
        << " MB taken, " << opened / 1e6 << " MB of them by opening";
  }
}

}  // namespace
}  // namespace canter
