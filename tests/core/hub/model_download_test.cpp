#include "hub/model_download.h"

#include "core/hub/downloads.h"

namespace canter::test {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

const Url kHub = *parse_url("https://huggingface.co");

TEST(ModelRequestTest, is_a_name_a_place_on_the_hub_or_an_address) {
  const auto request = [](const char* text) { return parse_model_request(text, kHub); };
  EXPECT_EQ(std::get<CatalogueName>(*request("qwen3-4b")).name, "qwen3-4b");
  EXPECT_EQ(std::get<HubReference>(*request("hf:a/b")), (HubReference{"a/b", ""}));
  EXPECT_EQ(std::get<HubReference>(*request("hf:a/b:Q8_0")), (HubReference{"a/b", "Q8_0"}));
  EXPECT_EQ(std::get<HubReference>(*request("https://huggingface.co/a/b/resolve/main/d/c.gguf")),
            (HubReference{"a/b", "d/c.gguf"}));
  EXPECT_EQ(std::get<HubReference>(*request("https://huggingface.co/a/b/blob/main/c.gguf")),
            (HubReference{"a/b", "c.gguf"}));
  EXPECT_EQ(std::get<Url>(*request("https://example.org/c.gguf")).host, "example.org");
  EXPECT_TRUE(
      std::holds_alternative<Url>(*request("https://huggingface.co/a/b/resolve/0123abcd/c.gguf")));
  for (const char* text : {"", "hf:", "hf:a", "hf:a/b:", "hf:a/b:../c", "hf:../b", "hf:a/b/c",
                           "file:///etc/passwd", "http://example.org/a.gguf"}) {
    const auto refused = request(text);
    ASSERT_FALSE(refused) << text;
    EXPECT_EQ(refused.error().kind, ErrorKind::kUsage);
  }
}

TEST(ModelFilesTest, of_an_address_lie_below_its_host) {
  const auto files = files_of_url(*parse_url("https://example.org/x/a.gguf?key=1"), "/models", "");
  ASSERT_TRUE(files);
  EXPECT_EQ(files->path, "/models/web-example.org/a/a.gguf");
  EXPECT_EQ(files->files[0].url, "https://example.org/x/a.gguf?key=1");
  EXPECT_EQ(files_of_url(*parse_url("https://example.org/a.gguf"), "/models", "/into")->path,
            "/into/a.gguf");
  EXPECT_FALSE(files_of_url(*parse_url("https://example.org/"), "/models", ""));
}

TEST(ModelFilesTest, of_an_address_are_all_parts) {
  const auto files =
      files_of_url(*parse_url("https://example.org/x/a-00002-of-00003.gguf"), "/m", "");
  ASSERT_TRUE(files);
  ASSERT_EQ(files->files.size(), 3u);
  EXPECT_EQ(files->files[2].url, "https://example.org/x/a-00003-of-00003.gguf");
  EXPECT_EQ(files->path, "/m/web-example.org/a/a-00001-of-00003.gguf");
}

class ModelDownload : public DownloadTest {
 protected:
  /// A repository with these files.
  void serve_hub(std::map<std::string, std::string> files) {
    serve([files = std::move(files)](const HttpQuestion& question) {
      std::string siblings;
      for (const auto& [name, content] : files) {
        siblings += std::string(siblings.empty() ? "" : ",") + "{\"rfilename\": \"" + name +
                    "\", \"size\": " + std::to_string(content.size()) +
                    ", \"lfs\": {\"sha256\": \"" + sha256_of_text(content) + "\"}}";
        if (question.target == "/owner/repo/resolve/main/" + name)
          return HttpScript{file_answer(question, content, "\"" + sha256_of_text(content) + "\"")};
      }
      if (question.target != "/api/models/owner/repo?blobs=true")
        return HttpScript{http_answer(404, "", "")};
      return HttpScript{
          http_answer(200, "", "{\"id\": \"owner/repo\", \"siblings\": [" + siblings + "]}")};
    });
    hub_ = *HubClient::create(server_->address(), "", settings_.http);
  }

  Result<DownloadedModel> get(const std::string& file, const fs::path& into = {}) {
    const auto files = files_of_reference({"owner/repo", file}, *hub_, folder_.path(), into);
    if (!files) return propagate(files);
    return download_model(*files, settings_);
  }

  std::optional<HubClient> hub_;
};

TEST_F(ModelDownload, lays_files_out_by_owner_and_repository) {
  serve_hub({{"a-Q4_K_M.gguf", content_}, {"a-Q8_0.gguf", "another"}, {"README.md", "text"}});
  const auto model = get("");
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_EQ(model->path, folder_.path() / "owner/repo/a-Q4_K_M.gguf");
  EXPECT_TRUE(read(model->path) == content_);
  EXPECT_EQ(get("Q8_0", folder_.path() / "mine")->path, folder_.path() / "mine/a-Q8_0.gguf");
}

TEST_F(ModelDownload, brings_all_parts_and_tells_how_far_they_are_together) {
  serve_hub({{"Q4_0/a-00001-of-00002.gguf", content_},
             {"Q4_0/a-00002-of-00002.gguf", random_bytes(50'000, 5)}});
  DownloadProgress last;
  settings_.progress = [&](const DownloadProgress& progress) { last = progress; };
  const auto model = get("");
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_EQ(model->path, folder_.path() / "owner/repo/Q4_0/a-00001-of-00002.gguf");
  EXPECT_TRUE(fs::exists(folder_.path() / "owner/repo/Q4_0/a-00002-of-00002.gguf"));
  EXPECT_EQ(model->bytes(), 150'000u);
  EXPECT_EQ(last.bytes, 150'000u);
  EXPECT_EQ(last.total, 150'000u);
}

TEST_F(ModelDownload, brings_a_folder) {
  serve_hub({{"config.json", "{}"}, {"model.safetensors", content_}, {"tokenizer.json", "[]"}});
  const auto model = get("");
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_EQ(model->path, folder_.path() / "owner/repo");
  EXPECT_EQ(read(model->path / "config.json"), "{}");
  EXPECT_EQ(get("", folder_.path() / "mine")->path, folder_.path() / "mine/repo");
}

TEST_F(ModelDownload, is_not_begun_where_not_all_fits) {
  serve_hub({{"a.gguf", content_}});
  settings_.keep_free = std::uint64_t{1} << 60;
  const auto model = get("");
  ASSERT_FALSE(model);
  EXPECT_THAT(model.error().message, HasSubstr("another folder"));
  EXPECT_EQ(server_->questions().size(), 1u);
}

TEST_F(ModelDownload, says_what_the_hub_does_not_have) {
  serve_hub({{"a.gguf", content_}});
  const auto files = files_of_reference({"owner/other", ""}, *hub_, folder_.path(), "");
  ASSERT_FALSE(files);
  EXPECT_THAT(files.error().message, HasSubstr("404"));
}

}  // namespace
}  // namespace canter::test
