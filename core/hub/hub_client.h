#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "hub/http.h"
#include "hub/hub_model.h"
#include "hub/url.h"

namespace canter {

/// The Hugging Face hub, or another that answers as it does. Asks for what is called for and
/// nothing else; nothing is said of this computer but its address.
class HubClient {
 public:
  /// Finds what is kept for an origin; empty: nothing.
  using KeptToken = std::function<std::string(const std::string& origin)>;

  /// `HF_ENDPOINT` names another hub, `HF_TOKEN` is a key, else `kept` has one. Only the hub's own
  /// host is shown it.
  static Result<HubClient> from_environment(HttpSettings settings, const KeptToken& kept = {});
  static Result<HubClient> create(const std::string& endpoint, const std::string& token,
                                  HttpSettings settings);

  /// Files with sizes and SHA-256.
  Result<HubModel> model(const std::string& repo) const;
  /// Most popular first; files without sizes.
  Result<std::vector<HubModel>> search(std::string_view words, int limit) const;

  /// The card of a model as text (card_text()).
  Result<std::string> card(const std::string& repo) const;

  std::string file_url(const std::string& repo, std::string_view file) const;
  const HttpSettings& settings() const { return settings_; }
  const Url& endpoint() const { return endpoint_; }

 private:
  HubClient(Url endpoint, HttpSettings settings);

  Url endpoint_;
  std::string base_;  ///< without a slash at the end
  HttpSettings settings_;
};

/// The hub that HF_ENDPOINT names, else the usual one.
Result<Url> hub_in_environment();
/// `HF_TOKEN`; empty: not set.
std::string token_in_environment();

}  // namespace canter
