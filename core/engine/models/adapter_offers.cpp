#include "engine/models/adapter_offers.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "base/file.h"
#include "base/utf8.h"
#include "decode/adapter.h"
#include "format/message.h"
#include "hub/adapter_index.h"
#include "hub/part_file.h"
#include "hub/url.h"

namespace canter::engine {
namespace fs = std::filesystem;
namespace {

constexpr const char* kIndex = "index.json";
constexpr std::size_t kMostIndexBytes = std::size_t{16} << 20;

/// `beside` makes an address of a file's name.
Result<std::vector<AdapterOffer>> offers_of(std::string_view text, const std::string& where,
                                            std::string_view fingerprint, const auto& beside) {
  auto adapters = parse_adapter_index(text, where);
  if (!adapters) return propagate(adapters);
  std::vector<AdapterOffer> offers;
  for (IndexedAdapter& each : *adapters) {
    if (each.fingerprint != fingerprint) continue;
    Result<std::string> place = std::move(each.address);
    if (!parse_url(*place)) place = beside(*place);
    if (!place) return propagate(place);
    offers.push_back({std::move(each.name), std::move(*place), each.bytes, std::move(each.sha256)});
  }
  return offers;
}

Result<std::vector<AdapterOffer>> offers_of_file(const fs::path& index,
                                                 std::string_view fingerprint) {
  const auto text = read_text_file(index, kMostIndexBytes);
  if (!text) return propagate(text);
  return offers_of(*text, file_name_in_quotes(index), fingerprint, [&](const std::string& name) {
    return Result<std::string>((index.parent_path() / path_from_utf8(name)).string());
  });
}

}  // namespace

bool AdapterOffer::elsewhere() const {
  return parse_url(place).has_value();
}

std::vector<AdapterOffer> adapters_in(const fs::path& folder, std::string_view fingerprint) {
  std::vector<AdapterOffer> offers;
  if (fingerprint.empty()) return offers;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const fs::path& path = entry->path();
    if (path.extension() != ".safetensors" || adapter_fingerprint(path) != fingerprint) continue;
    std::error_code unknown;
    const auto bytes = fs::file_size(path, unknown);
    offers.push_back({path.stem().string(), path.string(), unknown ? 0 : bytes, {}});
  }
  std::ranges::sort(offers, {}, &AdapterOffer::place);
  return offers;
}

std::vector<AdapterOffer> adapters_beside(const fs::path& model, std::string_view fingerprint) {
  std::error_code ignored;
  return adapters_in(fs::is_directory(model, ignored) ? model : model.parent_path(), fingerprint);
}

Result<std::vector<AdapterOffer>> adapters_at(const std::string& place,
                                              std::string_view fingerprint,
                                              const HttpSettings& http) {
  std::error_code ignored;
  const fs::path path = path_from_utf8(place);
  if (fs::is_directory(path, ignored)) {
    if (fs::exists(path / kIndex, ignored)) return offers_of_file(path / kIndex, fingerprint);
    return adapters_in(path, fingerprint);
  }
  if (fs::exists(path, ignored)) return offers_of_file(path, fingerprint);
  const auto url = parse_url(place);
  if (!url)
    return fail(ErrorKind::kUsage, in_quotes(place) +
                                       " is no folder, no list of adapters and no https address; "
                                       "check it");
  const auto text = http_text(url->text, http, kMostIndexBytes);
  if (!text) return propagate(text);
  return offers_of(*text, shown_url(url->text), fingerprint, [&](const std::string& name) {
    return resolve_url(*url, encode_path(name)).map(&Url::text);
  });
}

Result<fs::path> bring_adapter(const AdapterOffer& offer, const fs::path& folder,
                               const DownloadSettings& settings) {
  const auto url = parse_url(offer.place);
  if (url) {
    const auto name = file_name_of(*url);
    if (!name) return propagate(name);
    // Another list may have another file of that name.
    const fs::path target = folder / (offer.sha256.substr(0, 12) + "-" + *name);
    const auto brought = download({offer.place, target, offer.bytes, offer.sha256}, settings);
    if (!brought) return propagate(brought);
    return brought->path;
  }
  const fs::path file = path_from_utf8(offer.place);
  if (offer.sha256.empty()) return file;
  const auto sha256 = sha256_of(file, settings.http.should_stop);
  if (!sha256) return propagate(sha256);
  if (*sha256 != offer.sha256)
    return fail(ErrorKind::kBadFile, file_name_in_quotes(file) +
                                         " is not what its list says: its SHA-256 is " + *sha256 +
                                         " instead of " + offer.sha256 + "; ask for a new one");
  return file;
}

}  // namespace canter::engine
