#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/error.h"
#include "hub/model_download.h"

namespace canter {

/// A model that somebody asked for, so that it can be gone on with, checked and removed later.
struct ListedDownload {
  std::string source;            ///< as it was asked for: `hf:OWNER/REPO:Q4_K_M`
  std::string title;             ///< for people
  std::filesystem::path models;  ///< the models folder of that time
  ModelFiles files = {};         ///< none: the hub has not been asked yet
  /// Of these files, those that were there already and are not ours to throw away.
  std::vector<std::filesystem::path> from_before = {};
  bool done = false;
  std::string error = {};  ///< why it ended before it was done; empty: it was not let go on
  bool denied = false;     ///< of `error`: its server wants an access token, or another one

  /// There is one for each in the list.
  bool same_wish(const ListedDownload& other) const {
    return source == other.source && models == other.models;
  }
};

/// The list that all programs on a data folder share.
Result<std::filesystem::path> downloads_file();

/// What is in `file`, in the order of asking; nothing where it is missing. kBadFile for one that is
/// no such list.
Result<std::vector<ListedDownload>> read_downloads(const std::filesystem::path& file);
/// In the place of the same wish, else at the end; what other programs wrote meanwhile stays.
Result<void> keep_download(const std::filesystem::path& file, const ListedDownload& download);
/// Takes it off the list.
Result<void> forget_download(const std::filesystem::path& file, const ListedDownload& download);
/// Lists it as done, with what is known of its files now.
void note_done(const DownloadedModel& model, ListedDownload& download);

/// Which of a model's files are there.
std::vector<std::filesystem::path> files_there(const ModelFiles& model);

/// Removes what has come of a model, whole or half, and the folders that are empty then. Files from
/// before stay. kIo names the first that cannot be removed.
Result<void> throw_away(const ListedDownload& download);

}  // namespace canter
