#include "tune/settings.h"

#include <cmath>
#include <string>

#include "decode/adapter.h"

namespace canter::tuning {
namespace {

Result<void> check_range(const char* what, double value, double least, double most) {
  if (value >= least && value <= most) return {};
  const auto text = [](double n) {
    return n == std::floor(n) ? std::to_string(std::int64_t(n)) : std::to_string(n);
  };
  return fail(ErrorKind::kUsage, std::string(what) + " is " + text(value) +
                                     ", give a number from " + text(least) + " to " + text(most));
}

}  // namespace

Result<void> check_settings(const TuningSettings& settings) {
  constexpr double kMany = 1e6;
  const struct {
    const char* what;
    double value, least, most;
  } ranges[] = {
      {"the number of prompt tokens", double(settings.prompt_tokens), 1,
       Adapter::kMostPromptTokens},
      {"the number of mask tokens", double(settings.mask_tokens), 0, Adapter::kMostMaskTokens},
      {"the transition term's rank", double(settings.rank), 0, Adapter::kMostRank},
      {"the number of steps", double(settings.steps), 1, kMany},
      {"the time in minutes", settings.minutes, 0, kMany},
      {"answers per step", double(settings.answers_per_step), 1, kMany},
      {"groups per answer", double(settings.groups_per_answer), 1, kMany},
      {"new tokens per answer", double(settings.max_new_tokens), 3, kMany},
      {"samples per prompt", double(settings.samples), 0, 100},
      {"the share of unseen prompts", settings.unseen_share, 0.001, 0.5},
      {"measurements", double(settings.measurements), 1, kMany},
      {"patience", double(settings.patience), 1, kMany},
      {"the width of the head's network", double(settings.head.hidden), -1,
       RecurrentHead::kMostHidden},
      {"tokens of the head", double(settings.head.tokens), 1, kMany},
  };
  for (const auto& range : ranges)
    if (auto fits = check_range(range.what, range.value, range.least, range.most); !fits)
      return fits;
  if (!settings.mask_weights.empty() &&
      settings.mask_weights.size() != std::size_t(settings.mask_tokens))
    return fail(ErrorKind::kUsage, "the loss needs one weight for each mask token");
  return {};
}

}  // namespace canter::tuning
