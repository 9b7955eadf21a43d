#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"

namespace canter {

/// Place of a value among those of its stream.
using PickleId = std::uint32_t;

/// What a pickle stream says, taken as a description: nothing that it names is looked up or called.
struct PickleValue {
  enum class Kind {
    kNone,
    kBool,
    kInteger,
    kReal,  ///< its number is not kept
    kText,
    kTuple,
    kList,
    kDict,
    kName,        ///< of a function or class, `collections.OrderedDict`
    kPersistent,  ///< stands for something outside of the stream; parts: its identifier
    kCall,        ///< what a call would give; parts: function (a name) and arguments (a tuple)
  };

  Kind kind = Kind::kNone;
  std::int64_t integer = 0;          ///< of kBool and kInteger
  std::string text = {};             ///< of kText and kName
  std::vector<PickleId> parts = {};  ///< elements of kTuple and kList
  /// Keys and values that were set on a kDict or a kCall, in order.
  std::vector<std::pair<PickleId, PickleId>> items = {};
};

/// The values of one stream. They name each other by place and may do so in circles: whoever
/// follows them bounds the steps.
struct Pickle {
  std::vector<PickleValue> values;
  PickleId root = 0;

  const PickleValue& operator[](PickleId id) const { return values[id]; }
};

/// How to make a file that can be read here of a checkpoint that cannot.
inline constexpr std::string_view kConvertCheckpoint =
    "convert it in Python: load it with torch.load(…, weights_only=True) and save the tensors with "
    "safetensors.torch.save_file";

inline constexpr std::size_t kPickleMostBytes = 16u << 20;
inline constexpr std::size_t kPickleMostValues = 1'000'000;
inline constexpr std::size_t kPickleMostNesting = 64;

/// Reads a stream of protocol 2 to 5 as far as `torch.save` uses it for tensors in dictionaries.
/// Every other instruction, and every function or class that is not among `names`, is refused with
/// kUnsupported; a stream that contradicts itself or exceeds the bounds above with kBadFile.
/// Attributes that a stream sets on an object are dropped. `file` begins each message.
/// The format: https://docs.python.org/3/library/pickletools.html
Result<Pickle> read_pickle(std::span<const std::byte> stream,
                           std::span<const std::string_view> names, const std::string& file);

}  // namespace canter
