#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "format/gguf.h"
#include "model/opened_files.h"

namespace canter {

/// A tensor of a GGUF file that is to be written.
struct ConvertedTensor {
  std::string name;
  const TensorEntry* source = nullptr;
  /// Rows come in this many heads whose rotary pairs are to be interleaved; 0: rows stay.
  int rotary_heads = 0;
  std::vector<float> numbers;  ///< instead of a source
};

/// What a model becomes as a GGUF file, but for its number format. Valid as long as the files.
struct Conversion {
  GgufEntries metadata;
  std::vector<ConvertedTensor> tensors;
};

/// A GGUF file keeps all it has that can be read or is needed; a folder gets GGUF's names, metadata
/// and order of rotary pairs.
Result<Conversion> plan_conversion(const OpenedFiles& files);

/// The numbers of a tensor in the order of the GGUF file.
std::vector<float> converted_numbers(const ConvertedTensor& tensor, const ModelConfig& config);

}  // namespace canter
