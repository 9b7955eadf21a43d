#include <algorithm>
#include <limits>
#include <utility>

#include "format/message.h"
#include "tokenizer/encoders/bpe_encoder.h"
#include "tokenizer/folder/tokenizer_json.h"
#include "tokenizer/gguf/keys.h"
#include "tokenizer/gguf/pre_rules.h"
#include "tokenizer/sentencepiece/parts.h"
#include "tokenizer/text/replace_all.h"
#include "tokenizer/tokenizer_parts.h"
#include "tokenizer/vocabulary/roles.h"
#include "tokenizer/vocabulary/space_symbol.h"

namespace canter {
namespace {

using gguf_key::kPrefix;

/// Reads the metadata of one file.
class Reader {
 public:
  explicit Reader(const GgufFile& file)
      : file_(file), where_("The tokenizer of " + file_name_in_quotes(file.path())) {}

  Result<TokenizerParts> read();

 private:
  Result<TokenizerParts> read_kind(const std::string& kind);
  Result<TokenizerParts> read_json(std::string_view text);
  Result<TokenizerParts> read_sentencepiece();
  Result<TokenizerParts> read_bpe(bool byte_level);
  Result<std::vector<Token>> read_tokens(bool needs_scores);
  Result<std::vector<Merge>> read_merges(const Vocabulary& vocabulary);
  Result<const PreRule*> choose_pre_rule();
  void read_roles(Vocabulary& vocabulary, bool adds_bos);
  TokenId read_role(const Vocabulary& vocabulary, const std::string& key, TokenId missing);

  tl::unexpected<Error> refuse(const std::string& why) const {
    return fail(ErrorKind::kBadFile,
                where_ + ": " + why + "; convert the model again or get another copy");
  }

  const GgufFile& file_;
  std::string where_;
  std::string chat_template_;
  std::vector<std::string> notes_;
};

Result<std::vector<Token>> Reader::read_tokens(bool needs_scores) {
  const auto* texts = file_.get_array(kPrefix + "tokens");
  const auto* scores = file_.get_array(kPrefix + "scores");
  const auto* kinds = file_.get_array(kPrefix + "token_type");
  if (!texts || texts->strings.empty()) return refuse("the vocabulary is empty");
  if (needs_scores && !scores) {
    return refuse("the vocabulary has no scores, so it cannot be SentencePiece BPE");
  }
  if (needs_scores && !kinds) return refuse("the vocabulary has no token types");

  const std::size_t count = texts->strings.size();
  if ((scores && scores->floats.size() != count) || (kinds && kinds->integers.size() != count)) {
    return refuse("it has " + std::to_string(count) + " tokens but " +
                  std::to_string(scores ? scores->floats.size() : count) + " scores and " +
                  std::to_string(kinds ? kinds->integers.size() : count) + " types");
  }
  if (count > kMaxTokens) return refuse("the vocabulary has too many tokens");

  std::vector<Token> tokens(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto kind = kinds ? kinds->integers[i] : 1;
    if (kind < 1 || kind > 6) {
      return refuse("token " + std::to_string(i) + " has the unknown type " + std::to_string(kind));
    }
    // A score too large for a float becomes infinite there and is refused later.
    const auto score = scores ? static_cast<float>(scores->floats[i]) : 0;
    tokens[i] = {texts->strings[i], score, static_cast<TokenKind>(kind)};
  }
  remove_fillers(tokens);
  if (tokens.empty()) return refuse("the vocabulary is empty");
  return tokens;
}

TokenId Reader::read_role(const Vocabulary& vocabulary, const std::string& key, TokenId missing) {
  const auto value = file_.get_int(kPrefix + key);
  if (!value) return missing;
  if (*value == -1 || *value == std::numeric_limits<std::uint32_t>::max()) return -1;  // "none"
  if (*value >= 0 && *value < vocabulary.size()) return static_cast<TokenId>(*value);
  notes_.push_back(where_ + ": " + kPrefix + key + " is " + std::to_string(*value) +
                   ", outside the vocabulary of " + std::to_string(vocabulary.size()) +
                   (missing < 0 ? "; it is left out"
                                : "; " + in_quotes(vocabulary[missing].text) + " is used instead"));
  return missing;
}

void Reader::read_roles(Vocabulary& vocabulary, bool adds_bos) {
  vocabulary.bos = read_role(vocabulary, "bos_token_id", vocabulary.find_marked("<s>"));
  vocabulary.eos = read_role(vocabulary, "eos_token_id", vocabulary.find_marked("</s>"));
  vocabulary.unknown = read_role(vocabulary, "unknown_token_id", -1);
  vocabulary.adds_bos =
      vocabulary.bos >= 0 && file_.get_bool(kPrefix + "add_bos_token").value_or(adds_bos);
  if (file_.get_bool(kPrefix + "add_eos_token").value_or(false))
    vocabulary.closing = vocabulary.eos;
  collect_ends(vocabulary, {read_role(vocabulary, "eot_token_id", -1),
                            read_role(vocabulary, "eom_token_id", -1)});
}

Result<TokenizerParts> Reader::read_sentencepiece() {
  auto tokens = read_tokens(true);
  if (!tokens) return propagate(tokens);
  SentencePieceModel model;
  model.pieces = std::move(*tokens);
  bool has_unknown = false;
  for (Token& piece : model.pieces) {
    if (piece.kind == TokenKind::kUserDefined) replace_all(piece.text, " ", kSpaceSymbol);
    if (piece.kind == TokenKind::kByte) model.byte_fallback = true;
    if (piece.kind == TokenKind::kUnknown) has_unknown = true;
  }
  const auto unknown = file_.get_int(kPrefix + "unknown_token_id").value_or(-1);
  if (!has_unknown && unknown >= 0 && static_cast<std::size_t>(unknown) < model.pieces.size()) {
    model.pieces[static_cast<std::size_t>(unknown)].kind = TokenKind::kUnknown;
  }
  mark_special_tokens(model.pieces, KindsFrom::kSentencePiece, {}, chat_template_);

  model.add_dummy_prefix = file_.get_bool(kPrefix + "add_space_prefix").value_or(true);
  model.remove_extra_whitespaces =
      file_.get_bool(kPrefix + "remove_extra_whitespaces").value_or(false);
  if (const auto* map = file_.get_array(kPrefix + "precompiled_charsmap")) {
    for (const auto byte : map->integers) {
      model.normalization_map.push_back(static_cast<char>(byte));
    }
  }
  const bool is_phi3 = file_.get_string("general.architecture") == "phi3";
  auto parts = sentencepiece_parts(std::move(model), true, is_phi3, where_);
  if (parts) read_roles(*parts->vocabulary, true);
  return parts;
}

Result<std::vector<Merge>> Reader::read_merges(const Vocabulary& vocabulary) {
  const auto* texts = file_.get_array(kPrefix + "merges");
  if (!texts) return refuse("it has no merges, so it cannot be BPE");
  std::vector<Merge> merges;
  merges.reserve(texts->strings.size());
  std::size_t lost = 0;
  for (const std::string_view text : texts->strings) {
    const auto space = text.find(' ', 1);
    if (space == text.npos) return refuse("the merge " + in_quotes(text) + " names no two tokens");
    const auto left = text.substr(0, space);
    const auto right = text.substr(space + 1);
    const Merge merge{vocabulary.find_plain(left), vocabulary.find_plain(right),
                      vocabulary.find_plain(std::string(left).append(right))};
    if (merge.left < 0 || merge.right < 0 || merge.result < 0) {
      ++lost;
    } else if (!vocabulary[merge.result].special) {
      merges.push_back(merge);
    }
  }
  if (lost > 0) {
    notes_.push_back(where_ + ": " + std::to_string(lost) + " of its " +
                     std::to_string(texts->strings.size()) +
                     " merges name tokens that the vocabulary lacks; they are left out");
  }
  return merges;
}

/// Older files do not name their rule; the family or the vocabulary tells it then.
Result<const PreRule*> Reader::choose_pre_rule() {
  const std::string name(file_.get_string(kPrefix + "pre").value_or("default"));
  if (name != "default") {
    if (const auto* rule = find_pre_rule(name)) return rule;
    return fail(ErrorKind::kUnsupported,
                where_ + " cuts text by the rule " + in_quotes(name) +
                    ", which this version does not know; use the model's folder with its "
                    "tokenizer.json, or another model");
  }
  const auto architecture = file_.get_string("general.architecture").value_or("");
  const auto* tokens = file_.get_array(kPrefix + "tokens");
  const bool is_llama3 =
      std::ranges::find(tokens->strings, "<|begin_of_text|>") != tokens->strings.end();
  std::string_view guess = "gpt-2";
  if (is_llama3) guess = "llama-bpe";
  if (architecture.starts_with("qwen2") || architecture.starts_with("qwen3")) guess = "qwen2";
  if (architecture == "falcon") guess = "falcon";
  if (architecture == "starcoder2" || architecture == "starcoder") guess = "starcoder";
  notes_.push_back(where_ + " does not say by which rule it cuts text; that of " +
                   in_quotes(guess) + " is used, and answers may be worse if it is another");
  return find_pre_rule(guess);
}

Result<TokenizerParts> Reader::read_bpe(bool byte_level) {
  auto tokens = read_tokens(false);
  if (!tokens) return propagate(tokens);
  mark_special_tokens(*tokens, KindsFrom::kConverter, {}, chat_template_);
  const auto unknown = file_.get_int(kPrefix + "unknown_token_id").value_or(-1);
  if (!byte_level && unknown >= 0 && static_cast<std::size_t>(unknown) < tokens->size()) {
    // Characters without a token become it, wherever they come from.
    (*tokens)[static_cast<std::size_t>(unknown)].special = false;
  }

  TokenizerParts parts;
  std::vector<AddedToken> added;
  for (std::size_t i = 0; i < tokens->size(); ++i) {
    const Token& token = (*tokens)[i];
    if (token.kind == TokenKind::kControl || token.kind == TokenKind::kUserDefined) {
      added.push_back({.id = static_cast<TokenId>(i),
                       .text = token.text,
                       .special = token.special || token.kind == TokenKind::kControl});
    }
  }
  parts.added = AddedTokens(std::move(added));
  parts.vocabulary = std::make_unique<Vocabulary>(std::move(*tokens));

  BpeParts bpe;
  bool adds_bos = true;
  std::vector<PreTokenizerStep> steps;
  std::vector<NormalizerStep> normalizer;
  if (byte_level) {
    const auto rule = choose_pre_rule();
    if (!rule) return propagate(rule);
    steps = (*rule)->steps;
    if ((*rule)->nfc) normalizer.push_back({.kind = NormalizerStep::Kind::kNfc});
    bpe.model.ignore_merges = (*rule)->ignore_merges;
    bpe.pre = (*rule)->names.front();
    adds_bos = (*rule)->adds_bos;
  } else {
    normalizer.push_back(space_symbols());
    bpe.pre = kRawBpe;
    bpe.model.byte_fallback = true;
    bpe.model.fuse_unknown = true;
  }
  read_roles(*parts.vocabulary, adds_bos);
  if (!byte_level) bpe.model.unknown = parts.vocabulary->unknown;
  auto merges = read_merges(*parts.vocabulary);
  if (!merges) return propagate(merges);
  bpe.model.merges = std::move(*merges);

  auto compiled_normalizer = Normalizer::create(std::move(normalizer));
  if (!compiled_normalizer) return propagate(compiled_normalizer);
  bpe.normalizer = std::move(*compiled_normalizer);
  auto pre_tokenizer = PreTokenizer::create(std::move(steps));
  if (!pre_tokenizer) return propagate(pre_tokenizer);
  bpe.pre_tokenizer = std::move(*pre_tokenizer);
  auto encoder = BpeEncoder::create(*parts.vocabulary, std::move(bpe));
  if (!encoder) return propagate(encoder);
  parts.encoder = std::move(*encoder);
  parts.decoder = TokenDecoder(byte_level ? byte_level_decoding() : raw_bpe_decoding());
  return parts;
}

Result<TokenizerParts> Reader::read_kind(const std::string& kind) {
  if (kind == "llama") return read_sentencepiece();
  if (kind == "gpt2") return read_bpe(true);
  if (kind == "gemma4") return read_bpe(false);
  return fail(ErrorKind::kUnsupported, where_ + " is of kind " + in_quotes(kind) +
                                           "; only SentencePiece (\"llama\") and BPE (\"gpt2\", "
                                           "\"gemma4\") can be used");
}

/// Where the other keys do not name a rule, the file may hold the whole tokenizer.json.
Result<TokenizerParts> Reader::read_json(std::string_view text) {
  auto parts = tokenizer_parts_from_json(std::string(text), where_);
  if (parts) read_roles(*parts->vocabulary, parts->vocabulary->adds_bos);
  return parts;
}

Result<TokenizerParts> Reader::read() {
  const auto kind = file_.get_string(kPrefix + "model");
  if (!kind) {
    return fail(ErrorKind::kBadFile, file_name_in_quotes(file_.path()) +
                                         " has no tokenizer; convert the model again with one");
  }
  chat_template_ = file_.get_string(gguf_key::kChatTemplate).value_or("");
  const auto whole = file_.get_string(gguf_key::kHuggingFaceJson);
  const bool names_rule = find_pre_rule(file_.get_string(kPrefix + "pre").value_or("")) != nullptr;
  auto parts =
      whole && *kind != "llama" && !names_rule ? read_json(*whole) : read_kind(std::string(*kind));
  if (!parts) return parts;
  parts->chat_template = std::move(chat_template_);
  parts->notes = std::move(notes_);
  return parts;
}

}  // namespace

Result<TokenizerParts> tokenizer_parts_from_gguf(const GgufFile& file) {
  return Reader(file).read();
}

}  // namespace canter
