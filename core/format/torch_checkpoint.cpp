#include "format/torch_checkpoint.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <optional>
#include <set>
#include <utility>

#include "format/checked_math.h"
#include "format/message.h"
#include "format/pickle.h"

namespace canter {
namespace {

using Kind = PickleValue::Kind;
using Shape = std::vector<std::uint64_t>;

constexpr std::string_view kDictionary = "collections.OrderedDict";
constexpr std::string_view kTensor = "torch._utils._rebuild_tensor_v2";
constexpr std::string_view kParameter = "torch._utils._rebuild_parameter";

struct StorageType {
  std::string_view name;
  std::uint64_t element_bytes;
  std::optional<TensorType> type;  ///< nullopt: GGUF has no such numbers
};

constexpr std::array<StorageType, 10> kStorageTypes = {{
    {"torch.FloatStorage", 4, TensorType::kF32},
    {"torch.HalfStorage", 2, TensorType::kF16},
    {"torch.BFloat16Storage", 2, TensorType::kBF16},
    {"torch.DoubleStorage", 8, TensorType::kF64},
    {"torch.LongStorage", 8, TensorType::kI64},
    {"torch.IntStorage", 4, TensorType::kI32},
    {"torch.ShortStorage", 2, TensorType::kI16},
    {"torch.CharStorage", 1, TensorType::kI8},
    {"torch.ByteStorage", 1, std::nullopt},
    {"torch.BoolStorage", 1, std::nullopt},
}};

std::vector<std::string_view> known_names() {
  std::vector<std::string_view> names = {kDictionary, kTensor, kParameter};
  for (const StorageType& type : kStorageTypes) names.push_back(type.name);
  return names;
}

/// PyTorch's own limit.
constexpr std::size_t kMostTorchDimensions = 64;

/// How a legacy file begins: protocol 2, then a number that PyTorch chose as its sign.
constexpr std::array<unsigned char, 14> kLegacySign = {0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c,
                                                       0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19};
constexpr std::string_view kZipSign = "PK\3\4";

bool begins_with(std::span<const std::byte> bytes, const void* sign, std::size_t size) {
  return bytes.size() >= size && std::memcmp(bytes.data(), sign, size) == 0;
}

struct Storage {
  const StorageType* type = nullptr;
  ZipArchive::Entry entry;
  std::uint64_t elements = 0;
};

/// What a checkpoint's pickle says of its tensors, checked against the archive.
class Mapping {
 public:
  Mapping(const Pickle& pickle, const ZipArchive& archive, std::string folder, std::string file)
      : pickle_(pickle), archive_(archive), folder_(std::move(folder)), file_(std::move(file)) {}

  std::vector<TorchTensor> tensors;
  std::map<std::string, std::string, std::less<>> unsupported;

  Result<void> read() {
    const PickleValue& root = pickle_[pickle_.root];
    const bool dictionary = root.kind == Kind::kDict || is_call(root, kDictionary);
    if (!dictionary)
      return fail(ErrorKind::kUnsupported,
                  file_ + " holds no dictionary of tensors; " + std::string(kConvertCheckpoint));
    for (const auto& [key, value] : root.items) {
      const PickleValue& name = pickle_[key];
      if (name.kind != Kind::kText) return bad(" has a key that is no text");
      if (auto added = add(name.text, pickle_[value]); !added) return added;
    }
    return {};
  }

 private:
  tl::unexpected<Error> bad(const std::string& what) const {
    return fail(ErrorKind::kBadFile, file_ + what + "; " + std::string(kDamagedFile));
  }

  bool is_call(const PickleValue& value, std::string_view function) const {
    return value.kind == Kind::kCall && pickle_[value.parts[0]].text == function;
  }
  const std::vector<PickleId>& arguments(const PickleValue& call) const {
    return pickle_[call.parts[1]].parts;
  }

  std::optional<std::uint64_t> whole_number(PickleId id) const {
    const PickleValue& value = pickle_[id];
    if (value.kind != Kind::kInteger || value.integer < 0) return std::nullopt;
    return static_cast<std::uint64_t>(value.integer);
  }
  std::optional<Shape> whole_numbers(PickleId id) const {
    const PickleValue& tuple = pickle_[id];
    if (tuple.kind != Kind::kTuple || tuple.parts.size() > kMostTorchDimensions)
      return std::nullopt;
    Shape numbers;
    for (const PickleId part : tuple.parts) {
      const auto number = whole_number(part);
      if (!number) return std::nullopt;
      numbers.push_back(*number);
    }
    return numbers;
  }

  /// What is no tensor is passed over: checkpoints keep numbers and settings beside them.
  Result<void> add(const std::string& name, const PickleValue& value) {
    const PickleValue* tensor = &value;
    if (is_call(value, kParameter)) {
      if (arguments(value).empty()) return bad(": parameter " + in_quotes(name) + " is empty");
      tensor = &pickle_[arguments(value)[0]];
    }
    if (!is_call(*tensor, kTensor)) return {};
    if (!names_.insert(name).second) return bad(" names " + in_quotes(name) + " twice");
    return add_tensor(name, arguments(*tensor));
  }

  /// Arguments: storage, offset, size, stride, requires_grad, hooks and, in newer files, metadata.
  Result<void> add_tensor(const std::string& name, const std::vector<PickleId>& arguments) {
    const std::string tensor = ": tensor " + in_quotes(name);
    if (arguments.size() != 6 && arguments.size() != 7)
      return bad(tensor + " is described by " + std::to_string(arguments.size()) + " values");
    const auto storage = storage_of(tensor, pickle_[arguments[0]]);
    if (!storage) return propagate(storage);
    const auto offset = whole_number(arguments[1]);
    auto shape = whole_numbers(arguments[2]);
    const auto strides = whole_numbers(arguments[3]);
    if (!offset || !shape || !strides || strides->size() != shape->size())
      return bad(tensor + " has no offset, shape and strides of whole numbers");

    std::optional<std::uint64_t> elements = 1;
    bool contiguous = true;
    for (std::size_t i = shape->size(); i-- > 0 && elements;) {
      // The stride of a dimension of one says nothing.
      contiguous = contiguous && ((*shape)[i] == 1 || (*strides)[i] == *elements);
      elements = checked_multiply(*elements, (*shape)[i]);
    }
    if (!elements) return bad(tensor + " has impossibly large dimensions");
    if (!contiguous && *elements > 0) {
      unsupported.emplace(name, "its rows do not follow each other");
      return {};
    }
    const auto end = checked_add(*offset, *elements);
    if (!end || *end > storage->elements)
      return bad(tensor + " needs " + std::to_string(*elements) + " numbers from " +
                 std::to_string(*offset) + " but its storage has " +
                 std::to_string(storage->elements));
    if (!storage->type->type) {
      unsupported.emplace(name, storage->type->name);
      return {};
    }
    const std::uint64_t bytes = storage->type->element_bytes;
    tensors.push_back({name, *storage->type->type, std::move(*shape), storage->entry,
                       *offset * bytes, *elements * bytes});
    return {};
  }

  /// ('storage', type, key, device, number of elements)
  Result<Storage> storage_of(const std::string& tensor, const PickleValue& reference) const {
    if (reference.kind != Kind::kPersistent) return bad(tensor + " has no storage");
    const PickleValue& identifier = pickle_[reference.parts[0]];
    const auto& parts = identifier.parts;
    if (identifier.kind != Kind::kTuple || parts.size() != 5 ||
        pickle_[parts[0]].kind != Kind::kText || pickle_[parts[0]].text != "storage" ||
        pickle_[parts[1]].kind != Kind::kName || pickle_[parts[2]].kind != Kind::kText)
      return bad(tensor + " has a storage that is not described as one");
    const auto type = std::ranges::find(kStorageTypes, pickle_[parts[1]].text, &StorageType::name);
    if (type == kStorageTypes.end()) return bad(tensor + " has a storage of unknown type");
    const std::string& key = pickle_[parts[2]].text;
    const auto entry = archive_.entries().find(folder_ + "data/" + key);
    if (entry == archive_.entries().end())
      return bad(tensor + " has its numbers in " + in_quotes(key) + ", which is missing");
    const auto elements = whole_number(parts[4]);
    const auto bytes = elements ? checked_multiply(*elements, type->element_bytes)
                                : std::optional<std::uint64_t>();
    if (bytes != entry->second.bytes)
      return bad(tensor + " has its numbers in " + in_quotes(key) + ", whose " +
                 std::to_string(entry->second.bytes) + " bytes are not what it announces");
    return Storage{&*type, entry->second, *elements};
  }

  const Pickle& pickle_;
  const ZipArchive& archive_;
  std::string folder_;  // inside the archive, with a slash
  std::string file_;    // quoted
  std::set<std::string> names_;
};

/// The folder of the archive that holds `data.pkl`, with the slash at its end.
Result<std::string> find_folder(const ZipArchive& archive, const std::string& file) {
  constexpr std::string_view kDescription = "/data.pkl";
  std::vector<std::string> folders;
  for (const auto& [name, entry] : archive.entries())
    if (name.ends_with(kDescription))
      folders.push_back(name.substr(0, name.size() - kDescription.size() + 1));
  if (folders.size() != 1)
    return fail(
        ErrorKind::kBadFile,
        file + " is a zip archive but no PyTorch checkpoint: it has " +
            std::to_string(folders.size()) +
            " entries named data.pkl in place of one; choose the file that torch.save made");
  return folders.front();
}

/// Newer files say in which order the bytes of a number lie.
Result<void> check_byte_order(const ZipArchive& archive, const std::string& folder,
                              const std::string& file) {
  const auto entry = archive.entries().find(folder + "byteorder");
  if (entry == archive.entries().end()) return {};
  const auto text = archive.read(entry->second, 0, entry->second.bytes);
  if (!text) return propagate(text);
  constexpr std::string_view kLittle = "little";
  if (text->size() == kLittle.size() && begins_with(*text, kLittle.data(), kLittle.size()))
    return {};
  return fail(ErrorKind::kUnsupported, file +
                                           " was made on a machine with another order of bytes; " +
                                           std::string(kConvertCheckpoint));
}

}  // namespace

Result<TorchForm> torch_form(const std::filesystem::path& path) {
  const auto file = MappedFile::open(path);
  if (!file) return propagate(file);
  if (begins_with(file->bytes(), kZipSign.data(), kZipSign.size())) return TorchForm::kZip;
  if (begins_with(file->bytes(), kLegacySign.data(), kLegacySign.size())) return TorchForm::kLegacy;
  return TorchForm::kNone;
}

Result<TorchCheckpoint> TorchCheckpoint::open(const std::filesystem::path& path) try {
  const std::string file = file_name_in_quotes(path);
  const auto form = torch_form(path);
  if (!form) return propagate(form);
  if (*form == TorchForm::kLegacy)
    return fail(ErrorKind::kUnsupported,
                file + " is a checkpoint of the form before PyTorch 1.6, which is not read here; " +
                    std::string(kConvertCheckpoint));
  auto archive = ZipArchive::open(path);
  if (!archive) return propagate(archive);
  const auto folder = find_folder(*archive, file);
  if (!folder) return propagate(folder);
  if (auto order = check_byte_order(*archive, *folder, file); !order) return propagate(order);
  const ZipArchive::Entry& description = archive->entries().find(*folder + "data.pkl")->second;
  if (description.bytes > kPickleMostBytes)
    return fail(ErrorKind::kBadFile, file + ": data.pkl has " + std::to_string(description.bytes) +
                                         " bytes, too many for names and shapes; " +
                                         std::string(kDamagedFile));
  const auto stream = archive->read(description, 0, description.bytes);
  if (!stream) return propagate(stream);
  const auto pickle = read_pickle(*stream, known_names(), file + ": data.pkl");
  if (!pickle) return propagate(pickle);
  Mapping mapping(*pickle, *archive, *folder, file);
  if (auto read = mapping.read(); !read) return propagate(read);

  TorchCheckpoint checkpoint(std::move(*archive));
  checkpoint.tensors_ = std::move(mapping.tensors);
  checkpoint.unsupported_ = std::move(mapping.unsupported);
  for (std::size_t i = 0; i < checkpoint.tensors_.size(); ++i)
    checkpoint.index_.emplace(checkpoint.tensors_[i].name, i);
  return checkpoint;
} catch (const std::bad_alloc&) {
  return fail(ErrorKind::kTooLarge,
              file_name_in_quotes(path) + ": its description needs more memory than there is");
}

const TorchTensor* TorchCheckpoint::tensor(std::string_view name) const {
  const auto found = index_.find(name);
  return found == index_.end() ? nullptr : &tensors_[found->second];
}

}  // namespace canter
