#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "hub/download.h"
#include "hub/hub_client.h"
#include "hub/model_request.h"

namespace canter {

/// Where the files of a model come from, and where they go.
struct ModelFiles {
  std::vector<DownloadRequest> files;
  std::filesystem::path path;  ///< what to open: the first file, or the folder

  /// 0 when one is not known.
  std::uint64_t bytes() const;
};

/// Asks the hub what belongs to a model; nothing is downloaded. With `into` empty, files go to
/// `OWNER/REPO/FILE` below `models`, as other programs lay them out; else right into that folder.
Result<ModelFiles> files_of_reference(const HubReference& reference, const HubClient& hub,
                                      const std::filesystem::path& models,
                                      const std::filesystem::path& into);
/// The same for an address, whose host stands for the owner; nothing is asked. All parts of a split
/// model belong to it.
Result<ModelFiles> files_of_url(const Url& url, const std::filesystem::path& models,
                                const std::filesystem::path& into);

/// Of what somebody asks for in words: a name of the catalogue that comes with the program,
/// `hf:OWNER/REPO[:FILE]`, or an address.
Result<ModelFiles> files_of_words(std::string_view words, const HubClient& hub,
                                  const std::filesystem::path& models,
                                  const std::filesystem::path& into);

/// Bytes of these files that are here, halves counted.
std::uint64_t bytes_here(const ModelFiles& model);

struct DownloadedModel {
  std::filesystem::path path;
  std::vector<Downloaded> files;

  std::uint64_t bytes() const;
  std::uint64_t resumed_bytes() const;
};

/// One file after another; progress is that of all. Whether all fit the disk is asked first.
Result<DownloadedModel> download_model(const ModelFiles& model, const DownloadSettings& settings);

/// Bytes on the disk of a folder, or of the nearest above that exists; none when it is not known.
std::optional<std::uint64_t> free_space(const std::filesystem::path& folder);

}  // namespace canter
