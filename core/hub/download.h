#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "base/error.h"
#include "hub/http.h"

namespace canter {

/// One file to be brought here. What is known of it is checked.
struct DownloadRequest {
  std::string url;
  std::filesystem::path target;
  std::uint64_t bytes = 0;  ///< 0: not known
  std::string sha256 = {};  ///< lower-case digits; empty: not known
};

struct DownloadProgress {
  std::uint64_t bytes = 0;
  std::uint64_t total = 0;      ///< 0: not known
  double bytes_per_second = 0;  ///< of the last seconds
};

struct DownloadSettings {
  HttpSettings http = {};
  /// Left free on the disk.
  std::uint64_t keep_free = 100'000'000;
  /// Several times a second.
  std::function<void(const DownloadProgress&)> progress = {};
};

struct Downloaded {
  std::filesystem::path path;
  std::uint64_t bytes = 0;
  std::string sha256 = {};
  std::uint64_t resumed_bytes = 0;  ///< that were here from an earlier time
  bool was_there = false;           ///< all of it, so nothing was asked for
};

/// Brings a file under its final name, where it is whole and right or not at all. What has come
/// when this fails stays beside it (PartFile) and is gone on with the next time, if the server
/// still has the same file. What turns out to be wrong is thrown away. Waits and tries again where
/// that may help. A file that is there already is left alone when it is right, as far as can be
/// told.
Result<Downloaded> download(const DownloadRequest& request, const DownloadSettings& settings);

}  // namespace canter
