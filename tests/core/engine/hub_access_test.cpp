#include "engine/models/hub_access.h"

#include <gmock/gmock.h>

#include "support/environment.h"

namespace canter::engine {
namespace {

class HubAccessTest : public testing::Test {
 protected:
  HubToken where() const { return known_token(*keys_).where; }

  test::ClearedEnvironment environment_{"HF_ENDPOINT", "HF_TOKEN"};
  std::shared_ptr<remote::Keys> keys_ = remote::session_keys();
};

TEST_F(HubAccessTest, keeps_a_token_for_the_hub_and_forgets_it) {
  EXPECT_EQ(where(), HubToken::kNone);
  ASSERT_TRUE(keep_token("hf_secret", *keys_));
  EXPECT_EQ(where(), HubToken::kSession);
  EXPECT_EQ(known_token(*keys_).hub, "huggingface.co");
  EXPECT_EQ(open_hub({}, *keys_)->settings().token, "hf_secret");
  ASSERT_TRUE(keep_token("", *keys_));
  EXPECT_EQ(where(), HubToken::kNone);
  EXPECT_EQ(open_hub({}, *keys_)->settings().token, "");
}

TEST_F(HubAccessTest, the_environments_token_comes_first) {
  ASSERT_TRUE(keep_token("kept", *keys_));
  test::set_environment("HF_TOKEN", "given");
  EXPECT_EQ(where(), HubToken::kEnvironment);
  EXPECT_EQ(open_hub({}, *keys_)->settings().token, "given");
}

TEST_F(HubAccessTest, another_hub_is_not_shown_the_token_of_this_one) {
  ASSERT_TRUE(keep_token("kept", *keys_));
  test::set_environment("HF_ENDPOINT", "https://mirror.example.org");
  EXPECT_EQ(where(), HubToken::kNone);
  EXPECT_EQ(open_hub({}, *keys_)->settings().token, "");
}

TEST_F(HubAccessTest, refuses_what_no_header_can_carry) {
  for (const char* token : {"two words", "line\nbreak", "schl\xc3\xbcssel"}) {
    const auto kept = keep_token(token, *keys_);
    ASSERT_FALSE(kept) << token;
    EXPECT_EQ(kept.error().kind, ErrorKind::kUsage);
    EXPECT_THAT(kept.error().message, testing::Not(testing::HasSubstr(token)));
  }
}

}  // namespace
}  // namespace canter::engine
