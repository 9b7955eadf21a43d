#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace canter {

/// Watches streamed text for stop strings. Text that may be the beginning of one is held back.
class StopMatcher {
 public:
  /// Empty stop strings are ignored.
  explicit StopMatcher(const std::vector<std::string>& stop_strings);

  /// Text that has become certain. Once stopped() nothing more comes out.
  std::string push(std::string_view text);
  /// What was held back; empty when stopped().
  std::string finish();
  bool stopped() const { return stopped_; }

 private:
  std::vector<std::string> stop_strings_;
  std::string pending_;
  bool stopped_ = false;
};

}  // namespace canter
