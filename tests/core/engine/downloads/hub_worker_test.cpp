#include "engine/downloads/hub_worker.h"

#include <gmock/gmock.h>

#include "core/engine/downloads/small_hub.h"

namespace canter::engine {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class HubWorkerTest : public testing::Test {
 protected:
  HubWorkerTest() {
    hub_.files = {{"a-Q4_K_M.gguf", std::string(3000, 'a')},
                  {"a-Q8_0.gguf", std::string(5000, 'b')},
                  {"README.md", "text"}};
    worker_.emplace(hub_.events, remote::session_keys());
  }

  SmallHub hub_;
  std::optional<HubWorker> worker_;
};

TEST_F(HubWorkerTest, lists_the_catalogue_and_asks_nobody) {
  worker_->post(ListCatalogue{});
  const auto listed = hub_.next<CatalogueListed>();
  EXPECT_FALSE(listed.error);
  EXPECT_GT(listed.models.size(), listed.recommended.size());
  EXPECT_GT(listed.computer.bandwidth, 0);
  EXPECT_THAT(hub_.questions(), IsEmpty());
}

TEST_F(HubWorkerTest, finds_models_with_their_sizes) {
  worker_->post(SearchHub{"some words", 7});
  const auto found = hub_.next<HubModelFound>();
  EXPECT_EQ(found.request, 7u);
  EXPECT_EQ(found.offer.model.repo, "owner/repo");
  EXPECT_EQ(found.offer.runs, true);
  ASSERT_EQ(found.offer.sizes.size(), 2u);
  EXPECT_EQ(found.offer.sizes[0].choice.quantisation, "Q4_K_M");
  EXPECT_EQ(found.offer.sizes[0].choice.bytes(), 3000u);
  EXPECT_EQ(found.offer.sizes[0].fits, true);
  const auto ended = hub_.next<HubSearchEnded>();
  EXPECT_EQ(ended.request, 7u);
  EXPECT_FALSE(ended.error);
}

TEST_F(HubWorkerTest, says_why_a_search_failed) {
  worker_->post(SearchHub{"nothing", 1});
  const auto ended = hub_.next<HubSearchEnded>();
  ASSERT_TRUE(ended.error);
  EXPECT_THAT(ended.error->message, HasSubstr("404"));
}

TEST_F(HubWorkerTest, ends_only_the_newest_of_several_searches) {
  worker_->post(SearchHub{"some", 1});
  worker_->post(SearchHub{"some more", 2});
  worker_->post(SearchHub{"some more words", 3});
  std::uint64_t last = 0;
  while (last != 3) {
    const auto ended = hub_.next<HubSearchEnded>();
    EXPECT_GT(ended.request, last);
    last = ended.request;
  }
}

}  // namespace
}  // namespace canter::engine
