#pragma once

#include <gmock/gmock.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "support/process.h"
#include "support/temporary_directory.h"

namespace canter::test {

using Json = nlohmann::json;
using Arguments = std::vector<std::string>;

inline const std::string kProgram = CANTER_CLI;
inline const std::string kStories = CANTER_TEST_DATA "/reference/stories260K.gguf";
inline const std::string kAdapter = CANTER_TEST_DATA "/reference/starter-adapter.safetensors";
inline const std::string kEvaluationPrompts = CANTER_TEST_DATA "/prompts/eval.jsonl";
inline const std::string kStarterFolder = CANTER_TEST_DATA "/starter-hf";

/// Runs the program with a data folder of its own.
class CliTest : public testing::Test {
 protected:
  ProcessOptions options(Arguments arguments) const;
  ProcessResult run(Arguments arguments, std::string_view input = {}) const;
  /// Runs with --json; expects success and exactly one document.
  Json json(Arguments arguments, std::string_view input = {}) const;
  /// A file of this test's own.
  std::string file(const std::string& name, std::string_view content) const;
  std::filesystem::path path(const std::string& name) const { return folder_.path() / name; }
  std::filesystem::path data_folder() const { return path("data"); }

 private:
  TemporaryDirectory folder_;
};

/// Exit code, one line on standard error of the agreed form, nothing on standard output.
void expect_failure(const ProcessResult& result, int exit_code);

std::set<std::string> keys(const Json& object);

/// Cases of tests/data/reference/NAME.json.
Json reference(const std::string& name);

/// `1,2,3`
std::string list(const Json& tokens);

}  // namespace canter::test
