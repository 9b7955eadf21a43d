#include "decode/draft/sources/successor_table.h"

#include <algorithm>
#include <cmath>

namespace canter {
namespace {

constexpr std::string_view kMagic = "canter successors 1\n";
/// What was known before keeps this part of its share.
constexpr float kMemory = 0.4f;

std::uint64_t mix(std::uint64_t x) {
  // Finaliser of MurmurHash3.
  x = (x ^ x >> 33) * 0xff51afd7ed558ccd;
  x = (x ^ x >> 33) * 0xc4ceb9fe1a85ec53;
  return x ^ x >> 33;
}

template <typename Number>
void put(std::string& bytes, Number number) {
  for (std::size_t i = 0; i < sizeof number; ++i) bytes += char(std::uint64_t(number) >> 8 * i);
}

template <typename Number>
Number take(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof(Number); ++i)
    number |= std::uint64_t(std::uint8_t(bytes[i])) << 8 * i;
  bytes.remove_prefix(sizeof(Number));
  return Number(number);
}

}  // namespace

SuccessorTable::SuccessorTable() : slots_(kMostOrder * kSlots) {}

std::uint64_t SuccessorTable::key_of(std::span<const TokenId> context) {
  std::uint64_t key = context.size();
  for (const TokenId token : context) key = mix(key ^ mix(std::uint32_t(token) + 1ull));
  return std::max<std::uint64_t>(key, 1);
}

void SuccessorTable::set(std::span<const TokenId> context, std::span<const Successor> successors) {
  Successor merged[2 * kKept];
  std::size_t count = std::min<std::size_t>(successors.size(), kKept);
  std::copy_n(successors.begin(), count, merged);
  const std::uint64_t key = key_of(context);
  Slot& slot = slots_[(context.size() - 1) * kSlots + key % kSlots];
  if (slot.key == key) {
    for (std::size_t i = 0; i < count; ++i) merged[i].share *= 1 - kMemory;
    for (int i = 0; i < kKept && slot.shares[i] > 0; ++i) {
      const float share = kMemory * float(slot.shares[i]) / 255;
      const auto same =
          std::ranges::find(merged, merged + count, slot.tokens[i], &Successor::token);
      if (same == merged + count)
        merged[count++] = {slot.tokens[i], share};
      else
        same->share += share;
    }
    std::ranges::stable_sort(merged, merged + count, std::greater(), &Successor::share);
  }
  slot = {.key = key};
  for (std::size_t i = 0; i < std::min<std::size_t>(count, kKept); ++i) {
    slot.tokens[i] = merged[i].token;
    slot.shares[i] = std::uint8_t(std::clamp(std::lround(255 * merged[i].share), 0L, 255L));
  }
}

bool SuccessorTable::find(std::span<const TokenId> context,
                          std::vector<Successor>& successors) const {
  const std::uint64_t key = key_of(context);
  const Slot& slot = slots_[(context.size() - 1) * kSlots + key % kSlots];
  if (slot.key != key) return false;
  for (int i = 0; i < kKept && slot.shares[i] > 0; ++i)
    successors.push_back({slot.tokens[i], float(slot.shares[i]) / 255});
  return true;
}

std::string SuccessorTable::to_bytes() const {
  std::string bytes(kMagic);
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    const Slot& slot = slots_[i];
    if (slot.key == 0) continue;
    put(bytes, std::uint8_t(i / kSlots));
    put(bytes, slot.key);
    const auto count = std::ranges::find(slot.shares, 0) - slot.shares;
    put(bytes, std::uint8_t(count));
    for (std::ptrdiff_t k = 0; k < count; ++k) {
      put(bytes, std::uint32_t(slot.tokens[k]));
      put(bytes, slot.shares[k]);
    }
  }
  return bytes;
}

template <typename Use>
bool SuccessorTable::read(std::string_view bytes, int vocabulary, const Use& use) {
  if (!bytes.starts_with(kMagic)) return false;
  bytes.remove_prefix(kMagic.size());
  while (!bytes.empty()) {
    if (bytes.size() < 10) return false;
    const auto order = take<std::uint8_t>(bytes);
    Slot slot{.key = take<std::uint64_t>(bytes)};
    const auto count = take<std::uint8_t>(bytes);
    if (order >= kMostOrder || slot.key == 0 || count > kKept || bytes.size() < 5u * count)
      return false;
    for (int k = 0; k < count; ++k) {
      const auto token = take<std::uint32_t>(bytes);
      slot.shares[k] = take<std::uint8_t>(bytes);
      if (token >= std::uint32_t(vocabulary) || slot.shares[k] == 0) return false;
      slot.tokens[k] = TokenId(token);
    }
    use(order, slot);
  }
  return true;
}

bool SuccessorTable::is_readable(std::string_view bytes, int vocabulary) {
  return read(bytes, vocabulary, [](int, const Slot&) {});
}

bool SuccessorTable::from_bytes(std::string_view bytes, int vocabulary) {
  if (!is_readable(bytes, vocabulary)) return false;
  return read(bytes, vocabulary, [&](int order, const Slot& slot) {
    slots_[order * kSlots + slot.key % kSlots] = slot;
  });
}

}  // namespace canter
