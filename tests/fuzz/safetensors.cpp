// A safetensors file; an input that begins with a brace is an index of several.

#include "format/safetensors.h"

#include "input.h"
#include "tensors.h"

using namespace canter;

namespace {

constexpr std::string_view kShard =
    "\x38\0\0\0\0\0\0\0"
    R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}  1234)";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::Folder folder;
  const std::string_view input = fuzz::text_of(data, size);
  std::filesystem::path path;
  if (input.starts_with('{')) {
    folder.write("a.safetensors", std::string_view(kShard.data(), 8 + 0x38 + 4));
    path = folder.write("model.safetensors.index.json", input);
  } else {
    path = folder.write("model.safetensors", input);
  }
  const auto file = SafetensorsFile::open(path);
  if (file)
    fuzz::require_sound_tensors(*file);
  else
    fuzz::require_useful(file.error());
  return 0;
}
