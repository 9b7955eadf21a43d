#include <random>

#include "core/hub/downloads.h"

namespace canter::test {
namespace {

namespace fs = std::filesystem;

class DownloadResume : public DownloadTest {
 protected:
  /// A first attempt that breaks off behind so many bytes of the file.
  void leave_part(std::size_t bytes) {
    serve([this, bytes](const HttpQuestion& question) {
      const std::string answer = file_answer(question, content_, etag_);
      return HttpScript{answer, answer.size() - content_.size() + bytes};
    });
    settings_.http.attempts = 1;
    expect_failure(fetch(), "go on");
    settings_.http.attempts = 4;
    ASSERT_EQ(read(part()), content_.substr(0, bytes));
  }
};

TEST_F(DownloadResume, goes_on_where_it_was_cut_at_any_byte) {
  content_ = random_bytes(20'000);
  std::mt19937 random(7);
  settings_.http.attempts = 1;
  for (int i = 0; i < 100; ++i) {
    std::size_t cut = 0;
    serve([&](const HttpQuestion& question) {
      const std::string answer = file_answer(question, content_, etag_);
      cut = std::uniform_int_distribution<std::size_t>(0, answer.size() - 1)(random);
      return HttpScript{answer, cut};
    });
    SCOPED_TRACE("cut at " + std::to_string(cut));
    expect_failure(fetch(), "cannot get");
    std::error_code missing;
    const std::uint64_t kept = fs::file_size(part(), missing);
    if (!missing) {
      EXPECT_EQ(read(part()), content_.substr(0, kept));
    }
    serve_file();
    const auto result = fetch();
    expect_whole(result);
    EXPECT_EQ(result->resumed_bytes, missing ? 0 : kept);
    fs::remove(target());
  }
}

TEST_F(DownloadResume, goes_on_by_itself_through_many_cuts) {
  content_ = random_bytes(200'000);
  settings_.http.attempts = 20;
  serve([this](const HttpQuestion& question) {
    return HttpScript{file_answer(question, content_, etag_), 30'000};
  });
  expect_whole(fetch());
  const auto questions = server_->questions();
  ASSERT_GT(questions.size(), 6u);
  EXPECT_EQ(questions[0].header("range"), "");
  EXPECT_THAT(questions[1].header("range"), testing::MatchesRegex("bytes=[0-9]+-"));
  EXPECT_EQ(questions[1].header("if-range"), etag_);
}

TEST_F(DownloadResume, takes_the_whole_from_a_server_that_cannot_send_parts) {
  leave_part(40'000);
  serve([this](const HttpQuestion&) { return HttpScript{http_answer(200, "", content_)}; });
  const auto result = fetch();
  expect_whole(result);
  EXPECT_EQ(result->resumed_bytes, 0u);
}

TEST_F(DownloadResume, begins_anew_when_the_file_has_changed) {
  leave_part(40'000);
  content_ = random_bytes(90'000, 2);
  etag_ = "\"two\"";
  serve_file();
  const auto result = fetch();
  expect_whole(result);
  EXPECT_EQ(result->resumed_bytes, 0u);
}

TEST_F(DownloadResume, begins_anew_when_a_server_ignores_the_condition) {
  leave_part(40'000);
  content_ = random_bytes(100'000, 2);
  etag_ = "\"two\"";
  serve([this](HttpQuestion question) {
    question.headers.erase("if-range");
    return HttpScript{file_answer(question, content_, etag_)};
  });
  DownloadRequest bare = bare_request();
  const auto result = fetch(bare);
  expect_whole(result);
  EXPECT_EQ(result->resumed_bytes, 0u);
}

TEST_F(DownloadResume, begins_anew_when_a_server_sends_another_part) {
  for (const char* range : {"bytes 1-99999/100000", "bytes 40000-99999/200000", "bytes 5-1/9",
                            "40000", "", "bytes 40000-99999999999999999999/*"}) {
    SCOPED_TRACE(range);
    leave_part(40'000);
    serve([&](const HttpQuestion& question) {
      if (question.header("range").empty())
        return HttpScript{file_answer(question, content_, etag_)};
      return HttpScript{http_answer(206, std::string("Content-Range: ") + range + "\r\n",
                                    content_.substr(40'000))};
    });
    const auto result = fetch();
    expect_whole(result);
    EXPECT_EQ(result->resumed_bytes, 0u);
    fs::remove(target());
  }
}

TEST_F(DownloadResume, needs_no_server_when_all_has_come) {
  leave_part(40'000);
  write(part(), content_);
  serve([](const HttpQuestion&) { return HttpScript{}; });
  const auto result = fetch();
  expect_whole(result);
  EXPECT_EQ(result->resumed_bytes, content_.size());
  EXPECT_TRUE(server_->questions().empty());
}

TEST_F(DownloadResume, understands_that_there_is_nothing_more) {
  serve_file();
  // Of an earlier time, when nobody said how long the file is.
  write(part(), content_);
  write(facts(), "{\"url\": \"" + bare_request().url + R"(", "etag": "\"one\""})");
  const auto result = fetch(bare_request());
  expect_whole(result);
  EXPECT_EQ(result->resumed_bytes, content_.size());
  EXPECT_EQ(server_->questions().size(), 1u);
}

TEST_F(DownloadResume, throws_away_a_part_that_is_too_long_or_of_another_file) {
  leave_part(40'000);
  write(part(), content_ + "more");
  serve_file();
  expect_whole(fetch());
  for (const char* text : {"", "{", "[]", "{\"url\": 1}", "{\"url\": \"https://a.org/b\"}"}) {
    fs::remove(target());
    write(part(), random_bytes(500, 9));
    write(facts(), text);
    const auto result = fetch();
    expect_whole(result);
    EXPECT_EQ(result->resumed_bytes, 0u);
  }
}

TEST_F(DownloadResume, notices_a_part_that_was_damaged_meanwhile) {
  leave_part(40'000);
  write(part(), random_bytes(40'000, 3));
  serve_file();
  expect_failure(fetch(), "thrown away");
  EXPECT_FALSE(fs::exists(part()));
  expect_whole(fetch());
}

TEST_F(DownloadResume, goes_on_at_another_address_with_a_file_of_the_same_hash) {
  leave_part(40'000);
  serve_file();
  DownloadRequest mirror = request();
  mirror.url = server_->address() + "/mirror/model.gguf";
  const auto result = fetch(mirror);
  expect_whole(result);
  EXPECT_EQ(result->resumed_bytes, 40'000u);
}

}  // namespace
}  // namespace canter::test
