#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace canter {

struct HubFile {
  std::string name;         ///< in its repository, with folders
  std::uint64_t bytes = 0;  ///< 0: the hub did not say
  std::string sha256 = {};  ///< of large files; else empty
};

/// Behind its folders or its owner.
inline std::string_view base_name(std::string_view name) {
  return name.substr(name.rfind('/') + 1);
}

/// What the hub says of a repository.
struct HubModel {
  std::string repo;
  std::string commit = {};
  std::string licence = {};
  std::string pipeline = {};
  /// Of GGUF files, else `model_type` of config.json; empty: the hub does not say.
  std::string family = {};
  bool gguf_family = false;  ///< which of the two `family` is
  bool gated = false;        ///< its terms have to be accepted
  std::uint64_t downloads = 0;
  std::vector<HubFile> files = {};
};

/// An answer of `/api/models/OWNER/REPO`. kBadFile for one that is none.
Result<HubModel> parse_hub_model(std::string_view json, const std::string& where);
/// An answer of `/api/models?search=…`.
Result<std::vector<HubModel>> parse_hub_models(std::string_view json, const std::string& where);

/// `OWNER/REPO` of letters, digits, `-`, `_` and `.`.
bool is_repository(std::string_view text);

}  // namespace canter
