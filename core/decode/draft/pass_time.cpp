#include "decode/draft/pass_time.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

namespace canter {
namespace {

constexpr double kRate = 0.1;
/// A pass that took this many times longer than expected was interrupted by something else.
constexpr double kMostSurprise = 4;

bool sound(std::span<const double> times, std::size_t count) {
  return times.size() == count &&
         std::ranges::all_of(times, [](double t) { return std::isfinite(t) && t > 0; });
}

}  // namespace

PassTime::PassTime() {
  for (std::size_t i = 0; i < kRows.size(); ++i) base_[i] = std::max(1.0, kRows[i] / 12.0);
  own_.fill(1);
}

bool PassTime::set(std::span<const double> near, int near_context, std::span<const double> far,
                   int far_context) {
  const bool grows = !far.empty();
  if (!sound(near, kRows.size())) return false;
  if (grows && (!sound(far, kRows.size()) || far_context <= near_context)) return false;
  *this = PassTime();
  measured_ = scaled_ = true;
  for (std::size_t i = 0; i < base_.size(); ++i) {
    // Noise must not make more rows seem cheaper.
    base_[i] = i > 0 ? std::max(near[i], near[i - 1]) : near[i];
    if (!grows) continue;
    per_position_[i] = std::max(0.0, (far[i] - near[i]) / (far_context - near_context));
    base_[i] = std::max(base_[i] / 2, base_[i] - near_context * per_position_[i]);
  }
  return true;
}

PassTime::Place PassTime::place(int rows) {
  const auto next = std::ranges::upper_bound(kRows, rows);
  if (next == kRows.begin()) return {0, 0};
  if (next == kRows.end()) return {kRows.size() - 2, 1};
  const int before = *(next - 1);
  return {std::size_t(next - kRows.begin()) - 1, double(rows - before) / (*next - before)};
}

double PassTime::interpolate(const Values& values, const Place& place) const {
  return values[place.index] + place.part * (values[place.index + 1] - values[place.index]);
}

double PassTime::at(int rows, int context) const {
  const Place where = place(rows);
  return interpolate(own_, where) *
         (interpolate(base_, where) + context * interpolate(per_position_, where));
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
  // Where nothing was measured nothing is known to be surprising.
  const bool known = measured_ || interpolate(seen_, where) >= 1;
  if (known && milliseconds > kMostSurprise * expected) return;
  const double surprise = std::log(milliseconds / expected);
  for (const auto& [index, part] :
       {std::pair(where.index, 1 - where.part), std::pair(where.index + 1, where.part)}) {
    seen_[index] += part;
    own_[index] *= std::exp(part * std::max(kRate, 1 / (1 + seen_[index])) * surprise);
  }
}

std::string PassTime::to_json() const {
  return nlohmann::json{{"rows", kRows},
                        {"base_ms", base_},
                        {"per_position_ms", per_position_},
                        {"own", own_},
                        {"measured", measured_}}
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
  if (!read("base_ms", time.base_) || !read("per_position_ms", time.per_position_) ||
      !read("own", time.own_))
    return false;
  if (!sound(time.base_, kRows.size()) || !sound(time.own_, kRows.size())) return false;
  if (!std::ranges::all_of(time.per_position_, [](double t) { return t >= 0 && t < 1e6; }))
    return false;
  // Earlier programs wrote what was measured only.
  const auto measured = document.find("measured");
  time.measured_ = measured == document.end() || *measured == true;
  time.scaled_ = true;
  *this = time;
  return true;
}

}  // namespace canter
