#include "base/windows_error.h"

#include <windows.h>

#include <system_error>

namespace canter {

int errno_of_last_error() {
  const std::error_code code(static_cast<int>(::GetLastError()), std::system_category());
  const std::error_condition condition = code.default_error_condition();
  if (condition.category() == std::generic_category() && condition.value() != 0)
    return condition.value();
  switch (code.value()) {
    case ERROR_HANDLE_DISK_FULL:
    case ERROR_DISK_FULL:
      return ENOSPC;
    case ERROR_SHARING_VIOLATION:
    case ERROR_LOCK_VIOLATION:
      return EACCES;
    case ERROR_NOT_ENOUGH_MEMORY:
      return ENOMEM;
    default:
      return EIO;
  }
}

}  // namespace canter
