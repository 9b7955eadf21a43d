#include "engine/models/model_finder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "support/temporary_directory.h"

namespace canter::engine {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class ModelFinder : public testing::Test {
 protected:
  fs::path home() const { return home_.path(); }
  fs::path write(const fs::path& below, const std::string& text = "x") {
    const fs::path path = home() / below;
    fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
    return path;
  }
  std::vector<FoundModel> find() {
    variables_["HOME"] = home().string();
    auto places = model_places([this](const char* name) { return variables_[name]; });
    // What the computer that tests has is not to be seen.
    std::erase_if(places, [&](const ModelPlace& place) {
      return !place.folder.string().starts_with(home().string());
    });
    std::vector<FoundModel> found;
    find_models(
        places, [&](const FoundModel& model) { found.push_back(model); },
        [&] { return found.size() < most_; });
    return found;
  }
  std::vector<std::string> paths() {
    std::vector<std::string> paths;
    for (const FoundModel& model : find())
      paths.push_back(fs::relative(model.path, home()).string());
    return paths;
  }
  void ollama_model(const std::string& manifest, const std::string& digest,
                    const std::string& file = "sha256-") {
    write(fs::path(".ollama/models/manifests") / manifest,
          R"({"layers":[{"mediaType":"application/vnd.ollama.image.license","digest":"x"},)"
          R"({"mediaType":"application/vnd.ollama.image.model","digest":"sha256:)" +
              digest + R"("}]})");
    write(".ollama/models/blobs/" + file + digest);
  }

  test::TemporaryDirectory home_;
  std::map<std::string, std::string> variables_;
  std::size_t most_ = 1000;
};

const std::string kDigest(64, 'a');
const std::string kOther(64, 'b');

TEST_F(ModelFinder, finds_files_of_each_program) {
  write(".lmstudio/models/someone/Small-GGUF/small.Q4_K_M.gguf");
  write(".cache/llama.cpp/tiny.GGUF");
  write("jan/models/one/model.gguf");
  std::vector<std::string> programs;
  for (const FoundModel& model : find()) programs.push_back(model.program);
  EXPECT_THAT(programs, ElementsAre("LM Studio", "Jan", "llama.cpp"));
}

TEST_F(ModelFinder, follows_the_variables_that_move_a_programs_folder) {
  variables_["LLAMA_CACHE"] = (home() / "elsewhere").string();
  variables_["HF_HOME"] = (home() / "hugging").string();
  variables_["OLLAMA_MODELS"] = "not/absolute";
  write("elsewhere/a.gguf");
  write("hugging/hub/models--x--y/snapshots/1/b.gguf");
  EXPECT_THAT(paths(),
              ElementsAre("hugging/hub/models--x--y/snapshots/1/b.gguf", "elsewhere/a.gguf"));
}

TEST_F(ModelFinder, finds_blobs_of_ollama_with_either_kind_of_name) {
  ollama_model("registry.ollama.ai/library/one/latest", kDigest, "sha256:");
  ollama_model("registry.ollama.ai/library/two/latest", kOther, "sha256-");
  EXPECT_THAT(paths(), ElementsAre(".ollama/models/blobs/sha256:" + kDigest,
                                   ".ollama/models/blobs/sha256-" + kOther));
}

TEST_F(ModelFinder, follows_lm_studios_settings) {
  write(".lmstudio/settings.json",
        R"({"downloadsFolder": ")" + (home() / "big disk").string() + "\"}");
  write("big disk/a/b/one.gguf");
  write(".lmstudio/models/a/b/two.gguf");
  write(".cache/lm-studio/settings.json",
        "\xef\xbb\xbf{\"downloadsFolder\": \"" + (home() / "older").string() + "\"}");
  write("older/a/b/three.gguf");
  write(".lmstudio-home-pointer", (home() / "moved").string() + "\n");
  write("moved/models/a/b/four.gguf");
  EXPECT_THAT(paths(), ElementsAre("moved/models/a/b/four.gguf", "big disk/a/b/one.gguf",
                                   ".lmstudio/models/a/b/two.gguf", "older/a/b/three.gguf"));
  for (const FoundModel& model : find()) EXPECT_EQ(model.program, "LM Studio");
}

TEST_F(ModelFinder, passes_over_settings_that_make_no_sense) {
  for (const char* settings :
       {"", "{", "[]", R"({"downloadsFolder": 7})", R"({"downloadsFolder": "not/absolute"})",
        R"({"downloadsFolder": ""})"}) {
    write(".lmstudio/settings.json", settings);
    write(".lmstudio-home-pointer", settings);
    write(".lmstudio/models/a/b/one.gguf");
    EXPECT_THAT(paths(), ElementsAre(".lmstudio/models/a/b/one.gguf")) << settings;
  }
}

TEST_F(ModelFinder, finds_a_model_once_that_two_settings_lead_to) {
  write(".lmstudio/settings.json",
        R"({"downloadsFolder": ")" + (home() / ".lmstudio/models").string() + "\"}");
  write(".lmstudio-home-pointer", (home() / ".lmstudio").string());
  write(".lmstudio/models/a/b/one.gguf");
  EXPECT_THAT(paths(), SizeIs(1));
}

TEST_F(ModelFinder, lists_a_split_model_by_its_first_part_that_is_there) {
  for (const char* name :
       {"big-00001-of-00003.gguf", "big-00002-of-00003.gguf", "big-00003-of-00003.gguf",
        "half-00002-of-00003.gguf", "half-00003-of-00003.gguf"})
    write(fs::path(".lmstudio/models/a") / name);
  EXPECT_THAT(paths(), ElementsAre(".lmstudio/models/a/big-00001-of-00003.gguf",
                                   ".lmstudio/models/a/half-00002-of-00003.gguf"));
}

TEST_F(ModelFinder, leaves_out_projectors_and_later_parts) {
  write(".lmstudio/models/a/mmproj-model-f16.gguf");
  write(".lmstudio/models/a/big-00001-of-00002.gguf");
  write(".lmstudio/models/a/big-00002-of-00002.gguf");
  write(".lmstudio/models/a/notes.txt");
  EXPECT_THAT(paths(), ElementsAre(".lmstudio/models/a/big-00001-of-00002.gguf"));
}

TEST_F(ModelFinder, takes_a_folder_of_safetensors_as_one_model) {
  const fs::path folder = ".cache/huggingface/hub/models--org--name/snapshots/abc";
  write(folder / "config.json");
  write(folder / "model-00001-of-00002.safetensors");
  write(folder / "model-00002-of-00002.safetensors");
  write(".cache/huggingface/hub/models--org--other/snapshots/abc/config.json");
  EXPECT_THAT(paths(), ElementsAre(folder.string()));
}

TEST_F(ModelFinder, names_models_as_their_program_does) {
  ollama_model("registry.ollama.ai/library/llama3/8b", kDigest);
  ollama_model("hf.co/someone/small/latest", kOther);
  const auto found = find();
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].name, "hf.co/someone/small:latest");
  EXPECT_EQ(found[1].name, "llama3:8b");
  EXPECT_EQ(found[1].path, home() / ".ollama/models/blobs" / ("sha256-" + kDigest));
}

TEST_F(ModelFinder, passes_over_manifests_that_make_no_sense) {
  const fs::path manifests = ".ollama/models/manifests/registry.ollama.ai/library/bad";
  const std::vector<std::string> texts = {
      "",
      "{",
      "[]",
      R"({"layers":{}})",
      R"({"layers":[1,{"mediaType":7}]})",
      R"({"layers":[{"mediaType":"application/vnd.ollama.image.model"}]})",
      R"({"layers":[{"mediaType":"application/vnd.ollama.image.model","digest":"sha256:../../x"}]})",
      R"({"layers":[{"mediaType":"application/vnd.ollama.image.model","digest":"sha256:)" + kOther +
          R"("}]})"};
  for (std::size_t i = 0; i < texts.size(); ++i) write(manifests / std::to_string(i), texts[i]);
  ollama_model("registry.ollama.ai/library/good/latest", kDigest);
  const auto found = find();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].name, "good:latest");
}

TEST_F(ModelFinder, reports_a_file_once_whatever_links_lead_to_it) {
  const fs::path model = write(".lmstudio/models/a/model.gguf");
  fs::create_symlink(model, home() / ".lmstudio/models/a/z-link.gguf");
  fs::create_directory_symlink(home() / ".lmstudio/models", home() / ".lmstudio/models/a/cycle");
  fs::create_symlink("nowhere.gguf", home() / ".lmstudio/models/a/broken.gguf");
  fs::create_directories(home() / ".cache");
  fs::create_directory_symlink(home() / ".lmstudio/models", home() / ".cache/llama.cpp");
  EXPECT_THAT(paths(), ElementsAre(".lmstudio/models/a/model.gguf"));
}

TEST_F(ModelFinder, reports_a_file_once_that_programs_share) {
  const fs::path file = write(".lmstudio/models/a/b/one.gguf");
  write(".lmstudio/models/a/b/other.gguf");
  fs::create_directories(home() / "jan/models");
  fs::create_hard_link(file, home() / "jan/models/again.gguf");
  EXPECT_THAT(paths(),
              ElementsAre(".lmstudio/models/a/b/one.gguf", ".lmstudio/models/a/b/other.gguf"));
}

TEST_F(ModelFinder, does_not_go_deeper_than_it_needs) {
  fs::path deep = ".cache/llama.cpp";
  for (int i = 0; i < 30; ++i) deep /= "d";
  write(deep / "model.gguf");
  write(".cache/llama.cpp/a/b/c/near.gguf");
  EXPECT_THAT(paths(), ElementsAre(".cache/llama.cpp/a/b/c/near.gguf"));
}

TEST_F(ModelFinder, passes_over_folders_that_it_may_not_read) {
  const fs::path closed = write(".lmstudio/models/closed/a.gguf").parent_path();
  write(".lmstudio/models/open/b.gguf");
  fs::permissions(closed, fs::perms::none);
  const auto found = paths();
  fs::permissions(closed, fs::perms::owner_all);
  EXPECT_THAT(found, Contains(".lmstudio/models/open/b.gguf"));
}

TEST_F(ModelFinder, ends_when_it_is_told_to) {
  for (const char* name : {"a", "b", "c"})
    write(fs::path(".lmstudio/models") / name / "model.gguf");
  most_ = 1;
  EXPECT_THAT(find(), SizeIs(1));
}

TEST_F(ModelFinder, finds_nothing_where_nothing_is) {
  EXPECT_THAT(find(), IsEmpty());
}

}  // namespace
}  // namespace canter::engine
