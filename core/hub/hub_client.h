#pragma once

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
  /// `HF_ENDPOINT` names another hub, `HF_TOKEN` is a key, which only the hub's own host is shown.
  static Result<HubClient> from_environment(HttpSettings settings);
  static Result<HubClient> create(const std::string& endpoint, const std::string& token,
                                  HttpSettings settings);

  /// Files with sizes and SHA-256.
  Result<HubModel> model(const std::string& repo) const;
  /// Most popular first; files without sizes.
  Result<std::vector<HubModel>> search(std::string_view words, int limit) const;

  std::string file_url(const std::string& repo, std::string_view file) const;
  const HttpSettings& settings() const { return settings_; }
  const Url& endpoint() const { return endpoint_; }

 private:
  HubClient(Url endpoint, HttpSettings settings);

  Url endpoint_;
  std::string base_;  ///< without a slash at the end
  HttpSettings settings_;
};

}  // namespace canter
