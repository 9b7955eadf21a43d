#pragma once

#include <string>

namespace canter {

/// Sends what the core has to say to standard error, one line `program: level: message`: warnings
/// and worse, or all of it when `verbose`.
void install_log_sink(const std::string& program, bool verbose);

}  // namespace canter
