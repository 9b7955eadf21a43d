#pragma once

#include <cstdint>

namespace canter {

/// What a candidate rests on.
enum class EvidenceKind : std::uint8_t {
  kMask,        ///< a mask row, conditioned on the parent where there is a transition term
  kTransition,  ///< the transition term alone
  kText,        ///< earlier places of the text that ended in the same tokens
  kSuccessor,   ///< what the model found likely when it last stood behind the same token
  kPair,        ///< the same behind two tokens
  kTriple,      ///< the same behind three tokens
  kHead,        ///< an adapter's recurrent head
  kOwnHead,     ///< the draft head of the model's own file
  kModel,       ///< a pass of another model
  kSeveral,     ///< more than one source
};
inline constexpr int kEvidenceKinds = 10;

/// What is known of a candidate before the model has judged it: candidates of the same kind, depth
/// and bin are alike.
struct Evidence {
  EvidenceKind kind = EvidenceKind::kMask;
  int depth = 1;          ///< counted from the root
  double confidence = 0;  ///< what the source gives it, given its parent: 0 to 1
};

}  // namespace canter
