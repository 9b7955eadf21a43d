#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace canter::jinja {

/// As strftime() in the C locale, whatever the program's own is; `%-d` leaves the zeros out. What
/// it does not know stays as it is. `seconds` since 1970, no time zone.
std::string clock_text(std::int64_t seconds, std::string_view format);

}  // namespace canter::jinja
