#pragma once

#include <chrono>
#include <cstdio>
#include <string>
#include <utility>

namespace canter::cli {

/// Says on standard error how far something is that takes its time.
class Progress {
 public:
  using Clock = std::chrono::steady_clock;

  enum class Style {
    kSilent,
    kLine,    ///< one, from half a second on, that is written over again and erased in the end
    kTenths,  ///< a line for each
  };
  /// A line where somebody looks at a terminal that no document is meant for.
  static Style style_for(bool json);

  /// `what` as in `converting`.
  Progress(std::string what, Style style, std::FILE* out = stderr,
           Clock::time_point start = Clock::now());
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `done` is between 0 and 1.
  void show(double done, Clock::time_point now = Clock::now());
  /// What a line says behind the percentage from the next show() on.
  void show_beside(std::string text) { beside_ = std::move(text); }

 private:
  const std::string what_;
  const Style style_;
  std::FILE* const out_;
  const Clock::time_point start_;
  int percent_ = -1;  ///< as shown
  std::string beside_;
  std::string beside_shown_;
};

}  // namespace canter::cli
