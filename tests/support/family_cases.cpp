#include "support/family_cases.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "support/numbers_file.h"

namespace canter::test {
namespace {

namespace fs = std::filesystem;

fs::path families_folder() {
  return fs::path(CANTER_TEST_DATA) / "families";
}

fs::path draft_head_file(const std::string& family) {
  return families_folder() / family / "mtp-logits.npy";
}

nlohmann::json reference(const std::string& family) {
  // A multimodal folder has the values of the text model in it.
  return nlohmann::json::parse(read_file(families_folder() / family / "reference.json"));
}

std::vector<std::vector<float>> rows_of(const fs::path& path, std::size_t rows) {
  const std::vector<float> numbers = read_npy(path);
  const auto width = std::ptrdiff_t(numbers.size() / rows);
  std::vector<std::vector<float>> split;
  for (auto row = numbers.begin(); row != numbers.end(); row += width)
    split.emplace_back(row, row + width);
  return split;
}

}  // namespace

std::vector<FamilyFile> family_files() {
  std::vector<FamilyFile> files;
  for (const auto& entry : fs::directory_iterator(families_folder())) {
    if (!entry.is_directory()) continue;
    const std::string family = entry.path().filename().string();
    std::string name = family;
    std::ranges::replace(name, '-', '_');
    if (const fs::path gguf = entry.path() / "model.gguf"; fs::exists(gguf))
      files.push_back({family, name + "_gguf", gguf});
    files.push_back({family, name + "_folder", entry.path() / "hf"});
  }
  std::ranges::sort(files, {}, &FamilyFile::name);
  return files;
}

std::vector<FamilyCase> family_cases(const std::string& family) {
  const auto list = reference(family).at("cases");
  const auto logits = rows_of(families_folder() / family / "logits.npy", list.size());
  std::vector<FamilyCase> cases;
  for (std::size_t i = 0; i < list.size(); ++i)
    cases.push_back({list[i].at("tokens").get<std::vector<TokenId>>(),
                     list[i].at("next").get<std::vector<TokenId>>(), list[i].at("nll"), logits[i]});
  return cases;
}

std::vector<FamilyText> family_texts(const std::string& family) {
  const auto document = reference(family);
  std::vector<FamilyText> texts;
  for (const auto& entry : document.at("texts"))
    texts.push_back({entry.at("text"), entry.at("tokens").get<std::vector<TokenId>>()});
  return texts;
}

bool has_draft_head(const std::string& family) {
  return fs::exists(draft_head_file(family));
}

std::vector<std::vector<float>> draft_head_logits(const std::string& family) {
  if (!has_draft_head(family)) return {};
  return rows_of(draft_head_file(family), reference(family).at("cases").size());
}

}  // namespace canter::test
