#include "tokenizer/sentencepiece/encoder.h"

#include <sentencepiece_processor.h>

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

#include "base/held_memory.h"
#include "base/utf8.h"
#include "tokenizer/encoders/known_words.h"
#include "tokenizer/vocabulary/space_symbol.h"

namespace canter {
namespace {

// What the library holds; measured with 4096 and 32000 pieces.
constexpr std::size_t kLibraryBytes = 25'000;
constexpr std::size_t kPieceBytes = 171;

/// Keeps the bytes of the anchor and of hidden pieces out of a text: another byte that no
/// well-formed text contains takes their place, which sentencepiece reads as U+FFFD just the same.
std::string without_reserved_bytes(std::string_view text) {
  std::string clean(text);
  std::replace_if(
      clean.begin(), clean.end(), [](char c) { return c == '\xFE' || c == '\xFF'; }, '\xC0');
  return clean;
}

}  // namespace

struct SentencePieceEncoder::Library {
  sentencepiece::SentencePieceProcessor processor;
};

SentencePieceEncoder::SentencePieceEncoder() : library_(std::make_unique<Library>()) {}
SentencePieceEncoder::~SentencePieceEncoder() = default;

Result<std::unique_ptr<SentencePieceEncoder>> SentencePieceEncoder::create(
    const SentencePieceModel& model, bool space_behind_tokens, const std::string& where) {
  if (const auto sound = check_sentencepiece_model(model, where); !sound) return propagate(sound);
  std::unique_ptr<SentencePieceEncoder> encoder(new SentencePieceEncoder());
  try {
    const auto status =
        encoder->library_->processor.LoadFromSerializedProto(serialise_sentencepiece_model(model));
    if (!status.ok()) return fail(ErrorKind::kBadFile, where + ": " + status.error_message());
  } catch (const std::bad_alloc&) {
    return fail(ErrorKind::kTooLarge, where + " takes more memory than is free");
  } catch (const std::exception& error) {
    return fail(ErrorKind::kBadFile, where + " cannot be read by sentencepiece: " + error.what());
  }
  encoder->settings_ = model;
  encoder->pieces_ = model.pieces.size();
  encoder->find_seams(model.pieces);
  encoder->space_behind_tokens_ = space_behind_tokens && model.add_dummy_prefix;
  return encoder;
}

std::size_t SentencePieceEncoder::memory_bytes() const {
  return kLibraryBytes + kPieceBytes * pieces_ + held_bytes(settings_.normalization_map);
}

/// The library takes long for long texts. Where nothing reaches across a space, words can be
/// encoded one by one, and those that come again need not be; long words in parts.
void SentencePieceEncoder::find_seams(const std::vector<Token>& pieces) {
  const bool has_space = std::ranges::any_of(pieces, [](const Token& piece) {
    return piece.kind == TokenKind::kNormal && piece.text == kSpaceSymbol;
  });
  if (!has_space || settings_.remove_extra_whitespaces || settings_.whitespace_as_suffix ||
      !settings_.escape_whitespaces || !settings_.normalization_map.empty()) {
    return;
  }
  seams_.emplace(Seams{{}, WordSeams(pieces)});
  for (const Token& piece : pieces) seams_->spaces.add(piece.text);
}

std::vector<ByteRange> SentencePieceEncoder::cut(std::string_view text) const {
  std::vector<ByteRange> words = {{0, text.size()}};
  if (!seams_ || !is_valid_utf8(text)) return words;
  words.clear();
  seams_->spaces.cut(text, {0, text.size()}, " ", words);
  std::vector<ByteRange> parts;
  for (const ByteRange& word : words) seams_->words.cut(text, word, parts);
  return parts;
}

Result<void> SentencePieceEncoder::encode_whole(std::string input,
                                                std::vector<TokenId>& tokens) const {
  std::vector<int> ids;
  try {
    const auto status = library_->processor.Encode(input, &ids);
    if (!status.ok()) {
      return fail(ErrorKind::kInternal,
                  std::string("sentencepiece cannot read the text: ") + status.error_message());
    }
  } catch (const std::bad_alloc&) {
    return fail(ErrorKind::kTooLarge, "There is too little memory to tokenise a text of " +
                                          std::to_string(input.size()) + " bytes; shorten it");
  } catch (const std::exception& error) {
    return fail(ErrorKind::kInternal,
                std::string("sentencepiece cannot read the text: ") + error.what());
  }
  tokens.insert(tokens.end(), ids.begin(), ids.end());
  return {};
}

/// Where the stretch is not the text's beginning or end, an anchor stands for the neighbour, so
/// that sentencepiece treats spaces there as inside a text.
Result<void> SentencePieceEncoder::encode(const Stretch& stretch,
                                          std::vector<TokenId>& tokens) const {
  const bool anchor_before = !stretch.begins_text && !space_behind_tokens_;
  const bool anchor_behind = !stretch.ends_text;
  auto input = without_reserved_bytes(stretch.text);
  const std::vector<ByteRange> words = cut(input);
  KnownWords known;
  const int anchor = library_->processor.GetPieceSize() - 1;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_first = i == 0;
    const bool is_last = i + 1 == words.size();
    auto word = std::string_view(input).substr(words[i].begin, words[i].end - words[i].begin);
    if (!is_first && !is_last && known.repeat(word, tokens)) continue;
    std::string anchored(word);
    const bool in_word = !is_first && !word.starts_with(' ');
    // The library itself puts a space in front then.
    if (!is_first && !in_word && settings_.add_dummy_prefix) anchored.erase(0, 1);
    const bool has_anchor_before = is_first ? anchor_before : in_word;
    const bool has_anchor_behind = (is_last && anchor_behind) || anchored.empty();
    if (has_anchor_before) anchored.insert(0, kAnchor);
    if (has_anchor_behind) anchored += kAnchor;

    const std::size_t begin = tokens.size();
    if (auto done = encode_whole(std::move(anchored), tokens); !done) return done;
    const auto from = [&](std::size_t at) {
      return tokens.begin() + static_cast<std::ptrdiff_t>(at);
    };
    if (has_anchor_before)
      tokens.erase(from(begin), std::find(from(begin), tokens.end(), anchor) + 1);
    if (has_anchor_behind) tokens.erase(std::find(from(begin), tokens.end(), anchor), tokens.end());
    if (!is_first && !is_last) known.remember(word, begin, tokens);
  }
  return {};
}

}  // namespace canter
