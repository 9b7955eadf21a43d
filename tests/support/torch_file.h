#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace canter::test {

/// An entry of a zip archive, not compressed. The fields say what the archive claims of it.
struct ZipEntry {
  std::string name;
  std::string bytes;
  std::uint16_t method = 0;  ///< 8 is deflate
  std::uint16_t flags = 0;   ///< bit 0: encrypted
};

/// The archive, with sound checksums.
std::string zip_archive(const std::vector<ZipEntry>& entries);

/// Pickle instructions, to be joined into a stream.
namespace pickled {
inline const std::string kProtocol2 = "\x80\x02";
std::string text(std::string_view text);
std::string number(std::int32_t number);
std::string name(std::string_view module, std::string_view name);
std::string tuple(std::initializer_list<std::string> parts);
std::string tuple(const std::vector<std::int32_t>& numbers);
/// ('storage', type, key, 'cpu', elements), as an identifier outside of the stream.
std::string storage(std::string_view type, std::string_view key, std::int32_t elements);
/// _rebuild_tensor_v2(storage, offset, shape, strides, False, OrderedDict()).
std::string tensor(const std::string& storage, const std::string& offset, const std::string& shape,
                   const std::string& strides);
/// A whole stream: an OrderedDict of keys and values, one after the other.
std::string dictionary(std::string_view items);
}  // namespace pickled

/// A tensor that is the whole of its storage.
struct TorchEntry {
  std::string name;
  std::string type;  ///< as in `FloatStorage`
  std::vector<std::int32_t> shape;
  std::string bytes;
};

/// What torch.save writes for an OrderedDict of these tensors.
std::string torch_file(const std::vector<TorchEntry>& tensors);

/// An archive with that description and one storage, `0`, of these bytes.
std::string torch_file(const std::string& description, const std::string& storage);

}  // namespace canter::test
