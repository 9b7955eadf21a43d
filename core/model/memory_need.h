#pragma once

#include <cstdint>

#include "format/tensor_type.h"
#include "model/model.h"

namespace canter {

/// Bytes that chatting with a model takes beside the program.
struct MemoryNeed {
  std::uint64_t weights = 0;     ///< without the embedding, which stays in the file
  std::uint64_t vocabulary = 0;  ///< of tokenizer, metadata and tables
  std::uint64_t pass = 0;        ///< scratch of the longest pass
  std::uint64_t cache = 0;  ///< keys and values of the whole context, those of a draft head too

  std::uint64_t total() const { return weights + vocabulary + pass + cache; }
};

/// Of a model that can be run, by its headers alone. `context` 0: a chat of useful length, without
/// which Model::open() refuses a model. `threads` 0: one for each physical core.
MemoryNeed memory_needed(const ModelSummary& summary, int context = 0,
                         TensorType cache = TensorType::kF32, int threads = 0);

/// Positions of context, the model's own at most, whose K/V takes no more than half of the memory
/// that is free: a long context is no reason to fill it.
int affordable_context(const ModelPlan& plan, TensorType cache);

/// kTooLarge, with the numbers, unless a chat of useful length with the model at `path` fits into
/// `available` bytes; 0: what the system has free.
Result<void> check_memory(const ModelSummary& summary, const std::filesystem::path& path,
                          std::uint64_t available = 0);

}  // namespace canter
