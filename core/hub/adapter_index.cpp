#include "hub/adapter_index.h"

#include <utility>

#include "format/json_members.h"
#include "format/strict_json.h"
#include "hub/sha256.h"
#include "hub/url.h"

namespace canter {
namespace {

constexpr int kIndexVersion = 1;
constexpr std::uint64_t kMostAdapterBytes = std::uint64_t{4} << 30;

bool is_sound(const IndexedAdapter& adapter) {
  const bool has_place = is_sound_file_name(adapter.address) || parse_url(adapter.address);
  return !adapter.fingerprint.empty() && !adapter.name.empty() && has_place && adapter.bytes > 0 &&
         adapter.bytes <= kMostAdapterBytes && is_sha256(adapter.sha256);
}

}  // namespace

Result<std::vector<IndexedAdapter>> parse_adapter_index(std::string_view text,
                                                        const std::string& where) {
  const auto json = parse_strict_json(text, where);
  if (!json || json_member(*json, "version") != kIndexVersion ||
      !json_member(*json, "adapters").is_array())
    return fail(ErrorKind::kBadFile, where + " is no list of adapters of this version; check it");
  std::vector<IndexedAdapter> adapters;
  for (const auto& entry : json_member(*json, "adapters")) {
    const auto text_of = [&](const char* name) { return json_text(json_member(entry, name)); };
    IndexedAdapter adapter{text_of("fingerprint"), text_of("name"), text_of("address"),
                           json_size(json_member(entry, "bytes")), text_of("sha256")};
    if (!is_sound(adapter))
      return fail(ErrorKind::kBadFile,
                  where + ": entry " + std::to_string(adapters.size() + 1) +
                      " lacks fingerprint, name, address, bytes or SHA-256; correct it");
    adapters.push_back(std::move(adapter));
  }
  return adapters;
}

}  // namespace canter
