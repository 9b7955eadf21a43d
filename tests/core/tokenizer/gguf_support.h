#pragma once

#include "core/tokenizer/samples.h"
#include "support/temporary_directory.h"

namespace canter::test {

inline Result<Tokenizer> tokenizer_from(const Metadata& metadata) {
  const TemporaryDirectory folder;
  const auto path = folder.path() / "model.gguf";
  if (const auto written = write_gguf(path, {.metadata = metadata, .tensors = {}}); !written) {
    return propagate(written);
  }
  const auto file = GgufFile::open(path);
  if (!file) return propagate(file);
  return Tokenizer::from_gguf(*file);
}

}  // namespace canter::test
