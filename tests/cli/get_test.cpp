#include <csignal>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <thread>

#include "cli/cli.h"
#include "support/fault_server.h"

namespace canter::test {
namespace {

using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string random_bytes(std::size_t size) {
  std::mt19937 generator(3);
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(generator());
  return bytes;
}

/// A hub on this computer with one repository.
class Get : public CliTest {
 protected:
  void serve(FaultServer::Handler handler) {
    server_ = std::make_unique<FaultServer>(std::move(handler));
  }

  HttpScript answer(const HttpQuestion& question) const {
    if (question.target.starts_with("/api/models?search="))
      return {http_answer(200, "", R"([{"id": "owner/repo"}, {"id": "owner/gone"}])")};
    if (question.target == "/api/models/owner/repo?blobs=true" ||
        question.target == "/api/models/Qwen/Qwen3-0.6B-GGUF?blobs=true")
      return {http_answer(200, "", model_)};
    if (question.target.find("/resolve/main/a-Q8_0.gguf") != std::string::npos ||
        question.target == "/a.gguf")
      return {file_answer(question, content_, "\"one\"")};
    return {http_answer(404, "", "")};
  }

  ProcessOptions on_hub(Arguments arguments) const {
    ProcessOptions result = options(std::move(arguments));
    result.environment["HF_ENDPOINT"] = server_->address();
    result.environment["HF_TOKEN"] = "";
    return result;
  }
  ProcessResult ask(Arguments arguments) const {
    return run_process(kProgram, on_hub(std::move(arguments)));
  }
  Json ask_json(Arguments arguments) const {
    arguments.push_back("--json");
    const ProcessResult result = ask(std::move(arguments));
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return Json::parse(result.out, nullptr, false);
  }
  fs::path home() const { return data_folder() / "models" / "owner" / "repo"; }

  std::string content_ = random_bytes(100'000);
  std::string model_ = R"({"id": "owner/repo", "gated": false,
    "cardData": {"license": "mit"}, "gguf": {"architecture": "llama"}, "siblings": [
    {"rfilename": "a-Q8_0.gguf", "size": 100000},
    {"rfilename": "a-F16-00001-of-00002.gguf", "size": 4000000000000},
    {"rfilename": "a-F16-00002-of-00002.gguf", "size": 4000000000000}]})";
  std::unique_ptr<FaultServer> server_;
};

TEST_F(Get, brings_a_model_of_the_hub_into_the_models_folder) {
  serve([this](const HttpQuestion& question) { return answer(question); });
  const Json first = ask_json({"get", "hf:owner/repo"});
  EXPECT_EQ(keys(first),
            (std::set<std::string>{"path", "bytes", "sha256", "resumed_bytes", "files"}));
  EXPECT_EQ(first["path"], (home() / "a-Q8_0.gguf").string());
  EXPECT_EQ(first["bytes"], content_.size());
  EXPECT_EQ(first["resumed_bytes"], 0);
  EXPECT_TRUE(content_of(home() / "a-Q8_0.gguf") == content_);
  // It is there now.
  EXPECT_EQ(ask_json({"get", "hf:owner/repo:Q8_0"})["sha256"], first["sha256"]);
  const ProcessResult shown = ask({"get", "hf:owner/repo:a-Q8_0.gguf"});
  EXPECT_EQ(shown.out, (home() / "a-Q8_0.gguf").string() + ": 100 kB\n");
  EXPECT_EQ(shown.err, "chat with it: canter-cli chat --model hf:owner/repo:a-Q8_0.gguf\n");
}

TEST_F(Get, takes_a_newcomer_from_no_model_to_a_chat) {
  content_ = content_of(fs::path(CANTER_TEST_RESOURCES) / "starter" / "starter-f32.gguf");
  model_.replace(model_.find("100000"), 6, std::to_string(content_.size()));
  serve([this](const HttpQuestion& question) { return answer(question); });
  const auto with_nothing = [this](Arguments arguments, std::string_view input = {}) {
    ProcessOptions alone = on_hub(std::move(arguments));
    alone.environment["CANTER_RESOURCES"] = path("no resources").string();
    return run_process(kProgram, alone, input);
  };
  EXPECT_NE(with_nothing({"chat"}, "Hello\n").exit_code, 0);
  EXPECT_THAT(with_nothing({"find", "some"}).out, HasSubstr("hf:owner/repo"));
  EXPECT_EQ(with_nothing({"get", "hf:owner/repo"}).exit_code, 0);
  const ProcessResult chat = with_nothing({"chat", "--model", "hf:owner/repo"}, "Hello\n");
  EXPECT_EQ(chat.exit_code, 0) << chat.err;
  EXPECT_EQ(chat.out, run({"chat"}, "Hello\n").out) << "the same model answers";
}

TEST_F(Get, notes_models_where_the_window_finds_them) {
  serve([this](const HttpQuestion& question) { return answer(question); });
  ask_json({"get", "Qwen3-0.6B"});
  const Json listed = Json::parse(content_of(data_folder() / "downloads.json"), nullptr, false);
  ASSERT_EQ(listed["downloads"].size(), 1u);
  const Json& one = listed["downloads"][0];
  EXPECT_EQ(one["source"], "qwen3-0.6b");
  EXPECT_EQ(one["done"], true);
  EXPECT_EQ(one["files"][0]["bytes"], content_.size());
  // By that name it is a model from then on.
  EXPECT_THAT(ask({"inspect", "qwen3-0.6b"}).err, HasSubstr("a-Q8_0.gguf"));
}

TEST_F(Get, says_where_a_token_goes_that_a_model_asks_for) {
  serve([this](const HttpQuestion& question) -> HttpScript {
    if (question.target.find("/resolve/") == std::string::npos) return answer(question);
    if (question.header("authorization") != "Bearer secret") return {http_answer(401, "", "")};
    return answer(question);
  });
  const ProcessResult refused = ask({"get", "hf:owner/repo"});
  expect_failure(refused, 4);
  EXPECT_THAT(refused.err, HasSubstr("HF_TOKEN"));
  ProcessOptions with_token = on_hub({"get", "hf:owner/repo", "--json"});
  with_token.environment["HF_TOKEN"] = "secret";
  EXPECT_EQ(run_process(kProgram, with_token).exit_code, 0);
  EXPECT_THAT(content_of(data_folder() / "downloads.json"), Not(HasSubstr("secret")));
}

TEST_F(Get, brings_what_an_address_or_the_catalogue_names) {
  serve([this](const HttpQuestion& question) { return answer(question); });
  const std::string into = path("into").string();
  EXPECT_EQ(ask_json({"get", server_->address() + "/a.gguf", "--into", into})["path"],
            into + "/a.gguf");
  EXPECT_EQ(ask_json({"get", "Qwen3-0.6B", "--into", into})["path"], into + "/a-Q8_0.gguf");
}

TEST_F(Get, refuses_what_names_nothing) {
  serve([this](const HttpQuestion& question) { return answer(question); });
  for (const char* source : {"no such model", "hf:owner", "hf:owner/repo:Q4_0", "", "file:///etc",
                             "http://example.org/a.gguf", "hf:../..:a"})
    expect_failure(ask({"get", source}), 2);
  expect_failure(ask({"get"}), 2);
  expect_failure(ask({"get", "hf:owner/repo", "--attempts", "0"}), 2);
  expect_failure(ask({"get", "hf:owner/other"}), 4);
  EXPECT_FALSE(fs::exists(data_folder()));
}

TEST_F(Get, says_what_went_wrong_and_goes_on_the_next_time) {
  bool cut = true;
  serve([&](const HttpQuestion& question) {
    HttpScript script = answer(question);
    if (cut && question.target.find("/resolve/") != std::string::npos) script.most = 50'000;
    return script;
  });
  const ProcessResult result = ask({"get", "hf:owner/repo", "--attempts", "1"});
  expect_failure(result, 4);
  EXPECT_THAT(result.err, HasSubstr("a-Q8_0.gguf.part\" to go on with"));
  EXPECT_FALSE(fs::exists(home() / "a-Q8_0.gguf"));
  const auto kept = fs::file_size(home() / "a-Q8_0.gguf.part");
  EXPECT_GT(kept, 0u);
  cut = false;
  EXPECT_EQ(ask_json({"get", "hf:owner/repo"})["resumed_bytes"], kept);
}

TEST_F(Get, keeps_what_came_when_interrupted) {
  bool slow = true;
  serve([&](const HttpQuestion& question) {
    HttpScript script = answer(question);
    script.hold = slow && question.target.find("/resolve/") != std::string::npos;
    if (script.hold) script.most = 60'000;
    return script;
  });
  Process process(kProgram, on_hub({"get", "hf:owner/repo", "--json"}));
  const fs::path part = home() / "a-Q8_0.gguf.part";
  for (int i = 0; i < 500 && !fs::exists(part); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  process.send_signal(SIGINT);
  const ProcessResult interrupted = process.finish();
  expect_failure(interrupted, 130);
  EXPECT_THAT(interrupted.err, HasSubstr("to go on with"));
  const auto kept = fs::file_size(part);
  EXPECT_GT(kept, 0u);
  slow = false;
  EXPECT_EQ(ask_json({"get", "hf:owner/repo"})["resumed_bytes"], kept);
  EXPECT_TRUE(content_of(home() / "a-Q8_0.gguf") == content_);
}

TEST_F(Get, has_a_whole_file_or_none_whenever_it_is_killed) {
  content_ = random_bytes(2'000'000);
  model_.replace(model_.find("100000"), 6, "2000000");
  serve([&](const HttpQuestion& question) {
    HttpScript script = answer(question);
    script.pause = std::chrono::milliseconds(3);
    return script;
  });
  const fs::path target = home() / "a-Q8_0.gguf";
  std::mt19937 random(11);
  for (int i = 0; i < 12; ++i) {
    Process process(kProgram, on_hub({"get", "hf:owner/repo", "--json"}));
    const auto time = std::uniform_int_distribution<int>(0, 120)(random);
    std::this_thread::sleep_for(std::chrono::milliseconds(time));
    process.send_signal(SIGKILL);
    process.finish();
    if (!fs::exists(target)) continue;
    ASSERT_TRUE(content_of(target) == content_);
    fs::remove(target);
  }
  EXPECT_EQ(ask_json({"get", "hf:owner/repo"})["bytes"], content_.size());
  EXPECT_TRUE(content_of(target) == content_);
  // Nothing else is left.
  EXPECT_EQ(std::distance(fs::directory_iterator(home()), {}), 1);
}

TEST_F(Get, shows_how_far_it_is_on_a_terminal) {
  content_ = random_bytes(1'000'000);
  model_.replace(model_.find("100000"), 6, "1000000");
  serve([&](const HttpQuestion& question) {
    HttpScript script = answer(question);
    if (question.target.find("/resolve/") != std::string::npos)
      script.pause = std::chrono::milliseconds(60);
    return script;
  });
  ProcessOptions terminal = on_hub({"get", "hf:owner/repo"});
  terminal.terminal_error = true;
  const ProcessResult result = run_process(kProgram, terminal);
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.err, HasSubstr("downloading "));
  EXPECT_THAT(result.err, HasSubstr("B/s"));
}

TEST_F(Get, finds_models_with_what_people_ask_first) {
  serve([this](const HttpQuestion& question) { return answer(question); });
  const Json found = ask_json({"find", "some", "words"});
  ASSERT_EQ(found["models"].size(), 2u);
  const Json& small = found["models"][0];
  EXPECT_EQ(keys(small), (std::set<std::string>{"repo", "file", "parts", "quantisation", "bytes",
                                                "fits", "family", "runs", "licence", "gated"}));
  EXPECT_EQ(small["file"], "a-Q8_0.gguf");
  EXPECT_EQ(small["fits"], true);
  EXPECT_EQ(small["runs"], true);
  EXPECT_EQ(small["licence"], "mit");
  const Json& large = found["models"][1];
  EXPECT_EQ(large["file"], "a-F16-00001-of-00002.gguf");
  EXPECT_EQ(large["bytes"], 8000000000000);
  EXPECT_EQ(large["fits"], false);
  EXPECT_EQ(server_->questions().front().target.find("/api/models?search=some%20words&"), 0u);
  EXPECT_THAT(ask({"find", "some"}).out, HasSubstr("hf:owner/repo   family llama"));
}

TEST_F(Get, shows_a_models_card_without_pictures) {
  serve([this](const HttpQuestion& question) -> HttpScript {
    if (question.target == "/owner/repo/resolve/main/README.md")
      return {http_answer(200, "",
                          "---\nlicense: mit\n---\n# A model\n![chart](https://x.org/a.png)\n")};
    return answer(question);
  });
  EXPECT_EQ(ask({"find", "--card", "owner/repo"}).out, "# A model\nchart\n");
  EXPECT_EQ(ask_json({"find", "--card", "owner/repo"})["card"], "# A model\nchart");
  EXPECT_EQ(server_->questions().size(), 2u);
  expect_failure(ask({"find", "--card", "owner"}), 2);
  expect_failure(ask({"find", "--card", "owner/other"}), 4);
}

TEST_F(Get, refuses_a_newer_catalogue_that_nobody_signed) {
  serve([this](const HttpQuestion& question) -> HttpScript {
    if (question.target == "/catalogue.json") return {http_answer(200, "", "{\"version\": 1}")};
    if (question.target == "/catalogue.json.sig") return {http_answer(200, "", "none")};
    return answer(question);
  });
  const std::string resources = path("resources").string();
  fs::create_directory(resources);
  fs::copy_file(fs::path(CANTER_TEST_RESOURCES) / "catalogue.json", resources + "/catalogue.json");
  ProcessOptions refreshing = on_hub({"find", "--catalogue", "--refresh"});
  refreshing.environment["CANTER_RESOURCES"] = resources;
  refreshing.environment["CANTER_CATALOGUE"] = server_->address() + "/catalogue.json";
  const ProcessResult keyless = run_process(kProgram, refreshing);
  expect_failure(keyless, 2);
  EXPECT_THAT(keyless.err, HasSubstr("without the address and the key"));
  EXPECT_TRUE(server_->questions().empty());
  std::ofstream(resources + "/catalogue.pub")
      << "-----BEGIN PUBLIC KEY-----\n"
         "MCowBQYDK2VwAyEAm974KclVkFbSbYQnk4JOlUANQ0WRg0xa1vWPIM63KUo=\n"
         "-----END PUBLIC KEY-----\n";
  const ProcessResult refused = run_process(kProgram, refreshing);
  expect_failure(refused, 3);
  EXPECT_THAT(refused.err, HasSubstr("not signed by the makers of Canter"));
  EXPECT_FALSE(fs::exists(data_folder() / "catalogue.json"));
}

TEST_F(Get, lists_the_catalogue_and_asks_nobody) {
  serve([this](const HttpQuestion& question) { return answer(question); });
  const Json listed = ask_json({"find", "--catalogue"});
  EXPECT_GE(listed["models"].size(), 20u);
  EXPECT_LE(listed["recommended"].size(), 3u);
  EXPECT_THAT(ask({"find", "--catalogue"}).out, HasSubstr("qwen3-4b"));
  EXPECT_TRUE(server_->questions().empty());
  expect_failure(ask({"find"}), 2);
  expect_failure(ask({"find", "words", "--refresh"}), 2);
  expect_failure(ask({"find", "--catalogue", "words"}), 2);
}

}  // namespace
}  // namespace canter::test
