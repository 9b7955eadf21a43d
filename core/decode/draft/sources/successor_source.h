#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "decode/draft/draft_source.h"
#include "decode/draft/sources/successor_table.h"
#include "decode/scored_token.h"

namespace canter {

/// Candidates from what the model found likely when it last stood behind the same one, two or three
/// tokens. Learns from every row that the model has judged.
class SuccessorSource final : public DraftSource {
 public:
  explicit SuccessorSource(int vocabulary) : vocabulary_(vocabulary) {}

  SourceId id() const override { return SourceId::kSuccessors; }
  void begin_step(std::span<const TokenId> text) override { text_ = text; }
  void propose(const DraftTree& tree, int node, std::vector<Candidate>& candidates) override;
  void learn_first(std::span<const TokenId> prompt, std::span<const float> logits) override;
  void learn(const JudgedStep& step) override;

  /// SuccessorTable::to_bytes(), and no row is news any more.
  std::string to_bytes();
  /// Adds to what is known; false for bytes that cannot be read.
  bool from_bytes(std::string_view bytes) { return table_.from_bytes(bytes, vocabulary_); }
  /// Rows learned since to_bytes().
  int news() const { return news_; }

 private:
  using Tail = std::array<TokenId, SuccessorTable::kMostOrder>;
  void set(std::span<const TokenId> context, std::span<const float> logits);

  int vocabulary_;
  int news_ = 0;
  SuccessorTable table_;
  std::span<const TokenId> text_;  // of the step that is being planned
  std::vector<Successor> found_, mixed_;
  std::vector<ScoredToken> best_;
};

}  // namespace canter
