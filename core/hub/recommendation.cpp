#include "hub/recommendation.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/machine.h"

namespace canter {
namespace {

/// Tokens per second; people read about five words in that time.
constexpr double kReading = 10;
/// Weights that a core multiplies in a second, about, where memory does not hold it up.
constexpr double kWeightsPerCore = 6e9;
/// Of the bandwidth, what decoding reaches.
constexpr double kBandwidthShare = 0.8;
/// Tokens that a step brings with so many rows and sources that need no training, on the questions
/// of tests/bench/RESULTS.md.
struct Drafts {
  int rows;
  double tokens_per_step;
};
constexpr Drafts kDrafts[] = {{2, 1.5}, {4, 1.91}, {8, 2.27}, {16, 2.53}};
constexpr std::uint64_t kToy = 1'000'000'000;  ///< parameters
constexpr std::uint64_t kBeside = 300'000'000;
constexpr std::size_t kRecommended = 3;

bool fits_memory(std::uint64_t needed, std::uint64_t free) {
  return free == 0 || needed <= free;
}

/// Passes of so many rows that a computer manages in a second.
double passes_per_second(const CatalogueModel& model, const ComputerFacts& computer, int rows) {
  const auto active = static_cast<double>(model.active_parameters);
  // Rows of a mixture choose other experts each.
  const double read = std::min(static_cast<double>(model.parameters) / active, double(rows));
  const double memory =
      kBandwidthShare * computer.bandwidth * 1e9 / (model.bytes_per_token() * read);
  const double cores = computer.cores * kWeightsPerCore / (active * rows);
  return std::min(memory, cores);
}

double expected_speed(const CatalogueModel& model, const ComputerFacts& computer) {
  return computer.bandwidth > 0 ? passes_per_second(model, computer, 1) : 0;
}

/// With the size of a draft tree that brings most here.
double expected_accelerated(const CatalogueModel& model, const ComputerFacts& computer) {
  double best = expected_speed(model, computer);
  if (best == 0) return 0;
  for (const Drafts& drafts : kDrafts)
    best = std::max(best, drafts.tokens_per_step * passes_per_second(model, computer, drafts.rows));
  return best;
}

/// A mixture of experts is about as able as a dense model of this size.
double ability(const CatalogueModel& model) {
  return std::sqrt(static_cast<double>(model.parameters) *
                   static_cast<double>(model.active_parameters));
}

Suitability beside(const CatalogueModel& model, const ComputerFacts& computer) {
  Suitability result;
  result.model = model;
  result.fits = fits_memory(model.memory_4k, computer.free_memory);
  result.fits_long = model.memory_32k > 0 && fits_memory(model.memory_32k, computer.free_memory);
  result.tokens_per_second = expected_speed(model, computer);
  result.accelerated = expected_accelerated(model, computer);
  if (!result.fits) {
    result.limits = "needs " + format_bytes(model.memory_4k) + " of memory, " +
                    format_bytes(computer.free_memory) + " are free";
  } else if (model.memory_32k == 0) {
    result.limits = "reads " + std::to_string(model.context) + " tokens at most; ";
  } else if (!result.fits_long) {
    result.limits = "long texts do not fit: 32k tokens need " + format_bytes(model.memory_32k) +
                    " of memory, " + format_bytes(computer.free_memory) + " are free; ";
  }
  if (result.fits) result.limits += model.cannot;
  return result;
}

}  // namespace

const char* reason_text(Reason reason) {
  switch (reason) {
    case Reason::kAbleAndQuick:
      return "the most able that writes faster than you read";
    case Reason::kQuickest:
      return "the quickest for everyday questions";
    case Reason::kMostAble:
      return "the most able that fits, at any speed";
    case Reason::kSmall:
      return "small and quick";
    case Reason::kNone:
      break;
  }
  return "";
}

std::vector<Suitability> suitability(const std::vector<CatalogueModel>& catalogue,
                                     const ComputerFacts& computer) {
  std::vector<Suitability> all;
  for (const CatalogueModel& model : catalogue) all.push_back(beside(model, computer));
  return all;
}

std::vector<Suitability> recommend(const std::vector<CatalogueModel>& catalogue,
                                   const ComputerFacts& computer) {
  std::vector<Suitability> left = suitability(catalogue, computer);
  std::erase_if(left, [](const Suitability& one) { return !one.fits; });
  std::vector<Suitability> chosen;
  // The best of those that `may` be taken.
  const auto take = [&](Reason why, const auto& may, const auto& worth) {
    auto best = left.end();
    for (auto one = left.begin(); one != left.end(); ++one)
      if (may(*one) && (best == left.end() || worth(*one) > worth(*best))) best = one;
    if (best == left.end() || chosen.size() == kRecommended) return;
    best->why = why;
    chosen.push_back(std::move(*best));
    left.erase(best);
  };
  const auto able = [](const Suitability& one) { return ability(one.model); };
  const auto small = [](const Suitability& one) {
    return -static_cast<double>(one.model.active_parameters);
  };
  const auto is_quick = [](const Suitability& one) {
    return one.tokens_per_second == 0 || one.tokens_per_second >= kReading;
  };
  const auto is_no_toy = [](const Suitability& one) { return one.model.parameters >= kToy; };
  const auto any = [](const Suitability&) { return true; };
  take(Reason::kAbleAndQuick, is_quick, able);
  take(Reason::kQuickest, is_no_toy, small);
  take(Reason::kMostAble, any, able);
  take(Reason::kSmall, any, small);
  return chosen;
}

bool fits_in(std::uint64_t bytes, std::uint64_t free_memory) {
  return fits_memory(bytes + bytes / 10 + kBeside, free_memory);
}

}  // namespace canter
