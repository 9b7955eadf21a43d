#include <limits>

#include "format/message.h"
#include "tokenizer/tokenizer_data.h"

namespace canter {
namespace {

const std::string kPrefix = "tokenizer.ggml.";

Result<void> read_pieces(const GgufFile& file, TokenizerData& data) {
  const auto* tokens = file.get_array(kPrefix + "tokens");
  const auto* scores = file.get_array(kPrefix + "scores");
  const auto* types = file.get_array(kPrefix + "token_type");
  const auto refuse = [&](const std::string& why) {
    return fail(ErrorKind::kBadFile,
                data.where + ": " + why + "; convert the model again or get another copy");
  };
  if (!tokens || tokens->strings.empty()) return refuse("the vocabulary is empty");
  if (!scores) return refuse("the vocabulary has no scores, so it cannot be SentencePiece BPE");
  if (!types) return refuse("the vocabulary has no token types");

  const std::size_t count = tokens->strings.size();
  if (scores->floats.size() != count || types->integers.size() != count) {
    return refuse("it has " + std::to_string(count) + " tokens but " +
                  std::to_string(scores->floats.size()) + " scores and " +
                  std::to_string(types->integers.size()) + " types");
  }
  if (count > kMaxPieces) return refuse("the vocabulary has too many tokens");

  data.model.pieces.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto type = types->integers[i];
    if (type < 1 || type > 6) {
      return refuse("token " + std::to_string(i) + " has the unknown type " + std::to_string(type));
    }
    // A score too large for a float becomes infinite there and is refused later.
    auto score = static_cast<float>(scores->floats[i]);
    data.model.pieces[i] = {tokens->strings[i], score, static_cast<PieceType>(type)};
    if (type == static_cast<int>(PieceType::kByte)) data.model.byte_fallback = true;
  }
  return {};
}

/// `missing` when the file does not name this token.
Result<std::int32_t> read_token(const GgufFile& file, const TokenizerData& data,
                                const std::string& key, std::int32_t missing) {
  const auto value = file.get_int(kPrefix + key);
  if (!value) return missing;
  if (*value == -1 || *value == std::numeric_limits<std::uint32_t>::max()) return -1;  // "none"
  if (*value < 0 || static_cast<std::uint64_t>(*value) >= data.model.pieces.size()) {
    return fail(ErrorKind::kBadFile, data.where + ": " + kPrefix + key + " is " +
                                         std::to_string(*value) + ", outside the vocabulary of " +
                                         std::to_string(data.model.pieces.size()));
  }
  return static_cast<std::int32_t>(*value);
}

Result<void> read_tokens(const GgufFile& file, TokenizerData& data) {
  const auto& model = data.model;
  const auto bos = read_token(file, data, "bos_token_id",
                              find_piece(model, model.bos_piece, PieceType::kControl));
  const auto eos = read_token(file, data, "eos_token_id",
                              find_piece(model, model.eos_piece, PieceType::kControl));
  const auto unknown = read_token(file, data, "unknown_token_id", -1);
  for (const auto* id : {&bos, &eos, &unknown}) {
    if (!*id) return propagate(*id);
  }
  data.bos = *bos;
  data.eos = *eos;

  for (const std::string key : {"eot_token_id", "eom_token_id"}) {
    const auto id = read_token(file, data, key, -1);
    if (!id) return propagate(id);
    if (*id >= 0) data.end_tokens.push_back(*id);
  }

  if (*unknown < 0) return {};
  for (const auto& piece : model.pieces) {
    if (piece.type == PieceType::kUnknown) return {};
  }
  data.model.pieces[static_cast<std::size_t>(*unknown)].type = PieceType::kUnknown;
  return {};
}

}  // namespace

Result<TokenizerData> tokenizer_data_from_gguf(const GgufFile& file) {
  TokenizerData data;
  data.where = "The tokenizer of " + file_name_in_quotes(file.path());
  const auto kind = file.get_string(kPrefix + "model");
  if (!kind) {
    return fail(ErrorKind::kBadFile, file_name_in_quotes(file.path()) +
                                         " has no tokenizer; convert the model again with one");
  }
  if (*kind != "llama") {
    return fail(ErrorKind::kUnsupported,
                data.where + " is of kind " + in_quotes(*kind) +
                    "; only SentencePiece tokenizers (\"llama\") can be used");
  }
  if (const auto read = read_pieces(file, data); !read) return propagate(read);
  if (const auto read = read_tokens(file, data); !read) return propagate(read);

  auto& model = data.model;
  model.add_dummy_prefix = file.get_bool(kPrefix + "add_space_prefix").value_or(true);
  model.remove_extra_whitespaces =
      file.get_bool(kPrefix + "remove_extra_whitespaces").value_or(false);
  if (const auto* map = file.get_array(kPrefix + "precompiled_charsmap")) {
    for (const auto byte : map->integers) {
      model.normalization_map.push_back(static_cast<char>(byte));
    }
  }
  data.adds_bos = file.get_bool(kPrefix + "add_bos_token").value_or(true);
  data.chat_template = file.get_string("tokenizer.chat_template").value_or("");
  return data;
}

GgufEntries tokenizer_data_to_gguf(const TokenizerData& data) {
  GgufEntries metadata;
  const auto add = [&](const std::string& key, GgufValueType type, auto value) {
    metadata.emplace_back(kPrefix + key, GgufValue{type, std::move(value)});
  };
  const auto add_token = [&](const std::string& key, std::int32_t token) {
    if (token >= 0) add(key, GgufValueType::kUint32, std::int64_t{token});
  };

  GgufArray tokens{GgufValueType::kString, {}, {}, {}};
  GgufArray scores{GgufValueType::kFloat32, {}, {}, {}};
  GgufArray types{GgufValueType::kInt32, {}, {}, {}};
  std::int32_t unknown = -1;
  for (const Piece& piece : data.model.pieces) {
    if (piece.type == PieceType::kUnknown) unknown = std::int32_t(tokens.strings.size());
    tokens.strings.push_back(piece.text);
    scores.floats.push_back(piece.score);
    types.integers.push_back(static_cast<int>(piece.type));
  }
  add("model", GgufValueType::kString, std::string("llama"));
  add("tokens", GgufValueType::kArray, std::move(tokens));
  add("scores", GgufValueType::kArray, std::move(scores));
  add("token_type", GgufValueType::kArray, std::move(types));
  add_token("bos_token_id", data.bos);
  add_token("eos_token_id", data.eos);
  add_token("unknown_token_id", unknown);
  for (const std::int32_t token : data.end_tokens) {
    if (token == data.eos) continue;
    add_token("eot_token_id", token);
    break;
  }
  add("add_bos_token", GgufValueType::kBool, std::int64_t{data.adds_bos});
  add("add_space_prefix", GgufValueType::kBool, std::int64_t{data.model.add_dummy_prefix});
  add("remove_extra_whitespaces", GgufValueType::kBool,
      std::int64_t{data.model.remove_extra_whitespaces});
  if (!data.model.normalization_map.empty()) {
    GgufArray map{GgufValueType::kUint8, {}, {}, {}};
    for (const char c : data.model.normalization_map)
      map.integers.push_back(static_cast<unsigned char>(c));
    add("precompiled_charsmap", GgufValueType::kArray, std::move(map));
  }
  if (!data.chat_template.empty())
    metadata.emplace_back("tokenizer.chat_template",
                          GgufValue{GgufValueType::kString, data.chat_template});
  return metadata;
}

}  // namespace canter
