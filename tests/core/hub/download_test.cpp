#include "core/hub/downloads.h"

namespace canter::test {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

class Download : public DownloadTest {};

TEST_F(Download, brings_a_whole_file_under_its_name) {
  serve_file();
  const auto result = fetch();
  expect_whole(result);
  EXPECT_EQ(result->resumed_bytes, 0u);
  EXPECT_FALSE(result->was_there);
}

TEST_F(Download, needs_to_know_nothing_of_the_file_but_where_it_is) {
  serve_file();
  expect_whole(fetch(bare_request()));
}

TEST_F(Download, makes_the_folders) {
  serve_file();
  DownloadRequest deep = request();
  deep.target = folder_.path() / "owner" / "repo" / "model.gguf";
  ASSERT_TRUE(fetch(deep));
  EXPECT_TRUE(read(deep.target) == content_);
}

TEST_F(Download, leaves_a_file_alone_that_is_there_and_right) {
  serve_file();
  write(target(), content_);
  const auto result = fetch();
  expect_whole(result);
  EXPECT_TRUE(result->was_there);
  EXPECT_TRUE(server_->questions().empty());
}

TEST_F(Download, replaces_a_file_that_is_another_only_when_the_new_one_is_whole) {
  write(target(), "an older version");
  serve([](const HttpQuestion&) { return HttpScript{http_answer(404, "", "")}; });
  EXPECT_FALSE(fetch());
  EXPECT_EQ(read(target()), "an older version");
  serve_file();
  expect_whole(fetch());
}

TEST_F(Download, says_how_far_it_is) {
  serve([this](const HttpQuestion& question) {
    return HttpScript{file_answer(question, content_, etag_), std::string::npos, false, 1,
                      std::chrono::microseconds(1)};
  });
  content_ = random_bytes(5000);
  DownloadProgress last;
  settings_.http.stall_time = std::chrono::seconds(5);
  settings_.progress = [&](const DownloadProgress& progress) {
    EXPECT_GE(progress.bytes, last.bytes);
    EXPECT_EQ(progress.total, content_.size());
    last = progress;
  };
  expect_whole(fetch());
  EXPECT_EQ(last.bytes, content_.size());
}

TEST_F(Download, takes_chunks_of_unknown_number) {
  serve([this](const HttpQuestion&) {
    return HttpScript{"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n" +
                      std::string("186A0\r\n") + content_ + "\r\n0\r\n\r\n"};
  });
  expect_whole(fetch(bare_request()));
}

TEST_F(Download, stops_when_asked_and_keeps_what_came) {
  serve([this](const HttpQuestion& question) {
    return HttpScript{file_answer(question, content_, etag_), 50'000, true};
  });
  settings_.http.stall_time = std::chrono::seconds(20);
  int asked = 0;
  settings_.http.should_stop = [&] { return ++asked > 12; };
  const auto stopped = fetch();
  expect_failure(stopped, "go on");
  EXPECT_EQ(stopped.error().kind, ErrorKind::kInterrupted);
  EXPECT_GT(fs::file_size(part()), 0u);
  settings_.http.should_stop = {};
  serve_file();
  const auto result = fetch();
  EXPECT_GT(result->resumed_bytes, 0u);
  expect_whole(result);
}

TEST_F(Download, is_of_one_program_at_a_time) {
  serve([this](const HttpQuestion& question) {
    // While the first asks, a second begins.
    expect_failure(fetch(), "another program");
    return HttpScript{file_answer(question, content_, etag_)};
  });
  expect_whole(fetch());
}

}  // namespace
}  // namespace canter::test
