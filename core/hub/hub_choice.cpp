#include "hub/hub_choice.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <tuple>
#include <utility>

#include "format/gguf_split.h"
#include "format/message.h"
#include "model/families/family.h"

namespace canter {
namespace {

/// In the order in which they are chosen: small and good first, then better, then smaller.
constexpr std::array<std::string_view, 38> kQuantisations = {
    "Q4_K_M", "Q4_K_S",  "Q4_0",   "Q4_1",    "IQ4_XS", "IQ4_NL", "MXFP4",  "Q4_K_L",
    "Q4_K",   "Q5_K_M",  "Q5_K_S", "Q5_0",    "Q5_1",   "Q5_K_L", "Q5_K",   "Q6_K",
    "Q6_K_L", "Q8_0",    "Q3_K_L", "Q3_K_XL", "Q3_K_M", "IQ3_M",  "IQ3_S",  "IQ3_XS",
    "Q3_K_S", "IQ3_XXS", "Q2_K_L", "Q2_K",    "IQ2_M",  "IQ2_S",  "IQ2_XS", "IQ2_XXS",
    "IQ1_M",  "IQ1_S",   "TQ1_0",  "TQ2_0",   "BF16",   "F16"};
constexpr std::array<std::string_view, 2> kLargest = {"F32", "FP16"};
constexpr std::size_t kShownFiles = 12;

std::string upper(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return result;
}

bool is_gguf(std::string_view name) {
  return upper(name).ends_with(".GGUF");
}

bool is_model(std::string_view name) {
  const std::string base = upper(base_name(name));
  return is_gguf(name) && !base.starts_with("MMPROJ") &&
         base.find("-MMPROJ") == std::string::npos && base.find("IMATRIX") == std::string::npos;
}

/// Stands `word` in `text` with no letter or digit beside it?
bool has_word(std::string_view text, std::string_view word) {
  const auto joined = [&](std::size_t at) {
    return at < text.size() &&
           (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || text[at] == '_');
  };
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
    if ((at == 0 || !joined(at - 1)) && !joined(at + word.size())) return true;
  return false;
}

std::size_t rank(const GgufChoice& choice) {
  return static_cast<std::size_t>(std::ranges::find(kQuantisations, choice.quantisation) -
                                  kQuantisations.begin());
}

bool is_folder_file(std::string_view name) {
  constexpr std::array<std::string_view, 12> kNames = {"config.json",
                                                       "generation_config.json",
                                                       "model.safetensors.index.json",
                                                       "tokenizer.json",
                                                       "tokenizer.model",
                                                       "tokenizer_config.json",
                                                       "special_tokens_map.json",
                                                       "added_tokens.json",
                                                       "chat_template.jinja",
                                                       "chat_template.json",
                                                       "vocab.json",
                                                       "merges.txt"};
  if (name.find('/') != std::string_view::npos) return false;
  if (std::ranges::find(kNames, name) != kNames.end()) return true;
  return name.ends_with(".safetensors") && !name.starts_with("consolidated") &&
         !name.starts_with("adapter");
}

std::vector<HubFile> folder_files(const HubModel& model) {
  std::vector<HubFile> files;
  bool config = false;
  bool weights = false;
  for (const HubFile& file : model.files) {
    if (!is_folder_file(file.name)) continue;
    config = config || file.name == "config.json";
    weights = weights || file.name.ends_with(".safetensors");
    files.push_back(file);
  }
  // Small ones first: what is wrong with them is seen soon.
  std::ranges::stable_sort(files, {}, [](const HubFile& f) { return f.name.ends_with("tensors"); });
  return config && weights ? files : std::vector<HubFile>();
}

std::string list_of(const std::vector<GgufChoice>& choices) {
  std::string names;
  for (std::size_t i = 0; i < choices.size() && i < kShownFiles; ++i)
    names += (i == 0 ? "" : ", ") + in_quotes(choices[i].file());
  return names + (choices.size() > kShownFiles ? " and more" : "");
}

bool is_named(const GgufChoice& choice, std::string_view wanted) {
  if (upper(wanted) == choice.quantisation) return true;
  return std::ranges::any_of(choice.parts, [&](const HubFile& part) {
    return part.name == wanted || base_name(part.name) == wanted;
  });
}

}  // namespace

std::uint64_t GgufChoice::bytes() const {
  std::uint64_t sum = 0;
  for (const HubFile& part : parts) {
    if (part.bytes == 0) return 0;
    sum += part.bytes;
  }
  return sum;
}

std::string quantisation_in(std::string_view file) {
  const std::string name = upper(file);
  for (const auto& quantisation : kQuantisations)
    if (has_word(name, quantisation)) return std::string(quantisation);
  for (const auto& quantisation : kLargest)
    if (has_word(name, quantisation)) return quantisation == "FP16" ? "F16" : "F32";
  return {};
}

std::vector<GgufChoice> gguf_choices(const HubModel& model) {
  std::map<std::string, std::map<int, HubFile>> split;  // by the name of the first part
  std::map<std::string, int> counts;
  std::vector<GgufChoice> choices;
  for (const HubFile& file : model.files) {
    if (!is_model(file.name)) continue;
    if (const auto part = parse_gguf_part_name(file.name)) {
      const std::string first = gguf_part(file.name, 1).generic_string();
      split[first].emplace(part->number, file);
      counts[first] = part->count;
      continue;
    }
    choices.push_back({quantisation_in(file.name), {file}});
  }
  for (auto& [first, parts] : split) {
    if (static_cast<int>(parts.size()) != counts[first]) continue;
    GgufChoice choice{quantisation_in(first), {}};
    for (auto& [number, file] : parts) choice.parts.push_back(std::move(file));
    choices.push_back(std::move(choice));
  }
  std::ranges::stable_sort(choices, {}, [](const GgufChoice& choice) {
    return std::tuple(rank(choice), choice.file().size(), choice.file());
  });
  return choices;
}

Result<std::vector<HubFile>> choose_files(const HubModel& model, std::string_view wanted) {
  std::vector<GgufChoice> choices = gguf_choices(model);
  if (wanted.empty()) {
    if (!choices.empty()) return std::move(choices.front().parts);
    std::vector<HubFile> files = folder_files(model);
    if (!files.empty()) return files;
    return fail(ErrorKind::kUnsupported,
                in_quotes(model.repo) +
                    " holds no GGUF file and no config.json with safetensors; choose another "
                    "repository, \"canter-cli find WORDS\" looks for some");
  }
  const auto found = std::ranges::find_if(
      choices, [&](const GgufChoice& choice) { return is_named(choice, wanted); });
  if (found != choices.end()) return std::move(found->parts);
  const auto file = std::ranges::find(model.files, wanted, &HubFile::name);
  if (file != model.files.end()) return std::vector<HubFile>{*file};
  return fail(ErrorKind::kUsage,
              in_quotes(model.repo) + " has no " + in_quotes(wanted) +
                  (choices.empty() ? ", and no GGUF file" : "; it has " + list_of(choices)));
}

std::optional<bool> runs(const HubModel& model) {
  if (model.family.empty()) return std::nullopt;
  return std::ranges::any_of(families(), [&](const Family* family) {
    if (!model.gguf_family) return std::ranges::count(family->folder_types, model.family) > 0;
    return family->architecture == model.family ||
           std::ranges::count(family->gguf_names, model.family) > 0;
  });
}

}  // namespace canter
