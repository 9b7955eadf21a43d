#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/thread_pool.h"
#include "decode/adapter.h"
#include "decode/draft/answer_gains.h"
#include "decode/draft/asking.h"
#include "decode/draft/calibration.h"
#include "decode/draft/draft_tree.h"
#include "decode/draft/mask_gains.h"
#include "decode/draft/pass_time.h"
#include "decode/draft/payoff.h"
#include "decode/draft/plain_runs.h"
#include "decode/draft/source_payoff.h"
#include "decode/draft/sources/head_source.h"
#include "decode/draft/sources/mask_source.h"
#include "decode/draft/sources/model_source.h"
#include "decode/draft/sources/own_head_source.h"
#include "decode/draft/sources/successor_source.h"
#include "decode/draft/sources/text_source.h"
#include "decode/draft/tree_choice.h"
#include "decode/draft/tree_shape.h"
#include "model/forward/kv_cache.h"

namespace canter {

struct DraftOptions {
  TreeShape shape = {};
  /// Fixed shapes, which are the paper's, take masks alone or, without any, another model.
  SourceSet sources = SourceSet::all();
  /// Another model that drafts, see ModelSource; nullptr: none.
  std::shared_ptr<const Model> model = {};
};

/// Decides what a decoding step runs besides the newest token: candidates and mask rows. What it
/// decides changes the time an answer takes, never its text. Learns from every step. Belongs to the
/// decoder's thread, but for wish().
class Drafter {
 public:
  /// `pool` must outlive the drafter. Without an adapter drafts come from sources that need none;
  /// successors of an adapter are what those begin with, whatever is recalled later goes before.
  /// `cache`: the type of the decoder's K/V cache. kBadFile for an adapter that does not fit
  /// the model, kUnsupported for another model that cannot draft for it, kTooLarge without memory.
  static Result<std::unique_ptr<Drafter>> create(const Model& model, ThreadPool& pool,
                                                 std::optional<Adapter> adapter,
                                                 DraftOptions options = {},
                                                 TensorType cache = TensorType::kF32);

  /// Switches drafting off and on, at once, even in the middle of an answer. Thread safe.
  void wish(bool wished) { wished_ = wished; }
  bool wished() const { return wished_; }

  /// nullptr: none, or none of what it holds is a source.
  const Adapter* adapter() const { return adapter_ ? &*adapter_ : nullptr; }
  const KvCache* prefix() const { return prefix_ ? &*prefix_ : nullptr; }
  const float* mask_embedding() const {
    return adapter_ ? adapter_->mask_embedding.data() : nullptr;
  }

  /// Drafts for another answer that is written meanwhile, from earlier text and from successors,
  /// and shares what both learn. nullptr: neither is a source here.
  std::unique_ptr<Drafter> beside() const;

  /// How long passes take here.
  PassTime& pass_time() { return known_->pass_time; }
  const AnswerGains& gains_of_answers() const { return answer_gains_; }
  /// Not worth its time here, so decoding is plain for a while.
  bool resting() const { return !tries(); }

  /// Does any source want the model's states?
  bool reads_states() const;
  /// Tokens that became part of the cache, and their states, as DraftSource::read() says.
  void read(int first, std::span<const TokenId> tokens, std::span<const float> states);

  /// An answer to `prompt` begins: nothing is drafted yet. Returns the mask rows to run behind the
  /// prompt.
  int begin(std::span<const TokenId> prompt);
  /// Logits of what follows the prompt, [vocabulary].
  void learn_first(std::span<const TokenId> prompt, std::span<const float> logits);
  /// Distributions for what follows the token behind the last one that ran, [masks, vocabulary].
  void set_masks(std::span<const float> logits, int masks);

  struct Room {
    int rows = 1;   ///< at most in this pass
    int depth = 0;  ///< of candidates that can still be used
  };
  /// What to run next; the last of `text` is the root, all before it are in the cache. Valid until
  /// the next call. Another model that drafts stops at once when `should_stop` says so; so should
  /// then the step.
  const DraftTree& plan(std::span<const TokenId> text, const Room& room,
                        const Forward::ShouldStop& should_stop = {});

  struct Step {
    std::span<const TokenId> text;  ///< that was planned for, and what the model chose behind it
    std::span<const int> path;      ///< nodes that were passed, root first
    std::span<const float> logits;  ///< [nodes, vocabulary]
    double pass_ms = 0;             ///< the forward pass alone
    double step_ms = 0;             ///< planning included
  };
  /// How the planned step went.
  void learn(const Step& step);

  /// The same where several answers run in one pass (DraftsTogether): grows what might be run, each
  /// `least` likely; the first `nodes` of it are then taken, with no masks. Of how it went, times
  /// are not looked at.
  std::span<const PricedNode> offer(std::span<const TokenId> text, const Room& room, double least);
  const DraftTree& take(int nodes);
  void learn_offered(const Step& step);

  /// What the successors are that were seen, for a file; empty where they are no source.
  /// recall_successors() adds what is in such bytes; false for others.
  std::string successors();
  bool recall_successors(std::string_view bytes);
  /// Rows that were learned since successors() was last asked, or since the beginning.
  int news() const { return successors_ ? successors_->news() : 0; }

  /// What else was learned, to begin with next time: a JSON object. from_json() takes what it can
  /// read.
  std::string to_json() const;
  void from_json(std::string_view json);

 private:
  /// A candidate that may become a node.
  struct Guess {
    double probability = 0;
    int parent = 0;
    TokenId token = 0;
    SourceSet sources;
    int named = 0;  ///< by so many sources
  };
  struct Proposal {
    int node;
    Candidate candidate;
    const DraftSource* source;  ///< nullptr: several
  };
  /// Learned by all drafters of a model.
  struct Known {
    Calibration calibration;
    PassTime pass_time;
    PlainRuns plain_runs;
    Payoff payoff;
  };
  struct Source {
    DraftSource* source;
    Asking asking = {};
    bool asked = false;  ///< about the last node, and had something to say
  };

  Drafter(std::optional<Adapter> adapter, DraftOptions options);

  /// A fixed shape is run whatever it costs.
  bool tries() const { return !options_.shape.adaptive() || known_->payoff.tries(); }
  void plan_fixed(const Room& room);
  /// Candidates behind a node of a fixed shape.
  void gather_fixed(int node, int width);
  void plan_adaptive(const Room& room);
  /// Grows all nodes worth considering into tree_, in order of probability.
  void grow(const Room& room);
  /// Puts the children of a node among the guesses.
  void expand(int node);
  /// Adds what the sources name to the guesses, each token once.
  void gather(int node);
  /// Whether to ask about a node.
  bool asks(const Source& source, int node) const;
  /// What the candidates behind the last node that was asked about save, if each is a row on its
  /// own; as if `without` had not been asked.
  double saved_ms(int node, const DraftSource* without) const;
  /// Is a pass of the other model for `node` worth its time, next to what is in the tree?
  bool extension_pays(int node) const;
  void cut(int nodes);
  /// How right the candidates behind the nodes that were passed turned out.
  void calibrate(const Step& step);
  std::span<const double> gains() const;

  std::optional<Adapter> adapter_;
  DraftOptions options_;
  std::optional<KvCache> prefix_;
  std::unique_ptr<MaskSource> masks_;            ///< may be missing
  std::shared_ptr<SuccessorSource> successors_;  ///< may be missing
  std::unique_ptr<TextSource> text_;             ///< may be missing
  std::unique_ptr<HeadSource> head_;             ///< may be missing
  std::unique_ptr<OwnHeadSource> own_head_;      ///< may be missing
  std::unique_ptr<ModelSource> model_;           ///< may be missing
  std::vector<Source> sources_;
  std::atomic<bool> wished_ = true;

  std::shared_ptr<Known> known_ = std::make_shared<Known>();
  MaskGains mask_gains_;
  SourcePayoff model_payoff_;
  AnswerGains answer_gains_;
  int drafted_steps_ = 0;

  // Of the step that is being planned.
  int context_ = 0;
  bool drafts_ = false;
  bool adapts_ = false;      ///< by what rows cost, other than in a step that is kept plain
  bool asks_model_ = false;  ///< the other model takes part
  int masks_given_ = 0;
  double least_ = 0;     ///< probability of candidates that are looked at
  double token_ms_ = 0;  ///< of plain decoding
  double row_ms_ = 0;    ///< of another row, at best
  DraftTree tree_;
  std::vector<PricedNode> priced_;   // [nodes]
  std::vector<Guess> guesses_;       // a heap
  std::vector<Proposal> proposals_;  // by node
  std::size_t first_proposal_ = 0;   // of the last node
  std::vector<Candidate> candidates_;
  std::vector<double> times_;
};

}  // namespace canter
