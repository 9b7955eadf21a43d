// The description inside a PyTorch checkpoint, behind sound checksums, where mutations of the whole
// archive never reach.

#include "decode/adapter_import.h"
#include "format/torch_checkpoint.h"
#include "input.h"
#include "model.h"
#include "support/torch_file.h"

using namespace canter;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Model model = fuzz::open_smallest_model();
  static const fuzz::Folder folder;
  const std::string archive =
      test::zip_archive({{"a/data.pkl", std::string(fuzz::text_of(data, size))},
                         {"a/data/0", std::string(64, '\1')},
                         {"a/data/1", std::string(64, '\2')}});
  const auto path = folder.write("checkpoint.bin", archive);
  const auto file = TorchCheckpoint::open(path);
  if (!file) {
    fuzz::require_useful(file.error());
    return 0;
  }
  for (const TorchTensor& tensor : file->tensors()) {
    const auto bytes = file->read(tensor);
    fuzz::require(bytes.has_value() && bytes->size() == tensor.bytes, "a tensor can be read");
  }
  if (const auto adapter = import_adapter(path, model); !adapter)
    fuzz::require_useful(adapter.error());
  return 0;
}
