#pragma once

#include <cstdint>

#include "format/tensor_type.h"
#include "model/model.h"
#include "model/plan/model_plan.h"

namespace canter {

/// Numbers that an adapter's memory depends on; see Adapter.
struct AdapterShape {
  int prompt_tokens = 0;
  int mask_tokens = 0;
  int rank = 0;
  std::uint64_t successor_bytes = 0;
  std::uint64_t head_hidden = 0;
  std::uint64_t head_tokens = 0;
};

/// Bytes that drafting takes beside the model: the adapter, what is made of it, and the logits of
/// the largest tree that adapts itself. `cache`: the type of the decoder's K/V cache.
std::uint64_t drafting_memory(const ModelPlan& plan, const AdapterShape& adapter,
                              TensorType cache = TensorType::kF32);

/// Bytes that another model may take to draft for the one described, whose K/V cache is still to be
/// filled, of `available`; 0: of what the system has free. 1 where nothing is left, 0 where the
/// system does not tell.
std::uint64_t memory_for_draft_model(const ModelSummary& model, std::uint64_t available = 0,
                                     TensorType cache = TensorType::kF32);

}  // namespace canter
