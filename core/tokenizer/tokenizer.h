#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "format/gguf.h"

namespace canter {

using TokenId = std::int32_t;

/// Text to tokens and back, as the model was trained. Immutable; safe to use from several threads.
class Tokenizer {
 public:
  struct EncodeOptions {
    /// Put the start token in front, if this model wants one (`adds_bos`).
    bool add_bos = true;
    /// Markup such as `<|user|>` or `</s>` becomes its token. Off for what a user typed: it then
    /// stays ordinary text, so that nobody can forge a turn.
    bool allow_special = false;
  };

  /// Special tokens are found within one part only, never across a join.
  struct TextPart {
    std::string_view text;
    bool allow_special = false;
  };

  /// From the metadata of a GGUF file (`tokenizer.ggml.*`, model `llama`). kBadFile when the data
  /// contradict each other, kUnsupported for another kind of tokenizer.
  static Result<Tokenizer> from_gguf(const GgufFile& file);

  /// From `tokenizer.model` and, if present, `tokenizer_config.json` in a model folder.
  static Result<Tokenizer> from_folder(const std::filesystem::path& folder);

  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;
  ~Tokenizer();

  /// Invalid UTF-8 is treated as SentencePiece does (each ill-formed byte reads as U+FFFD).
  Result<std::vector<TokenId>> encode(std::string_view text, const EncodeOptions& options) const;
  Result<std::vector<TokenId>> encode(std::string_view text) const { return encode(text, {}); }

  /// Parts read as the one text they are together: what lies between two special tokens is
  /// tokenised as a whole, and only the very beginning gets the space that `adds_dummy_prefix`
  /// promises (none if a special token stands there). Never two start tokens.
  Result<std::vector<TokenId>> encode_parts(std::span<const TextPart> parts, bool add_bos) const;

  /// The bytes that `token` stands for in the middle of a text; byte pieces give their single byte,
  /// so the result need not be valid UTF-8. Control tokens give nothing unless `show_special`.
  std::string piece_bytes(TokenId token, bool show_special = false) const;

  /// Text of a whole sequence; the space that the tokenizer puts before a text is taken off again.
  /// Valid UTF-8 (ill-formed parts become U+FFFD).
  std::string decode(std::span<const TokenId> tokens, bool show_special = false) const;

  int vocabulary_size() const;
  /// Bytes of vocabulary entry `token` as stored (`▁the`, `<0x0A>`, `</s>`), for fingerprints.
  const std::string& stored_piece(TokenId token) const;

  TokenId bos() const;  ///< -1: none
  TokenId eos() const;  ///< -1: none
  bool adds_bos() const;
  bool adds_dummy_prefix() const;  ///< a text is read as if a space stood before it
  /// True for every token that ends an answer (`</s>`, `<|im_end|>`, `<|eot_id|>`, ...).
  bool ends_generation(TokenId token) const;
  bool is_special(TokenId token) const;
  /// The special token written `text`, or -1.
  TokenId find_special(std::string_view text) const;

  /// The model's own chat template (Jinja), empty when it has none.
  const std::string& chat_template() const;
  /// `SentencePiece BPE` and the like, for display.
  std::string description() const;
  /// What from_gguf() reads, for a GGUF file that is to have this tokenizer.
  GgufEntries gguf_metadata() const;

 private:
  friend class DetokenizerStream;
  struct State;

  /// piece_bytes(), without the leading space that tokenising put there while `at_start`, which
  /// turns false when the text has begun.
  std::string next_bytes(TokenId token, bool show_special, bool& at_start) const;

  explicit Tokenizer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Turns tokens into text as they come, never emitting half a UTF-8 character.
class DetokenizerStream {
 public:
  /// `tokenizer` must outlive the stream. `at_text_start`: the first token opens a text, so its
  /// leading dummy space is dropped.
  explicit DetokenizerStream(const Tokenizer& tokenizer, bool at_text_start = false,
                             bool show_special = false);

  /// Text that has become certain; may be empty. Always valid UTF-8.
  std::string push(TokenId token);
  /// What was held back, ill-formed parts as U+FFFD. The stream is then empty.
  std::string finish();

 private:
  const Tokenizer* tokenizer_;
  bool at_start_;
  bool show_special_;
  std::string pending_;
};

}  // namespace canter
