#include "engine/session/tuning_gate.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

namespace canter::engine {
namespace {

using namespace std::chrono_literals;

/// A tuning that counts.
class Work {
 public:
  explicit Work(TuningGate& gate) : gate_(gate), pool_(2) {
    gate_.attach(&pool_);
    thread_ = std::thread([this] {
      while (!end_) pool_.for_each(8, [this](std::size_t, int) { ++count_; });
    });
  }
  ~Work() {
    end_ = true;
    gate_.let_end();
    thread_.join();
    gate_.attach(nullptr);
  }
  bool goes_on() const {
    std::this_thread::sleep_for(20ms);  // what had begun ends
    const long before = count_;
    for (int i = 0; i < 200 && count_ == before; ++i) std::this_thread::sleep_for(1ms);
    return count_ != before;
  }

 private:
  TuningGate& gate_;
  ThreadPool pool_;
  std::atomic<long> count_ = 0;
  std::atomic<bool> end_ = false;
  std::thread thread_;
};

TEST(TuningGate, holds_a_tuning_while_an_answer_is_given) {
  TuningGate gate;
  const Work work(gate);
  EXPECT_TRUE(work.goes_on());
  {
    const TuningGate::Turn answer(gate);
    EXPECT_FALSE(work.goes_on());
  }
  EXPECT_TRUE(work.goes_on());
}

TEST(TuningGate, keeps_a_pause_over_the_end_of_an_answer) {
  TuningGate gate;
  const Work work(gate);
  gate.pause(true);
  { const TuningGate::Turn answer(gate); }
  EXPECT_FALSE(work.goes_on());
  gate.pause(false);
  EXPECT_TRUE(work.goes_on());
}

TEST(TuningGate, lets_a_tuning_end_although_it_is_paused) {
  TuningGate gate;
  const Work work(gate);
  gate.pause(true);
  EXPECT_FALSE(work.goes_on());
}

TEST(TuningGate, has_nothing_to_pause_without_a_tuning) {
  TuningGate gate;
  gate.pause(true);
  EXPECT_FALSE(gate.paused());
  const Work work(gate);
  EXPECT_TRUE(work.goes_on());
}

}  // namespace
}  // namespace canter::engine
