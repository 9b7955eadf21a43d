#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace canter {

/// An adapter that somebody offers to others.
struct IndexedAdapter {
  std::string fingerprint;  ///< of the models that it drafts for
  std::string name;         ///< for people
  std::string address;      ///< https, or a file's name beside the index
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// The list that lies beside adapters as `index.json`:
///   {"version": 1, "adapters": [{"fingerprint": …, "name": …, "address": …, "bytes": …,
///                                "sha256": …}, …]}
/// Other members are passed over. kBadFile, with the number of the first entry that is none.
Result<std::vector<IndexedAdapter>> parse_adapter_index(std::string_view text,
                                                        const std::string& where);

}  // namespace canter
