#pragma once

#include <cstdlib>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>

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

/// Unsets variables and puts them back in the end.
class ClearedEnvironment {
 public:
  explicit ClearedEnvironment(std::initializer_list<const char*> names) {
    for (const char* name : names) {
      const char* value = std::getenv(name);
      old_[name] = value == nullptr ? std::nullopt : std::optional<std::string>(value);
      set_environment(name, nullptr);
    }
  }
  ~ClearedEnvironment() {
    for (const auto& [name, value] : old_)
      set_environment(name.c_str(), value ? value->c_str() : nullptr);
  }
  ClearedEnvironment(const ClearedEnvironment&) = delete;
  ClearedEnvironment& operator=(const ClearedEnvironment&) = delete;

 private:
  std::map<std::string, std::optional<std::string>> old_;
};

}  // namespace canter::test
