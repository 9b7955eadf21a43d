#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "base/error.h"
#include "hub/url.h"

namespace canter {

/// `hf:OWNER/REPO[:FILE]`, where FILE may be a quantisation.
struct HubReference {
  std::string repo;
  std::string file = {};  ///< empty: whatever suits

  bool operator==(const HubReference&) const = default;
};

/// A model of the catalogue.
struct CatalogueName {
  std::string name;
};

/// What somebody asks for.
using ModelRequest = std::variant<CatalogueName, HubReference, Url>;

/// kUsage for what is none. An address of a file on `hub`, as its pages have it, is a reference.
Result<ModelRequest> parse_model_request(std::string_view text, const Url& hub);

}  // namespace canter
