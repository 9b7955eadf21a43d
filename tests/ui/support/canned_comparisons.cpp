#include "support/canned_comparisons.h"

#include <QDateTime>
#include <algorithm>
#include <numeric>

#include "engine/comparison/comparison_result.h"
#include "support/canned_conversations.h"

namespace canter::ui {
namespace {

constexpr double kPlainMs = 12;
constexpr double kFirstMs = 90;

/// A token is a word; steps have one to `most` tokens and take `step_ms`.
engine::ComparedAnswer tell(const std::string& text, int most, double step_ms) {
  engine::ComparedAnswer answer;
  answer.text = text;
  AnswerStatistics& statistics = answer.statistics;
  statistics.accepted.resize(std::size_t(most - 1));
  double now = kFirstMs;
  int in_step = 1, step = 0;
  for (std::size_t end = 0; end != std::string::npos && end < text.size();) {
    end = text.find(' ', end + 1);
    answer.token_ms.push_back(now);
    answer.token_ends.push_back(std::uint32_t(std::min(end, text.size())));
    if (--in_step > 0) continue;
    ++step;
    in_step = 1 + step * 7 % most;
    for (int depth = 0; depth < in_step - 1; ++depth) ++statistics.accepted[std::size_t(depth)];
    now += step_ms + step * 5 % 3;
  }
  statistics.prompt_tokens = 34;
  statistics.generated = int(answer.token_ms.size());
  statistics.steps = std::min(step, statistics.generated - 1);
  statistics.rows = statistics.steps * (1 + 2 * (most - 1));
  statistics.prompt_ms = kFirstMs - 10;
  statistics.first_token_ms = kFirstMs;
  statistics.total_ms = answer.token_ms.back();
  statistics.verifying_ms = 0.97 * (statistics.total_ms - kFirstMs);
  if (most > 1) {
    const int accepted = std::reduce(statistics.accepted.begin(), statistics.accepted.end());
    statistics.accepted_by_source = {accepted / 2, accepted - accepted / 3, accepted / 9};
    statistics.drafting_ms = 0.01 * (statistics.total_ms - kFirstMs);
  }
  return answer;
}

void describe(engine::ComparisonResult& result, ComparisonId id) {
  result.summary.id = id;
  result.summary.model = "starter";
  result.summary.created = QDateTime::currentMSecsSinceEpoch() - id * 3'600'000;
  result.conditions = {.fingerprint = "0",
                       .weight_types = "F32",
                       .adapter = true,
                       .processor = "AMD Ryzen 7 7840U",
                       .kernels = "avx512bf16",
                       .threads = 7,
                       .sampling = {},
                       .max_tokens = 256};
  engine::summarize(result);
}

}  // namespace

engine::ComparedPair canned_pair(const std::string& prompt, int words, double gain, bool differs) {
  const std::string text = canned_answer(words);
  std::string other = text;
  std::size_t place = std::string::npos;
  if (differs) {
    place = other.find(' ', other.size() / 2);
    other.replace(place, other.find(' ', place + 1) - place, " another");
  }
  engine::ComparedPair pair;
  pair.prompt = prompt;
  pair.plain = tell(text, 1, kPlainMs);
  pair.accelerated = tell(other, 4, kPlainMs * 2.5 / gain);
  if (differs) {
    int token = 0;
    while (pair.plain.token_ends[std::size_t(token)] <= place) ++token;
    pair.difference = engine::FirstDifference{token, std::uint32_t(place), std::uint32_t(place)};
  }
  return pair;
}

engine::ComparisonResult canned_comparison(ComparisonId id, const std::string& prompt, int words,
                                           double gain, bool differs) {
  engine::ComparisonResult result;
  result.summary.prompt = prompt;
  result.pairs.push_back(canned_pair(prompt, words, gain, differs));
  describe(result, id);
  return result;
}

engine::ComparisonResult canned_set(ComparisonId id, int prompts) {
  static const char* const kPrompts[] = {
      "What are the rules of offside in football? My nephew asked and I couldn't explain it.",
      "Show me a SQL query that lists every customer who has not ordered in the last six months.",
      "Brainstorm themes for a school project week about water.",
      "Correct the spelling only, don't touch the style of this note.",
      "Wie lange kocht man ein Ei, damit es weich bleibt?",
      "Step by step: how do I change a bicycle tube?",
      "How do bees decide where to build a new nest?"};
  engine::ComparisonResult result;
  result.summary.set = true;
  for (int i = 0; i < prompts; ++i)
    result.pairs.push_back(canned_pair(kPrompts[std::size_t(i) % std::size(kPrompts)],
                                       40 + i % 7 * 9, 1.3 + 0.17 * (i * 5 % 11) + 0.05 * (i % 3)));
  describe(result, id);
  return result;
}

}  // namespace canter::ui
