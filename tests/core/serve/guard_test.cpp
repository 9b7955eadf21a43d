#include "serve/guard.h"

#include <gtest/gtest.h>

namespace canter::serve {
namespace {

int status(const Guard& guard, const Claim& claim) {
  const auto refused = guard.refusal(claim);
  return refused ? refused->status : 200;
}

TEST(Guard, only_names_of_this_computer_lead_here) {
  const Guard guard("127.0.0.1", "");
  for (const char* host : {"localhost", "LOCALHOST:11535", "127.0.0.1:80", "[::1]", "[::1]:9"})
    EXPECT_EQ(status(guard, {.hosts = {host}}), 200) << host;
  for (const char* host : {"", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example",
                           "localhost:80@evil", "localhost:", "[::1", "192.168.0.9"})
    EXPECT_EQ(status(guard, {.hosts = {host}}), 403) << host;
  EXPECT_EQ(status(guard, {}), 403);
  EXPECT_EQ(status(guard, {.hosts = {"localhost", "localhost"}}), 403);
}

TEST(Guard, the_address_it_listens_on_is_a_name_too) {
  EXPECT_EQ(status({"192.168.0.9", "k"}, {.hosts = {"192.168.0.9:80"}, .needs_key = false}), 200);
  EXPECT_EQ(status({"192.168.0.9", "k"}, {.hosts = {"192.168.0.8"}, .needs_key = false}), 403);
  EXPECT_EQ(status({"0.0.0.0", "k"}, {.hosts = {"box.home"}, .needs_key = false}), 200);
}

TEST(Guard, pages_of_other_sites_may_not_ask) {
  const Guard guard("127.0.0.1", "");
  for (const char* origin : {"http://localhost:3000", "https://127.0.0.1", "http://[::1]:8080"})
    EXPECT_EQ(status(guard, {.hosts = {"localhost"}, .origin = origin}), 200) << origin;
  for (const char* origin : {"null", "https://evil.example", "http://localhost.evil.example",
                             "file://", "http://localhost/x", "chrome-extension://abc"})
    EXPECT_EQ(status(guard, {.hosts = {"localhost"}, .origin = origin}), 403) << origin;
}

TEST(Guard, asks_for_the_key) {
  const Guard guard("127.0.0.1", "secret");
  const auto with = [](std::string value) {
    return Claim{.hosts = {"localhost"}, .authorization = std::move(value)};
  };
  EXPECT_EQ(status(guard, with("Bearer secret")), 200);
  EXPECT_EQ(status(guard, with("bearer secret")), 200);
  for (const char* wrong :
       {"", "secret", "Bearer ", "Bearer secre", "Bearer secrets", "Basic secret"})
    EXPECT_EQ(status(guard, with(wrong)), 401) << wrong;
}

TEST(Guard, knows_what_is_reached_from_this_computer_alone) {
  for (const char* host : {"localhost", "127.0.0.1", "127.1.2.3", "::1"})
    EXPECT_TRUE(is_loopback(host)) << host;
  for (const char* host : {"0.0.0.0", "::", "127.evil.example", "192.168.0.1", ""})
    EXPECT_FALSE(is_loopback(host)) << host;
}

}  // namespace
}  // namespace canter::serve
