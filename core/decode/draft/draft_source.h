#pragma once

#include <span>
#include <vector>

#include "decode/draft/draft_tree.h"
#include "decode/draft/evidence.h"
#include "decode/draft/source_set.h"
#include "tokenizer/tokenizer.h"

namespace canter {

/// A guess of the token behind a parent.
struct Candidate {
  TokenId token = 0;
  Evidence evidence;
};

/// A step that the model has judged.
struct JudgedStep {
  std::span<const TokenId> text;  ///< the root is text[root]; what was emitted follows it
  int root = 0;
  const DraftTree* tree = nullptr;
  std::span<const int> path;      ///< nodes that were passed, the root first
  std::span<const float> logits;  ///< [nodes, vocabulary]
};

/// Somewhere that drafts come from. What it proposes changes the time an answer takes, never its
/// text. Belongs to the drafter, and with it to one thread.
class DraftSource {
 public:
  /// Children of a node that are worth naming.
  static constexpr int kMostChildren = 8;

  DraftSource() = default;
  DraftSource(const DraftSource&) = delete;
  DraftSource& operator=(const DraftSource&) = delete;
  virtual ~DraftSource() = default;

  virtual SourceId id() const = 0;
  /// Proposing takes so long that it is done only where it seems to pay.
  virtual bool takes_time() const { return false; }
  /// Does it want to read()?
  virtual bool reads_states() const { return false; }
  /// Tokens became part of the text, from place `first` on, whatever was there before; the model's
  /// states behind them, [tokens, width], behind the last norm. Tokens that are taken from an
  /// earlier text as they were are not told again.
  virtual void read(int first, std::span<const TokenId> tokens, std::span<const float> states) {
    (void)first, (void)tokens, (void)states;
  }
  /// An answer to `prompt` begins.
  virtual void begin_answer(std::span<const TokenId> prompt) { (void)prompt; }
  /// A tree is to grow from the last token of `text`, the prompt and what was answered so far;
  /// `text` stays as it is until the step is learned.
  virtual void begin_step(std::span<const TokenId> text) = 0;
  /// Adds candidates for what follows `node`, the likeliest first. Every node is asked for once at
  /// most, after its parent; a source that takes time may not be asked for the parent.
  virtual void propose(const DraftTree& tree, int node, std::vector<Candidate>& candidates) = 0;
  /// Logits of what follows the prompt, [vocabulary].
  virtual void learn_first(std::span<const TokenId> prompt, std::span<const float> logits) {
    (void)prompt, (void)logits;
  }
  virtual void learn(const JudgedStep& step) { (void)step; }
};

}  // namespace canter
