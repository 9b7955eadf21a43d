#include "remote/keys.h"

#include <gtest/gtest.h>

namespace canter::remote {
namespace {

/// A keyring that nobody runs.
class BrokenKeys : public Keys {
 public:
  using Keys::find, Keys::keep;
  Result<std::string> find(const std::string&, const ShouldStop&) override {
    return fail(ErrorKind::kIo, "locked");
  }
  Result<void> keep(const std::string&, const std::string&, const ShouldStop&) override {
    return fail(ErrorKind::kIo, "locked");
  }
  bool lasting() const override { return true; }
};

/// One that works.
class GoodKeys : public Keys {
 public:
  using Keys::find, Keys::keep;
  Result<std::string> find(const std::string& origin, const ShouldStop&) override {
    return keys_->find(origin);
  }
  Result<void> keep(const std::string& origin, const std::string& key, const ShouldStop&) override {
    return keys_->keep(origin, key);
  }
  bool lasting() const override { return true; }

 private:
  std::shared_ptr<Keys> keys_ = session_keys();
};

TEST(Keys, are_kept_by_origin_replaced_and_forgotten) {
  for (const auto& keys : {session_keys(), keys_in(nullptr), keys_in(std::make_shared<GoodKeys>()),
                           keys_in(std::make_shared<BrokenKeys>())}) {
    EXPECT_EQ(keys->find("https://a:443"), "");
    ASSERT_TRUE(keys->keep("https://a:443", "one"));
    ASSERT_TRUE(keys->keep("https://b:443", "two"));
    EXPECT_EQ(keys->find("https://a:443"), "one");
    ASSERT_TRUE(keys->keep("https://a:443", "three"));
    EXPECT_EQ(keys->find("https://a:443"), "three");
    ASSERT_TRUE(keys->keep("https://a:443", ""));
    EXPECT_EQ(keys->find("https://a:443"), "");
    EXPECT_EQ(keys->find("https://b:443"), "two");
  }
}

TEST(Keys, stay_with_the_keyring_where_it_works) {
  const auto keyring = std::make_shared<GoodKeys>();
  const auto keys = keys_in(keyring);
  ASSERT_TRUE(keys->keep("https://a:443", "one"));
  EXPECT_TRUE(keys->lasting());
  EXPECT_EQ(keyring->find("https://a:443"), "one");
}

TEST(Keys, say_that_they_stay_for_this_run_alone) {
  const auto keys = keys_in(std::make_shared<BrokenKeys>());
  ASSERT_TRUE(keys->keep("https://a:443", "one"));
  EXPECT_FALSE(keys->lasting());
  EXPECT_FALSE(session_keys()->lasting());
}

}  // namespace
}  // namespace canter::remote
