#include "model/display_name.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "format/gguf_split.h"

namespace canter {
namespace {

/// What the file of the model that one meets first has in the place of a name: its training run's.
constexpr std::string_view kSmolLm2Run = "Smollm2 135M 8k Lc100K Mix1 Ep2";

/// Converters take the name of the folder, which may be a revision of the hub.
bool is_revision(std::string_view name) {
  return name.size() == 40 &&
         std::ranges::all_of(name, [](unsigned char c) { return std::isxdigit(c) != 0; });
}

std::string hub_repository(const std::filesystem::path& path) {
  const std::string prefix = "models--";
  const std::string folder = path.parent_path().parent_path().filename().string();
  if (path.parent_path().filename() != "snapshots" || !folder.starts_with(prefix)) return {};
  std::string name = folder.substr(prefix.size());
  if (const auto dashes = name.find("--"); dashes != std::string::npos)
    name.replace(dashes, 2, "/");
  return name;
}

}  // namespace

std::string own_name(const GgufFile& file) {
  const auto text = [&](std::string_view key) {
    return std::string(file.get_string(key).value_or(""));
  };
  if (std::string name = text("general.name"); !name.empty() && !is_revision(name)) return name;
  std::string name = text("general.basename");
  if (name.empty()) return {};
  for (const char* key : {"general.size_label", "general.finetune"})
    if (const std::string part = text(key); !part.empty()) name += " " + part;
  return name;
}

std::string display_name(const std::filesystem::path& path, const std::string& own) {
  if (std::string repository = hub_repository(path); !repository.empty()) return repository;
  if (own == kSmolLm2Run) return "SmolLM2 135M Instruct";
  return own.empty() ? gguf_model_name(path) : own;
}

}  // namespace canter
