#pragma once

namespace canter {

/// The errno code that says the same as GetLastError()'s.
int errno_of_last_error();

}  // namespace canter
