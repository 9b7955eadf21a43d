#pragma once

#include <string>
#include <string_view>

namespace canter::jinja {

/// `line:column: what` for an offset in a template, both from 1: fit for one line of a message,
/// since names and values in `what` can hold anything.
std::string located(std::string_view source, std::size_t offset, std::string_view what);

}  // namespace canter::jinja
