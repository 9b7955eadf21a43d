#pragma once

#include <string>

#include "hub/url.h"

namespace canter {

/// The system's proxy for `url` by the variables that curl knows (`https_proxy`, `all_proxy`,
/// `no_proxy`), empty for none. None stands between this computer and itself, nor sees what is not
/// encrypted: that stays in its own network.
std::string proxy_for(const Url& url);

}  // namespace canter
