#pragma once

#include <cstdlib>

namespace canter::test {

/// Of this process; nullptr removes the variable.
inline void set_environment(const char* name, const char* value) {
#if defined(_WIN32)
  _putenv_s(name, value == nullptr ? "" : value);
#else
  if (value == nullptr)
    unsetenv(name);
  else
    setenv(name, value, 1);
#endif
}

}  // namespace canter::test
