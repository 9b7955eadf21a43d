#pragma once

#include <string>
#include <string_view>

namespace canter {

/// `text`, well-formed UTF-8, in one of Unicode's normal forms: NFD, or NFC if `composed`, or with
/// `compatibility` NFKD and NFKC. In linear time but for sorting.
std::string normal_form(std::string_view text, bool composed, bool compatibility);

/// `text` is its own NFC, as can be seen at a glance. False says nothing.
bool is_plainly_nfc(std::string_view text);

}  // namespace canter
