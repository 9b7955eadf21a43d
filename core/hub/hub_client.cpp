#include "hub/hub_client.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <utility>

#include "format/message.h"

namespace canter {
namespace {

constexpr const char* kHub = "https://huggingface.co";

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool is_token(std::string_view text) {
  return std::ranges::all_of(text,
                             [](unsigned char c) { return c < 0x80 && std::isgraph(c) != 0; });
}

}  // namespace

HubClient::HubClient(Url endpoint, HttpSettings settings)
    : endpoint_(std::move(endpoint)), base_(endpoint_.text), settings_(std::move(settings)) {
  while (base_.ends_with('/')) base_.pop_back();
}

Result<HubClient> HubClient::from_environment(HttpSettings settings) {
  const std::string endpoint = variable("HF_ENDPOINT");
  return create(endpoint.empty() ? kHub : endpoint, variable("HF_TOKEN"), std::move(settings));
}

Result<HubClient> HubClient::create(const std::string& endpoint, const std::string& token,
                                    HttpSettings settings) {
  auto url = parse_url(endpoint);
  if (!url)
    return fail(ErrorKind::kUsage, "the hub's address is of no use: " + url.error().message);
  if (!is_token(token))
    return fail(ErrorKind::kUsage,
                "HF_TOKEN holds spaces or other signs that no key has, check it");
  settings.token = token;
  settings.token_origin = url->origin();
  return HubClient(std::move(*url), std::move(settings));
}

Result<HubModel> HubClient::model(const std::string& repo) const {
  if (!is_repository(repo))
    return fail(ErrorKind::kUsage,
                in_quotes(repo) + " is no OWNER/REPO as the hub names models, check it");
  const std::string url = base_ + "/api/models/" + encode_path(repo) + "?blobs=true";
  const auto text = http_text(url, settings_);
  if (!text) return propagate(text);
  return parse_hub_model(*text, shown_url(url));
}

Result<std::vector<HubModel>> HubClient::search(std::string_view words, int limit) const {
  const std::string url =
      base_ + "/api/models?search=" + encode_query(words) +
      "&filter=gguf&sort=downloads&direction=-1&limit=" + std::to_string(limit) + "&full=true";
  const auto text = http_text(url, settings_);
  if (!text) return propagate(text);
  return parse_hub_models(*text, shown_url(url));
}

std::string HubClient::file_url(const std::string& repo, std::string_view file) const {
  return base_ + "/" + encode_path(repo) + "/resolve/main/" + encode_path(file);
}

}  // namespace canter
