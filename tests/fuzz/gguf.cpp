// A model file: its header, and what a list of models would say of it.

#include "format/gguf.h"

#include "input.h"
#include "model/model.h"
#include "tensors.h"

using namespace canter;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::Folder folder;
  const auto path = folder.write("model.gguf", fuzz::text_of(data, size));
  const auto file = GgufFile::open(path);
  if (!file) {
    fuzz::require_useful(file.error());
    return 0;
  }
  fuzz::require_sound_tensors(*file);
  const auto summary = summarise_model(path);
  if (!summary)
    fuzz::require_useful(summary.error());
  else if (!summary->problem.empty())
    fuzz::require_useful({ErrorKind::kBadFile, summary->problem});
  return 0;
}
