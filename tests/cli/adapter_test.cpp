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

}  // namespace
}  // namespace canter::test
