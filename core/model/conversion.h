#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "format/gguf.h"
#include "model/opened_files.h"

namespace canter {

/// A tensor of a GGUF file that is to be written: one of a GGUF file as it is, or parts of what a
/// folder has.
struct ConvertedTensor {
  std::string name;
  std::vector<std::uint64_t> shape;
  const TensorEntry* source = nullptr;
  std::vector<const BoundTensor*> parts{};  ///< of each expert one after another
  std::vector<float> numbers{};             ///< instead of either
};

/// What a model becomes as a GGUF file, but for its number format. Valid as long as the files.
struct Conversion {
  GgufEntries metadata;
  std::vector<ConvertedTensor> tensors;
  FileWeights weights;  ///< what `parts` points to
  ModelPlan plan;
};

/// A GGUF file keeps all it has that can be read or is needed; a folder gets GGUF's names, metadata
/// and order of numbers. kUnsupported for tensors that GGUF has no name for.
Result<Conversion> plan_conversion(const OpenedFiles& files);

/// The numbers of a tensor in the order of the GGUF file.
std::vector<float> converted_numbers(const Conversion& conversion, const ConvertedTensor& tensor);

}  // namespace canter
