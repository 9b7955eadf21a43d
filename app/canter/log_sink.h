#pragma once

namespace canter {

/// Sends what the core has to say to standard error: warnings and worse, or all of it when
/// `CANTER_LOG` is `debug`.
void install_log_sink();

}  // namespace canter
