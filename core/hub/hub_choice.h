#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "hub/hub_model.h"

namespace canter {

/// A model that a repository has as GGUF: one file, or all parts of a split one in their order.
struct GgufChoice {
  std::string quantisation;  ///< `Q4_K_M`; empty where the name does not say
  std::vector<HubFile> parts;

  const std::string& file() const { return parts.front().name; }
  /// 0 when the hub did not say.
  std::uint64_t bytes() const;
};

/// Those of a repository, the one that suits most people first. Projectors for pictures, importance
/// matrices and split files that lack a part are none.
std::vector<GgufChoice> gguf_choices(const HubModel& model);

/// `Q4_K_M` from `model-Q4_K_M.gguf`, in upper case; empty where no such name is in it.
std::string quantisation_in(std::string_view file);

/// What `wanted` names, a file or a quantisation; empty: the best GGUF, or all that a folder of
/// safetensors needs. kUsage for a name that is not there, with what is; kUnsupported where there
/// is no model of a kind that Canter opens.
Result<std::vector<HubFile>> choose_files(const HubModel& model, std::string_view wanted);

/// Does Canter run that family? none: the hub does not say which it is.
std::optional<bool> runs(const HubModel& model);

}  // namespace canter
