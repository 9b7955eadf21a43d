#pragma once

#include <cstdint>

namespace canter {

/// Where a candidate comes from.
enum class DraftSource : std::uint8_t {
  kMask,        ///< a mask row, conditioned on the parent where there is a transition term
  kTransition,  ///< the transition term alone
  kContext,     ///< an earlier place of the text that ended in the same tokens
};
inline constexpr int kDraftSources = 3;

/// What is known of a candidate before the model has judged it: candidates of the same source,
/// depth and bin are alike.
struct Evidence {
  DraftSource source = DraftSource::kMask;
  int depth = 1;          ///< counted from the root
  double confidence = 0;  ///< what the source gives it, given its parent: 0 to 1
};

}  // namespace canter
