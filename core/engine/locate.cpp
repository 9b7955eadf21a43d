#include "engine/locate.h"

#include <string>
#include <system_error>

#include "base/paths.h"
#include "base/utf8.h"
#include "format/gguf_split.h"

namespace canter::engine {

std::filesystem::path starter_path() {
  return resource_dir() / "starter" / "starter-f32.gguf";
}

std::filesystem::path absolute_path(const std::filesystem::path& path) {
  std::error_code unknown;
  const std::filesystem::path whole = std::filesystem::absolute(path, unknown);
  if (unknown) return path;
  const std::filesystem::path first = gguf_part(whole, 1);
  return std::filesystem::exists(first, unknown) ? first : whole;
}

Result<std::filesystem::path> locate_model(std::string_view source, Store* store) {
  std::error_code ignored;
  if (source == "starter") {
    if (std::filesystem::exists(starter_path(), ignored)) return starter_path();
    return fail(ErrorKind::kBadFile, "the starter model is not at \"" + starter_path().string() +
                                         "\"; install Canter again or give a model file");
  }
  const std::filesystem::path path = path_from_utf8(source);
  if (!source.empty() && std::filesystem::exists(path, ignored)) return path;
  if (store) {
    const auto models = store->models();
    if (!models) return propagate(models);
    for (const ModelRecord& model : *models)
      if (model.name == source) return path_from_utf8(model.path);
  }
  return fail(
      ErrorKind::kBadFile,
      "\"" + std::string(source) +
          "\" is no file or folder and no model that was opened before; give a GGUF file, a "
          "model folder or \"starter\"");
}

}  // namespace canter::engine
