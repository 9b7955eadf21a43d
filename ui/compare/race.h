#pragma once

#include "compare/lane.h"

namespace canter::ui {

/// Both columns on one clock. One computer answers one way after the other; once the second begins,
/// the first is shown again from the same start line, at its own pace. Times are milliseconds of
/// any clock that does not go back.
class Race {
 public:
  Lane* plain() { return &plain_; }
  Lane* accelerated() { return &accelerated_; }

  void clear();
  void begin(engine::ComparedSide side, bool first, double now);
  void append(const engine::ComparedTextAppended& more);
  void finish(const engine::ComparedAnswerFinished& finished);
  void advance(double now);
  /// Ends what is still being shown again.
  void settle();
  void show(const engine::ComparedPair& pair);

 private:
  Lane& lane(engine::ComparedSide side) {
    return side == engine::ComparedSide::kPlain ? plain_ : accelerated_;
  }

  Lane plain_;
  Lane accelerated_;
  double start_ = 0;
};

}  // namespace canter::ui
