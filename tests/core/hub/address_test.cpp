#include "hub/address.h"

#include <gmock/gmock.h>

namespace canter::test {
namespace {

TEST(Address, tells_how_far_a_host_is) {
  for (const char* host : {"127.0.0.1", "127.255.0.9", "localhost", "a.localhost", "LOCALHOST.",
                           "[::1]", "[::ffff:127.0.0.1]"})
    EXPECT_EQ(reach_of_host(host), Reach::kLoopback) << host;
  for (const char* host :
       {"10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.0.1", "100.64.0.1", "198.18.0.1",
        "[fd12::1]", "[::ffff:10.0.0.1]", "[fec0::1]", "[64:ff9b::10.0.0.1]", "[2002:a00:1::]"})
    EXPECT_EQ(reach_of_host(host), Reach::kPrivate) << host;
  for (const char* host :
       {"0.0.0.0", "169.254.169.254", "224.0.0.1", "255.255.255.255", "[fe80::1]",
        "[fe80::1%25eth0]", "[::]", "[ff02::1]", "[not an address]"})
    EXPECT_EQ(reach_of_host(host), Reach::kLocal) << host;
  for (const char* host : {"8.8.8.8", "172.32.0.1", "100.128.0.1", "192.169.0.1",
                           "[2606:4700::1111]", "[::ffff:8.8.8.8]"})
    EXPECT_EQ(reach_of_host(host), Reach::kPublic) << host;
  for (const char* host : {"example.org", "10.0.0.1.example.org", "1.2.3", "localhost.org", ""})
    EXPECT_EQ(reach_of_host(host), std::nullopt) << host;
}

TEST(Address, lets_a_server_lead_outwards_and_to_its_like_alone) {
  using enum Reach;
  for (const Reach from : {kLoopback, kPrivate, kLocal, kPublic}) {
    EXPECT_TRUE(may_lead(from, kPublic));
    EXPECT_FALSE(may_lead(from, kLocal));
  }
  EXPECT_TRUE(may_lead(kLoopback, kLoopback));
  EXPECT_TRUE(may_lead(kPrivate, kPrivate));
  EXPECT_FALSE(may_lead(kPublic, kLoopback));
  EXPECT_FALSE(may_lead(kPublic, kPrivate));
  EXPECT_FALSE(may_lead(kPrivate, kLoopback));
  EXPECT_FALSE(may_lead(kLoopback, kPrivate));
}

}  // namespace
}  // namespace canter::test
