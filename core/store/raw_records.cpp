#include "store/raw_records.h"

#include <algorithm>
#include <array>
#include <bit>
#include <fstream>
#include <optional>
#include <span>

namespace canter {
namespace {

constexpr std::uint8_t kTableLeaf = 0x0d;
constexpr std::size_t kHeader = 8;
constexpr std::size_t kFileHeader = 100;  // on the first page
constexpr std::size_t kUsualPage = 4096;
constexpr std::int64_t kLongestText = 1'000'000'000;
constexpr std::size_t kMostColumns = 64;

using Bytes = std::span<const std::uint8_t>;

std::uint64_t big_endian(Bytes bytes) {
  std::uint64_t value = 0;
  for (const std::uint8_t byte : bytes) value = value << 8 | byte;
  return value;
}

/// Takes a number of variable length off the front; nothing when the bytes end within it.
std::optional<std::int64_t> take_varint(Bytes& bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 9 && i < bytes.size(); ++i) {
    const std::uint8_t byte = bytes[i];
    value = i == 8 ? value << 8 | byte : value << 7 | (byte & 0x7f);
    if (i < 8 && (byte & 0x80) != 0) continue;
    bytes = bytes.subspan(i + 1);
    return static_cast<std::int64_t>(value);
  }
  return std::nullopt;
}

class Pages {
 public:
  explicit Pages(const std::filesystem::path& file) : stream_(file, std::ios::binary) {
    std::array<std::uint8_t, kFileHeader> header{};
    stream_.read(reinterpret_cast<char*>(header.data()), header.size());
    const auto stated = std::size_t(big_endian(Bytes(header).subspan(16, 2)));
    const std::size_t size = stated == 1 ? 65536 : stated;
    if (size >= 512 && std::has_single_bit(size)) size_ = size;
    stream_.clear();
    stream_.seekg(0, std::ios::end);
    count_ = std::size_t(std::max<std::streamoff>(0, stream_.tellg())) / size_;
  }

  std::size_t size() const { return size_; }
  std::size_t count() const { return count_; }
  /// `number` counts from 1. Empty when it cannot be read.
  std::vector<std::uint8_t> read(std::size_t number) {
    std::vector<std::uint8_t> page(size_);
    stream_.clear();
    stream_.seekg(std::streamoff((number - 1) * size_));
    if (!stream_.read(reinterpret_cast<char*>(page.data()), std::streamsize(size_))) page.clear();
    return page;
  }

 private:
  std::ifstream stream_;
  std::size_t size_ = kUsualPage;
  std::size_t count_ = 0;
};

/// The part of a payload that does not fit its page follows on a chain of others.
bool append_overflow(Pages& pages, std::size_t number, std::size_t wanted,
                     std::vector<std::uint8_t>& payload) {
  for (std::size_t left = pages.count(); payload.size() < wanted; --left) {
    if (left == 0 || number == 0 || number > pages.count()) return false;
    const std::vector<std::uint8_t> page = pages.read(number);
    if (page.empty()) return false;
    const std::size_t size = std::min(page.size() - 4, wanted - payload.size());
    payload.insert(payload.end(), page.begin() + 4, page.begin() + 4 + std::ptrdiff_t(size));
    number = std::size_t(big_endian(Bytes(page).first(4)));
  }
  return true;
}

std::int64_t sign_extended(Bytes bytes) {
  const auto shift = int(64 - 8 * bytes.size());
  return static_cast<std::int64_t>(big_endian(bytes) << shift) >> shift;
}

std::optional<RawValue> take_value(std::int64_t type, Bytes& body) {
  constexpr std::size_t kSizes[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
  if (type < 0 || type == 10 || type == 11) return std::nullopt;
  const std::size_t size = type < 10 ? kSizes[type] : std::size_t((type - 12) / 2);
  if (size > body.size()) return std::nullopt;
  const Bytes bytes = body.first(size);
  body = body.subspan(size);
  if (type == 0) return RawValue();
  if (type == 8 || type == 9) return RawValue(type - 8);
  if (type == 7) return RawValue(std::bit_cast<double>(big_endian(bytes)));
  if (type < 7) return RawValue(sign_extended(bytes));
  return RawValue(std::string(bytes.begin(), bytes.end()));
}

std::optional<std::vector<RawValue>> parse_payload(Bytes payload) {
  Bytes rest = payload;
  const auto header = take_varint(rest);
  const std::size_t taken = payload.size() - rest.size();
  if (!header || *header < std::int64_t(taken) || std::uint64_t(*header) > payload.size())
    return std::nullopt;
  Bytes types = payload.first(std::size_t(*header)).subspan(taken);
  Bytes body = payload.subspan(std::size_t(*header));
  std::vector<RawValue> values;
  while (!types.empty()) {
    const auto type = take_varint(types);
    auto value = type ? take_value(*type, body) : std::nullopt;
    if (!value || values.size() == kMostColumns) return std::nullopt;
    values.push_back(std::move(*value));
  }
  if (!body.empty()) return std::nullopt;
  return values;
}

std::optional<RawRecord> parse_cell(Pages& pages, Bytes cell) {
  const auto size = take_varint(cell);
  const auto rowid = size ? take_varint(cell) : std::nullopt;
  if (!rowid || *size < 1 || *size > kLongestText) return std::nullopt;
  const auto whole = std::size_t(*size);
  const std::size_t most = pages.size() - 35;
  std::size_t local = whole;
  if (whole > most) {
    const std::size_t least = (pages.size() - 12) * 32 / 255 - 23;
    local = least + (whole - least) % (pages.size() - 4);
    if (local > most) local = least;
  }
  if (cell.size() < local + (local < whole ? 4 : 0)) return std::nullopt;
  std::vector<std::uint8_t> payload(cell.begin(), cell.begin() + std::ptrdiff_t(local));
  if (local < whole &&
      !append_overflow(pages, std::size_t(big_endian(cell.subspan(local, 4))), whole, payload))
    return std::nullopt;
  auto values = parse_payload(payload);
  if (!values) return std::nullopt;
  return RawRecord{*rowid, std::move(*values)};
}

}  // namespace

void read_raw_records(const std::filesystem::path& file,
                      const std::function<void(const RawRecord&)>& take) {
  Pages pages(file);
  for (std::size_t number = 1; number <= pages.count(); ++number) {
    const std::vector<std::uint8_t> page = pages.read(number);
    const std::size_t start = number == 1 ? kFileHeader : 0;
    if (page.size() < start + kHeader || page[start] != kTableLeaf) continue;
    const Bytes bytes(page);
    const auto cells = std::size_t(big_endian(bytes.subspan(start + 3, 2)));
    for (std::size_t i = 0; i < cells; ++i) {
      const std::size_t pointer = start + kHeader + 2 * i;
      if (pointer + 2 > page.size()) break;
      const auto offset = std::size_t(big_endian(bytes.subspan(pointer, 2)));
      if (offset >= page.size()) continue;
      if (const auto record = parse_cell(pages, bytes.subspan(offset))) take(*record);
    }
  }
}

}  // namespace canter
