#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "format/tensor_type.h"
#include "format/zip_archive.h"

namespace canter {

/// A tensor of a checkpoint: which bytes of which entry of the archive hold it, row by row.
struct TorchTensor {
  std::string name;
  TensorType type = TensorType::kF32;
  std::vector<std::uint64_t> shape;  ///< outermost dimension first
  ZipArchive::Entry storage;
  std::uint64_t offset = 0;  ///< in the storage
  std::uint64_t bytes = 0;   ///< what type and shape ask for; the storage has as many from `offset`
};

/// Which of PyTorch's forms a file has, by its first bytes.
enum class TorchForm {
  kNone,
  kZip,     ///< since PyTorch 1.6
  kLegacy,  ///< before; not read here
};
/// kIo when the file cannot be read.
Result<TorchForm> torch_form(const std::filesystem::path& path);

/// Tensors of a state dictionary as `torch.save` writes it: a zip archive with a pickle of names,
/// shapes and strides (`*/data.pkl`) and numbers (`*/data/0`, ...). Nothing in it is executed
/// (format/pickle.h); every size and offset has been checked when open() returns. One thread at a
/// time. The form: https://pytorch.org/docs/stable/notes/serialization.html
class TorchCheckpoint {
 public:
  /// kIo when the file cannot be read, kBadFile when it is damaged or contradicts itself,
  /// kUnsupported when it holds more than a dictionary of tensors and plain values, or is of the
  /// form before PyTorch 1.6.
  static Result<TorchCheckpoint> open(const std::filesystem::path& path);

  const std::vector<TorchTensor>& tensors() const { return tensors_; }
  const TorchTensor* tensor(std::string_view name) const;
  /// Tensors that are sound but cannot be read: name to the reason, as in `BoolStorage`.
  const std::map<std::string, std::string, std::less<>>& unsupported() const {
    return unsupported_;
  }

  /// The numbers of one of tensors(). kBadFile when their checksum is wrong, kTooLarge without
  /// memory.
  Result<std::vector<std::byte>> read(const TorchTensor& tensor) const {
    return archive_.read(tensor.storage, tensor.offset, tensor.bytes);
  }

 private:
  explicit TorchCheckpoint(ZipArchive archive) : archive_(std::move(archive)) {}

  ZipArchive archive_;
  std::vector<TorchTensor> tensors_;
  std::map<std::string, std::size_t, std::less<>> index_;
  std::map<std::string, std::string, std::less<>> unsupported_;
};

}  // namespace canter
