#pragma once

#include <QTimer>
#include <functional>
#include <optional>
#include <vector>

#include "engine/session/messages.h"

namespace canter::ui {

/// The part of the fake engine that compares: plays what is to come out at its own pace.
class FakeComparisons {
 public:
  struct Script {
    std::vector<engine::ComparisonResult> kept;  ///< newest first
    /// What comes out of the next comparison; none: a canned one.
    std::optional<engine::ComparisonResult> next;
    double pace = 1;             ///< times as fast as it says
    std::string error;           ///< comparisons fail with this
    std::string refuses_export;  ///< the error with which files are not written
  };

  FakeComparisons(Script script, std::function<void(engine::Event)> say);

  /// False for a command of another subject.
  bool handle(const engine::Command& command);

 private:
  void compare(const engine::Compare& command);
  void stop();
  void begin_answer();
  void tick();
  void finish_answer();
  const engine::ComparedPair& pair() const { return result_.pairs[std::size_t(answers_ / 2)]; }
  engine::ComparedSide side() const;

  Script script_;
  std::function<void(engine::Event)> say_;
  QTimer ticker_;
  std::uint64_t request_ = 0;
  engine::ComparisonResult result_;
  int answers_ = 0;
  std::size_t said_ = 0;
  double elapsed_ = 0;
  ComparisonId last_id_ = 100;
};

}  // namespace canter::ui
