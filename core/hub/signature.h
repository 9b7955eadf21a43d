#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace canter {

/// Whether `signature` (Base64, on one line) is an Ed25519 signature of `text` by the owner of
/// `public_key` (PEM). kBadFile, with the reason, when it is not; `where` names the text.
Result<void> check_signature(std::string_view text, std::string_view signature,
                             const std::string& public_key, const std::string& where);

}  // namespace canter
