#include "decode/comparison.h"

#include <algorithm>

namespace canter {
namespace {

double decoding_ms(const AnswerStatistics& statistics) {
  return statistics.total_ms - statistics.first_token_ms;
}

}  // namespace

void DecodingTotals::add(const AnswerStatistics& statistics) {
  tokens += statistics.generated - 1;
  steps += statistics.steps;
  rows += statistics.rows;
  decoding_ms += canter::decoding_ms(statistics);
  first_token_ms += statistics.first_token_ms;
  add_counts(statistics.accepted, accepted);
  add_counts(statistics.drafted_by_source, drafted_by_source);
  add_counts(statistics.accepted_by_source, accepted_by_source);
  drafting_ms += statistics.drafting_ms;
  verifying_ms += statistics.verifying_ms;
}

void DecodingTotals::add(const DecodingTotals& more) {
  tokens += more.tokens;
  steps += more.steps;
  rows += more.rows;
  decoding_ms += more.decoding_ms;
  first_token_ms += more.first_token_ms;
  add_counts(more.accepted, accepted);
  add_counts(more.drafted_by_source, drafted_by_source);
  add_counts(more.accepted_by_source, accepted_by_source);
  drafting_ms += more.drafting_ms;
  verifying_ms += more.verifying_ms;
}

std::vector<double> DecodingTotals::acceptance_by_depth() const {
  std::vector<double> shares;
  for (const long count : accepted) shares.push_back(double(count) / steps);
  return shares;
}

bool Comparison::identical() const {
  return std::ranges::all_of(prompts, &ComparedPrompt::identical);
}

Result<Comparison> compare_decoding(Decoder& plain, Decoder& drafting,
                                    std::span<const std::vector<TokenId>> prompts,
                                    const GenerationSettings& settings, int repeat,
                                    const std::function<bool(double)>& progress) {
  Comparison comparison;
  const auto should_stop = [&] {
    const double all = double(prompts.size()) * repeat;
    return progress && !progress(comparison.answers / all);
  };
  const auto answer = [&](Decoder& decoder, std::span<const TokenId> prompt) -> Result<Answer> {
    auto told = decoder.generate(prompt, settings, {}, should_stop, /*at_text_start=*/true);
    if (told && told->finish == FinishReason::kStopped)
      return fail(ErrorKind::kInterrupted, "interrupted before all prompts were compared");
    return told;
  };
  for (const auto& prompt : prompts) {
    ComparedPrompt compared;
    double plain_ms = 0, drafted_ms = 0;
    for (int round = 0; round < repeat; ++round) {
      const auto a = answer(plain, prompt);
      if (!a) return propagate(a);
      const auto b = answer(drafting, prompt);
      if (!b) return propagate(b);
      compared.text = a->text;
      compared.identical &= a->tokens == b->tokens && a->text == b->text;
      plain_ms += decoding_ms(a->statistics);
      drafted_ms += decoding_ms(b->statistics);
      comparison.plain.add(a->statistics);
      comparison.drafted.add(b->statistics);
      ++comparison.answers;
      if (b->statistics.steps == 0) plain_ms = drafted_ms = 0;
    }
    if (drafted_ms > 0) compared.speedup = plain_ms / drafted_ms;
    comparison.prompts.push_back(compared);
  }
  return comparison;
}

}  // namespace canter
