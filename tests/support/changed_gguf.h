#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "format/gguf.h"

namespace canter::test {

/// Writes what `source` holds with some changes. Throws when that fails, which ends the test.
void write_changed_gguf(const std::filesystem::path& source, const std::filesystem::path& target,
                        const std::function<void(GgufContent&)>& change);

/// Sets or adds a value.
void set_value(GgufContent& content, const std::string& key, GgufValue value);

/// Writes `source` as `name-00001-of-00003.gguf` and so on into `folder`, as gguf-split does: the
/// first part has the metadata. Throws when that fails.
std::vector<std::filesystem::path> write_split_gguf(const std::filesystem::path& source,
                                                    const std::filesystem::path& folder,
                                                    const std::string& name, int parts);

}  // namespace canter::test
