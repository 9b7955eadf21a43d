#include "decode/draft/pass_time.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

namespace canter {
namespace {

constexpr double kLeastRate = 0.1;
/// A pass that took this many times longer than expected was interrupted by something else.
constexpr double kMostSurprise = 4;
/// Rows that attend to the same context share its reading, up to about so many.
constexpr double kSharingRows = 16;

bool sound(std::span<const double> times, std::size_t count) {
  return times.size() == count &&
         std::ranges::all_of(times, [](double t) { return std::isfinite(t) && t > 0; });
}

}  // namespace

PassTime::PassTime(const Guess& guess) : per_position_(guess.per_position) {
  for (std::size_t i = 0; i < kRows.size(); ++i)
    base_[i] = std::hypot(1.0, kRows[i] / guess.free_rows);
  own_.fill(1);
}

bool PassTime::set(std::span<const double> times) {
  if (!sound(times, kRows.size())) return false;
  std::ranges::copy(times, base_.begin());
  own_.fill(1);
  seen_.fill(1);
  scaled_ = true;
  return true;
}

PassTime::Place PassTime::place(int rows) {
  const auto next = std::ranges::upper_bound(kRows, rows);
  if (next == kRows.begin()) return {0, 0};
  if (next == kRows.end()) return {kRows.size() - 2, 1};
  const int before = *(next - 1);
  return {std::size_t(next - kRows.begin()) - 1, double(rows - before) / (*next - before)};
}

double PassTime::guessed(std::size_t index, int context) const {
  const double sharing = 1 + (kRows[index] - 1) / kSharingRows;
  return base_[index] + context * per_position_ * base_[0] * sharing;
}

double PassTime::factor(std::size_t index) const {
  const auto seen = [&](std::size_t i) { return seen_[i] >= 1; };
  std::size_t before = index, behind = index;
  while (before > 0 && !seen(before)) --before;
  while (behind + 1 < kRows.size() && !seen(behind)) ++behind;
  if (!seen(behind)) return seen(before) ? own_[before] : 1;
  if (!seen(before)) return own_[behind];
  const double way = std::log(double(kRows[behind]) / kRows[before]);
  const double part = way > 0 ? std::log(double(kRows[index]) / kRows[before]) / way : 0;
  return own_[before] * std::pow(own_[behind] / own_[before], part);
}

double PassTime::at(int rows, int context) const {
  const Place where = place(rows);
  const double before = factor(where.index) * guessed(where.index, context);
  const double behind = factor(where.index + 1) * guessed(where.index + 1, context);
  return before + where.part * (behind - before);
}

void PassTime::observe(int rows, int context, double milliseconds) {
  if (!(milliseconds > 0)) return;
  const Place where = place(rows);
  if (!scaled_) {
    const double scale = milliseconds / at(rows, context);
    for (double& base : base_) base *= scale;
    scaled_ = true;
  }
  const double expected = at(rows, context);
  for (const auto& [index, part] :
       {std::pair(where.index, 1 - where.part), std::pair(where.index + 1, where.part)}) {
    if (part == 0) continue;
    // Where nothing was seen nothing is known to be surprising.
    if (seen_[index] >= 1 && milliseconds > kMostSurprise * expected) continue;
    if (seen_[index] < 1) own_[index] = factor(index);
    seen_[index] += part;
    own_[index] *= std::pow(milliseconds / expected,
                            part * std::max(kLeastRate, 1 / std::max(1.0, seen_[index])));
  }
}

std::string PassTime::to_json() const {
  return nlohmann::json{{"rows", kRows},
                        {"base_ms", base_},
                        {"per_position", per_position_},
                        {"own", own_},
                        {"seen", seen_}}
      .dump();
}

bool PassTime::from_json(std::string_view text) {
  const auto document = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!document.is_object() || document.value("rows", nlohmann::json()) != nlohmann::json(kRows))
    return false;
  const auto read = [&](const char* key, Values& values) {
    const auto list = document.find(key);
    if (list == document.end() || !list->is_array() || list->size() != values.size()) return false;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!(*list)[i].is_number()) return false;
      values[i] = (*list)[i];
    }
    return true;
  };
  PassTime time;
  const auto per_position = document.find("per_position");
  if (!read("base_ms", time.base_) || !read("own", time.own_) || !read("seen", time.seen_) ||
      per_position == document.end() || !per_position->is_number())
    return false;
  time.per_position_ = *per_position;
  const auto counts = [](double n) { return n >= 0 && std::isfinite(n); };
  if (!sound(time.base_, kRows.size()) || !sound(time.own_, kRows.size()) ||
      !std::ranges::all_of(time.seen_, counts) || !counts(time.per_position_))
    return false;
  time.scaled_ = true;
  *this = time;
  return true;
}

}  // namespace canter
