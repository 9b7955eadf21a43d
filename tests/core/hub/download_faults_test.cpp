#include <sys/fsuid.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

#include "core/hub/downloads.h"
#include "support/environment.h"
#include "support/tls_server.h"

namespace canter::test {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

/// Nothing can be written into a folder, not even by root.
class WithoutRights {
 public:
  explicit WithoutRights(const fs::path& folder) : folder_(folder) {
    fs::permissions(folder_, fs::perms(0555));
    if (geteuid() == 0) setfsuid(kNobody);
  }
  ~WithoutRights() {
    if (geteuid() == 0) setfsuid(0);
    fs::permissions(folder_, fs::perms::owner_all);
  }
  WithoutRights(const WithoutRights&) = delete;
  WithoutRights& operator=(const WithoutRights&) = delete;

 private:
  static constexpr uid_t kNobody = 65534;
  const fs::path folder_;
};

class DownloadFaults : public DownloadTest {
 protected:
  void serve_always(const std::string& answer) {
    serve([answer](const HttpQuestion&) { return HttpScript{answer}; });
  }
  /// Each answer once, then the file.
  void serve_first(std::vector<std::string> answers) {
    serve([this, answers, asked = std::size_t{0}](const HttpQuestion& question) mutable {
      return HttpScript{asked < answers.size() ? answers[asked++]
                                               : file_answer(question, content_, etag_)};
    });
  }
  std::size_t asked() const { return server_->questions().size(); }
};

TEST_F(DownloadFaults, a_wrong_hash_is_thrown_away) {
  serve_file();
  DownloadRequest other = request();
  other.sha256 = sha256_of_text("other");
  expect_failure(fetch(other), "SHA-256 is " + sha256_of_text(content_) + " instead of");
  EXPECT_FALSE(fs::exists(part()));
  EXPECT_FALSE(fs::exists(facts()));
}

TEST_F(DownloadFaults, a_length_other_than_known_is_refused) {
  serve_file();
  DownloadRequest other = request();
  other.bytes = 99'999;
  expect_failure(fetch(other), "offers 100000 bytes, the file has 99999");
}

TEST_F(DownloadFaults, a_length_that_is_too_long_is_a_cut) {
  serve_always("HTTP/1.1 200 OK\r\nETag: \"one\"\r\nContent-Length: 100010\r\n\r\n" + content_);
  expect_failure(fetch(bare_request()), "go on");
  EXPECT_EQ(read(part()), content_);
}

TEST_F(DownloadFaults, more_than_was_said_is_refused) {
  serve_always("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n186A3\r\n" + content_ +
               "abc\r\n0\r\n\r\n");
  expect_failure(fetch(), "sends more than it said");
}

TEST_F(DownloadFaults, chunks_that_break_off_are_a_cut) {
  serve_always("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n186A0\r\n" + content_);
  expect_failure(fetch(bare_request()), "cannot get");
}

TEST_F(DownloadFaults, a_file_of_unknown_end_is_refused) {
  serve_always("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + content_);
  expect_failure(fetch(bare_request()), "does not say how long");
}

TEST_F(DownloadFaults, answers_that_stay_are_explained_and_asked_for_once) {
  for (const auto& [status, text] : {std::pair{401, "access token"},
                                     {403, "accept the model's terms"},
                                     {404, "check the name"},
                                     {410, "check the name"},
                                     {418, "418"},
                                     {204, "204"}}) {
    SCOPED_TRACE(status);
    serve_always(http_answer(status, "", ""));
    const auto result = fetch();
    expect_failure(result, text);
    EXPECT_EQ(result.error().kind, ErrorKind::kIo);
    EXPECT_EQ(asked(), 1u);
  }
}

TEST_F(DownloadFaults, answers_that_pass_are_asked_for_again) {
  for (const int status : {408, 429, 500, 502, 503, 504}) {
    SCOPED_TRACE(status);
    serve_first({http_answer(status, "", "later"), http_answer(status, "", "")});
    expect_whole(fetch());
    EXPECT_EQ(asked(), 3u);
    fs::remove(target());
  }
}

TEST_F(DownloadFaults, patience_ends) {
  serve_always(http_answer(503, "", ""));
  expect_failure(fetch(), "503");
  EXPECT_EQ(asked(), 4u);
}

TEST_F(DownloadFaults, a_server_that_says_when_is_asked_again_then) {
  serve_first({http_answer(429, "Retry-After: 1\r\n", "")});
  const auto before = std::chrono::steady_clock::now();
  expect_whole(fetch());
  EXPECT_GE(std::chrono::steady_clock::now() - before, std::chrono::milliseconds(950));
}

TEST_F(DownloadFaults, a_server_that_asks_for_too_much_time_is_given_up) {
  serve_first({http_answer(503, "Retry-After: 86400\r\n", "")});
  expect_failure(fetch(), "503");
  EXPECT_EQ(asked(), 1u);
}

TEST_F(DownloadFaults, a_connection_that_stalls_is_tried_again) {
  serve([this](const HttpQuestion& question) {
    const bool first = question.header("range").empty();
    return HttpScript{file_answer(question, content_, etag_),
                      first ? std::size_t{50'000} : std::string::npos, first};
  });
  const auto result = fetch();
  expect_whole(result);
  EXPECT_EQ(asked(), 2u);
}

TEST_F(DownloadFaults, a_server_that_drips_has_stalled) {
  settings_.http.attempts = 2;
  serve([this](const HttpQuestion& question) {
    return HttpScript{file_answer(question, content_, etag_), std::string::npos, false, 1,
                      std::chrono::milliseconds(2)};
  });
  expect_failure(fetch(), "no answer in time");
}

TEST_F(DownloadFaults, a_server_that_says_nothing_has_stalled) {
  settings_.http.attempts = 2;
  serve([](const HttpQuestion&) { return HttpScript{"", std::string::npos, true}; });
  expect_failure(fetch(), "no answer in time");
  EXPECT_EQ(asked(), 2u);
}

TEST_F(DownloadFaults, nonsense_is_no_answer) {
  for (const std::string& nonsense :
       {std::string("nonsense"), random_bytes(3000), std::string("HTTP/1.1\r\n\r\n"),
        std::string("HTTP/1.1 999999999999 A\r\n\r\n"), std::string("HTTP/1.1 200 OK\r\nContent"),
        std::string("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc"), std::string()}) {
    serve_always(nonsense);
    expect_failure(fetch(bare_request()), "cannot get");
  }
}

TEST_F(DownloadFaults, headers_without_end_are_refused) {
  std::string headers;
  for (int i = 0; i < 20'000; ++i) headers += "X-" + std::to_string(i) + ": 0123456789abcdef\r\n";
  serve_always(http_answer(200, headers, content_));
  expect_failure(fetch(), "headers");
}

TEST_F(DownloadFaults, a_web_page_is_no_model) {
  serve_always(http_answer(200, "Content-Type: text/html; charset=utf-8\r\n", "<p>Log in"));
  expect_failure(fetch(bare_request()), "web page");
}

TEST_F(DownloadFaults, a_packed_file_is_refused) {
  serve_always(http_answer(200, "Content-Encoding: gzip\r\n", content_));
  expect_failure(fetch(), "packs");
}

TEST_F(DownloadFaults, a_server_that_cannot_prove_who_it_is_is_refused) {
  const auto server = TlsServer::start();
  if (!server) GTEST_SKIP() << "there is no openssl";
  expect_failure(fetch({server->address() + "/a", target()}), "cannot prove who it is");
}

TEST_F(DownloadFaults, a_proxy_that_the_system_names_is_asked_for_the_way) {
  const ClearedEnvironment cleared{"https_proxy", "HTTPS_PROXY", "all_proxy",
                                   "ALL_PROXY",   "no_proxy",    "NO_PROXY"};
  serve_always(http_answer(403, "", ""));
  set_environment("https_proxy", server_->address().c_str());
  expect_failure(fetch({"https://example.org/a.gguf", target()}), "403");
  EXPECT_EQ(server_->questions().front().target, "example.org:443");
}

TEST_F(DownloadFaults, nobody_at_the_address_is_said_at_once) {
  serve_file();
  const DownloadRequest gone = request();
  server_.reset();
  settings_.http.patience = std::chrono::minutes(1);
  expect_failure(fetch(gone), "no connection");
}

TEST_F(DownloadFaults, a_disk_with_too_little_space_is_noticed_before) {
  serve_file();
  settings_.keep_free = std::uint64_t{1} << 60;
  expect_failure(fetch(), "free some space");
  EXPECT_FALSE(fs::exists(part()));
}

TEST_F(DownloadFaults, a_disk_that_is_full_keeps_what_came) {
  content_ = random_bytes(1'000'000);
  serve_file();
  rlimit old{};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &old), 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit small = old;
  small.rlim_cur = 300'000;
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
  const auto result = fetch();
  setrlimit(RLIMIT_FSIZE, &old);
  std::signal(SIGXFSZ, handler);
  expect_failure(result, "cannot write");
  EXPECT_GT(fs::file_size(part()), 0u);
  EXPECT_EQ(read(part()), content_.substr(0, fs::file_size(part())));
  const auto rest = fetch();
  expect_whole(rest);
  EXPECT_GT(rest->resumed_bytes, 0u);
}

TEST_F(DownloadFaults, a_folder_that_cannot_be_written_is_said) {
  serve_file();
  write(folder_.path() / "file", "");
  DownloadRequest wrong = request();
  wrong.target = folder_.path() / "file" / "model.gguf";
  EXPECT_FALSE(fetch(wrong));
  fs::create_directory(target());
  const auto result = fetch();
  ASSERT_FALSE(result);
  EXPECT_THAT(result.error().message, HasSubstr("is a folder"));
}

TEST_F(DownloadFaults, a_permission_that_is_lost_is_said_and_what_came_kept) {
  serve([this](const HttpQuestion& question) {
    const std::string answer = file_answer(question, content_, etag_);
    return HttpScript{answer, answer.size() / 2};
  });
  settings_.http.attempts = 1;
  expect_failure(fetch(), "go on");
  serve_file();
  {
    const WithoutRights rights(folder_.path());
    expect_failure(fetch(), "permission");
  }
  const auto result = fetch();
  EXPECT_GT(result->resumed_bytes, 0u);
  expect_whole(result);
}

}  // namespace
}  // namespace canter::test
