#include "support/torch_file.h"

#include "core/format/byte_builder.h"

namespace canter::test {
namespace {

/// CRC-32 of IEEE 802.3, bit by bit.
std::uint32_t checksum(std::string_view bytes) {
  std::uint32_t rest = ~std::uint32_t{0};
  for (const unsigned char byte : bytes) {
    rest ^= byte;
    for (int bit = 0; bit < 8; ++bit) rest = (rest >> 1) ^ (rest & 1 ? 0xedb88320u : 0u);
  }
  return ~rest;
}

ByteBuilder& u16(ByteBuilder& builder, std::size_t value) {
  return builder.number(static_cast<std::uint16_t>(value));
}

/// What the local and the central header of an entry share.
void add_facts(ByteBuilder& header, const ZipEntry& entry, std::uint32_t sum) {
  u16(header, 20);
  u16(header, entry.flags);
  u16(header, entry.method);
  header.u32(0x00210000);  // 1 January 1980
  const auto size = static_cast<std::uint32_t>(entry.bytes.size());
  header.u32(sum).u32(size).u32(size);
  u16(header, entry.name.size());
  u16(header, 0);
}

}  // namespace

std::string zip_archive(const std::vector<ZipEntry>& entries) {
  ByteBuilder archive;
  ByteBuilder directory;
  for (const ZipEntry& entry : entries) {
    const auto offset = static_cast<std::uint32_t>(archive.bytes().size());
    const std::uint32_t sum = checksum(entry.bytes);
    archive.raw("PK\3\4");
    add_facts(archive, entry, sum);
    archive.raw(entry.name).raw(entry.bytes);
    directory.raw("PK\1\2");
    u16(directory, 20);
    add_facts(directory, entry, sum);
    directory.zeros(10).u32(offset).raw(entry.name);
  }
  const auto start = static_cast<std::uint32_t>(archive.bytes().size());
  const auto size = static_cast<std::uint32_t>(directory.bytes().size());
  archive.raw(directory.bytes()).raw("PK\5\6").zeros(4);
  u16(archive, entries.size());
  u16(archive, entries.size());
  archive.u32(size).u32(start);
  u16(archive, 0);
  return archive.bytes();
}

namespace pickled {

std::string text(std::string_view text) {
  return ByteBuilder().raw("X").u32(static_cast<std::uint32_t>(text.size())).raw(text).bytes();
}

std::string number(std::int32_t number) {
  return ByteBuilder().raw("J").number(number).bytes();
}

std::string name(std::string_view module, std::string_view name) {
  return "c" + std::string(module) + "\n" + std::string(name) + "\n";
}

std::string tuple(std::initializer_list<std::string> parts) {
  std::string stream = "(";
  for (const std::string& part : parts) stream += part;
  return stream + "t";
}

std::string tuple(const std::vector<std::int32_t>& numbers) {
  std::string stream = "(";
  for (const std::int32_t n : numbers) stream += number(n);
  return stream + "t";
}

std::string storage(std::string_view type, std::string_view key, std::int32_t elements) {
  return tuple({text("storage"), name("torch", type), text(key), text("cpu"), number(elements)}) +
         "Q";
}

std::string tensor(const std::string& storage, const std::string& offset, const std::string& shape,
                   const std::string& strides) {
  const std::string hooks = name("collections", "OrderedDict") + ")R";
  return name("torch._utils", "_rebuild_tensor_v2") +
         tuple({storage, offset, shape, strides, "\x89", hooks}) + "R";
}

std::string dictionary(std::string_view items) {
  return kProtocol2 + name("collections", "OrderedDict") + ")R(" + std::string(items) + "u.";
}

}  // namespace pickled

std::string torch_file(const std::vector<TorchEntry>& tensors) {
  std::string items;
  std::vector<ZipEntry> entries = {{"archive/data.pkl", ""}};
  for (std::size_t i = 0; i < tensors.size(); ++i) {
    const TorchEntry& entry = tensors[i];
    std::vector<std::int32_t> strides(entry.shape.size());
    std::int32_t elements = 1;
    for (std::size_t d = entry.shape.size(); d-- > 0; elements *= entry.shape[d])
      strides[d] = elements;
    const std::string key = std::to_string(i);
    items += pickled::text(entry.name) +
             pickled::tensor(pickled::storage(entry.type, key, elements), pickled::number(0),
                             pickled::tuple(entry.shape), pickled::tuple(strides));
    entries.push_back({"archive/data/" + key, entry.bytes});
  }
  entries[0].bytes = pickled::dictionary(items);
  entries.push_back({"archive/version", "3\n"});
  return zip_archive(entries);
}

std::string torch_file(const std::string& description, const std::string& storage) {
  return zip_archive({{"archive/data.pkl", description}, {"archive/data/0", storage}});
}

}  // namespace canter::test
