#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "base/error.h"
#include "hub/download_list.h"

namespace canter {

/// May a download be moved to another models folder? Those that are done, and lie below theirs.
bool is_movable(const ListedDownload& download, const std::filesystem::path& models);

/// Puts the files of a model that is done into another models folder, at the same place below it,
/// and says what is listed of it then. Where both are on one disk nothing is copied; a copy goes on
/// where one was cut off, and is compared with its SHA-256. The files from before stay until
/// remove_moved(), so whatever happens there is a whole model. `progress` is told the bytes that
/// are there and ends the work by false.
Result<ListedDownload> move_model(const ListedDownload& download,
                                  const std::filesystem::path& models,
                                  const std::function<bool(std::uint64_t)>& progress);

/// Removes the files of `before` that are in the place of `now`, and the folders that are empty
/// then. To be called once `now` is listed.
Result<void> remove_moved(const ListedDownload& before, const ListedDownload& now);

}  // namespace canter
