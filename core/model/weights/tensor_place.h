#pragma once

#include <span>
#include <string_view>

#include "model/weights/tensor_role.h"

namespace canter {

/// Which part of a file's tensor is meant.
enum class Cut {
  kWhole,
  kQueryRows,  ///< of all queries, then all keys, then all values
  kKeyRows,
  kValueRows,
  kGroupedQueryRows,  ///< of the queries, the key and the value of each key/value head in turn
  kGroupedKeyRows,
  kGroupedValueRows,
  kFirstHalf,
  kSecondHalf,
  kEvenRows,
  kOddRows,
};

/// Where a role's numbers lie. Names in layers stand without the layer's part: `attn_q.weight`,
/// `self_attn.q_proj.weight`. In folders `{e}` is the number of an expert, and a name that begins
/// with `^` stands outside the text model's root. An empty name: not in that format.
struct TensorPlace {
  Role role;
  std::string_view gguf;
  std::string_view folder;
  Cut cut = Cut::kWhole;
  /// The folder has [experts, inputs, outputs].
  bool transposed = false;
};

/// How most families name their tensors; several places of a role are tried in this order.
std::span<const TensorPlace> usual_places();

}  // namespace canter
