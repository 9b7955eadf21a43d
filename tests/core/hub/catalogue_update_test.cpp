#include "hub/catalogue_update.h"

#include "core/hub/downloads.h"
#include "hub/signature.h"
#include "support/environment.h"

namespace canter::test {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

// Made by packaging/sign-catalogue.sh with a key that is kept nowhere.
const std::string kKey =
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAcyD6QRCkDLZ3yOVH21XlVVGhECEjG8BZabcJRERthI0=\n"
    "-----END PUBLIC KEY-----\n";
const std::string kText = "signed text\n";
const std::string kTextSignature =
    "GwhMDUYjqEruLqlVvxPF9pEH4PKdYtXxjTyPofK+PdreqYBgOWPTt2JS4SBNYHjOJAdbglBo+p3+66Uk2QhZAg==";
const std::string kNewSignature =
    "jGWDjFPQvrWAdd5BHixxnVtFO3FgvY5Q4wTnqUyrpl02K/BVwmai0jMH3Ni+tC75Z7jvugcYEr7l8oAZzPd8Ag==";
const std::string kOldSignature =
    "9DL0lqgdpFmvdG8DhKmppa/jByV+YlTKtQxZGCkhc0J6wBL33LXWEHm4RhiSvyOW+nkwe6MT1pqzJE6I7Q5MBQ==";
const std::string kNoneSignature =
    "B0a5knHrAT6lQuhnosqMV8ID8yYix6ED2MTAV7hdRhMffpmY1BpyzzOaAnH+5RqnqZufqCggucRCMRRx2xHDBw==";

TEST(Signature, of_the_keys_owner_is_taken_and_no_other) {
  EXPECT_TRUE(check_signature(kText, kTextSignature, kKey, "it"));
  EXPECT_TRUE(check_signature(kText, kTextSignature + "\n", kKey, "it"));
  std::string other = kTextSignature;
  other[10] = other[10] == 'A' ? 'B' : 'A';
  const std::pair<std::string, std::string> wrong[] = {{"Signed text\n", kTextSignature},
                                                       {"", kTextSignature},
                                                       {kText, other},
                                                       {kText, kNewSignature},
                                                       {kText, ""},
                                                       {kText, kTextSignature + "AAAA"},
                                                       {kText, "!" + kTextSignature},
                                                       {kText, std::string(88, '=')}};
  for (const auto& [text, signature] : wrong) {
    const auto checked = check_signature(text, signature, kKey, "it");
    ASSERT_FALSE(checked) << signature;
    EXPECT_EQ(checked.error().kind, ErrorKind::kBadFile);
    EXPECT_THAT(checked.error().message, HasSubstr("it is not signed"));
  }
  EXPECT_FALSE(check_signature(kText, kTextSignature, "no key", "it"));
  EXPECT_FALSE(check_signature(kText, kTextSignature, "", "it"));
}

/// A program with a catalogue of 2025, and a place where others are published.
class CatalogueUpdate : public testing::Test {
 protected:
  CatalogueUpdate()
      : server_([this](const HttpQuestion& question) -> HttpScript {
          if (question.target == "/catalogue.json") return {http_answer(200, "", published_)};
          if (question.target == "/catalogue.json.sig" && !signature_.empty())
            return {http_answer(200, "", signature_)};
          return {http_answer(404, "", "")};
        }) {
    write(folder_.path() / "catalogue.json", catalogue("2025-01-01", "own"));
    write(folder_.path() / "catalogue.pub", kKey);
    set_environment("CANTER_RESOURCES", folder_.path().string().c_str());
    set_environment("CANTER_DATA_DIR", data().string().c_str());
    set_environment("CANTER_CATALOGUE", (server_.address() + "/catalogue.json").c_str());
  }

  static std::string catalogue(const std::string& issued, const std::string& name) {
    return R"({"version": 1, "issued": ")" + issued + R"(", "models": [{"name": ")" + name +
           R"(", "title": "A", "maker": "M", "good_at": "g", "cannot": "c", )"
           R"("languages": ["en"], "licence": "mit", "repo": "a/b", "file": "Q8_0", )"
           R"("parameters": 10, "family": "llama", "context": 100, )"
           R"("memory": {"context_4k": 5}}]})";
  }
  void publish(const std::string& text, const std::string& signature) {
    published_ = text;
    signature_ = signature;
  }
  static std::string known() { return known_catalogue().value().models.at(0).name; }
  fs::path data() const { return folder_.path() / "data"; }

  ClearedEnvironment environment_{"CANTER_RESOURCES", "CANTER_DATA_DIR", "CANTER_CATALOGUE"};
  TemporaryDirectory folder_;
  std::string published_;
  std::string signature_;
  FaultServer server_;
};

TEST_F(CatalogueUpdate, takes_a_newer_one_that_is_signed_and_keeps_it) {
  EXPECT_EQ(known(), "own");
  EXPECT_FALSE(known_catalogue()->fetched);
  EXPECT_TRUE(server_.questions().empty());
  publish(catalogue("2030-01-01", "new"), kNewSignature);
  const auto refreshed = refresh_catalogue(impatient());
  ASSERT_TRUE(refreshed) << refreshed.error().message;
  EXPECT_TRUE(*refreshed);
  EXPECT_EQ(known(), "new");
  EXPECT_TRUE(known_catalogue()->fetched);
  EXPECT_FALSE(refresh_catalogue(impatient()).value());
}

TEST_F(CatalogueUpdate, does_not_go_back_to_an_older_one) {
  publish(catalogue("2020-01-01", "old"), kOldSignature);
  EXPECT_FALSE(refresh_catalogue(impatient()).value());
  EXPECT_EQ(known(), "own");
}

TEST_F(CatalogueUpdate, refuses_what_is_not_signed_and_says_so) {
  for (const std::string& signature : {kOldSignature, kTextSignature, std::string("none")}) {
    publish(catalogue("2030-01-01", "new"), signature);
    const auto refreshed = refresh_catalogue(impatient());
    ASSERT_FALSE(refreshed);
    EXPECT_EQ(refreshed.error().kind, ErrorKind::kBadFile);
    EXPECT_THAT(refreshed.error().message, HasSubstr("not signed by the makers of Canter"));
  }
  publish(catalogue("2030-01-01", "new"), "");
  EXPECT_THAT(refresh_catalogue(impatient()).error().message, HasSubstr("404"));
  publish(R"({"version": 1})", kNoneSignature);
  EXPECT_FALSE(refresh_catalogue(impatient()));
  EXPECT_EQ(known(), "own");
  EXPECT_FALSE(fs::exists(data() / "catalogue.json"));
}

TEST_F(CatalogueUpdate, does_not_believe_one_that_somebody_changed_on_the_disk) {
  publish(catalogue("2030-01-01", "new"), kNewSignature);
  ASSERT_TRUE(refresh_catalogue(impatient()));
  write(data() / "catalogue.json", catalogue("2031-01-01", "mine"));
  EXPECT_EQ(known(), "own");
  write(data() / "catalogue.json", catalogue("2030-01-01", "new"));
  EXPECT_EQ(known(), "new");
  fs::remove(data() / "catalogue.json.sig");
  EXPECT_EQ(known(), "own");
}

}  // namespace
}  // namespace canter::test
