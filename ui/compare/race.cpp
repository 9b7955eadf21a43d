#include "compare/race.h"

namespace canter::ui {

void Race::clear() {
  plain_.clear();
  accelerated_.clear();
}

void Race::begin(engine::ComparedSide side, bool first, double now) {
  Lane& other = side == engine::ComparedSide::kPlain ? accelerated_ : plain_;
  start_ = now;
  lane(side).start();
  if (first) {
    other.wait();
    return;
  }
  other.replay();
  for (Lane* each : {&plain_, &accelerated_}) each->expect(other.recorded());
}

void Race::append(const engine::ComparedTextAppended& more) {
  lane(more.side).append(more);
}

void Race::finish(const engine::ComparedAnswerFinished& finished) {
  lane(finished.side).finish(finished.statistics);
}

void Race::advance(double now) {
  plain_.advance(now - start_);
  accelerated_.advance(now - start_);
}

void Race::settle() {
  plain_.complete();
  accelerated_.complete();
}

void Race::show(const engine::ComparedPair& pair) {
  plain_.show(pair.plain);
  accelerated_.show(pair.accelerated);
  if (!pair.difference) return;
  plain_.mark(pair.difference->token, pair.difference->plain_byte);
  accelerated_.mark(pair.difference->token, pair.difference->accelerated_byte);
}

}  // namespace canter::ui
