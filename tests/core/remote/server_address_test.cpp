#include "remote/server_address.h"

#include <gtest/gtest.h>

#include <utility>

namespace canter::remote {
namespace {

std::string base(const char* text) {
  const auto address = parse_server_address(text);
  return address ? address->base : address.error().message;
}

TEST(ServerAddress, is_taken_as_people_type_it) {
  const std::pair<const char*, const char*> cases[] = {
      {"http://localhost:11434/v1", "http://localhost:11434/v1"},
      {" http://localhost:1234 ", "http://localhost:1234/v1"},
      {"http://127.0.0.1:8000/v1/", "http://127.0.0.1:8000/v1"},
      {"http://127.0.0.1:8000/v1/chat/completions", "http://127.0.0.1:8000/v1"},
      {"http://127.0.0.1:8000/v1/models/", "http://127.0.0.1:8000/v1"},
      {"https://openrouter.ai/api/v1", "https://openrouter.ai/api/v1"},
      {"HTTPS://Example.ORG:443", "https://example.org/v1"},
      {"example.org/v1", "https://example.org/v1"},
      {"localhost:8080", "http://localhost:8080/v1"},
      {"192.168.0.7:8000", "http://192.168.0.7:8000/v1"},
      {"http://gpu-box:8000", "http://gpu-box:8000/v1"},
      {"http://[::1]:8000/v1#part", "http://[::1]:8000/v1"},
  };
  for (const auto& [typed, meant] : cases) EXPECT_EQ(base(typed), meant);
}

TEST(ServerAddress, says_where_text_goes) {
  const auto here = parse_server_address("localhost:11434");
  ASSERT_TRUE(here);
  EXPECT_TRUE(here->this_computer);
  EXPECT_FALSE(here->encrypted);
  EXPECT_EQ(here->host, "localhost:11434");
  EXPECT_EQ(here->origin, "http://localhost:11434");
  const auto there = parse_server_address("https://example.org/v1");
  ASSERT_TRUE(there);
  EXPECT_FALSE(there->this_computer);
  EXPECT_TRUE(there->encrypted);
  EXPECT_EQ(there->host, "example.org");
  EXPECT_EQ(there->origin, "https://example.org:443");
}

TEST(ServerAddress, of_no_server_is_refused_without_what_it_hides) {
  for (const char* wrong : {"", "  ", "ftp://example.org", "http://8.8.8.8/v1",
                            "file:///etc/passwd", "https://name:secret@example.org/v1",
                            "https://example.org/v1?k=secret", "http://", "a b"}) {
    const auto address = parse_server_address(wrong);
    ASSERT_FALSE(address) << wrong;
    EXPECT_EQ(address.error().kind, ErrorKind::kUsage) << wrong;
    EXPECT_EQ(address.error().message.find("?k=secret"), std::string::npos) << wrong;
  }
}

TEST(RemoteSource, is_one_text_for_address_and_name) {
  const RemoteModel model{"https://example.org/v1", "org/model:7b#q4"};
  EXPECT_EQ(source_of(model), "https://example.org/v1#org/model:7b#q4");
  EXPECT_EQ(parse_remote_source(source_of(model)), model);
  for (const char* other : {"/models/a.gguf", "starter", "", "https://example.org/v1",
                            "https://example.org/v1#", "C:\\m#a.gguf"})
    EXPECT_FALSE(parse_remote_source(other)) << other;
}

}  // namespace
}  // namespace canter::remote
