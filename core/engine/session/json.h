#pragma once

#include <nlohmann/json.hpp>

namespace canter::engine {

/// Its members are in the order of their names.
using Json = nlohmann::json;

}  // namespace canter::engine
