#include "progress.h"

#include <spdlog/fmt/fmt.h>

#include <utility>

#include "terminal.h"

namespace canter::cli {
namespace {

constexpr auto kShownAfter = std::chrono::milliseconds(500);
constexpr const char* kErase = "\r\x1b[K";

}  // namespace

Progress::Style Progress::style_for(bool json) {
  return !json && terminal::is_terminal(stderr) ? Style::kLine : Style::kSilent;
}

Progress::Progress(std::string what, Style style, std::FILE* out, Clock::time_point start)
    : what_(std::move(what)), style_(style), out_(out), start_(start) {}

Progress::~Progress() {
  if (style_ == Style::kLine && percent_ >= 0) std::fputs(kErase, out_);
}

void Progress::show(double done, Clock::time_point now) {
  const bool line = style_ == Style::kLine;
  if (style_ == Style::kSilent || (line && now - start_ < kShownAfter)) return;
  const int step = line ? 1 : 10;
  const int percent = static_cast<int>(done * 100) / step * step;
  if (percent == percent_ && (!line || beside_ == beside_shown_)) return;
  percent_ = percent;
  beside_shown_ = beside_;
  const std::string beside = line && !beside_.empty() ? ", " + beside_ : "";
  const std::string text = fmt::format("{} {} %{}", what_, percent, beside);
  std::fputs((line ? kErase + text : text + '\n').c_str(), out_);
}

}  // namespace canter::cli
