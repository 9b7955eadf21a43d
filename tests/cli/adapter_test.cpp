#include "cli/cli.h"

namespace canter::test {
namespace {

using testing::HasSubstr;

class AdapterCommand : public CliTest {
 protected:
  Json listed() { return json({"adapter", "list", "--model", "starter"})["adapters"]; }
};

TEST_F(AdapterCommand, lists_the_one_that_comes_along) {
  const Json adapters = listed();
  ASSERT_EQ(adapters.size(), 1u);
  EXPECT_EQ(adapters[0]["used"], true);
  EXPECT_EQ(adapters[0]["comes_along"], true);
  EXPECT_EQ(adapters[0]["set_aside"], false);
  EXPECT_GT(adapters[0]["mask_tokens"], 0);
}

TEST_F(AdapterCommand, exports_what_another_computer_imports_and_uses_from_then_on) {
  const std::string out = path("shared.safetensors");
  const Json exported = json({"adapter", "export", out, "--model", "starter"});
  EXPECT_EQ(exported["bytes"], std::filesystem::file_size(out));
  const Json imported = json({"adapter", "import", out, "--model", "starter"});
  EXPECT_EQ(imported["fingerprint"], exported["fingerprint"]);
  json({"adapter", "import", out, "--model", "starter"});
  std::filesystem::remove(out);
  const Json adapters = listed();
  ASSERT_EQ(adapters.size(), 3u) << "a second one of the same name takes no other's place";
  int used = 0;
  for (const Json& each : adapters) {
    EXPECT_FALSE(each.contains("problem")) << each;
    if (each["used"] != true) continue;
    ++used;
    EXPECT_EQ(each["comes_along"], false);
  }
  EXPECT_EQ(used, 1);
}

TEST_F(AdapterCommand, refuses_what_is_no_adapter_for_the_model) {
  expect_failure(run({"adapter", "import", path("none"), "--model", "starter"}), 4);
  expect_failure(run({"adapter", "import", file("bad.safetensors", "no"), "--model", "starter"}),
                 3);
  const ProcessResult nothing =
      run({"adapter", "export", path("out.safetensors"), "--model", kStories});
  expect_failure(nothing, 3);
  EXPECT_THAT(nothing.err, HasSubstr("nothing to export"));
  EXPECT_FALSE(std::filesystem::exists(path("out.safetensors")));
  EXPECT_TRUE(json({"adapter", "list", "--model", kStories})["adapters"].empty());
}

TEST_F(AdapterCommand, finds_what_others_offer_and_takes_it_once_it_is_measured) {
  const std::string shared = path("shared");
  std::filesystem::create_directories(shared);
  const std::string adapter = shared + "/theirs.safetensors";
  json({"adapter", "export", adapter, "--model", "starter"});
  const Json found = json({"adapter", "find", "--model", "starter", "--from", shared});
  ASSERT_EQ(found["adapters"].size(), 1u);
  EXPECT_EQ(found["adapters"][0]["name"], "theirs");
  EXPECT_EQ(found["adapters"][0]["place"], adapter);
  EXPECT_TRUE(json({"adapter", "find", "--model", kStories, "--from", shared})["adapters"].empty());

  const Json taken = json({"adapter", "get", "--model", "starter", "--from", shared});
  EXPECT_EQ(taken["path"], adapter);
  EXPECT_GT(taken["speedup"], 0);
  EXPECT_EQ(taken["adopted"], taken["speedup"] > std::max(1.0, double(taken["speedup_before"])));
  ASSERT_EQ(listed().size(), 2u);
}

TEST_F(AdapterCommand, goes_by_a_list_and_takes_no_other_file_than_it_names) {
  const std::string adapter = path("theirs.safetensors");
  const Json exported = json({"adapter", "export", adapter, "--model", "starter"});
  Json entry = {{"fingerprint", exported["fingerprint"]},
                {"name", "theirs"},
                {"address", "theirs.safetensors"},
                {"bytes", exported["bytes"]},
                {"sha256", std::string(64, '0')}};
  const std::string list = file("index.json", Json{{"version", 1}, {"adapters", {entry}}}.dump());
  EXPECT_EQ(json({"adapter", "find", "--model", "starter", "--from", list})["adapters"][0]["place"],
            adapter);
  const ProcessResult wrong = run({"adapter", "get", "--model", "starter", "--from", list});
  expect_failure(wrong, 3);
  EXPECT_THAT(wrong.err, HasSubstr("is not what its list says"));
  expect_failure(run({"adapter", "get", "--model", "starter"}), 3);
  expect_failure(run({"adapter", "find", "--model", "starter", "--from", path("none")}), 2);
  expect_failure(run({"adapter", "find", "--model", "starter", "--from",
                      file("bad.json", "{\"version\": 2}")}),
                 3);
  EXPECT_EQ(listed().size(), 1u);
}

}  // namespace
}  // namespace canter::test
