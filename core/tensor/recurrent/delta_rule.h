#pragma once

#include <cstddef>

#include "tensor/recurrent/row_walk.h"
#include "tensor/recurrent/state_workspace.h"

namespace canter {

/// Which key head a value head h uses.
enum class KeyHeadOrder {
  kInterleaved,  ///< h mod key_heads
  kGrouped,      ///< h / (value_heads / key_heads)
};

struct DeltaRuleShape {
  std::size_t key_heads = 0;
  std::size_t value_heads = 0;  ///< a multiple of key_heads
  std::size_t key_width = 0;
  std::size_t value_width = 0;
  KeyHeadOrder order = KeyHeadOrder::kGrouped;

  std::size_t state_numbers() const { return value_heads * key_width * value_width; }
};

struct DeltaRuleWork {
  DeltaRuleShape shape;
  const RowWalk* walk = nullptr;
  const float* state = nullptr;  ///< [value_heads, key_width, value_width]; zeros at first
  RowNumbers queries;            ///< [rows, key_heads, key_width]; may be missing if `out` is
  RowNumbers keys;               ///< [rows, key_heads, key_width]
  RowNumbers values;             ///< [rows, value_heads, value_width]
  RowNumbers log_decays;         ///< [rows, value_heads]: g, at most 0
  RowNumbers betas;              ///< [rows, value_heads]
  float* out = nullptr;          ///< [rows, value_heads, value_width], or nothing is given out
  float* end_state = nullptr;    ///< of a chain, or nullptr; may be `state`
};

/// The gated delta rule (Yang, Kautz and Hatamizadeh, "Gated Delta Networks", 2024), for every
/// value head with its state S, key k, query q and value v:
/// S = S * e^g; S += k (outer product) beta * (v - transposed S * k); out = transposed S * q.
/// Keys and queries come as they are used: normalised, and scaled.
///
/// What rows and states may rely on: see RowWalk. Throws std::bad_alloc before anything is written.
void delta_rule(const DeltaRuleWork& work, StateWorkspace& workspace);

}  // namespace canter
