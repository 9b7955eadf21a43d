#pragma once

#include <filesystem>

namespace canter::engine {

/// A file of chats that this program or another exported: by its name as they give it, or since it
/// begins as Canter's do.
bool looks_like_chats(const std::filesystem::path& path);

}  // namespace canter::engine
