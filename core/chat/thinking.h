#pragma once

#include <string>

namespace canter {

/// Names in messages for what an answer's author thought.
inline constexpr const char* kThoughtNames[] = {"reasoning_content", "thinking", "reasoning"};

enum class ThinkingStyle {
  kNone,
  kTags,      ///< `<think>…</think>` and the like before the answer
  kChannels,  ///< gpt-oss: every message has a header that names its channel
};

/// What stands around a model's thinking.
struct ThinkingMarkers {
  ThinkingStyle style = ThinkingStyle::kNone;
  std::string open = {};     ///< `<think>`
  std::string close = {};    ///< `</think>`
  std::string opening = {};  ///< `open` with the white space that follows it
  std::string closing = {};  ///< `close` with the white space around it, up to the answer

  bool operator==(const ThinkingMarkers&) const = default;
};

/// What a model can do about thinking.
struct Thinking {
  ThinkingMarkers markers = {};
  bool can_switch = false;     ///< ThinkingWish::kOn and kOff make a difference
  bool on_by_default = false;  ///< what ThinkingWish::kDefault does, as far as it can be seen
  bool has_effort = false;     ///< so do kLow, kMedium and kHigh

  bool thinks() const { return markers.style != ThinkingStyle::kNone; }
  bool operator==(const Thinking&) const = default;
};

}  // namespace canter
