#pragma once

#include <cstdint>

namespace canter {

/// Now, in seconds since 1970 as the clock on the wall counts them: read as universal time, they
/// give the local date and hour.
std::int64_t local_seconds();

}  // namespace canter
