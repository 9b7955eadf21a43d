#include "cli/cli.h"

#include <algorithm>
#include <fstream>

namespace canter::test {

ProcessOptions CliTest::options(Arguments arguments) const {
  return {.arguments = std::move(arguments),
          .environment = {{"CANTER_DATA_DIR", data_folder().string()}}};
}

ProcessResult CliTest::run(Arguments arguments, std::string_view input) const {
  return run_process(kProgram, options(std::move(arguments)), input);
}

Json CliTest::json(Arguments arguments, std::string_view input) const {
  arguments.push_back("--json");
  const ProcessResult result = run(std::move(arguments), input);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_TRUE(result.out.ends_with('\n'));
  Json document = Json::parse(result.out, nullptr, false);
  EXPECT_FALSE(document.is_discarded()) << result.out;
  return document;
}

std::string CliTest::file(const std::string& name, std::string_view content) const {
  std::ofstream(path(name), std::ios::binary) << content;
  return path(name).string();
}

void expect_failure(const ProcessResult& result, int exit_code) {
  EXPECT_EQ(result.exit_code, exit_code) << result.err;
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(result.err, testing::StartsWith("canter-cli: error: "));
  EXPECT_EQ(std::ranges::count(result.err, '\n'), 1) << result.err;
  EXPECT_TRUE(result.err.ends_with('\n'));
}

std::set<std::string> keys(const Json& object) {
  std::set<std::string> names;
  for (const auto& [name, value] : object.items()) names.insert(name);
  return names;
}

Json reference(const std::string& name) {
  std::ifstream file(CANTER_TEST_DATA "/reference/" + name + ".json");
  return Json::parse(file);
}

std::string list(const Json& tokens) {
  std::string text;
  for (const Json& token : tokens) text += (text.empty() ? "" : ",") + token.dump();
  return text;
}

}  // namespace canter::test
