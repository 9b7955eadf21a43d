#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace canter::test {

/// The whole file. Throws when it cannot be read, which ends the test.
std::string read_file(const std::filesystem::path& path);

/// The numbers of a little-endian float32 .npy file (format 1.0: 6 bytes magic, version, 2 bytes
/// header length, header, data).
std::vector<float> read_npy(const std::filesystem::path& path);

}  // namespace canter::test
