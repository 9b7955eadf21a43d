#include "decode/draft/answer_gains.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace canter {

void AnswerGains::observe(double milliseconds, double plain_ms) {
  if (begun_ || answers_.empty()) {
    answers_.emplace_back();
    if (answers_.size() > std::size_t(kMostAnswers)) answers_.pop_front();
    begun_ = false;
  }
  answers_.back().taken += milliseconds;
  answers_.back().plain += plain_ms;
}

double AnswerGains::speedup() const {
  double taken = 0, plain = 0;
  for (const Times& times : answers_) taken += times.taken, plain += times.plain;
  return taken > 0 ? plain / taken : 1;
}

std::string AnswerGains::to_json() const {
  auto list = nlohmann::json::array();
  for (const Times& times : answers_) list.push_back({times.taken, times.plain});
  return list.dump();
}

void AnswerGains::from_json(std::string_view text) {
  const auto list = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!list.is_array() || list.size() > std::size_t(kMostAnswers)) return;
  std::deque<Times> read;
  const auto is_time = [](const nlohmann::json& time) {
    return time.is_number() && time.get<double>() >= 0 && std::isfinite(time.get<double>());
  };
  for (const auto& times : list) {
    if (!times.is_array() || times.size() != 2 || !is_time(times[0]) || !is_time(times[1])) return;
    read.push_back({times[0], times[1]});
  }
  answers_ = std::move(read);
  begun_ = true;
}

}  // namespace canter
