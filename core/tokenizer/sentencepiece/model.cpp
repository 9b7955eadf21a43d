#include "tokenizer/sentencepiece/model.h"

#include <unordered_set>

#include "base/utf8.h"
#include "tokenizer/sentencepiece/protobuf_wire.h"

namespace canter {
namespace {

// Field numbers of sentencepiece_model.proto.
namespace model_field {
constexpr std::uint32_t kPiece = 1;
constexpr std::uint32_t kTrainer = 2;
constexpr std::uint32_t kNormalizer = 3;
}  // namespace model_field
namespace piece_field {
constexpr std::uint32_t kText = 1;
constexpr std::uint32_t kScore = 2;
constexpr std::uint32_t kType = 3;
}  // namespace piece_field
namespace trainer_field {
constexpr std::uint32_t kModelType = 3;
constexpr std::uint32_t kVocabularySize = 4;
constexpr std::uint32_t kWhitespaceAsSuffix = 24;
constexpr std::uint32_t kByteFallback = 35;
constexpr std::uint32_t kUnknownSurface = 44;
constexpr std::uint32_t kBosPiece = 46;
constexpr std::uint32_t kEosPiece = 47;
}  // namespace trainer_field
namespace normalizer_field {
constexpr std::uint32_t kName = 1;
constexpr std::uint32_t kMap = 2;
constexpr std::uint32_t kAddDummyPrefix = 3;
constexpr std::uint32_t kRemoveExtraWhitespaces = 4;
constexpr std::uint32_t kEscapeWhitespaces = 5;
}  // namespace normalizer_field

constexpr std::uint64_t kUnigram = 1;
constexpr std::uint64_t kBpe = 2;

bool parse_piece(std::string_view bytes, Token& piece) {
  ProtobufReader reader(bytes);
  while (const auto field = reader.next()) {
    if (field->id == piece_field::kText) piece.text = field->bytes;
    if (field->id == piece_field::kScore) piece.score = field->as_float();
    if (field->id == piece_field::kType) {
      if (field->number < 1 || field->number > 6) return false;
      piece.kind = static_cast<TokenKind>(field->number);
    }
  }
  return !reader.failed();
}

bool parse_trainer(std::string_view bytes, SentencePieceModel& model, std::uint64_t& model_type) {
  ProtobufReader reader(bytes);
  while (const auto field = reader.next()) {
    switch (field->id) {
      case trainer_field::kModelType:
        model_type = field->number;
        break;
      case trainer_field::kWhitespaceAsSuffix:
        model.whitespace_as_suffix = field->number != 0;
        break;
      case trainer_field::kByteFallback:
        model.byte_fallback = field->number != 0;
        break;
      case trainer_field::kUnknownSurface:
        model.unknown_surface = field->bytes;
        break;
      case trainer_field::kBosPiece:
        model.bos_piece = field->bytes;
        break;
      case trainer_field::kEosPiece:
        model.eos_piece = field->bytes;
        break;
      default:
        break;
    }
  }
  return !reader.failed();
}

bool parse_normalizer(std::string_view bytes, SentencePieceModel& model) {
  ProtobufReader reader(bytes);
  while (const auto field = reader.next()) {
    const bool flag = field->number != 0;
    switch (field->id) {
      case normalizer_field::kMap:
        model.normalization_map = field->bytes;
        break;
      case normalizer_field::kAddDummyPrefix:
        model.add_dummy_prefix = flag;
        break;
      case normalizer_field::kRemoveExtraWhitespaces:
        model.remove_extra_whitespaces = flag;
        break;
      case normalizer_field::kEscapeWhitespaces:
        model.escape_whitespaces = flag;
        break;
      default:
        break;
    }
  }
  return !reader.failed();
}

void write_piece(ProtobufWriter& writer, std::string_view text, float score, TokenKind type) {
  ProtobufWriter piece;
  piece.add_bytes(piece_field::kText, text);
  piece.add_float(piece_field::kScore, score);
  piece.add_number(piece_field::kType, static_cast<std::uint64_t>(type));
  writer.add_bytes(model_field::kPiece, piece.message());
}

bool can_match_text(const Token& piece) {
  const bool text_type = piece.kind == TokenKind::kNormal ||
                         piece.kind == TokenKind::kUserDefined || piece.kind == TokenKind::kUnused;
  // sentencepiece takes user-defined pieces for C strings.
  const bool as_c_string =
      piece.kind != TokenKind::kUserDefined || piece.text.find('\0') == std::string::npos;
  return text_type && as_c_string && !piece.text.empty() && is_valid_utf8(piece.text);
}

}  // namespace

Result<SentencePieceModel> parse_sentencepiece_model(std::string_view bytes,
                                                     const std::string& where) {
  SentencePieceModel model;
  std::uint64_t model_type = kUnigram;
  bool sound = true;
  ProtobufReader reader(bytes);
  while (const auto field = reader.next()) {
    if (field->id == model_field::kPiece) {
      if (model.pieces.size() == kMaxTokens) {
        return fail(ErrorKind::kBadFile, where + " has more than " + std::to_string(kMaxTokens) +
                                             " pieces: it is no usable tokenizer");
      }
      sound = parse_piece(field->bytes, model.pieces.emplace_back()) && sound;
    } else if (field->id == model_field::kTrainer) {
      sound = parse_trainer(field->bytes, model, model_type) && sound;
    } else if (field->id == model_field::kNormalizer) {
      sound = parse_normalizer(field->bytes, model) && sound;
    }
  }
  if (reader.failed() || !sound) {
    return fail(ErrorKind::kBadFile,
                where + " is no sound SentencePiece model: download or copy it again");
  }
  if (model_type != kBpe) {
    const std::string name = model_type == kUnigram ? "unigram" : "word or character";
    return fail(ErrorKind::kUnsupported, where + " is a SentencePiece " + name +
                                             " model; choose a model whose tokenizer is BPE");
  }
  return model;
}

std::string serialise_sentencepiece_model(const SentencePieceModel& model) {
  ProtobufWriter writer;
  bool has_unknown = false;
  std::unordered_set<std::string_view> names;
  for (std::size_t i = 0; i < model.pieces.size(); ++i) {
    const auto& piece = model.pieces[i];
    const bool is_unknown = piece.kind == TokenKind::kUnknown && !has_unknown;
    has_unknown = has_unknown || is_unknown;
    const bool is_text = can_match_text(piece) && !piece.special && names.insert(piece.text).second;
    if (is_text || piece.kind == TokenKind::kByte) {
      write_piece(writer, piece.text, piece.score, piece.kind);
    } else {
      // Like the anchor, a name that begins with this byte occurs in no well-formed text.
      write_piece(writer, "\xFE" + std::to_string(i), piece.score,
                  is_unknown ? TokenKind::kUnknown : TokenKind::kControl);
    }
  }
  if (!has_unknown) write_piece(writer, "\xFEunknown", 0, TokenKind::kUnknown);
  write_piece(writer, kAnchor, 0, TokenKind::kUserDefined);

  ProtobufWriter trainer;
  trainer.add_number(trainer_field::kModelType, kBpe);
  trainer.add_number(trainer_field::kVocabularySize, model.pieces.size());
  trainer.add_number(trainer_field::kWhitespaceAsSuffix, model.whitespace_as_suffix);
  trainer.add_number(trainer_field::kByteFallback, model.byte_fallback);
  writer.add_bytes(model_field::kTrainer, trainer.message());

  ProtobufWriter normalizer;
  normalizer.add_bytes(normalizer_field::kName, "identity");
  normalizer.add_bytes(normalizer_field::kMap, model.normalization_map);
  normalizer.add_number(normalizer_field::kAddDummyPrefix, model.add_dummy_prefix);
  normalizer.add_number(normalizer_field::kRemoveExtraWhitespaces, model.remove_extra_whitespaces);
  normalizer.add_number(normalizer_field::kEscapeWhitespaces, model.escape_whitespaces);
  writer.add_bytes(model_field::kNormalizer, normalizer.message());
  return writer.message();
}

}  // namespace canter
