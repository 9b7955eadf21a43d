#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace canter::test {

/// The folders below core/, each with those it may include from besides itself.
const std::map<std::string, std::set<std::string>>& core_layers();

/// What is wrong with a source file, one line each, `<path>:<line>: <reason>`; empty when nothing
/// is. `path` is relative to the project and tells which rules hold. `ui_headers`: the window's
/// own, relative to ui/, since a folder there may have the name of one below core/.
std::vector<std::string> layering_faults(std::string_view path, std::string_view source,
                                         const std::set<std::string>& ui_headers = {});

/// Uses of the terminal, of exceptions and of ways to end the program; for sources below core/.
std::vector<std::string> conduct_faults(std::string_view path, std::string_view source);

}  // namespace canter::test
