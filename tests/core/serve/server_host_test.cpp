#include "serve/server_host.h"

#include <gmock/gmock.h>

#include <condition_variable>
#include <deque>
#include <mutex>

#include "core/serve/serve_support.h"
#include "support/reference_results.h"

namespace canter::serve {
namespace {

/// What a host told, in order.
class Reports {
 public:
  ServerHost::Report sink() {
    return [this](Result<std::string> address) {
      const std::lock_guard lock(mutex_);
      told_.push_back(std::move(address));
      changed_.notify_one();
    };
  }
  Result<std::string> next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !told_.empty(); });
    Result<std::string> first = std::move(told_.front());
    told_.pop_front();
    return first;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Result<std::string>> told_;
};

class ServerHostTest : public testing::Test {
 protected:
  Hosted starter() const {
    return {.generator = generator_, .path = test::starter_gguf().string(), .server = {.port = 0}};
  }

  std::shared_ptr<engine::Generator> generator_ =
      engine::Generator::create(std::make_shared<Model>(Model::open(test::starter_gguf()).value()),
                                {.slots = 2})
          .value();
  Reports reports_;
  ServerHost host_{reports_.sink()};
};

TEST_F(ServerHostTest, answers_where_it_says_until_something_else_is_wished_for) {
  host_.serve(starter());
  const auto address = reports_.next();
  ASSERT_TRUE(address) << address.error().message;
  const auto models = httplib::Client(*address).Get("/v1/models");
  ASSERT_TRUE(models);
  EXPECT_EQ(models->status, 200);
  EXPECT_NE(models->body.find(test::starter_gguf().stem().string()), std::string::npos);
  const auto reply = httplib::Client(*address).Post(
      "/v1/chat/completions", test::chat_request("Hello").dump(), "application/json");
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 200) << reply->body;

  host_.serve(std::nullopt);
  EXPECT_EQ(reports_.next().value(), "");
  EXPECT_FALSE(httplib::Client(*address).Get("/health"));
}

TEST_F(ServerHostTest, lets_go_of_a_model_that_it_no_longer_serves) {
  host_.serve(starter());
  ASSERT_TRUE(reports_.next());
  EXPECT_GT(generator_.use_count(), 1);
  host_.serve(std::nullopt);
  ASSERT_TRUE(reports_.next());
  EXPECT_EQ(generator_.use_count(), 1);
}

TEST_F(ServerHostTest, says_why_it_cannot_listen_and_listens_where_it_can_then) {
  host_.serve(starter());
  const auto address = reports_.next();
  ASSERT_TRUE(address);
  Hosted other = starter();
  other.server.port = std::stoi(address->substr(address->rfind(':') + 1));
  Reports others;
  ServerHost second(others.sink());
  second.serve(other);
  const auto refused = others.next();
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find(std::to_string(other.server.port)), std::string::npos)
      << refused.error().message;
  second.serve(starter());
  EXPECT_TRUE(others.next());
}

TEST_F(ServerHostTest, of_many_wishes_only_the_last_counts) {
  for (int i = 0; i < 20; ++i) host_.serve(starter());
  host_.serve(std::nullopt);
  int reports = 1;
  while (!reports_.next().value().empty()) ++reports;
  EXPECT_LE(reports, 21);
  EXPECT_EQ(generator_.use_count(), 1);
}

}  // namespace
}  // namespace canter::serve
