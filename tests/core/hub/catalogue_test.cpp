#include "hub/catalogue.h"

#include "core/hub/downloads.h"
#include "hub/hub_choice.h"
#include "hub/recommendation.h"

namespace canter::test {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

const fs::path kCatalogue = fs::path(CANTER_TEST_RESOURCES) / "catalogue.json";

std::vector<CatalogueModel> catalogue() {
  return read_catalogue(kCatalogue).value().models;
}

TEST(Catalogue, that_comes_with_the_program_is_sound) {
  const auto models = read_catalogue(kCatalogue);
  ASSERT_TRUE(models) << models.error().message;
  EXPECT_GE(models->models.size(), 20u);
  for (const CatalogueModel& model : models->models) {
    SCOPED_TRACE(model.name);
    HubModel hub;
    hub.family = model.family;
    hub.gguf_family = true;
    EXPECT_EQ(runs(hub), true);
    EXPECT_FALSE(model.languages.empty());
    // What lies in memory is at least what is read.
    EXPECT_GE(static_cast<double>(model.memory_4k), model.bytes_per_token());
    EXPECT_EQ(model.memory_32k > 0, model.context >= 32768);
    EXPECT_TRUE(model.memory_32k == 0 || model.memory_32k > model.memory_4k);
  }
}

TEST(Catalogue, is_asked_by_name_or_title) {
  const auto models = catalogue();
  EXPECT_EQ(find_in(models, "qwen3-4b")->repo, "Qwen/Qwen3-4B-GGUF");
  EXPECT_EQ(find_in(models, "QWEN3 4b"), find_in(models, "qwen3-4b"));
  EXPECT_EQ(find_in(models, "qwen3"), nullptr);
  EXPECT_EQ(find_in(models, ""), nullptr);
}

TEST(Catalogue, that_is_damaged_is_refused) {
  const TemporaryDirectory folder;
  const fs::path file = folder.path() / "catalogue.json";
  const std::string good =
      R"({"version": 1, "issued": "2026-11-29", "models": [{"name": "a", "title": "A", "maker": "M",
    "good_at": "g", "cannot": "c", "languages": ["en"], "licence": "mit", "repo": "a/b",
    "file": "Q8_0", "parameters": 10, "family": "llama", "context": 100,
    "memory": {"context_4k": 5}}]})";
  write(file, good);
  ASSERT_TRUE(read_catalogue(file)) << read_catalogue(file).error().message;
  const std::pair<const char*, const char*> changes[] = {{"\"version\": 1", "\"version\": 2"},
                                                         {"\"version\": 1", "\"version\": \"1\""},
                                                         {"2026-11-29", "2026-11-9"},
                                                         {"2026-11-29", "29/11/2026"},
                                                         {"\"a/b\"", "\"../b\""},
                                                         {"\"Q8_0\"", "\"../x\""},
                                                         {"10,", "-10,"},
                                                         {"10,", "0,"},
                                                         {"[\"en\"]", "\"en\""},
                                                         {"{\"context_4k\": 5}", "5"},
                                                         {"\"name\": \"a\"", "\"name\": \"\""},
                                                         {"\"licence\": \"mit\",", ""},
                                                         {"10,", "10, \"active_parameters\": 11,"},
                                                         {"10,", "10, \"sha256\": \"x\","},
                                                         {"\"models\": [", "\"models\": [5, "},
                                                         {"]}", "]"}};
  for (const auto& [from, to] : changes) {
    SCOPED_TRACE(to);
    std::string text = good;
    text.replace(text.find(from), std::string_view(from).size(), to);
    write(file, text);
    EXPECT_FALSE(read_catalogue(file));
  }
  EXPECT_FALSE(read_catalogue(folder.path() / "missing.json"));
}

TEST(Recommendation, is_of_three_that_fit) {
  const auto models = catalogue();
  for (const std::uint64_t gigabytes : {4, 8, 16, 32, 64})
    for (const double bandwidth : {8.0, 40.0, 200.0}) {
      const auto chosen = recommend(models, {gigabytes * 1'000'000'000, 8, bandwidth});
      EXPECT_EQ(chosen.size(), 3u);
      for (const Suitability& one : chosen) {
        EXPECT_TRUE(one.fits);
        EXPECT_LE(one.model.memory_4k, gigabytes * 1'000'000'000);
        EXPECT_GT(one.tokens_per_second, 0);
        EXPECT_NE(one.why, Reason::kNone);
        EXPECT_NE(one.limits, "");
      }
    }
}

TEST(Recommendation, prefers_what_writes_faster_than_people_read) {
  const auto models = catalogue();
  const auto slow = recommend(models, {64'000'000'000, 8, 10});
  const auto fast = recommend(models, {64'000'000'000, 32, 400});
  EXPECT_GE(slow[0].tokens_per_second, 10);
  EXPECT_GT(fast[0].model.parameters, slow[0].model.parameters);
  EXPECT_EQ(slow[2].why, Reason::kMostAble);
}

TEST(Recommendation, has_nothing_for_a_computer_without_memory) {
  EXPECT_TRUE(recommend(catalogue(), {100'000'000, 4, 10}).empty());
}

TEST(Recommendation, says_what_does_not_fit) {
  for (const Suitability& one : suitability(catalogue(), {4'000'000'000, 4, 20})) {
    if (!one.fits) {
      EXPECT_THAT(one.limits, HasSubstr("of memory"));
    }
    EXPECT_FALSE(one.fits && one.model.name == "qwen3-14b");
    if (one.model.name == "qwen3-4b") {
      EXPECT_TRUE(one.fits);
      EXPECT_FALSE(one.fits_long);
      EXPECT_THAT(one.limits, HasSubstr("32k tokens need"));
    }
  }
}

TEST(Recommendation, expects_the_speed_that_bandwidth_allows) {
  CatalogueModel model;
  model.name = "a";
  model.file = "Q8_0";
  model.parameters = model.active_parameters = 1'000'000'000;
  const std::vector<CatalogueModel> one{model};
  EXPECT_NEAR(suitability(one, {0, 64, 10.625})[0].tokens_per_second, 8, 1e-9);
  EXPECT_EQ(suitability(one, {0, 64, 0})[0].tokens_per_second, 0);
}

TEST(Recommendation, expects_drafts_to_bring_what_memory_leaves_to_the_cores) {
  std::vector<CatalogueModel> one(1);
  one[0].bytes = 1'000'000'000;
  one[0].parameters = one[0].active_parameters = 1'000'000'000;
  // Memory holds plain decoding up, and rows come for nothing.
  Suitability found = suitability(one, {0, 64, 10})[0];
  EXPECT_NEAR(found.tokens_per_second, 8, 1e-9);
  EXPECT_NEAR(found.accelerated, 8 * 2.53, 1e-9);
  // The cores do: drafts cannot pay.
  found = suitability(one, {0, 1, 1000})[0];
  EXPECT_EQ(found.accelerated, found.tokens_per_second);
  // Rows of a mixture read other experts.
  one[0].parameters *= 16;
  one[0].bytes *= 16;
  found = suitability(one, {0, 1000, 10})[0];
  EXPECT_NEAR(found.accelerated, found.tokens_per_second, 1e-9);
}

TEST(Recommendation, leaves_room_beside_a_file) {
  EXPECT_TRUE(fits_in(1'000'000'000, 2'000'000'000));
  EXPECT_FALSE(fits_in(1'900'000'000, 2'000'000'000));
  EXPECT_TRUE(fits_in(1'900'000'000, 0));
}

}  // namespace
}  // namespace canter::test
