#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "engine/answering/answer_worker.h"
#include "engine/models/locate.h"
#include "engine/models/wanted_model.h"
#include "engine/session/event_queue.h"
#include "model/memory_need.h"
#include "store/store.h"
#include "support/reference_results.h"
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
  void start(std::uint64_t available_memory = 0, const std::filesystem::path& adapter = {}) {
    worker_.emplace(EngineOptions{data_.path(), 1, adapter, available_memory}, opener_, queue_,
                    stop_, stop_, stop_, gate_, current_, unsaved_);
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
    AnswerTask task{.question = turn.question, .answer = turn.answer, .chat = {}};
    task.settings.emplace();
    task.settings->max_tokens = 1;
    return task;
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

/// What chatting with the tiny models takes: two of them do not fit beside each other.
std::uint64_t memory_for_one(const std::string& path) {
  return memory_needed(summarise_model(path).value()).total() + 1000;
}

TEST_F(OpeningTest, opens_also_what_does_not_fit_beside_the_older_model) {
  const std::string older = model("older"), newer = model("newer");
  int opened = 0;
  on_event_ = [&](const Event& event) {
    if (std::holds_alternative<ModelOpened>(event) && ++opened == 1)
      worker_->post(OpenModel{newer});
  };
  is_last_ = [&](const Event&) { return opened == 2; };
  start(memory_for_one(older));
  worker_->post(OpenModel{older});
  finish();
  EXPECT_EQ(heard<ModelOpened>().back().model.path, newer);
}

TEST_F(OpeningTest, a_model_that_would_not_fit_leaves_the_working_one_open) {
  const std::string small = model("small");
  test::TinyModel shape;
  shape.width = 512;
  shape.feed_forward = 2048;
  const auto large = data_.path() / "large.gguf";
  test::write_tiny_model(large, shape);
  on_event_ = [&](const Event& event) {
    if (std::holds_alternative<ModelOpened>(event)) worker_->post(OpenModel{large.string()});
  };
  is_last_ = [](const Event& event) { return std::holds_alternative<ModelFailed>(event); };
  start(memory_for_one(small));
  worker_->post(OpenModel{small});
  finish();
  const auto failed = heard<ModelFailed>();
  ASSERT_EQ(failed.size(), 1u);
  EXPECT_EQ(failed[0].error.kind, ErrorKind::kTooLarge);
  ASSERT_TRUE(failed[0].open);
  EXPECT_EQ(failed[0].open->model.path, small);
}

// Its adapter is read last, when the older model is closed already.
TEST_F(OpeningTest, a_model_that_fails_at_the_very_end_brings_the_working_one_back) {
  const std::string tiny = model("tiny"), starter = test::starter_gguf().string();
  const AnswerTask task = question();
  bool asked = false;
  on_event_ = [&](const Event& event) {
    if (std::holds_alternative<ModelOpened>(event)) worker_->post(OpenModel{tiny});
    if (std::holds_alternative<ModelFailed>(event) && !std::exchange(asked, true))
      worker_->post(task);
  };
  is_last_ = [](const Event& event) { return std::holds_alternative<AnswerFinished>(event); };
  start(0, test::starter_adapter());
  worker_->post(OpenModel{starter});
  finish();
  const auto failed = heard<ModelFailed>();
  ASSERT_EQ(failed.size(), 1u);
  EXPECT_EQ(failed[0].source, tiny);
  ASSERT_TRUE(failed[0].open);
  EXPECT_EQ(heard<AnswerFinished>().front().answer.model_path, failed[0].open->model.path);
}

TEST_F(OpeningTest, without_a_name_opens_what_was_open_last) {
  const std::string older = model("older"), newer = model("newer");
  {
    Store store = Store::open(data_.path()).value();
    ModelRecord record;
    for (const std::string& path : {older, newer}) {
      record.path = path;
      ASSERT_TRUE(store.remember_model(record));
      std::this_thread::sleep_for(2ms);
    }
  }
  start();
  worker_->post(OpenModel{});
  finish();
  EXPECT_EQ(heard<ModelOpened>().front().model.path, newer);
}

TEST_F(OpeningTest, without_a_name_opens_the_default_model_while_that_is_there) {
  const std::string chosen = model("chosen"), last = model("last");
  ModelRecord record;
  record.path = last;
  ASSERT_TRUE(Store::open(data_.path())->remember_model(record));
  start();
  worker_->post(ChooseDefaultModel{chosen});
  worker_->post(OpenModel{});
  finish();
  EXPECT_EQ(heard<EngineConfigured>().front().default_model, chosen);
  EXPECT_EQ(heard<ModelOpened>().front().model.path, chosen);
  std::filesystem::remove(chosen);
  Store store = Store::open(data_.path()).value();
  EXPECT_EQ(usual_model(&store), last);
}

TEST_F(OpeningTest, an_answer_is_given_by_the_model_of_its_conversation) {
  const std::string own = model("own"), other = model("other");
  const AnswerTask task = question();
  ASSERT_TRUE(Store::open(data_.path())->choose_model(task.question.conversation, own));
  is_last_ = [](const Event& event) { return std::holds_alternative<AnswerFinished>(event); };
  start();
  worker_->post(OpenModel{other});
  worker_->post(task);
  finish();
  EXPECT_EQ(heard<ModelOpened>().back().model.path, own);
  EXPECT_EQ(heard<AnswerFinished>().front().answer.model_path, own);
}

TEST_F(OpeningTest, a_conversation_uses_the_model_that_was_opened_for_it_or_answered_first) {
  const std::string first = model("first"), second = model("second");
  const AnswerTask task = question();
  const ConversationId id = task.question.conversation;
  is_last_ = [&](const Event& event) {
    const auto* opened = std::get_if<ModelOpened>(&event);
    return opened && opened->model.path == second;
  };
  on_event_ = [&](const Event& event) {
    if (!std::holds_alternative<AnswerFinished>(event)) return;
    EXPECT_EQ(Store::open(data_.path())->conversation(id)->model, first);
    worker_->post(OpenModel{second, id});
  };
  start();
  worker_->post(OpenModel{first});
  worker_->post(task);
  finish();
  EXPECT_EQ(Store::open(data_.path())->conversation(id)->model, second);
}

TEST_F(OpeningTest, the_first_token_counts_from_the_asking) {
  AnswerTask task = question();
  task.asked.at -= 10s;
  is_last_ = [](const Event& event) { return std::holds_alternative<AnswerFinished>(event); };
  start();
  worker_->post(OpenModel{model("a")});
  worker_->post(task);
  finish();
  const AnswerStatistics statistics = heard<AnswerFinished>().front().statistics;
  EXPECT_GE(statistics.first_token_ms, 10'000);
  EXPECT_LT(statistics.prompt_ms, 10'000);
  EXPECT_GE(statistics.total_ms, statistics.first_token_ms);
}

TEST(WantedModel, is_the_newest_and_is_taken_once) {
  WantedModel wanted;
  EXPECT_FALSE(wanted.take());
  wanted.want({"a"});
  wanted.want({"b"});
  EXPECT_EQ(wanted.take()->source, "b");
  EXPECT_FALSE(wanted.take());
  EXPECT_FALSE(wanted.outdated());
  wanted.want({"c"});
  EXPECT_TRUE(wanted.outdated());
}

TEST(WantedModel, is_none_after_closing) {
  WantedModel wanted;
  wanted.want({"a"});
  wanted.close();
  EXPECT_TRUE(wanted.outdated());
  EXPECT_FALSE(wanted.take());
}

}  // namespace
}  // namespace canter::engine
