#include "support/reference_results.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "support/numbers_file.h"

namespace canter::test {
std::vector<ReferenceCase> reference_cases(const std::string& name) {
  const std::filesystem::path folder = std::filesystem::path(CANTER_TEST_DATA) / "reference";
  const auto list = nlohmann::json::parse(read_file(folder / (name + ".json")));
  const auto logits = read_npy(folder / (name + "-logits.npy"));
  const std::size_t vocabulary = logits.size() / list.size();
  std::vector<ReferenceCase> cases;
  for (const auto& entry : list) {
    ReferenceCase c;
    c.id = entry.at("id");
    for (const auto& message : entry.value("messages", nlohmann::json::array()))
      c.messages.push_back({message.at("role"), message.at("content")});
    c.text = entry.value("text", "");
    c.tokens = entry.at("tokens").get<std::vector<TokenId>>();
    c.nll = entry.at("nll");
    c.greedy = entry.at("greedy").get<std::vector<TokenId>>();
    const auto row = logits.begin() + std::ptrdiff_t(cases.size() * vocabulary);
    c.logits.assign(row, row + std::ptrdiff_t(vocabulary));
    cases.push_back(std::move(c));
  }
  return cases;
}

std::vector<MaskCase> mask_cases() {
  const std::filesystem::path folder = std::filesystem::path(CANTER_TEST_DATA) / "reference";
  const auto list = nlohmann::json::parse(read_file(folder / "starter-masks.json"));
  const auto logits = read_npy(folder / "starter-masks-logits.npy");
  constexpr std::size_t kVocabulary = 4096, kMasks = 3;
  std::vector<MaskCase> cases;
  auto row = logits.begin();
  for (const auto& entry : list) {
    MaskCase c;
    c.tokens = entry.at("tokens").get<std::vector<TokenId>>();
    c.anchors = entry.at("anchors").get<std::vector<int>>();
    for (std::size_t i = 0; i < c.anchors.size() * kMasks; ++i, row += kVocabulary)
      c.logits.emplace_back(row, row + kVocabulary);
    cases.push_back(std::move(c));
  }
  return cases;
}

std::vector<std::vector<ChatMessage>> evaluation_prompts() {
  std::ifstream file(std::filesystem::path(CANTER_TEST_DATA) / "prompts/eval.jsonl");
  std::vector<std::vector<ChatMessage>> prompts;
  for (std::string line; std::getline(file, line);) {
    auto& messages = prompts.emplace_back();
    const auto document = nlohmann::json::parse(line);
    for (const auto& message : document.at("messages"))
      messages.push_back({message.at("role"), message.at("content")});
  }
  if (prompts.empty()) throw std::runtime_error("cannot read the evaluation prompts");
  return prompts;
}

std::filesystem::path starter_adapter() {
  return std::filesystem::path(CANTER_TEST_DATA) / "reference/starter-adapter.safetensors";
}

std::filesystem::path starter_gguf() {
  return std::filesystem::path(CANTER_TEST_RESOURCES) / "starter/starter-f32.gguf";
}
std::filesystem::path starter_folder() {
  return std::filesystem::path(CANTER_TEST_DATA) / "starter-hf";
}
std::filesystem::path stories_gguf() {
  return std::filesystem::path(CANTER_TEST_DATA) / "reference/stories260K.gguf";
}

}  // namespace canter::test
