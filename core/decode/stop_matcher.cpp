#include "decode/stop_matcher.h"

#include <algorithm>
#include <utility>

namespace canter {

StopMatcher::StopMatcher(const std::vector<std::string>& stop_strings)
    : stop_strings_(stop_strings) {
  std::erase(stop_strings_, std::string());
}

std::string StopMatcher::push(std::string_view text) {
  if (stopped_) return {};
  pending_ += text;
  std::size_t end = std::string::npos;
  for (const std::string& stop : stop_strings_) end = std::min(end, pending_.find(stop));
  if (end != std::string::npos) {
    stopped_ = true;
    pending_.resize(end);
    return std::exchange(pending_, {});
  }
  std::size_t held = 0;
  for (const std::string& stop : stop_strings_)
    for (std::size_t n = std::min(stop.size() - 1, pending_.size()); n > held; --n)
      if (pending_.ends_with(std::string_view(stop).substr(0, n))) held = n;
  std::string certain = pending_.substr(0, pending_.size() - held);
  pending_.erase(0, certain.size());
  return certain;
}

std::string StopMatcher::finish() {
  std::string rest;
  rest.swap(pending_);
  return rest;
}

}  // namespace canter
