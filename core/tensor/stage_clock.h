#pragma once

#include <array>
#include <chrono>

namespace canter {

/// What a pass spends its time with.
enum class Stage {
  kActivations,  ///< made ready for products
  kProducts,     ///< with weights, but for those of the output head
  kAttention,    ///< over keys and values
  kStates,       ///< of layers that are no attention
  kOutput,       ///< the output head
};
inline constexpr int kStages = 5;

/// Adds up how long each stage takes. Belongs to the thread of the pass.
class StageClock {
 public:
  using Milliseconds = std::array<double, kStages>;  ///< by Stage

  /// Time from here to its end goes to a stage, unless one is being timed already.
  class Scope {
   public:
    /// `clock` may be nullptr: nothing is timed.
    Scope(StageClock* clock, Stage stage)
        : clock_(clock && !clock->running_ ? clock : nullptr), stage_(stage) {
      if (!clock_) return;
      clock_->running_ = true;
      begun_ = std::chrono::steady_clock::now();
    }
    ~Scope() {
      if (!clock_) return;
      clock_->running_ = false;
      clock_->spent_[int(stage_)] +=
          std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun_)
              .count();
    }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    StageClock* clock_;
    Stage stage_;
    std::chrono::steady_clock::time_point begun_;
  };

  const Milliseconds& spent() const { return spent_; }

 private:
  Milliseconds spent_{};
  bool running_ = false;
};

}  // namespace canter
