#include "tokenizer/tokenizer.h"

#include <sentencepiece_processor.h>

#include <algorithm>
#include <array>
#include <exception>
#include <new>
#include <utility>

#include "tokenizer/byte_piece.h"
#include "tokenizer/special_tokens.h"
#include "tokenizer/tokenizer_data.h"

namespace canter {
namespace {

/// Far beyond any model's context; sentencepiece takes about a hundred times the text in memory.
constexpr std::size_t kMaxTextBytes = std::size_t{8} << 20;

constexpr std::array<std::string_view, 6> kEndNames = {
    "<|im_end|>", "<|eot_id|>", "<|end|>", "<end_of_turn>", "<|endoftext|>", "<|end_of_text|>"};

/// Keeps the bytes of the anchor and of hidden pieces out of a text: another byte that no
/// well-formed text contains takes their place, which sentencepiece reads as U+FFFD just the same.
std::string without_reserved_bytes(std::string_view text) {
  std::string clean(text);
  std::replace_if(
      clean.begin(), clean.end(), [](char c) { return c == '\xFE' || c == '\xFF'; }, '\xC0');
  return clean;
}

std::string with_spaces(std::string_view piece) {
  std::string text;
  while (!piece.empty()) {
    const bool is_space = piece.starts_with(kSpaceSymbol);
    text.push_back(is_space ? ' ' : piece.front());
    piece.remove_prefix(is_space ? kSpaceSymbol.size() : 1);
  }
  return text;
}

}  // namespace

std::int32_t find_piece(const SentencePieceModel& model, std::string_view text, PieceType type) {
  const auto& pieces = model.pieces;
  const auto found = std::find_if(pieces.begin(), pieces.end(), [&](const Piece& piece) {
    return piece.type == type && piece.text == text;
  });
  return found == pieces.end() ? -1 : static_cast<std::int32_t>(found - pieces.begin());
}

struct Tokenizer::State {
  explicit State(TokenizerData&& from)
      : data(std::move(from)),
        special(find_special_pieces(data.model.pieces, data.declared_special, data.chat_template)),
        finder(data.model.pieces, special) {}

  static Result<std::unique_ptr<State>> create(Result<TokenizerData> data);

  Result<void> append_stretch(std::string_view text, bool after_special, bool before_special,
                              std::vector<TokenId>& tokens) const;
  void collect_end_tokens();

  const Piece* piece(TokenId token) const {
    const bool is_known = token >= 0 && static_cast<std::size_t>(token) < data.model.pieces.size();
    return is_known ? &data.model.pieces[static_cast<std::size_t>(token)] : nullptr;
  }
  TokenId anchor() const { return processor.GetPieceSize() - 1; }

  TokenizerData data;
  std::vector<bool> special;
  SpecialTokenFinder finder;
  sentencepiece::SentencePieceProcessor processor;
};

Result<std::unique_ptr<Tokenizer::State>> Tokenizer::State::create(Result<TokenizerData> data) {
  if (!data) return propagate(data);
  const auto where = data->where;
  if (const auto sound = check_sentencepiece_model(data->model, where); !sound) {
    return propagate(sound);
  }
  auto state = std::make_unique<State>(std::move(*data));
  state->collect_end_tokens();
  try {
    const auto status = state->processor.LoadFromSerializedProto(
        serialise_sentencepiece_model(state->data.model, state->special));
    if (!status.ok()) return fail(ErrorKind::kBadFile, where + ": " + status.error_message());
  } catch (const std::bad_alloc&) {
    return fail(ErrorKind::kTooLarge, where + " takes more memory than is free");
  } catch (const std::exception& error) {
    return fail(ErrorKind::kBadFile, where + " cannot be read by sentencepiece: " + error.what());
  }
  return state;
}

void Tokenizer::State::collect_end_tokens() {
  auto& ends = data.end_tokens;
  if (data.eos >= 0) ends.push_back(data.eos);
  for (const auto name : kEndNames) {
    if (const auto token = finder.token(name); token >= 0) ends.push_back(token);
  }
  std::sort(ends.begin(), ends.end());
}

/// The tokens of one stretch of ordinary text. Where it is not the text's beginning or end, an
/// anchor stands for the neighbour, so that sentencepiece treats spaces there as inside a text.
Result<void> Tokenizer::State::append_stretch(std::string_view text, bool after_special,
                                              bool before_special,
                                              std::vector<TokenId>& tokens) const {
  if (text.empty()) return {};
  auto input = without_reserved_bytes(text);
  if (after_special) input.insert(0, kAnchor);
  if (before_special) input += kAnchor;

  std::vector<int> ids;
  try {
    const auto status = processor.Encode(input, &ids);
    if (!status.ok()) {
      return fail(ErrorKind::kInternal,
                  std::string("sentencepiece cannot read the text: ") + status.error_message());
    }
  } catch (const std::bad_alloc&) {
    return fail(ErrorKind::kTooLarge, "There is too little memory to tokenise a text of " +
                                          std::to_string(text.size()) + " bytes; shorten it");
  } catch (const std::exception& error) {
    return fail(ErrorKind::kInternal,
                std::string("sentencepiece cannot read the text: ") + error.what());
  }

  auto begin = ids.begin();
  auto end = ids.end();
  if (after_special) begin = std::find(begin, end, anchor()) + 1;
  if (before_special) end = std::find(begin, end, anchor());
  tokens.insert(tokens.end(), begin, end);
  return {};
}

Tokenizer::Tokenizer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;
Tokenizer::~Tokenizer() = default;

Result<Tokenizer> Tokenizer::from_gguf(const GgufFile& file) {
  auto state = State::create(tokenizer_data_from_gguf(file));
  if (!state) return propagate(state);
  return Tokenizer(std::move(*state));
}

Result<Tokenizer> Tokenizer::from_folder(const std::filesystem::path& folder) {
  auto state = State::create(tokenizer_data_from_folder(folder));
  if (!state) return propagate(state);
  return Tokenizer(std::move(*state));
}

Result<std::vector<TokenId>> Tokenizer::encode(std::string_view text,
                                               const EncodeOptions& options) const {
  const TextPart part{text, options.allow_special};
  return encode_parts({&part, 1}, options.add_bos);
}

Result<std::vector<TokenId>> Tokenizer::encode_parts(std::span<const TextPart> parts,
                                                     bool add_bos) const {
  std::size_t bytes = 0;
  for (const auto& part : parts) {
    if (part.text.size() > kMaxTextBytes - bytes) {
      return fail(ErrorKind::kTooLarge, "The text is longer than " + std::to_string(kMaxTextBytes) +
                                            " bytes, which no model can read; shorten it");
    }
    bytes += part.text.size();
  }

  std::vector<TokenId> tokens;
  const bool begins = add_bos && adds_bos();
  if (begins) tokens.push_back(bos());
  std::string stretch;
  bool after_special = false;
  for (const auto& part : parts) {
    if (!part.allow_special) {
      stretch += part.text;
      continue;
    }
    for (const auto& segment : state_->finder.split(part.text)) {
      if (segment.token < 0) {
        stretch += segment.text;
        continue;
      }
      const auto added = state_->append_stretch(stretch, after_special, true, tokens);
      if (!added) return propagate(added);
      stretch.clear();
      const bool again = begins && segment.token == bos() && tokens.size() == 1 && !after_special;
      if (!again) tokens.push_back(segment.token);
      after_special = true;
    }
  }
  const auto added = state_->append_stretch(stretch, after_special, false, tokens);
  if (!added) return propagate(added);
  return tokens;
}

std::string Tokenizer::piece_bytes(TokenId token, bool show_special) const {
  const auto* piece = state_->piece(token);
  if (!piece) return {};
  switch (piece->type) {
    case PieceType::kControl:
      return show_special ? piece->text : std::string();
    case PieceType::kUnknown:
      return state_->data.model.unknown_surface;
    case PieceType::kByte:
      return {static_cast<char>(byte_of_piece(piece->text).value_or(0))};
    default:
      return with_spaces(piece->text);
  }
}

std::string Tokenizer::next_bytes(TokenId token, bool show_special, bool& at_start) const {
  auto bytes = piece_bytes(token, show_special);
  if (!at_start || bytes.empty()) return bytes;

  const auto& model = state_->data.model;
  const auto& piece = *state_->piece(token);
  const bool is_text = piece.type == PieceType::kNormal || piece.type == PieceType::kUserDefined ||
                       piece.type == PieceType::kUnused;
  const bool strips = model.add_dummy_prefix || model.remove_extra_whitespaces;
  if (strips && is_text && piece.text.starts_with(kSpaceSymbol)) {
    bytes.erase(0, 1);
    // A model that knows no leading spaces loses all of them, others only the one it added.
    at_start = model.remove_extra_whitespaces && bytes.empty();
  } else {
    at_start = false;
  }
  return bytes;
}

std::string Tokenizer::decode(std::span<const TokenId> tokens, bool show_special) const {
  DetokenizerStream stream(*this, true, show_special);
  std::string text;
  for (const auto token : tokens) text += stream.push(token);
  return text + stream.finish();
}

int Tokenizer::vocabulary_size() const {
  return static_cast<int>(state_->data.model.pieces.size());
}

const std::string& Tokenizer::stored_piece(TokenId token) const {
  static const std::string none;
  const auto* piece = state_->piece(token);
  return piece ? piece->text : none;
}

TokenId Tokenizer::bos() const {
  return state_->data.bos;
}
TokenId Tokenizer::eos() const {
  return state_->data.eos;
}
bool Tokenizer::adds_bos() const {
  return state_->data.adds_bos && state_->data.bos >= 0;
}
bool Tokenizer::adds_dummy_prefix() const {
  return state_->data.model.add_dummy_prefix;
}

bool Tokenizer::ends_generation(TokenId token) const {
  const auto& ends = state_->data.end_tokens;
  return std::binary_search(ends.begin(), ends.end(), token);
}

bool Tokenizer::is_special(TokenId token) const {
  return state_->piece(token) && state_->special[static_cast<std::size_t>(token)];
}

TokenId Tokenizer::find_special(std::string_view text) const {
  return state_->finder.token(text);
}

const std::string& Tokenizer::chat_template() const {
  return state_->data.chat_template;
}
GgufEntries Tokenizer::gguf_metadata() const {
  return tokenizer_data_to_gguf(state_->data);
}

std::string Tokenizer::description() const {
  return "SentencePiece BPE";
}

}  // namespace canter
