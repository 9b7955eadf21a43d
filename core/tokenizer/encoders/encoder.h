#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "format/gguf.h"
#include "tokenizer/vocabulary/byte_range.h"
#include "tokenizer/vocabulary/vocabulary.h"

namespace canter {

/// What lies between two added tokens, or between one and an end of the text.
struct Stretch {
  std::string_view text;                 ///< not empty
  std::span<const ByteRange> content{};  ///< what somebody typed; the rest is markup
  bool begins_text = false;              ///< nothing stands before it
  bool ends_text = false;
};

/// Turns text into tokens. Immutable and safe to share between threads.
class Encoder {
 public:
  virtual ~Encoder() = default;

  /// Appends the tokens of `stretch`.
  virtual Result<void> encode(const Stretch& stretch, std::vector<TokenId>& tokens) const = 0;

  /// User-defined tokens are found in text whose spaces have become kSpaceSymbol. GGUF files have
  /// spaces in such tokens nevertheless, since other programs look for them in text as it is.
  virtual bool escapes_spaces() const { return false; }

  virtual std::size_t memory_bytes() const = 0;

  /// For display, as in `SentencePiece BPE`.
  virtual std::string_view description() const = 0;

  /// What a GGUF file has to say about it, the tokens aside.
  virtual void describe(const Vocabulary& vocabulary, GgufEntries& metadata) const = 0;
};

}  // namespace canter
