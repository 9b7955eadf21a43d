#pragma once

#include <map>
#include <string_view>

namespace canter::jinja {

/// What a template can call, by its name.
template <typename Callable>
using NameTable = std::map<std::string_view, Callable>;

/// Null when it is not in there.
template <typename Callable>
Callable found_in(const NameTable<Callable>& table, std::string_view name) {
  const auto found = table.find(name);
  return found == table.end() ? nullptr : found->second;
}

}  // namespace canter::jinja
