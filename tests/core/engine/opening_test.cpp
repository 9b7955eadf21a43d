#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <thread>
#include <vector>

#include "engine/answer_worker.h"
#include "engine/event_queue.h"
#include "engine/wanted_model.h"
#include "store/store.h"
#include "support/temporary_directory.h"
#include "support/tiny_model.h"

namespace canter::engine {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// The thread that opens models. Events are heard on that thread, so that what a test does then
/// happens at a known place.
class OpeningTest : public testing::Test {
 protected:
  void start() {
    worker_.emplace(EngineOptions{data_.path(), 1}, opener_, queue_, stop_, stop_, gate_, current_,
                    unsaved_);
  }
  /// Ends the worker when it has done all it was asked to.
  void finish() {
    while (!ended_) std::this_thread::sleep_for(1ms);
    worker_.reset();
  }

  std::string model(const std::string& name) {
    const auto path = data_.path() / (name + ".gguf");
    test::TinyModel shape;
    shape.layers = 20;
    test::write_tiny_model(path, shape);
    return path.string();
  }
  AnswerTask question() {
    auto store = Store::open(data_.path()).value();
    const auto conversation = store.create_conversation().value();
    const auto turn = store.add_turn(conversation.id, conversation.head, "hello", "").value();
    GenerationSettings settings;
    settings.max_tokens = 1;
    return {turn.question, turn.answer, settings, {}, stop_.epoch()};
  }
  template <typename Kind>
  std::vector<Kind> heard() const {
    std::vector<Kind> found;
    for (const Event& event : events_)
      if (const auto* wanted = std::get_if<Kind>(&event)) found.push_back(*wanted);
    return found;
  }

  test::TemporaryDirectory data_;
  /// Called on the worker's thread with each event; the worker goes on afterwards.
  std::function<void(const Event&)> on_event_;
  std::function<bool(const Event&)> is_last_ = [](const Event& event) {
    return std::holds_alternative<ModelOpened>(event) || std::holds_alternative<ModelFailed>(event);
  };
  StoreOpener opener_{data_.path(), queue_};
  std::optional<AnswerWorker> worker_;

 private:
  void listen() {
    for (Event& event : queue_.take()) {
      events_.push_back(event);
      if (on_event_) on_event_(event);
      if (is_last_(event)) ended_ = true;
    }
  }

  StopSignal stop_;
  TuningGate gate_;
  CurrentModel current_;
  Unsaved unsaved_{queue_};
  EventQueue queue_{[this] { listen(); }};
  std::vector<Event> events_;
  std::atomic<bool> ended_ = false;
};

TEST_F(OpeningTest, begins_at_nothing_and_tells_how_far_it_is) {
  int slow = 3;
  on_event_ = [&](const Event&) {
    if (slow-- > 0) std::this_thread::sleep_for(60ms);
  };
  start();
  worker_->post(OpenModel{model("a")});
  finish();
  const auto openings = heard<ModelOpening>();
  ASSERT_GE(openings.size(), 3u);
  EXPECT_EQ(openings.front().progress, 0);
  EXPECT_GT(openings.back().progress, 0);
  EXPECT_LT(openings.back().progress, 1);
  EXPECT_TRUE(std::ranges::is_sorted(openings, {}, &ModelOpening::progress));
  EXPECT_EQ(heard<ModelOpened>().size(), 1u);
}

TEST_F(OpeningTest, does_not_flood_its_listener) {
  const auto began = Clock::now();
  start();
  worker_->post(OpenModel{model("a")});
  finish();
  const auto most = 1 + (Clock::now() - began) / 50ms;
  EXPECT_LE(std::ssize(heard<ModelOpening>()), most);
}

TEST_F(OpeningTest, is_given_up_for_a_newer_model) {
  const std::string newer = model("newer");
  on_event_ = [&](const Event&) {
    if (heard<ModelOpening>().size() == 1) worker_->post(OpenModel{newer});
  };
  start();
  worker_->post(OpenModel{model("older")});
  finish();
  EXPECT_THAT(heard<ModelFailed>(), testing::IsEmpty());
  const auto opened = heard<ModelOpened>();
  ASSERT_EQ(opened.size(), 1u);
  EXPECT_EQ(opened[0].model.path, newer);
  EXPECT_EQ(Store::open(data_.path())->models()->size(), 1u);
}

TEST_F(OpeningTest, a_failure_is_not_told_when_a_newer_model_is_wanted) {
  const std::string newer = model("newer");
  on_event_ = [&](const Event&) {
    if (heard<ModelOpening>().size() == 1) worker_->post(OpenModel{newer});
  };
  start();
  worker_->post(OpenModel{"nowhere.gguf"});
  finish();
  EXPECT_THAT(heard<ModelFailed>(), testing::IsEmpty());
  EXPECT_EQ(heard<ModelOpened>().size(), 1u);
}

TEST_F(OpeningTest, an_answer_that_waits_for_the_older_model_is_given_by_the_newer) {
  const std::string older = model("older"), newer = model("newer");
  const AnswerTask task = question();
  on_event_ = [&](const Event&) {
    if (heard<ModelOpening>().size() != 1) return;
    worker_->post(task);
    worker_->post(OpenModel{newer});
  };
  is_last_ = [](const Event& event) { return std::holds_alternative<AnswerFinished>(event); };
  start();
  worker_->post(OpenModel{older});
  finish();
  const auto answers = heard<AnswerFinished>();
  ASSERT_EQ(answers.size(), 1u);
  EXPECT_EQ(answers[0].answer.error, kTokenLimit);
  EXPECT_EQ(heard<ModelOpened>().size(), 1u);
}

TEST_F(OpeningTest, ends_soon_when_the_engine_does) {
  const std::string path = model("a");
  std::atomic<bool> opening = false;
  on_event_ = [&](const Event&) {
    opening = true;
    std::this_thread::sleep_for(60ms);  // 141 matrices: more than eight seconds in all
  };
  start();
  worker_->post(OpenModel{path});
  while (!opening) std::this_thread::sleep_for(1ms);
  worker_.reset();
  EXPECT_THAT(heard<ModelOpened>(), testing::IsEmpty());
  EXPECT_THAT(heard<ModelFailed>(), testing::IsEmpty());
}

TEST(WantedModel, is_the_newest_and_is_taken_once) {
  WantedModel wanted;
  EXPECT_EQ(wanted.take(), std::nullopt);
  wanted.want("a");
  wanted.want("b");
  EXPECT_EQ(wanted.take(), "b");
  EXPECT_EQ(wanted.take(), std::nullopt);
  EXPECT_FALSE(wanted.outdated());
  wanted.want("c");
  EXPECT_TRUE(wanted.outdated());
}

TEST(WantedModel, is_none_after_closing) {
  WantedModel wanted;
  wanted.want("a");
  wanted.close();
  EXPECT_TRUE(wanted.outdated());
  EXPECT_EQ(wanted.take(), std::nullopt);
}

}  // namespace
}  // namespace canter::engine
