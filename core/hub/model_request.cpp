#include "hub/model_request.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "format/message.h"
#include "hub/hub_model.h"

namespace canter {
namespace {

constexpr std::string_view kHubPrefix = "hf:";

Result<ModelRequest> parse_reference(std::string_view text) {
  const std::size_t colon = text.find(':');
  HubReference reference;
  reference.repo = text.substr(0, colon);
  if (colon != std::string_view::npos) reference.file = text.substr(colon + 1);
  if (!is_repository(reference.repo))
    return fail(ErrorKind::kUsage, in_quotes(text) + " is no OWNER/REPO[:FILE], check it");
  if (colon != std::string_view::npos && !is_sound_file_name(reference.file))
    return fail(ErrorKind::kUsage, in_quotes(reference.file) + " is no file's name, check it");
  return reference;
}

/// `/OWNER/REPO/resolve/main/FILE`, and what a browser shows for it.
std::optional<HubReference> reference_in(std::string_view path) {
  std::array<std::string_view, 4> parts;
  if (path.starts_with('/')) path.remove_prefix(1);
  for (std::string_view& part : parts) {
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    part = path.substr(0, slash);
    path.remove_prefix(slash + 1);
  }
  const bool is_file = (parts[2] == "resolve" || parts[2] == "blob") && parts[3] == "main";
  HubReference reference{std::string(parts[0]) + "/" + std::string(parts[1]), std::string(path)};
  if (!is_file || !is_repository(reference.repo) || !is_sound_file_name(reference.file) ||
      path.find('%') != std::string_view::npos)
    return std::nullopt;
  return reference;
}

}  // namespace

Result<ModelRequest> parse_model_request(std::string_view text, const Url& hub) {
  if (text.starts_with(kHubPrefix)) return parse_reference(text.substr(kHubPrefix.size()));
  if (text.find("://") == std::string_view::npos) {
    if (text.empty()) return fail(ErrorKind::kUsage, "the model's name is empty, give one");
    return CatalogueName{std::string(text)};
  }
  auto url = parse_url(text);
  if (!url) return propagate(url);
  if (url->origin() == hub.origin())
    if (auto reference = reference_in(url->path)) return std::move(*reference);
  return std::move(*url);
}

}  // namespace canter
