#include "core/remote/remote_support.h"
#include "support/environment.h"
#include "support/tls_server.h"

namespace canter::test {
namespace {

using testing::HasSubstr;

class RemoteNetwork : public RemoteTest {
 protected:
  Error failure_at(const std::string& address, const std::string& certificates = {}) const {
    remote::ClientSettings settings = settings_;
    settings.http.certificates = certificates;
    settings.http.stall_time = std::chrono::seconds(10);
    const auto client =
        remote::Client::create(*remote::parse_server_address(address), key_, settings);
    const auto models = client->models();
    return models ? Error{} : models.error();
  }
};

TEST_F(RemoteNetwork, a_server_proves_who_it_is_by_the_certificates_that_are_named) {
  const auto server = TlsServer::start();
  if (!server) GTEST_SKIP() << "there is no openssl";
  const std::string& address = server->address();
  const std::string certificate = server->certificate().string();
  EXPECT_THAT(failure_at(address).message, HasSubstr("cannot prove who it is"));
  EXPECT_THAT(failure_at(address, certificate + ".missing").message, HasSubstr("cannot prove"));
  // The page that it shows.
  EXPECT_THAT(failure_at(address, certificate).message, HasSubstr("no list of models"));
}

TEST_F(RemoteNetwork, the_systems_proxy_is_the_way_out_and_sees_no_key) {
  const ClearedEnvironment cleared{"https_proxy", "HTTPS_PROXY", "all_proxy",
                                   "ALL_PROXY",   "no_proxy",    "NO_PROXY"};
  serve({{http_answer(403, "", "")}});
  key_ = "secret-1";
  set_environment("https_proxy", server_->address().c_str());
  EXPECT_EQ(failure_at("https://example.org/v1").kind, ErrorKind::kIo);
  ASSERT_EQ(questions(), 1u);
  EXPECT_EQ(server_->questions().front().target, "example.org:443");
  EXPECT_EQ(server_->questions().front().header("authorization"), "");
}

TEST_F(RemoteNetwork, what_is_not_encrypted_goes_to_no_other_network) {
  for (const char* address : {"http://8.8.8.8/v1", "http://[2001:4860:4860::8888]/v1"})
    EXPECT_FALSE(remote::parse_server_address(address)) << address;
}

}  // namespace
}  // namespace canter::test
