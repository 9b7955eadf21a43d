#include "tokenizer/tokenizer.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "tokenizer/tokenizer_parts.h"

namespace canter {
namespace {

/// Far beyond any model's context; tokenising takes about a hundred times the text in memory.
constexpr std::size_t kMaxTextBytes = std::size_t{8} << 20;

/// Parts in a row, and which ranges of them somebody typed.
struct JoinedText {
  std::string text;
  std::vector<ByteRange> content;

  explicit JoinedText(std::span<const Tokenizer::TextPart> parts) {
    for (const auto& part : parts) {
      const std::size_t begin = text.size();
      text += part.text;
      if (!part.allow_special && !part.text.empty()) content.push_back({begin, text.size()});
    }
  }
};

}  // namespace

struct Tokenizer::State {
  TokenizerParts parts;

  const Vocabulary& vocabulary() const { return *parts.vocabulary; }
};

Tokenizer::Tokenizer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;
Tokenizer::~Tokenizer() = default;

Result<Tokenizer> Tokenizer::from_gguf(const GgufFile& file) {
  auto parts = tokenizer_parts_from_gguf(file);
  if (!parts) return propagate(parts);
  return Tokenizer(std::make_unique<State>(State{std::move(*parts)}));
}

Result<Tokenizer> Tokenizer::from_folder(const std::filesystem::path& folder) {
  auto parts = tokenizer_parts_from_folder(folder);
  if (!parts) return propagate(parts);
  return Tokenizer(std::make_unique<State>(State{std::move(*parts)}));
}

Result<std::vector<TokenId>> Tokenizer::encode(std::string_view text,
                                               const EncodeOptions& options) const {
  const TextPart part{text, options.allow_special};
  return encode_parts({&part, 1}, options.add_bos);
}

Result<std::vector<TokenId>> Tokenizer::encode_whole(std::string_view text) const {
  auto tokens = encode(text, {.add_bos = true, .allow_special = true});
  if (tokens && closing() >= 0 && (tokens->empty() || tokens->back() != closing()))
    tokens->push_back(closing());
  return tokens;
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

  const JoinedText joined(parts);
  const std::string_view text = joined.text;
  std::vector<TokenId> tokens;
  std::size_t done = 0;
  const auto encode_up_to = [&](std::size_t end) -> Result<void> {
    if (end <= done) return {};
    const auto content = cut_ranges(joined.content, {done, end});
    return state_->parts.encoder->encode(
        {text.substr(done, end - done), content, done == 0, end == text.size()}, tokens);
  };
  for (const auto& [token, range] : state_->parts.added.find(text, joined.content)) {
    if (token < 0) continue;  // the encoder's business
    if (auto encoded = encode_up_to(range.begin); !encoded) return propagate(encoded);
    tokens.push_back(token);
    done = range.end;
  }
  if (auto encoded = encode_up_to(text.size()); !encoded) return propagate(encoded);
  const bool has_bos = !tokens.empty() && tokens.front() == bos();
  if (add_bos && adds_bos() && !has_bos) tokens.insert(tokens.begin(), bos());
  return tokens;
}

std::string Tokenizer::piece_bytes(TokenId token, bool show_special) const {
  bool at_start = false;
  return next_bytes(token, show_special, at_start).bytes;
}

Tokenizer::NextBytes Tokenizer::next_bytes(TokenId id, bool show_special, bool& at_start) const {
  if (!state_->vocabulary().contains(id)) return {};
  const Token& token = state_->vocabulary()[id];
  if (token.kind == TokenKind::kControl && !show_special) return {};
  const TokenDecoder& decoder = state_->parts.decoder;
  return {decoder.next_bytes(token, at_start),
          decoder.rules().whole_byte_runs && decoder.is_byte(token)};
}

std::string Tokenizer::decode(std::span<const TokenId> tokens, bool show_special) const {
  DetokenizerStream stream(*this, true, show_special);
  stream.holds_byte_runs_ = true;
  std::string text;
  for (const auto token : tokens) text += stream.push(token);
  return text + stream.finish();
}

std::size_t Tokenizer::memory_bytes() const {
  const TokenizerParts& parts = state_->parts;
  return parts.vocabulary->memory_bytes() + parts.added.memory_bytes() +
         parts.encoder->memory_bytes();
}

int Tokenizer::vocabulary_size() const {
  return state_->vocabulary().size();
}

const std::string& Tokenizer::stored_piece(TokenId token) const {
  static const std::string none;
  return state_->vocabulary().contains(token) ? state_->vocabulary()[token].text : none;
}

TokenId Tokenizer::bos() const {
  return state_->vocabulary().bos;
}
TokenId Tokenizer::eos() const {
  return state_->vocabulary().eos;
}
bool Tokenizer::adds_bos() const {
  return state_->vocabulary().adds_bos;
}
TokenId Tokenizer::closing() const {
  return state_->vocabulary().closing;
}

bool Tokenizer::ends_generation(TokenId token) const {
  return std::ranges::binary_search(state_->vocabulary().ends, token);
}

bool Tokenizer::is_special(TokenId token) const {
  return state_->vocabulary().contains(token) && state_->vocabulary()[token].special;
}

TokenId Tokenizer::find_special(std::string_view text) const {
  const TokenId token = find_added(text);
  return is_special(token) ? token : -1;
}

TokenId Tokenizer::find_added(std::string_view text) const {
  return state_->vocabulary().find_marked(text);
}

const std::string& Tokenizer::chat_template() const {
  return state_->parts.chat_template;
}
std::string Tokenizer::description() const {
  return std::string(state_->parts.encoder->description());
}
const std::vector<std::string>& Tokenizer::notes() const {
  return state_->parts.notes;
}
GgufEntries Tokenizer::gguf_metadata(int rows) const {
  return gguf_entries(state_->parts, rows);
}

}  // namespace canter
