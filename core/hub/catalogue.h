#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace canter {

/// A model that is recommended; resources/catalogue.schema.json explains the fields.
struct CatalogueModel {
  std::string name;
  std::string title = {};
  std::string maker = {};
  std::string good_at = {};
  std::string cannot = {};
  std::vector<std::string> languages = {};
  std::string licence = {};
  std::string repo = {};
  std::string file = {};    ///< a name or a quantisation
  std::uint64_t bytes = 0;  ///< 0: the hub says
  std::string sha256 = {};  ///< empty: the hub says
  std::uint64_t parameters = 0;
  std::uint64_t active_parameters = 0;  ///< all, but for mixtures
  std::string family = {};
  int context = 0;
  std::uint64_t memory_4k = 0;   ///< estimated
  std::uint64_t memory_32k = 0;  ///< 0: its context is shorter

  /// Bytes of weights that a token takes, about.
  double bytes_per_token() const;
  /// About, where `bytes` does not say it.
  std::uint64_t download_bytes() const;
};

struct Catalogue {
  std::string issued;  ///< `2026-11-29`: the later one counts
  std::vector<CatalogueModel> models;
};

/// In the text's order. kBadFile, with `where` in front, when it is none.
Result<Catalogue> parse_catalogue(std::string_view text, const std::string& where);
Result<Catalogue> read_catalogue(const std::filesystem::path& path);
/// The one that comes with the program.
Result<Catalogue> own_catalogue();

/// By its name or title, in upper or lower case; nullptr: none has it.
const CatalogueModel* find_in(const std::vector<CatalogueModel>& catalogue, std::string_view name);

}  // namespace canter
