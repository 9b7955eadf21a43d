#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/file.h"
#include "format/message.h"
#include "format/strict_json.h"
#include "tokenizer/tokenizer_data.h"

namespace canter {
namespace {

using nlohmann::json;

/// null when there is no such file.
Result<json> read_json(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return json();
  const auto text = read_text_file(path);
  if (!text) return propagate(text);
  return parse_strict_json(*text, file_name_in_quotes(path), {.depth = 16});
}

const json* member(const json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

std::optional<std::string> text_member(const json& object, const char* name) {
  const auto* value = member(object, name);
  if (!value || !value->is_string()) return std::nullopt;
  return value->get<std::string>();
}

bool flag_member(const json& object, const char* name, bool missing) {
  const auto* value = member(object, name);
  return value && value->is_boolean() ? value->get<bool>() : missing;
}

/// Token names are strings or objects like {"content": "<s>", ...}.
std::optional<std::string> token_name(const json& config, const char* name) {
  const auto* value = member(config, name);
  if (value && value->is_object()) return text_member(*value, "content");
  return text_member(config, name);
}

struct AddedToken {
  std::string text;
  bool special = false;
};

using AddedTokens = std::map<std::size_t, AddedToken>;

/// Added tokens stand right behind the vocabulary, or leave a few numbers free. Each number up to
/// theirs takes memory and time.
constexpr std::size_t kMostNewPieces = std::size_t{1} << 14;

/// From `added_tokens.json` ({"<|im_end|>": 32000}), then `added_tokens_decoder`
/// ({"32000": {"content": "<|im_end|>", "special": true}}), which knows more.
Result<AddedTokens> read_added_tokens(const TokenizerData& data, const json& list,
                                      const json& config) {
  AddedTokens added;
  const std::size_t end_of_numbers =
      std::min(kMaxPieces, data.model.pieces.size() + kMostNewPieces);
  const auto bad_number = [&](const std::string& number) {
    return fail(ErrorKind::kBadFile,
                data.where + ": an added token has the number " + in_quotes(number) +
                    ", far outside the vocabulary: get the model's files again");
  };
  if (list.is_object()) {
    for (const auto& [text, id] : list.items()) {
      if (!id.is_number_unsigned() || id.get<std::uint64_t>() >= end_of_numbers) {
        return bad_number(id.dump(-1, ' ', true, json::error_handler_t::replace));
      }
      added[id.get<std::size_t>()] = {text, true};
    }
  }
  const auto* decoder = member(config, "added_tokens_decoder");
  if (!decoder || !decoder->is_object()) return added;
  for (const auto& [number, token] : decoder->items()) {
    std::size_t id = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), id);
    if (error != std::errc() || end != number.data() + number.size() || id >= end_of_numbers) {
      return bad_number(number);
    }
    if (auto text = text_member(token, "content")) {
      added[id] = {std::move(*text), flag_member(token, "special", false)};
    }
  }
  return added;
}

void add_tokens(const AddedTokens& added, TokenizerData& data) {
  auto& pieces = data.model.pieces;
  for (const auto& [id, token] : added) {
    if (token.text.empty()) continue;
    if (token.special) data.declared_special.insert(token.text);
    const bool is_new = id >= pieces.size();
    if (is_new) pieces.resize(id + 1, Piece{"", 0, PieceType::kUnused});
    auto& piece = pieces[id];
    if (piece.type == PieceType::kUnknown || piece.type == PieceType::kByte) continue;
    const bool renamed = piece.text != token.text;
    if (renamed || (token.special && piece.type == PieceType::kNormal)) {
      piece.text = token.text;
      piece.type = token.special ? PieceType::kControl : PieceType::kUserDefined;
    }
  }
}

void read_end_tokens(const json& generation_config, TokenizerData& data) {
  const auto* value = member(generation_config, "eos_token_id");
  if (!value) return;
  const auto add = [&](const json& id) {
    if (!id.is_number_unsigned() || id.get<std::uint64_t>() >= kMaxPieces) return;
    data.end_tokens.push_back(id.get<std::int32_t>());
  };
  if (!value->is_array()) return add(*value);
  for (const auto& id : *value) add(id);
}

/// A string, or a list of {"name": ..., "template": ...}; `chat_template.jinja` comes first.
Result<std::string> read_chat_template(const std::filesystem::path& folder, const json& config) {
  const auto file = folder / "chat_template.jinja";
  std::error_code ignored;
  if (std::filesystem::exists(file, ignored)) return read_text_file(file);

  const auto* value = member(config, "chat_template");
  if (!value) return std::string();
  if (value->is_string()) return value->get<std::string>();
  if (value->is_array()) {
    for (const auto& entry : *value) {
      if (text_member(entry, "name") == "default") {
        return text_member(entry, "template").value_or("");
      }
    }
  }
  return std::string();
}

std::int32_t find_named_token(const TokenizerData& data, const std::optional<std::string>& name,
                              std::string_view otherwise) {
  if (name) {
    for (const auto type : {PieceType::kControl, PieceType::kUserDefined}) {
      if (const auto id = find_piece(data.model, *name, type); id >= 0) return id;
    }
  }
  return find_piece(data.model, otherwise, PieceType::kControl);
}

Result<SentencePieceModel> read_model(const std::filesystem::path& folder,
                                      const std::string& where) {
  const auto path = folder / "tokenizer.model";
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    if (std::filesystem::exists(folder / "tokenizer.json", ignored)) {
      return fail(ErrorKind::kUnsupported,
                  in_quotes(folder.string()) +
                      " has a tokenizer.json but no tokenizer.model; only SentencePiece "
                      "tokenizers can be used: choose a model that has one");
    }
    return fail(ErrorKind::kBadFile,
                in_quotes(folder.string()) + " has no tokenizer.model; download it with the model");
  }
  const auto bytes = read_text_file(path);
  if (!bytes) return propagate(bytes);
  return parse_sentencepiece_model(*bytes, where);
}

}  // namespace

Result<TokenizerData> tokenizer_data_from_folder(const std::filesystem::path& folder) {
  TokenizerData data;
  data.where = file_name_in_quotes(folder / "tokenizer.model");
  auto model = read_model(folder, data.where);
  if (!model) return propagate(model);
  data.model = std::move(*model);

  const auto config = read_json(folder / "tokenizer_config.json");
  const auto list = read_json(folder / "added_tokens.json");
  const auto generation = read_json(folder / "generation_config.json");
  const auto model_config = read_json(folder / "config.json");
  for (const auto* file : {&config, &list, &generation, &model_config}) {
    if (!*file) return propagate(*file);
  }
  const auto added = read_added_tokens(data, *list, *config);
  if (!added) return propagate(added);
  add_tokens(*added, data);

  auto chat_template = read_chat_template(folder, *config);
  if (!chat_template) return propagate(chat_template);
  data.chat_template = std::move(*chat_template);

  data.model.add_dummy_prefix =
      flag_member(*config, "add_prefix_space", data.model.add_dummy_prefix);
  data.adds_bos = flag_member(*config, "add_bos_token", true);
  data.bos = find_named_token(data, token_name(*config, "bos_token"), data.model.bos_piece);
  data.eos = find_named_token(data, token_name(*config, "eos_token"), data.model.eos_piece);
  read_end_tokens(*generation, data);
  read_end_tokens(*model_config, data);
  return data;
}

}  // namespace canter
