#include <set>
#include <utility>

#include "base/file.h"
#include "format/message.h"
#include "tokenizer/folder/settings.h"
#include "tokenizer/folder/tokenizer_json.h"
#include "tokenizer/sentencepiece/parts.h"
#include "tokenizer/tokenizer_parts.h"
#include "tokenizer/vocabulary/roles.h"

namespace canter {
namespace {

/// Added tokens stand right behind the vocabulary, or leave a few numbers free. Each number up to
/// theirs takes memory and time.
constexpr std::size_t kMostNewPieces = std::size_t{1} << 14;

constexpr std::uint64_t kLargestTokenizerFile = std::uint64_t{256} << 20;

/// The special names among them.
std::set<std::string, std::less<>> place_added_tokens(const std::vector<AddedToken>& added,
                                                      std::vector<Token>& pieces) {
  std::set<std::string, std::less<>> declared;
  for (const AddedToken& token : added) {
    if (token.text.empty()) continue;
    if (token.special) declared.insert(token.text);
    const auto id = static_cast<std::size_t>(token.id);
    if (id >= pieces.size()) pieces.resize(id + 1, Token{"", 0, TokenKind::kUnused});
    Token& piece = pieces[id];
    if (piece.kind == TokenKind::kUnknown || piece.kind == TokenKind::kByte) continue;
    const bool renamed = piece.text != token.text;
    if (renamed || (token.special && piece.kind == TokenKind::kNormal)) {
      piece.text = token.text;
      piece.kind = token.special ? TokenKind::kControl : TokenKind::kUserDefined;
    }
  }
  return declared;
}

TokenId find_named(const Vocabulary& vocabulary, const std::optional<std::string>& name,
                   TokenId otherwise) {
  if (!name) return otherwise;
  const TokenId marked = vocabulary.find_marked(*name);
  if (marked >= 0) return marked;
  const TokenId plain = vocabulary.find_plain(*name);
  return plain >= 0 ? plain : otherwise;
}

void read_roles(const FolderSettings& settings, Vocabulary& vocabulary) {
  vocabulary.bos = find_named(vocabulary, settings.token_name("bos_token"), vocabulary.bos);
  vocabulary.eos = find_named(vocabulary, settings.token_name("eos_token"), vocabulary.eos);
  vocabulary.adds_bos = vocabulary.bos >= 0 && settings.flag("add_bos_token", vocabulary.adds_bos);
  if (settings.flag("add_eos_token", false) && vocabulary.closing < 0)
    vocabulary.closing = vocabulary.eos;
  auto ends = settings.end_ids();
  if (vocabulary.eos < 0 && !ends.empty() && vocabulary.contains(ends.front())) {
    vocabulary.eos = ends.front();
  }
  collect_ends(vocabulary, std::move(ends));
}

Result<TokenizerParts> parts_from_sentencepiece(const std::filesystem::path& path,
                                                const FolderSettings& settings) {
  const auto where = file_name_in_quotes(path);
  const auto bytes = read_text_file(path);
  if (!bytes) return propagate(bytes);
  auto model = parse_sentencepiece_model(*bytes, where);
  if (!model) return propagate(model);
  const auto limit = std::min(kMaxTokens, model->pieces.size() + kMostNewPieces);
  const auto added = settings.added_tokens(limit, where);
  if (!added) return propagate(added);
  const auto declared = place_added_tokens(*added, model->pieces);
  remove_fillers(model->pieces);
  mark_special_tokens(model->pieces, KindsFrom::kSentencePiece, declared, settings.chat_template());
  model->add_dummy_prefix = settings.flag("add_prefix_space", model->add_dummy_prefix);
  const bool strips_behind = std::ranges::any_of(*added, &AddedToken::rstrip);
  const std::string bos = model->bos_piece;
  const std::string eos = model->eos_piece;
  auto parts =
      sentencepiece_parts(std::move(*model), settings.flag("legacy", true), strips_behind, where);
  if (!parts) return parts;
  parts->vocabulary->bos = parts->vocabulary->find_marked(bos);
  parts->vocabulary->eos = parts->vocabulary->find_marked(eos);
  parts->vocabulary->adds_bos = true;
  return parts;
}

Result<TokenizerParts> parts_from_json(const std::filesystem::path& path) {
  auto text = read_text_file(path, kLargestTokenizerFile);
  if (!text) return propagate(text);
  return tokenizer_parts_from_json(std::move(*text), file_name_in_quotes(path));
}

}  // namespace

Result<TokenizerParts> tokenizer_parts_from_folder(const std::filesystem::path& folder) {
  const auto settings = FolderSettings::read(folder);
  if (!settings) return propagate(settings);
  std::error_code ignored;
  const auto json = folder / "tokenizer.json";
  const auto model = folder / "tokenizer.model";
  Result<TokenizerParts> parts =
      fail(ErrorKind::kBadFile, in_quotes(folder.string()) +
                                    " has no tokenizer.json and no tokenizer.model; download "
                                    "either with the model");
  if (std::filesystem::exists(json, ignored)) {
    parts = parts_from_json(json);
  } else if (std::filesystem::exists(model, ignored)) {
    parts = parts_from_sentencepiece(model, *settings);
  }
  if (!parts) return parts;
  read_roles(*settings, *parts->vocabulary);
  parts->chat_template = settings->chat_template();
  return parts;
}

}  // namespace canter
