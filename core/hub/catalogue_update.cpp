#include "hub/catalogue_update.h"

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "base/file.h"
#include "base/io_error.h"
#include "base/paths.h"
#include "hub/signature.h"
#include "hub/url.h"

namespace canter {
namespace fs = std::filesystem;
namespace {

constexpr const char* kSignature = ".sig";
constexpr std::size_t kMostCatalogueBytes = std::size_t{4} << 20;
constexpr std::size_t kMostSignatureBytes = 4096;

/// Empty: nowhere that this program knows.
std::string published_at() {
  const char* chosen = std::getenv("CANTER_CATALOGUE");
  return chosen == nullptr || *chosen == '\0' ? CANTER_CATALOGUE_ADDRESS : chosen;
}

fs::path key_file() {
  return resource_dir() / "catalogue.pub";
}

Result<fs::path> fetched_file() {
  return default_data_dir().map([](const fs::path& data) { return data / "catalogue.json"; });
}

fs::path signature_of(fs::path catalogue) {
  return catalogue += kSignature;
}

/// Signed and sound.
Result<Catalogue> read_signed(std::string_view text, std::string_view signature,
                              const std::string& where) {
  const auto key = read_text_file(key_file(), kMostSignatureBytes);
  if (!key) return propagate(key);
  if (auto right = check_signature(text, signature, *key, where); !right) return propagate(right);
  return parse_catalogue(text, where);
}

/// What was fetched in earlier runs; none where nothing was, or somebody changed it since.
std::optional<Catalogue> fetched_before() {
  const auto file = fetched_file();
  std::error_code unknown;
  if (!file || !fs::exists(*file, unknown)) return std::nullopt;
  const auto text = read_text_file(*file, kMostCatalogueBytes);
  const auto signature = read_text_file(signature_of(*file), kMostSignatureBytes);
  if (!text || !signature) return std::nullopt;
  auto read = read_signed(*text, *signature, "\"" + file->string() + "\"");
  return read ? std::optional(std::move(*read)) : std::nullopt;
}

}  // namespace

Result<KnownCatalogue> known_catalogue() {
  auto own = own_catalogue();
  auto fetched = fetched_before();
  if (fetched && (!own || fetched->issued > own->issued))
    return KnownCatalogue{std::move(fetched->models), fetched->issued, true};
  if (!own) return propagate(own);
  return KnownCatalogue{std::move(own->models), own->issued, false};
}

bool can_refresh_catalogue() {
  std::error_code unknown;
  return !published_at().empty() && fs::exists(key_file(), unknown);
}

Result<bool> refresh_catalogue(const HttpSettings& http) {
  if (!can_refresh_catalogue())
    return fail(ErrorKind::kUsage,
                "this program was built without the address and the key of a newer catalogue; the "
                "one that it has goes on counting");
  const std::string address = published_at();
  const std::string where = "the catalogue at " + shown_url(address);
  const auto text = http_text(address, http, kMostCatalogueBytes);
  if (!text) return propagate(text);
  const auto signature = http_text(address + kSignature, http, kMostSignatureBytes);
  if (!signature) return propagate(signature);
  const auto published = read_signed(*text, *signature, where);
  if (!published) return propagate(published);
  const auto known = known_catalogue();
  if (known && published->issued <= known->issued) return false;
  const auto file = fetched_file();
  if (!file) return propagate(file);
  std::error_code error;
  fs::create_directories(file->parent_path(), error);
  if (error) return io_failure("make the folder", file->parent_path(), error.value());
  // A catalogue without its signature does not count.
  if (auto written = write_text_file(*file, *text); !written) return propagate(written);
  if (auto written = write_text_file(signature_of(*file), *signature); !written)
    return propagate(written);
  return true;
}

}  // namespace canter
