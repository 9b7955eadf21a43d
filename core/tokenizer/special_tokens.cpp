#include "tokenizer/special_tokens.h"

#include <algorithm>
#include <functional>
#include <unordered_set>

namespace canter {
namespace {

constexpr std::size_t kMaxTemplateMarker = 64;

bool is_piped(std::string_view text) {
  return text.size() > 4 && text.starts_with("<|") && text.ends_with("|>");
}

/// Every stretch of `text` from an opening to a closing bracket, up to a length.
std::unordered_set<std::string_view> bracketed_stretches(std::string_view text) {
  std::unordered_set<std::string_view> found;
  for (auto begin = text.find_first_of("<["); begin != std::string_view::npos;
       begin = text.find_first_of("<[", begin + 1)) {
    const auto stretch = text.substr(begin, kMaxTemplateMarker);
    for (auto end = stretch.find_first_of(">]"); end != std::string_view::npos;
         end = stretch.find_first_of(">]", end + 1)) {
      found.insert(stretch.substr(0, end + 1));
    }
  }
  return found;
}

}  // namespace

std::vector<bool> find_special_pieces(const std::vector<Piece>& pieces,
                                      const std::set<std::string, std::less<>>& declared,
                                      std::string_view chat_template) {
  const auto in_template = bracketed_stretches(chat_template);
  std::vector<bool> special(pieces.size());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto& [text, score, type] = pieces[i];
    special[i] = type == PieceType::kControl ||
                 (type == PieceType::kUserDefined &&
                  (is_piped(text) || declared.contains(text) || in_template.contains(text)));
  }
  return special;
}

SpecialTokenFinder::SpecialTokenFinder(const std::vector<Piece>& pieces,
                                       const std::vector<bool>& special) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto& piece = pieces[i];
    if (piece.text.empty() || (!special[i] && piece.type != PieceType::kUserDefined)) continue;
    const auto token = special[i] ? static_cast<std::int32_t>(i) : kOrdinary;
    const auto [entry, is_new] = tokens_.emplace(piece.text, token);
    if (!is_new && entry->second == kOrdinary) entry->second = token;
    lengths_[static_cast<unsigned char>(piece.text.front())].push_back(piece.text.size());
  }
  for (auto& lengths : lengths_) {
    std::sort(lengths.begin(), lengths.end(), std::greater<>());
    lengths.erase(std::unique(lengths.begin(), lengths.end()), lengths.end());
  }
}

std::vector<SpecialTokenFinder::Segment> SpecialTokenFinder::split(std::string_view text) const {
  std::vector<Segment> segments;
  std::size_t plain_begin = 0;
  const auto end_plain = [&](std::size_t at) {
    if (at > plain_begin) segments.push_back({text.substr(plain_begin, at - plain_begin)});
  };

  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t step = 1;
    for (const auto length : lengths_[static_cast<unsigned char>(text[at])]) {
      if (length > text.size() - at) continue;
      const auto match = tokens_.find(std::string(text.substr(at, length)));
      if (match == tokens_.end()) continue;
      step = length;
      if (match->second != kOrdinary) {
        end_plain(at);
        segments.push_back({text.substr(at, length), match->second});
        plain_begin = at + length;
      }
      break;
    }
    at += step;
  }
  end_plain(text.size());
  return segments;
}

std::int32_t SpecialTokenFinder::token(std::string_view text) const {
  const auto match = tokens_.find(std::string(text));
  return match == tokens_.end() ? -1 : match->second;
}

}  // namespace canter
