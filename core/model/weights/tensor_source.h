#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "format/gguf.h"
#include "format/safetensors.h"
#include "model/families/family.h"
#include "model/weights/tensor_table.h"

namespace canter {

/// A model's tensors as its file names them, looked up by what they do. A view of the file.
class TensorSource {
 public:
  TensorSource(const GgufFile& file, const Family& family);
  /// `path` is for messages.
  TensorSource(const SafetensorsFile& file, std::filesystem::path path, const Family& family);

  const std::filesystem::path& path() const { return path_; }
  bool is_gguf() const { return gguf_ != nullptr; }
  const Family& family() const { return *family_; }
  const std::vector<TensorEntry>& tensors() const;
  /// Further tensors, with number formats that cannot be read: name to format.
  const TensorNotes& unreadable() const;
  /// nullptr: not there.
  const TensorEntry* find(std::string_view name) const;

  /// What goes with a weight of that name in folders of 8-bit floats or MXFP4: scales of tiles, or
  /// exponents. Names that may stand there.
  static std::vector<std::string> companions(std::string_view name);
  /// The companion that is there; nullptr: none.
  const TensorEntry* companion(std::string_view name) const;

  /// The places of a role in this format, the usual ones unless its family has its own.
  std::vector<TensorPlace> places(Role role) const;
  /// The full name of a place in a layer (-1: of the model); `layers`: how many the model has,
  /// behind which draft heads begin. `expert` stands for `{e}`.
  std::string name(const TensorPlace& place, int layer, int layers, std::size_t expert = 0) const;

 private:
  void find_root();

  const GgufFile* gguf_ = nullptr;
  const SafetensorsFile* safetensors_ = nullptr;
  const Family* family_;
  std::filesystem::path path_;
  std::string root_;   // of the text model in a folder, `model.`
  std::string outer_;  // of what stands outside it
};

}  // namespace canter
