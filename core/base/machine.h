#pragma once

#include <cstdint>
#include <string>

namespace canter {

/// Physical cores this process may run on; at least 1.
int physical_cores();

/// Bytes that can be allocated without swapping; 0 when the system does not tell.
std::uint64_t available_memory();

/// The processor's name as the system gives it, or "unknown processor".
std::string processor_name();

/// `1.54 GB`-like text for messages (decimal units, three digits); below 1000 `512 bytes`.
std::string format_bytes(std::uint64_t bytes);

}  // namespace canter
