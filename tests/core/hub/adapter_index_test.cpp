#include "hub/adapter_index.h"

#include <gmock/gmock.h>

namespace canter {
namespace {

using testing::HasSubstr;

const std::string kSha256(64, 'a');

std::string entry(const std::string& address, const std::string& sha256 = kSha256,
                  const std::string& bytes = "12") {
  return R"({"fingerprint": "f", "name": "n", "address": ")" + address + R"(", "bytes": )" + bytes +
         R"(, "sha256": ")" + sha256 + R"(", "more": [1]})";
}

Result<std::vector<IndexedAdapter>> parse(const std::string& entries) {
  return parse_adapter_index(R"({"version": 1, "adapters": [)" + entries + "]}", "index.json");
}

TEST(AdapterIndex, lists_addresses_and_files_beside_it) {
  const auto adapters =
      parse(entry("https://example.org/a.safetensors") + "," + entry("b.safetensors"));
  ASSERT_TRUE(adapters) << adapters.error().message;
  ASSERT_EQ(adapters->size(), 2u);
  EXPECT_EQ(adapters->at(0).address, "https://example.org/a.safetensors");
  EXPECT_EQ(adapters->at(1).bytes, 12u);
  EXPECT_EQ(adapters->at(1).sha256, kSha256);
}

TEST(AdapterIndex, names_the_entry_that_is_none) {
  for (const std::string& bad :
       {entry("../b.safetensors"), entry("http://example.org/a"), entry("/etc/passwd"),
        entry("a", "no"), entry("a", kSha256, "0"), entry("a", kSha256, "-4"),
        entry("a", kSha256, "99999999999"), std::string("3"), std::string("{}")}) {
    const auto adapters = parse(entry("a.safetensors") + "," + bad);
    ASSERT_FALSE(adapters) << bad;
    EXPECT_EQ(adapters.error().kind, ErrorKind::kBadFile);
    EXPECT_THAT(adapters.error().message, HasSubstr("entry 2"));
  }
}

TEST(AdapterIndex, of_another_version_is_refused) {
  for (const char* text :
       {"", "[]", "{}", R"({"version": 2, "adapters": []})", R"({"version": 1, "adapters": {}})"})
    EXPECT_FALSE(parse_adapter_index(text, "index.json")) << text;
}

}  // namespace
}  // namespace canter
