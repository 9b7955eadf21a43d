#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/error.h"
#include "decode/draft/recurrent_head.h"
#include "format/safetensors.h"
#include "model/plan/model_plan.h"

namespace canter {

// The recurrent head in an adapter's file. Errors are kBadFile and begin with `name`, the file's.

/// Sizes of a head, as its tensors' shapes say; 0 where there is none.
struct HeadSize {
  std::uint64_t hidden = 0;
  std::uint64_t tokens = 0;
};
HeadSize head_size(const SafetensorsFile& file);

/// An empty one where the file has none. What the numbers say is left to check_head().
Result<RecurrentHead> read_head(const SafetensorsFile& file, const std::string& name, int width);

/// Sizes, finite numbers, and tokens in ascending order inside the vocabulary.
Result<void> check_head(const RecurrentHead& head, const ModelPlan& plan, const std::string& name);

/// Its numbers as the file keeps them, as float16.
void round_to_file(RecurrentHead& head);

/// Appends the head's tensors; they point into `head` and `bytes`.
void add_head_tensors(const RecurrentHead& head, std::size_t width, std::vector<std::byte>& bytes,
                      std::vector<TensorEntry>& tensors);

}  // namespace canter
