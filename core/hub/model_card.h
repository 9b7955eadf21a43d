#pragma once

#include <string>
#include <string_view>

namespace canter {

/// A model's card as text: without its header, without HTML and pictures, of which what they are
/// said to show stays. At most some pages.
std::string card_text(std::string_view markdown);

}  // namespace canter
