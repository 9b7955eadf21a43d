#pragma once

#include <cstdint>
#include <string>

namespace canter {

/// A moment, in seconds since 1970, in universal time as strftime() writes it.
std::string utc_text(std::int64_t seconds, const char* format);

}  // namespace canter
