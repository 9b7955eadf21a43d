#include "options.h"

#include <system_error>

#include "base/paths.h"
#include "base/utf8.h"

namespace canter::cli {
Outcome<std::filesystem::path> data_folder(const CommonOptions& options) {
  if (!options.data_dir.empty()) return path_from_utf8(options.data_dir);
  Result<std::filesystem::path> folder = default_data_dir();
  if (!folder) return data_failure(folder.error());
  return *folder;
}

bool has_database(const std::filesystem::path& folder) {
  std::error_code ignored;
  return std::filesystem::exists(folder / "canter.db", ignored);
}

}  // namespace canter::cli
