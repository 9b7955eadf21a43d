#pragma once

#include <cstdint>
#include <string>

namespace canter {

/// Physical cores this process may run on; at least 1.
int physical_cores();

/// Threads to compute with beside a window: all `cores` where there are one or two, else all but
/// one, which is left to the window.
int threads_beside_window(int cores);

/// Lets the calling thread, and threads that it starts from now on, run after all others that want
/// to. Does nothing where the system has no such means.
void lower_thread_priority();

/// Bytes that can be allocated without swapping; 0 when the system does not tell.
std::uint64_t available_memory();

/// The processor's name as the system gives it, or "unknown processor".
std::string processor_name();

/// What 64-bit Arm processors have or lack; false on others.
enum class ArmFeature { kHalfPrecision, kDotProduct, kInt8Matrix };
bool has_arm_feature(ArmFeature feature);

/// `1.54 GB`-like text for messages (decimal units, three digits); below 1000 `512 bytes`.
std::string format_bytes(std::uint64_t bytes);

}  // namespace canter
