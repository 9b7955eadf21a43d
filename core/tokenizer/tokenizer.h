#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "format/gguf.h"
#include "tokenizer/vocabulary/vocabulary.h"

namespace canter {

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

  /// A special token is found only where it touches no part that does not allow it.
  struct TextPart {
    std::string_view text;
    bool allow_special = false;
  };

  /// From the metadata of a GGUF file (`tokenizer.ggml.*`, models `llama`, `gpt2`, `gemma4`).
  /// kBadFile when the data contradict each other, kUnsupported for another kind of tokenizer.
  static Result<Tokenizer> from_gguf(const GgufFile& file);

  /// From `tokenizer.json` in a model folder, or where there is none `tokenizer.model`, and what
  /// the configuration files beside it say.
  static Result<Tokenizer> from_folder(const std::filesystem::path& folder);

  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;
  ~Tokenizer();

  /// kTooLarge for a text that no model can read, or on which the tokenizer's own pattern takes too
  /// long. Invalid UTF-8 reads as U+FFFD.
  Result<std::vector<TokenId>> encode(std::string_view text, const EncodeOptions& options) const;
  Result<std::vector<TokenId>> encode(std::string_view text) const { return encode(text, {}); }

  /// A text that is compared with others: whole, with the tokens that the model's makers put around
  /// one. Errors as of encode().
  Result<std::vector<TokenId>> encode_whole(std::string_view text) const;

  /// Parts read as the one text they are together: what lies between two special tokens is
  /// tokenised as a whole. A text that begins with the start token gets no second one.
  Result<std::vector<TokenId>> encode_parts(std::span<const TextPart> parts, bool add_bos) const;

  /// The bytes that `token` stands for in the middle of a text, not always valid UTF-8. Control
  /// tokens give nothing unless `show_special`.
  std::string piece_bytes(TokenId token, bool show_special = false) const;

  /// Text of a whole sequence; the space that the tokenizer puts before a text is taken off again.
  /// Valid UTF-8 (ill-formed parts become U+FFFD).
  std::string decode(std::span<const TokenId> tokens, bool show_special = false) const;

  int vocabulary_size() const;
  /// What it takes, but for what does not grow with the vocabulary.
  std::size_t memory_bytes() const;
  /// Bytes of vocabulary entry `token` as stored (`▁the`, `Ġthe`, `<0x0A>`, `</s>`), for
  /// fingerprints: a model's files of either format agree. Empty for fillers.
  const std::string& stored_piece(TokenId token) const;

  TokenId bos() const;  ///< -1: none
  TokenId eos() const;  ///< -1: none
  bool adds_bos() const;
  TokenId closing() const;  ///< that encode_whole() puts behind a text; -1: none
  /// True for every token that ends an answer (`</s>`, `<|im_end|>`, `<|eot_id|>`, ...).
  bool ends_generation(TokenId token) const;
  bool is_special(TokenId token) const;
  /// The special token written `text`, or -1.
  TokenId find_special(std::string_view text) const;
  /// The same, or a user-defined one such as `<think>`, which text that somebody typed may hold.
  TokenId find_added(std::string_view text) const;

  /// The model's own chat template (Jinja), empty when it has none.
  const std::string& chat_template() const;
  /// `SentencePiece BPE` and the like, for display.
  std::string description() const;
  /// What a user should know: what the files leave open or say wrongly, and what was done about it.
  const std::vector<std::string>& notes() const;
  /// What from_gguf() reads, for a GGUF file that is to have this tokenizer, filled up to `rows`.
  GgufEntries gguf_metadata(int rows = 0) const;

 private:
  friend class DetokenizerStream;
  struct State;

  struct NextBytes {
    std::string bytes;
    bool in_byte_run = false;  ///< a byte token, and a run of them counts as a whole
  };
  /// piece_bytes() while a text begins: `at_start` turns false when it has begun.
  NextBytes next_bytes(TokenId token, bool show_special, bool& at_start) const;

  explicit Tokenizer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Turns tokens into text as they come, never emitting half a UTF-8 character. What it gives adds up
/// to the decoded text, but where a run of byte tokens that began with whole characters turns out
/// not to be UTF-8: the characters are out by then, and in the decoded text they are U+FFFD.
class DetokenizerStream {
 public:
  /// `tokenizer` must outlive the stream. `at_text_start`: the first token opens a text, so the
  /// space that tokenising put in front is dropped.
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
  friend class Tokenizer;

  std::string take(std::string_view bytes);
  std::string take_byte(std::string_view byte);
  std::string end_byte_run();

  bool holds_byte_runs_ = false;  ///< until they are over, since their end decides what they are
  std::string pending_;           ///< bytes of an unfinished character
  std::string byte_run_;          ///< of byte tokens, not shown yet
  bool byte_run_is_broken_ = false;
};

}  // namespace canter
