#include "hub/hub_client.h"

#include <cstdlib>
#include <utility>

#include "base/key_file.h"
#include "format/message.h"
#include "hub/model_card.h"

namespace canter {
namespace {

constexpr std::size_t kMostCardBytes = std::size_t{2} << 20;
constexpr const char* kHub = "https://huggingface.co";

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

Result<void> check_repository(const std::string& repo) {
  if (is_repository(repo)) return {};
  return fail(ErrorKind::kUsage,
              in_quotes(repo) + " is no OWNER/REPO as the hub names models, check it");
}

Result<Url> parse_endpoint(const std::string& endpoint) {
  auto url = parse_url(endpoint);
  if (!url)
    return fail(ErrorKind::kUsage, "the hub's address is of no use: " + url.error().message);
  return url;
}

}  // namespace

HubClient::HubClient(Url endpoint, HttpSettings settings)
    : endpoint_(std::move(endpoint)), base_(endpoint_.text), settings_(std::move(settings)) {
  while (base_.ends_with('/')) base_.pop_back();
}

Result<Url> hub_in_environment() {
  const std::string endpoint = variable("HF_ENDPOINT");
  return parse_endpoint(endpoint.empty() ? kHub : endpoint);
}

std::string token_in_environment() {
  return variable("HF_TOKEN");
}

Result<HubClient> HubClient::from_environment(HttpSettings settings, const KeptToken& kept) {
  const auto url = hub_in_environment();
  if (!url) return propagate(url);
  std::string token = token_in_environment();
  if (token.empty() && kept) token = kept(url->origin());
  return create(url->text, token, std::move(settings));
}

Result<HubClient> HubClient::create(const std::string& endpoint, const std::string& token,
                                    HttpSettings settings) {
  auto url = parse_endpoint(endpoint);
  if (!url) return propagate(url);
  if (!is_key(token))
    return fail(ErrorKind::kUsage,
                "the access token holds spaces or other signs that no token has; check HF_TOKEN");
  settings.token = token;
  settings.token_origin = url->origin();
  return HubClient(std::move(*url), std::move(settings));
}

Result<HubModel> HubClient::model(const std::string& repo) const {
  if (auto named = check_repository(repo); !named) return propagate(named);
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

Result<std::string> HubClient::card(const std::string& repo) const {
  if (auto named = check_repository(repo); !named) return propagate(named);
  const auto text = http_text(file_url(repo, "README.md"), settings_, kMostCardBytes);
  return text.map(card_text);
}

std::string HubClient::file_url(const std::string& repo, std::string_view file) const {
  return base_ + "/" + encode_path(repo) + "/resolve/main/" + encode_path(file);
}

}  // namespace canter
