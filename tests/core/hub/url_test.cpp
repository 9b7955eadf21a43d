#include "hub/url.h"

#include <gmock/gmock.h>

#include "hub/content_range.h"
#include "hub/proxy.h"
#include "support/environment.h"

namespace canter::test {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(UrlTest, is_https_or_this_computers_http) {
  for (const char* text : {"https://example.org/a.gguf", "http://127.0.0.1:8080/a",
                           "http://localhost/a", "http://[::1]:80/a", "https://10.0.0.1/a"})
    EXPECT_TRUE(parse_url(text)) << text;
  for (const char* text : {"http://example.org/a", "http://127.0.0.1.example.org/a", "file:///a",
                           "ftp://a.org/b", "https://", "a.gguf", "",
                           "https://name:key@example.org/a", "javascript:a", "https://a b/"}) {
    const auto url = parse_url(text);
    ASSERT_FALSE(url) << text;
    EXPECT_EQ(url.error().kind, ErrorKind::kUsage);
  }
  EXPECT_FALSE(parse_url("https://a.org/" + std::string(10'000, 'a')));
}

TEST(UrlTest, has_an_origin_that_tells_hosts_apart) {
  EXPECT_EQ(parse_url("https://Example.org/a")->origin(), "https://example.org:443");
  EXPECT_EQ(parse_url("https://example.org:443/b?c#d")->origin(), "https://example.org:443");
  EXPECT_NE(parse_url("https://example.org:444/")->origin(),
            parse_url("https://example.org/")->origin());
}

TEST(UrlTest, is_shown_without_keys) {
  EXPECT_THAT(shown_url("https://a.org/b?signature=secret"), Not(HasSubstr("secret")));
}

TEST(UrlTest, names_a_file_that_is_sound) {
  EXPECT_EQ(*file_name_of(*parse_url("https://a.org/b/model%20one.gguf?x=1")), "model one.gguf");
  for (const char* text : {"https://a.org/", "https://a.org/a/", "https://a.org/..%2F..%2Fb",
                           "https://a.org/%2e%2e", "https://a.org/a%00b", "https://a.org/.hidden",
                           "https://a.org/CON.txt", "https://a.org/a%5Cb", "https://a.org/%ff"})
    EXPECT_FALSE(file_name_of(*parse_url(text))) << text;
}

TEST(UrlTest, knows_names_that_lead_elsewhere) {
  for (const char* name : {"a", "model-Q4_K_M.gguf", "Q4/a-00001-of-00002.gguf", "ü.gguf"})
    EXPECT_TRUE(is_sound_file_name(name)) << name;
  for (const char* name : {"", "/a", "a/", "a//b", "..", "a/../b", "./a", ".a", "a/.b", "a\\b",
                           "c:a", "a\nb", "a*", "nul", "a/LPT1.gguf", "a.", "a ", "a/b/c/d/e"})
    EXPECT_FALSE(is_sound_file_name(name)) << name;
}

TEST(UrlTest, goes_by_the_proxy_that_the_system_names) {
  const ClearedEnvironment cleared{"https_proxy", "HTTPS_PROXY", "all_proxy",
                                   "ALL_PROXY",   "no_proxy",    "NO_PROXY"};
  const auto proxy = [](const char* text) { return proxy_for(*parse_url(text)); };
  EXPECT_EQ(proxy("https://example.org/"), "");
  set_environment("ALL_PROXY", "socks5://p:1");
  EXPECT_EQ(proxy("https://example.org/"), "socks5://p:1");
  set_environment("https_proxy", "http://p:2");
  EXPECT_EQ(proxy("https://example.org/"), "http://p:2");
  EXPECT_EQ(proxy("http://127.0.0.1:9/"), "");
  set_environment("no_proxy", "a.net, .example.org");
  EXPECT_EQ(proxy("https://example.org/"), "");
  EXPECT_EQ(proxy("https://www.example.org/"), "");
  EXPECT_EQ(proxy("https://myexample.org/"), "http://p:2");
  set_environment("no_proxy", "*");
  EXPECT_EQ(proxy("https://b.net/"), "");
}

TEST(UrlTest, ranges_are_read_when_they_make_sense) {
  const auto range = parse_content_range("bytes 5-9/10");
  ASSERT_TRUE(range);
  EXPECT_EQ(range->first, 5u);
  EXPECT_EQ(range->last, 9u);
  EXPECT_EQ(range->total, 10u);
  EXPECT_EQ(parse_content_range("bytes */7")->total, 7u);
  EXPECT_EQ(parse_content_range("bytes 0-1/*")->total, std::nullopt);
  for (const char* text : {"", "bytes", "bytes 1-2", "bytes 2-1/5", "bytes 0-5/5", "bytes a-b/c",
                           "lines 1-2/3", "bytes -1/5", "bytes 1-/5", "bytes 0x1-2/9"})
    EXPECT_FALSE(parse_content_range(text)) << text;
}

}  // namespace
}  // namespace canter::test
