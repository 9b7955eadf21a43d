#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "hub/download.h"

namespace canter::engine {

/// An adapter that could be had for a model, by what its file or a list says.
struct AdapterOffer {
  std::string name;
  std::string place;  ///< a file's path, or an address
  std::uint64_t bytes = 0;
  std::string sha256 = {};  ///< empty: nobody says

  bool elsewhere() const;
};

/// Files of a folder that name that fingerprint; only their headers are read.
std::vector<AdapterOffer> adapters_in(const std::filesystem::path& folder,
                                      std::string_view fingerprint);

/// What lies beside a model: in the folder of its file, or in its own.
std::vector<AdapterOffer> adapters_beside(const std::filesystem::path& model,
                                          std::string_view fingerprint);

/// What a folder has, by its `index.json` or its files' headers, or a list at an address
/// (hub/adapter_index.h). kUsage for what is neither.
Result<std::vector<AdapterOffer>> adapters_at(const std::string& place,
                                              std::string_view fingerprint,
                                              const HttpSettings& http);

/// The file of an offer, with the SHA-256 that was promised: where it lies, or brought into
/// `folder`.
Result<std::filesystem::path> bring_adapter(const AdapterOffer& offer,
                                            const std::filesystem::path& folder,
                                            const DownloadSettings& settings);

}  // namespace canter::engine
