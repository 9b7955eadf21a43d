#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "decode/draft/draft_source.h"

namespace canter {

/// Candidates that need no tuning: what followed earlier matches of the last tokens ("prompt lookup
/// decoding", github.com/apoorvumang/prompt-lookup-decoding), in this text and in those that were
/// answered before, other versions of an answer among them. Code, quotes and lists repeat
/// themselves.
class TextSource final : public DraftSource {
 public:
  SourceId id() const override { return SourceId::kText; }
  void begin_answer(std::span<const TokenId> prompt) override;
  void begin_step(std::span<const TokenId> text) override;
  void propose(const DraftTree& tree, int node, std::vector<Candidate>& candidates) override;

 private:
  /// An earlier place that ended in the same `length` tokens.
  struct Match {
    int next = 0;  ///< place of the token that followed
    int length = 0;
  };
  struct Range {
    int first = 0, count = 0;
  };

  void add(std::span<const TokenId> tokens);
  /// Places that end as the text does behind `node`, into matches_.
  void find(const DraftTree& tree, int node);
  /// What of the parent's matches went on with the node's token.
  void follow(const Range& parent, TokenId token);

  std::vector<TokenId> known_;  // all texts, kApart between them
  std::vector<int> earlier_;    // [known_], the last place before with the same two tokens; -1
  std::unordered_map<std::uint64_t, int> latest_;  // of two tokens
  std::vector<TokenId> current_;                   // the text that known_ ends in

  // Of the step that is being planned.
  std::span<const TokenId> text_;
  std::vector<Match> matches_;
  std::vector<Range> of_node_;  // [nodes] of matches_
};

}  // namespace canter
