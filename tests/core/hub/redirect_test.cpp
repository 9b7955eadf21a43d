#include "core/hub/downloads.h"
#include "hub/url.h"

namespace canter::test {
namespace {

std::string redirect(const std::string& to, int status = 302) {
  return http_answer(status, "Location: " + to + "\r\n", "elsewhere");
}

class Redirect : public DownloadTest {
 protected:
  /// `/model.gguf` leads to `to`, which holds the file if it is here.
  void serve_redirect(const std::string& to) {
    serve([this, to](const HttpQuestion& question) {
      return HttpScript{question.target == "/model.gguf" ? redirect(to)
                                                         : file_answer(question, content_, etag_)};
    });
  }
};

TEST_F(Redirect, is_followed_wherever_it_leads_by_https_or_on_this_computer) {
  for (const std::string to : {"/other", "other?key=1", "/a/../b"}) {
    serve_redirect(to);
    expect_whole(fetch());
    std::filesystem::remove(target());
  }
  FaultServer second([this](const HttpQuestion& question) {
    return HttpScript{file_answer(question, content_, etag_)};
  });
  serve_redirect(second.address() + "/there");
  expect_whole(fetch());
}

TEST_F(Redirect, is_followed_when_going_on_too) {
  serve([this](const HttpQuestion& question) {
    if (question.target == "/model.gguf") return HttpScript{redirect("/cdn", 307)};
    return HttpScript{file_answer(question, content_, etag_), 30'000};
  });
  settings_.http.attempts = 10;
  expect_whole(fetch());
}

TEST_F(Redirect, ends_after_five) {
  serve([this](const HttpQuestion& question) {
    if (question.target == "/model.gguf") return HttpScript{redirect("/4")};
    const int left = std::stoi(question.target.substr(1));
    if (left > 0) return HttpScript{redirect("/" + std::to_string(left - 1))};
    return HttpScript{file_answer(question, content_, etag_)};
  });
  expect_whole(fetch());
  std::filesystem::remove(target());
  serve([n = 0](const HttpQuestion&) mutable {
    return HttpScript{redirect("/" + std::to_string(++n))};
  });
  expect_failure(fetch(), "again and again");
  EXPECT_EQ(server_->questions().size(), 6u);
}

TEST_F(Redirect, does_not_go_in_a_circle) {
  serve([](const HttpQuestion& question) {
    return HttpScript{redirect(question.target == "/model.gguf" ? "/b" : "/model.gguf")};
  });
  expect_failure(fetch(), "circle");
  EXPECT_EQ(server_->questions().size(), 2u);
}

TEST_F(Redirect, leads_to_no_file_no_private_address_and_no_open_one) {
  for (const char* to :
       {"file:///etc/passwd", "ftp://127.0.0.1/a", "gopher://127.0.0.1/", "http://example.org/a",
        "https://10.0.0.1/a", "https://192.168.1.1/", "https://169.254.169.254/latest/meta-data",
        "https://[fe80::1]/", "https://[fd00::1]/", "https://0.0.0.0/", "https://0x0a000001/",
        "http://user:key@127.0.0.1/a", "https://[::ffff:10.0.0.1]/", "", "http://"}) {
    SCOPED_TRACE(to);
    serve_redirect(to);
    expect_failure(fetch(), "cannot get");
    EXPECT_EQ(server_->questions().size(), 1u);
  }
}

TEST_F(Redirect, takes_no_key_to_another_host) {
  FaultServer second([this](const HttpQuestion& question) {
    return HttpScript{file_answer(question, content_, etag_)};
  });
  serve([&](const HttpQuestion& question) {
    return HttpScript{
        redirect(question.target == "/model.gguf" ? "/again" : second.address() + "/there")};
  });
  settings_.http.token = "secret";
  settings_.http.token_origin = parse_url(server_->address())->origin();
  expect_whole(fetch());
  for (const HttpQuestion& question : server_->questions())
    EXPECT_EQ(question.header("authorization"), "Bearer secret");
  ASSERT_EQ(second.questions().size(), 1u);
  EXPECT_EQ(second.questions()[0].header("authorization"), "");
}

TEST_F(Redirect, tells_what_the_hub_said_of_the_file) {
  serve([this](const HttpQuestion& question) {
    if (question.target == "/model.gguf")
      return HttpScript{http_answer(302,
                                    "Location: /cdn\r\nX-Linked-Size: 100000\r\nX-Linked-Etag: \"" +
                                        sha256_of_text("other") + "\"\r\n",
                                    "")};
    return HttpScript{file_answer(question, content_, etag_)};
  });
  expect_failure(fetch(bare_request()), "instead of " + sha256_of_text("other"));
}

}  // namespace
}  // namespace canter::test
