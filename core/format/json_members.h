#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

namespace canter {

// What is read of JSON whose members may be missing, or of another kind than they should be.

/// Null when it is missing, or `object` is none.
const nlohmann::json& json_member(const nlohmann::json& object, const char* name);
/// Empty for what is no text.
std::string json_text(const nlohmann::json& value);
/// 0 for what is no number from 0 on.
std::uint64_t json_size(const nlohmann::json& value);

}  // namespace canter
