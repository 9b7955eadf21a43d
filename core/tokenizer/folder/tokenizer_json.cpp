#include "tokenizer/folder/tokenizer_json.h"

#include <algorithm>
#include <utility>

#include "format/message.h"
#include "tokenizer/encoders/bpe_encoder.h"
#include "tokenizer/folder/json_values.h"
#include "tokenizer/folder/pipeline_json.h"
#include "tokenizer/folder/tokenizer_json_file.h"
#include "tokenizer/gguf/pre_rules.h"
#include "tokenizer/text/oniguruma_pattern.h"
#include "tokenizer/vocabulary/byte_piece.h"

namespace canter {
namespace {

using nlohmann::json;

/// Ids may leave some numbers free, but each takes memory.
constexpr std::size_t kMostFreeIds = std::size_t{1} << 16;

/// Splitting at spaces after there are none left changes nothing; Gemma's files do so.
bool is_raw_bpe(const std::vector<NormalizerStep>& normalizer,
                const std::vector<PreTokenizerStep>& steps, const BpeSettings& model) {
  const PreTokenizerStep at_spaces{.pattern = literal_pattern(" "),
                                   .behavior = SplitBehavior::kMergedWithPrevious};
  return normalizer == std::vector{space_symbols()} &&
         (steps.empty() || steps == std::vector{at_spaces}) && model.byte_fallback &&
         model.fuse_unknown && !model.ignore_merges;
}

/// The parts of one file, from the bottom up.
class Builder {
 public:
  Builder(TokenizerJsonFile file, const std::string& where)
      : file_(std::move(file)), where_(where) {}

  Result<TokenizerParts> build(std::string text);

 private:
  Result<void> check_model();
  Result<void> place(std::uint64_t id, std::string text, TokenKind kind);
  Result<void> read_vocabulary();
  Result<void> read_added_tokens();
  Result<std::vector<Merge>> resolve_merges(const Vocabulary& vocabulary) const;
  Result<BpeParts> read_pipeline(const Vocabulary& vocabulary);
  void read_roles(Vocabulary& vocabulary) const;

  const json& part(const char* name) const {
    static const json none;
    const json* found = json_member(file_.rest, name);
    return found ? *found : none;
  }

  tl::unexpected<Error> refuse(const std::string& why) const {
    return fail(ErrorKind::kBadFile, where_ + " " + why + "; " + std::string(kDamagedFile));
  }
  /// Puts the file's name in front.
  tl::unexpected<Error> refuse(const Error& error) const {
    return fail(error.kind, where_ + ": " + error.message);
  }

  TokenizerJsonFile file_;
  std::string where_;
  std::size_t id_limit_ = 0;
  std::vector<Token> tokens_;
  std::vector<AddedToken> added_;
};

Result<void> Builder::check_model() {
  const json& model = part("model");
  const auto type = json_text(model, "type").value_or("BPE");
  if (type != "BPE") {
    return fail(ErrorKind::kUnsupported, where_ + " is a tokenizer of kind " + in_quotes(type) +
                                             "; only BPE can be used: choose another model");
  }
  for (const char* name : {"continuing_subword_prefix", "end_of_word_suffix"}) {
    if (!json_text(model, name).value_or("").empty()) {
      return fail(ErrorKind::kUnsupported, where_ + " marks parts of words by a " +
                                               in_quotes(name) +
                                               ", which is not supported: choose another model");
    }
  }
  return {};
}

Result<void> Builder::place(std::uint64_t id, std::string text, TokenKind kind) {
  if (id >= id_limit_) {
    return refuse("gives " + in_quotes(text) + " the number " + std::to_string(id) +
                  ", far outside the vocabulary");
  }
  if (id >= tokens_.size()) tokens_.resize(id + 1, Token{"", 0, TokenKind::kUnused});
  Token& token = tokens_[id];
  if (kind == TokenKind::kNormal && !token.text.empty() && token.text != text) {
    return refuse("gives two tokens the number " + std::to_string(id));
  }
  token = {std::move(text), 0, kind, kind == TokenKind::kControl};
  return {};
}

Result<void> Builder::read_vocabulary() {
  if (file_.vocabulary.empty()) return refuse("has no vocabulary");
  id_limit_ = std::min(kMaxTokens, file_.vocabulary.size() + kMostFreeIds);
  tokens_.reserve(file_.vocabulary.size() + 1024);
  const bool has_bytes = json_flag(part("model"), "byte_fallback", false);
  for (auto& [text, id] : file_.vocabulary) {
    const bool is_byte = has_bytes && byte_of_piece(text);
    if (auto placed = place(id, std::move(text), is_byte ? TokenKind::kByte : TokenKind::kNormal);
        !placed) {
      return placed;
    }
  }
  file_.vocabulary = {};
  return {};
}

Result<void> Builder::read_added_tokens() {
  const json& list = part("added_tokens");
  if (!list.is_array()) return {};
  for (const json& entry : list) {
    const auto text = json_text(entry, "content");
    const json* id = json_member(entry, "id");
    if (!text || !id || !id->is_number_unsigned())
      return refuse("has an added token without an id");
    AddedToken token{.text = *text,
                     .special = json_flag(entry, "special", false),
                     .lstrip = json_flag(entry, "lstrip", false),
                     .rstrip = json_flag(entry, "rstrip", false),
                     .single_word = json_flag(entry, "single_word", false),
                     .normalized = json_flag(entry, "normalized", false)};
    if (token.text.empty()) continue;
    const auto kind = token.special ? TokenKind::kControl : TokenKind::kUserDefined;
    if (auto placed = place(id->get<std::uint64_t>(), *text, kind); !placed) return placed;
    token.id = id->get<TokenId>();
    added_.push_back(std::move(token));
  }
  // Characters without a token become it, wherever they come from.
  const auto unknown = json_text(part("model"), "unk_token");
  for (Token& token : tokens_) token.special = token.special && token.text != unknown;
  return {};
}

Result<std::vector<Merge>> Builder::resolve_merges(const Vocabulary& vocabulary) const {
  std::vector<Merge> merges;
  merges.reserve(file_.merges.size());
  std::string both;
  for (const auto& [left, right] : file_.merges) {
    both.assign(left).append(right);
    const Merge merge{vocabulary.find_plain(left), vocabulary.find_plain(right),
                      vocabulary.find_plain(both)};
    const bool is_known = merge.left >= 0 && merge.right >= 0 && merge.result >= 0;
    if (is_known) {
      merges.push_back(merge);
    } else if (vocabulary.find_marked(left) < 0 && vocabulary.find_marked(right) < 0 &&
               vocabulary.find_marked(both) < 0) {
      return refuse("merges " + in_quotes(left) + " and " + in_quotes(right) +
                    ", which its vocabulary lacks");
    }
  }
  return merges;
}

Result<BpeParts> Builder::read_pipeline(const Vocabulary& vocabulary) {
  const json& model = part("model");
  BpeParts bpe;
  const auto normalizer_steps = normalizer_from_json(part("normalizer"));
  if (!normalizer_steps) return refuse(normalizer_steps.error());
  const auto steps = pre_tokenizer_from_json(part("pre_tokenizer"));
  if (!steps) return refuse(steps.error());
  auto normalizer = Normalizer::create(*normalizer_steps);
  if (!normalizer) return refuse(normalizer.error());
  auto pre_tokenizer = PreTokenizer::create(*steps);
  if (!pre_tokenizer) return refuse(pre_tokenizer.error());

  auto merges = resolve_merges(vocabulary);
  if (!merges) return propagate(merges);
  bpe.model.merges = std::move(*merges);
  file_.merges = {};
  bpe.model.unknown = vocabulary.unknown;
  bpe.model.fuse_unknown = json_flag(model, "fuse_unk", false);
  bpe.model.byte_fallback = json_flag(model, "byte_fallback", false);
  bpe.model.ignore_merges = json_flag(model, "ignore_merges", false);
  const PreRule* rule = find_pre_rule(*normalizer_steps, *steps, bpe.model.ignore_merges);
  if (rule) bpe.pre = rule->names.front();
  if (is_raw_bpe(*normalizer_steps, *steps, bpe.model)) bpe.pre = kRawBpe;
  bpe.normalizer = std::move(*normalizer);
  bpe.pre_tokenizer = std::move(*pre_tokenizer);
  std::ranges::copy_if(added_, std::back_inserter(bpe.normalized_tokens), &AddedToken::normalized);
  return bpe;
}

void Builder::read_roles(Vocabulary& vocabulary) const {
  const auto id_of = [&](const std::string& text) {
    const TokenId marked = vocabulary.find_marked(text);
    return marked >= 0 ? marked : vocabulary.find_plain(text);
  };
  if (const auto unknown = json_text(part("model"), "unk_token")) {
    vocabulary.unknown = id_of(*unknown);
  }
  const TextEnds ends = text_ends_from_json(part("post_processor"));
  if (ends.start) {
    vocabulary.bos = id_of(*ends.start);
    vocabulary.adds_bos = vocabulary.bos >= 0;
  }
  if (ends.closing) vocabulary.closing = id_of(*ends.closing);
}

Result<TokenizerParts> Builder::build(std::string text) {
  for (const auto step :
       {&Builder::check_model, &Builder::read_vocabulary, &Builder::read_added_tokens}) {
    if (auto done = (this->*step)(); !done) return propagate(done);
  }
  TokenizerParts parts;
  remove_fillers(tokens_);
  parts.vocabulary = std::make_unique<Vocabulary>(std::move(tokens_));
  read_roles(*parts.vocabulary);
  auto bpe = read_pipeline(*parts.vocabulary);
  if (!bpe) return propagate(bpe);
  if (bpe->pre.empty()) bpe->json = std::move(text);
  auto encoder = BpeEncoder::create(*parts.vocabulary, std::move(*bpe));
  if (!encoder) return refuse(encoder.error());
  parts.encoder = std::move(*encoder);
  std::erase_if(added_, &AddedToken::normalized);
  parts.added = AddedTokens(std::move(added_));
  auto rules = decoding_rules_from_json(part("decoder"));
  if (!rules) return refuse(rules.error());
  parts.decoder = TokenDecoder(std::move(*rules));
  return parts;
}

}  // namespace

Result<TokenizerParts> tokenizer_parts_from_json(std::string text, const std::string& where) {
  auto file = parse_tokenizer_json(text, where);
  if (!file) return propagate(file);
  return Builder(std::move(*file), where).build(std::move(text));
}

}  // namespace canter
