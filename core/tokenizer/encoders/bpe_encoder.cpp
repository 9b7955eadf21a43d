#include "tokenizer/encoders/bpe_encoder.h"

#include <utility>

#include "base/held_memory.h"
#include "base/utf8.h"
#include "tokenizer/encoders/known_words.h"
#include "tokenizer/text/byte_letters.h"
#include "tokenizer/vocabulary/space_symbol.h"

namespace canter {
namespace {

/// Replaces what is ill-formed, each side of an edge by itself.
void make_valid(std::string& text, std::vector<std::size_t>& edges) {
  if (is_valid_utf8(text)) return;
  std::string valid;
  std::size_t begin = 0;
  for (auto& edge : edges) {
    valid += to_valid_utf8(std::string_view(text).substr(begin, edge - begin));
    begin = std::exchange(edge, valid.size());
  }
  valid += to_valid_utf8(std::string_view(text).substr(begin));
  text = std::move(valid);
}

}  // namespace

/// Encodes the words of one text.
class BpeEncoder::Words {
 public:
  explicit Words(const BpeEncoder& encoder) : encoder_(encoder) {}

  void append(std::string_view word, std::vector<TokenId>& tokens) {
    if (known_.repeat(word, tokens)) return;
    const std::size_t begin = tokens.size();
    if (encoder_.byte_letters_) {
      letters_.clear();
      for (const char byte : word) append_byte_letter(letters_, static_cast<std::uint8_t>(byte));
      encoder_.model_.encode(letters_, workspace_, tokens);
    } else {
      encoder_.model_.encode(word, workspace_, tokens);
    }
    known_.remember(word, begin, tokens);
  }

  /// Has to come before the text of earlier words goes.
  void forget() { known_ = {}; }

 private:
  const BpeEncoder& encoder_;
  BpeModel::Workspace workspace_;
  std::string letters_;
  KnownWords known_;
};

BpeEncoder::BpeEncoder(const Vocabulary& vocabulary, BpeParts parts, AddedTokens normalized_tokens)
    : parts_(std::move(parts)),
      model_(vocabulary, std::move(parts_.model)),
      normalized_tokens_(std::move(normalized_tokens)),
      byte_letters_(parts_.pre_tokenizer.ends_in_byte_letters()) {
  if (!parts_.pre_tokenizer.has_byte_letters()) find_seams(vocabulary);
}

Result<std::unique_ptr<BpeEncoder>> BpeEncoder::create(const Vocabulary& vocabulary,
                                                       BpeParts parts) {
  for (auto& token : parts.normalized_tokens) {
    if (auto done = parts.normalizer.apply(token.text); !done) return propagate(done);
  }
  AddedTokens normalized_tokens(std::move(parts.normalized_tokens));
  return std::unique_ptr<BpeEncoder>(
      new BpeEncoder(vocabulary, std::move(parts), std::move(normalized_tokens)));
}

void BpeEncoder::find_seams(const Vocabulary& vocabulary) {
  if (vocabulary.find_plain(kSpaceSymbol) < 0) return;
  seams_.emplace();
  for (const auto& merge : model_.settings().merges) seams_->add(vocabulary[merge.result].text);
}

Result<void> BpeEncoder::encode_plain(std::string_view text, bool begins_text, Words& words,
                                      std::vector<TokenId>& tokens) const {
  if (text.empty()) return {};
  Pieces pieces{std::string(text), {{0, text.size()}}, begins_text};
  if (auto done = parts_.pre_tokenizer.cut(pieces); !done) return done;
  if (seams_) {
    std::vector<ByteRange> words_of_pieces;
    for (const auto& range : pieces.ranges) {
      seams_->cut(pieces.text, range, kSpaceSymbol, words_of_pieces);
    }
    pieces.ranges = std::move(words_of_pieces);
  }
  for (const auto& [begin, end] : pieces.ranges) {
    words.append(std::string_view(pieces.text).substr(begin, end - begin), tokens);
  }
  words.forget();
  return {};
}

Result<void> BpeEncoder::encode(const Stretch& stretch, std::vector<TokenId>& tokens) const {
  std::string text(stretch.text);
  std::vector<std::size_t> edges;
  for (const auto& range : stretch.content) {
    edges.push_back(range.begin);
    edges.push_back(range.end);
  }
  make_valid(text, edges);
  if (auto done = parts_.normalizer.apply(text, edges); !done) return done;
  std::vector<ByteRange> content;
  for (std::size_t i = 0; i + 1 < edges.size(); i += 2) content.push_back({edges[i], edges[i + 1]});

  Words words(*this);
  std::size_t done = 0;
  const auto encode_up_to = [&](std::size_t end) {
    const auto plain = std::string_view(text).substr(done, end - done);
    return encode_plain(plain, stretch.begins_text && done == 0, words, tokens);
  };
  for (const auto& match : normalized_tokens_.find(text, content)) {
    if (match.range.begin > done) {
      if (auto encoded = encode_up_to(match.range.begin); !encoded) return encoded;
    }
    tokens.push_back(match.id);
    done = match.range.end;
  }
  return encode_up_to(text.size());
}

std::size_t BpeEncoder::memory_bytes() const {
  return sizeof(*this) + model_.memory_bytes() + normalized_tokens_.memory_bytes() +
         held_bytes(parts_.json);
}

std::string_view BpeEncoder::description() const {
  return parts_.pre_tokenizer.has_byte_letters() ? "byte-level BPE" : "BPE";
}

}  // namespace canter
