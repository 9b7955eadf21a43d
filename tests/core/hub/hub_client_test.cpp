#include "hub/hub_client.h"

#include "core/hub/downloads.h"
#include "support/environment.h"

namespace canter::test {
namespace {

using testing::HasSubstr;

const std::string kSha(64, 'a');

const std::string kModel = R"({
  "_id": "1", "id": "owner/repo", "sha": "abc", "private": false, "gated": "manual",
  "pipeline_tag": "text-generation", "downloads": 12, "tags": ["gguf", "license:mit"],
  "cardData": {"license": "apache-2.0", "language": ["en"]},
  "gguf": {"total": 100, "architecture": "qwen3", "context_length": 4096},
  "siblings": [
    {"rfilename": "README.md", "size": 20, "blobId": "1"},
    {"rfilename": "a-Q8_0.gguf", "size": 200, "lfs": {"sha256": ")" +
                           kSha + R"(", "size": 200, "pointerSize": 1}},
    {"rfilename": "../../evil.gguf", "size": 1},
    {"rfilename": "b.gguf", "lfs": {"sha256": "short"}}
  ]})";

class HubClientTest : public testing::Test {
 protected:
  HubClient client(const std::string& answer, const std::string& token = "") {
    server_ = std::make_unique<FaultServer>(
        [answer](const HttpQuestion&) { return HttpScript{http_answer(200, "", answer)}; });
    return *HubClient::create(server_->address() + "/", token, impatient());
  }

  std::unique_ptr<FaultServer> server_;
};

TEST_F(HubClientTest, reads_what_the_hub_says_of_a_model) {
  const auto model = client(kModel, "key").model("owner/repo");
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_EQ(model->repo, "owner/repo");
  EXPECT_EQ(model->licence, "apache-2.0");
  EXPECT_EQ(model->family, "qwen3");
  EXPECT_TRUE(model->gguf_family);
  EXPECT_TRUE(model->gated);
  ASSERT_EQ(model->files.size(), 3u);
  EXPECT_EQ(model->files[1].name, "a-Q8_0.gguf");
  EXPECT_EQ(model->files[1].bytes, 200u);
  EXPECT_EQ(model->files[1].sha256, kSha);
  EXPECT_EQ(model->files[2].sha256, "");
  const auto questions = server_->questions();
  ASSERT_EQ(questions.size(), 1u);
  EXPECT_EQ(questions[0].target, "/api/models/owner/repo?blobs=true");
  EXPECT_EQ(questions[0].header("authorization"), "Bearer key");
}

TEST_F(HubClientTest, searches_with_any_words) {
  const auto models =
      client("[" + kModel + R"(, {"id": "no repository"}, {"id": "a/b", "gated": false}])")
          .search("qwen & more", 5);
  ASSERT_TRUE(models) << models.error().message;
  ASSERT_EQ(models->size(), 2u);
  EXPECT_FALSE((*models)[1].gated);
  EXPECT_EQ((*models)[1].family, "");
  EXPECT_THAT(server_->questions()[0].target, HasSubstr("search=qwen%20%26%20more&filter=gguf"));
  EXPECT_THAT(server_->questions()[0].target, HasSubstr("limit=5"));
}

TEST_F(HubClientTest, refuses_what_is_no_answer_of_a_hub) {
  for (const char* answer : {"", "<html>", "[]", "{}", "null", R"({"id": 5})", R"({"id": "../.."})",
                             R"({"id": "a/b/c"})"}) {
    const auto model = client(answer).model("owner/repo");
    ASSERT_FALSE(model) << answer;
    EXPECT_THAT(model.error().message, HasSubstr("HF_ENDPOINT"));
    EXPECT_EQ(model.error().kind, ErrorKind::kIo);
  }
  EXPECT_FALSE(client("{}").search("a", 1));
  EXPECT_TRUE(client(R"({"id": "a/b", "siblings": 5, "gguf": [], "cardData": "x", "tags": {}})")
                  .model("a/b"));
}

TEST_F(HubClientTest, asks_nobody_for_names_that_are_none) {
  const HubClient hub = client(kModel);
  for (const char* name : {"", "a", "a/b/c", "../b", "a/..", "a b/c", "a/b?c", "a/b#"}) {
    const auto model = hub.model(name);
    ASSERT_FALSE(model) << name;
    EXPECT_EQ(model.error().kind, ErrorKind::kUsage);
  }
  EXPECT_TRUE(server_->questions().empty());
}

TEST_F(HubClientTest, goes_by_the_environment) {
  const ClearedEnvironment cleared{"HF_ENDPOINT", "HF_TOKEN"};
  EXPECT_EQ(HubClient::from_environment({})->file_url("a/b", "c d.gguf"),
            "https://huggingface.co/a/b/resolve/main/c%20d.gguf");
  set_environment("HF_ENDPOINT", "https://mirror.example.org/hub");
  set_environment("HF_TOKEN", "key");
  const auto hub = HubClient::from_environment({});
  EXPECT_EQ(hub->file_url("a/b", "c"), "https://mirror.example.org/hub/a/b/resolve/main/c");
  EXPECT_EQ(hub->settings().token_origin, "https://mirror.example.org:443");
  set_environment("HF_ENDPOINT", "http://mirror.example.org");
  EXPECT_FALSE(HubClient::from_environment({}));
  set_environment("HF_ENDPOINT", nullptr);
  set_environment("HF_TOKEN", "key\r\nX: y");
  EXPECT_FALSE(HubClient::from_environment({}));
}

TEST_F(HubClientTest, takes_a_kept_token_where_the_environment_has_none) {
  const ClearedEnvironment cleared{"HF_ENDPOINT", "HF_TOKEN"};
  std::string asked;
  const auto kept = [&](const std::string& origin) {
    asked = origin;
    return std::string("kept");
  };
  EXPECT_EQ(HubClient::from_environment({}, kept)->settings().token, "kept");
  EXPECT_EQ(asked, "https://huggingface.co:443");
  set_environment("HF_TOKEN", "key");
  EXPECT_EQ(HubClient::from_environment({}, kept)->settings().token, "key");
}

TEST_F(HubClientTest, gives_up_answers_without_end) {
  const std::string spaces(33 << 20, ' ');
  const auto model = client(spaces).model("owner/repo");
  ASSERT_FALSE(model);
  EXPECT_EQ(model.error().kind, ErrorKind::kTooLarge);
}

}  // namespace
}  // namespace canter::test
