#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"

namespace canter {

/// Where drafts come from.
enum class SourceId : std::uint8_t {
  kText,        ///< earlier text that ended in the same tokens
  kSuccessors,  ///< tokens that the model found likely when it last stood behind the same ones
  kMasks,       ///< an adapter's mask rows and transition term
  kHead,        ///< an adapter's recurrent head
  kOwnHead,     ///< the draft head of the model's own file
  kModel,       ///< another model with the same vocabulary
};
inline constexpr std::array kSources = {SourceId::kText, SourceId::kSuccessors, SourceId::kMasks,
                                        SourceId::kHead, SourceId::kOwnHead,    SourceId::kModel};

/// `text`, `successors`, `masks`, `head`, `nextn`, `model`.
std::string_view source_name(SourceId source);

/// Some of the sources. A value.
class SourceSet {
 public:
  constexpr SourceSet() = default;
  static constexpr SourceSet all() { return SourceSet((1u << kSources.size()) - 1); }
  /// Those that need no training.
  static constexpr SourceSet free() {
    return SourceSet().with(SourceId::kText).with(SourceId::kSuccessors).with(SourceId::kOwnHead);
  }

  constexpr bool has(SourceId source) const { return (bits_ >> int(source) & 1) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr SourceSet with(SourceId source) const { return SourceSet(bits_ | 1u << int(source)); }
  constexpr SourceSet operator|(SourceSet other) const { return SourceSet(bits_ | other.bits_); }
  constexpr bool operator==(const SourceSet&) const = default;

 private:
  constexpr explicit SourceSet(unsigned bits) : bits_(std::uint8_t(bits)) {}

  std::uint8_t bits_ = 0;
};

/// Which sources are wished for.
struct SourceWish {
  SourceSet sources = SourceSet::all();
  std::string model = {};  ///< that drafts, as it was given; empty: none

  bool operator==(const SourceWish&) const = default;
};

/// `none`, or some of `auto` (all), `free`, the names of sources, and `model:FILE`, separated by
/// commas. kUsage for anything else.
Result<SourceWish> parse_sources(std::string_view text);

}  // namespace canter
