#pragma once

#include <filesystem>
#include <optional>

#include "base/error.h"
#include "format/gguf.h"
#include "format/safetensors.h"
#include "model/families/family.h"
#include "model/model.h"
#include "model/weights/weights.h"
#include "tokenizer/tokenizer.h"

namespace canter {

/// The files of a model, mapped, with what could be read from their headers. Exactly one of `gguf`
/// and `safetensors` is there; `plan` and `tokenizer` hold an error for a model that can be
/// described but not run.
struct OpenedFiles {
  std::filesystem::path path;
  std::optional<GgufFile> gguf;
  std::optional<SafetensorsFile> safetensors;
  /// Whose names the tensors have; of a family that is unknown Llama's.
  const Family* family;
  Result<ModelPlan> plan;
  Result<Tokenizer> tokenizer;

  TensorSource source() const {
    return gguf ? TensorSource(*gguf, *family) : TensorSource(*safetensors, path, *family);
  }
  /// As MappedFile says it.
  Result<void> check_unchanged() const {
    return gguf ? gguf->check_unchanged() : safetensors->check_unchanged();
  }
  void take_samples() { gguf ? gguf->take_samples() : safetensors->take_samples(); }
};

Result<OpenedFiles> open_model_files(const std::filesystem::path& path);

/// The weights where they lie in the files; what Model::open() refuses in headers is refused here.
Result<FileWeights> runnable_weights(const OpenedFiles& files);

/// `weights`: what runnable_weights() gives.
ModelSummary describe_model(const OpenedFiles& files, const Result<FileWeights>& weights);

}  // namespace canter
