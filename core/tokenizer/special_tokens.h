#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tokenizer/sentencepiece_model.h"

namespace canter {

/// Which pieces are markup that nobody may type: control pieces, and user-defined ones that are
/// written `<|…|>`, are `declared` special by the model's files, or appear in its chat template in
/// angle or square brackets.
std::vector<bool> find_special_pieces(const std::vector<Piece>& pieces,
                                      const std::set<std::string, std::less<>>& declared,
                                      std::string_view chat_template);

/// Finds special tokens in markup.
class SpecialTokenFinder {
 public:
  /// Ordinary user-defined pieces are told apart because they, too, take the text they match before
  /// a special token can begin inside it.
  SpecialTokenFinder(const std::vector<Piece>& pieces, const std::vector<bool>& special);

  struct Segment {
    std::string_view text;
    std::int32_t token = -1;  ///< -1: ordinary text
  };

  /// `text` cut at its special tokens, the longest one first where several begin.
  std::vector<Segment> split(std::string_view text) const;

  /// The special token of exactly this text, or -1.
  std::int32_t token(std::string_view text) const;

 private:
  static constexpr std::int32_t kOrdinary = -1;

  std::unordered_map<std::string, std::int32_t> tokens_;
  std::array<std::vector<std::size_t>, 256> lengths_;  ///< by first byte, longest first
};

}  // namespace canter
