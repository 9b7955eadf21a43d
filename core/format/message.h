#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace canter {

/// How messages end when a file contradicts itself.
inline constexpr std::string_view kDamagedFile =
    "it is cut off or damaged: download or copy it again";

/// `text` in quotation marks, fit for one line of a message: ill-formed UTF-8 and control
/// characters are replaced and long texts shortened, since names come from untrusted files.
std::string in_quotes(std::string_view text);

/// As in `[32, 4096]`.
std::string shape_text(const std::vector<std::uint64_t>& shape);

/// The file's name without its folders, quoted.
std::string file_name_in_quotes(const std::filesystem::path& path);

}  // namespace canter
