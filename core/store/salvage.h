#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace canter {

struct Salvaged {
  std::int64_t unreadable = 0;       ///< rows that could not be read, or only in part
  std::vector<std::string> changes;  ///< what else is not as it was, a sentence each
};

/// Copies every row that can be read from a damaged file without a log, which is not written to,
/// into a new database that has the newest schema and no rows: through its trees, then from pages
/// that no tree leads to any more. What hung on rows that are lost is hung elsewhere,
/// so that nothing is out of sight. Throws what SQLite's wrapper throws; nothing is in `target`
/// then.
Salvaged salvage(const std::filesystem::path& file, SQLite::Database& target);

}  // namespace canter
