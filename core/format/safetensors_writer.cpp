#include <nlohmann/json.hpp>
#include <set>

#include "base/file.h"
#include "base/utf8.h"
#include "format/byte_cursor.h"
#include "format/checked_math.h"
#include "format/message.h"
#include "format/safetensors.h"
#include "format/safetensors_header.h"
#include "format/tensor_size.h"

namespace canter {
namespace {

using nlohmann::ordered_json;

class HeaderBuilder {
 public:
  explicit HeaderBuilder(const std::filesystem::path& path) : file_(file_name_in_quotes(path)) {}

  /// Length and JSON, padded with spaces so that the data begin at a multiple of 8.
  Result<std::string> build(const std::vector<TensorEntry>& tensors,
                            const std::map<std::string, std::string>& metadata) {
    ordered_json document = ordered_json::object();
    for (const auto& [key, value] : metadata) {
      if (!is_valid_utf8(key) || !is_valid_utf8(value)) {
        return refuse("the metadata value " + in_quotes(key) + " is not UTF-8");
      }
      document[std::string(kSafetensorsMetadataKey)][key] = value;
    }
    std::string text = document.dump();
    text.pop_back();  // tensors follow as text: ordered_json would search all names for each new
                      // one
    for (const TensorEntry& tensor : tensors) {
      if (auto checked = check(tensor); !checked) return propagate(checked);
      const auto end = checked_add(offset_, tensor.bytes.size());
      if (!end) return refuse("its tensors are impossibly large");
      const ordered_json entry = {{"dtype", tensor_type_name(tensor.type)},
                                  {"shape", tensor.shape},
                                  {"data_offsets", {offset_, *end}}};
      if (text.size() > 1) text += ',';
      text += ordered_json(tensor.name).dump() + ':' + entry.dump();
      offset_ = *end;
    }
    text += '}';
    text.resize(*checked_round_up(text.size(), 8), ' ');
    if (text.size() > kSafetensorsLargestHeader) return refuse("its header would be too long");
    const std::uint64_t length = text.size();
    text.insert(0, reinterpret_cast<const char*>(&length), sizeof length);
    return text;
  }

 private:
  tl::unexpected<Error> refuse(const std::string& what) const {
    return fail(ErrorKind::kUsage, file_ + " cannot be written: " + what);
  }

  Result<void> check(const TensorEntry& tensor) {
    const std::string name = "tensor " + in_quotes(tensor.name);
    if (!is_valid_utf8(tensor.name)) return refuse("the name of " + name + " is not UTF-8");
    if (tensor.name == kSafetensorsMetadataKey) return refuse(name + " has a reserved name");
    if (!names_.insert(tensor.name).second) return refuse(name + " comes twice");
    const auto type = tensor_type_from_safetensors(tensor_type_name(tensor.type));
    if (!type) {
      return refuse(name + " is " + std::string(tensor_type_name(tensor.type)) +
                    ", which safetensors files cannot store");
    }
    const auto size = tensor_bytes(*tensor_type_info(*type), tensor.shape);
    if (!size) return refuse(name + " has impossibly large dimensions");
    if (*size != tensor.bytes.size()) {
      return refuse(name + " has " + std::to_string(tensor.bytes.size()) +
                    " bytes where its shape asks for " + std::to_string(*size));
    }
    return {};
  }

  std::string file_;  // quoted
  std::uint64_t offset_ = 0;
  std::set<std::string_view> names_;
};

}  // namespace

Result<std::uint64_t> write_safetensors(const std::filesystem::path& path,
                                        const std::vector<TensorEntry>& tensors,
                                        const std::map<std::string, std::string>& metadata) {
  const auto header = HeaderBuilder(path).build(tensors, metadata);
  if (!header) return propagate(header);
  auto file = AtomicFile::create(path);
  if (!file) return propagate(file);
  if (auto written = file->write(header->data(), header->size()); !written) {
    return propagate(written);
  }
  for (const TensorEntry& tensor : tensors) {
    auto written = file->write(tensor.bytes.data(), tensor.bytes.size());
    if (!written) return propagate(written);
  }
  const std::uint64_t total = file->written();
  if (auto committed = file->commit(); !committed) return propagate(committed);
  return total;
}

}  // namespace canter
