#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "base/error.h"
#include "decode/answer.h"
#include "decode/draft/drafter.h"
#include "decode/embedder.h"
#include "decode/settings.h"
#include "model/model.h"

namespace canter::engine {

/// What is to be written. Nothing here knows of conversations, files or windows.
struct GenerationRequest {
  std::vector<TokenId> prompt;  ///< not empty
  GenerationSettings settings = {};
  /// The answer opens a text of its own (a chat answer), so a leading dummy space is dropped.
  bool at_text_start = true;
  /// Likelihoods of each token: its own and of so many that were likeliest; below 0: none.
  int likelihoods = -1;
  bool draft = true;  ///< while it is alone
};

struct TokenLikelihood {
  TokenId token = 0;
  double log_probability = 0;  ///< natural, of the model's own distribution
};

/// A token that was written, for the length of a call.
struct GeneratedToken {
  const WrittenToken& token;
  /// The token itself first, then the likeliest, best first; empty unless asked for.
  std::vector<TokenLikelihood> likelihoods = {};
};

/// Where a generation goes. Both are called on the generator's thread and must return at once.
struct GenerationSink {
  std::function<void(const GeneratedToken&)> token = {};
  /// Exactly once, and last. A generation that was cancelled ends with what it had, kStopped.
  std::function<void(Result<Answer>)> end = {};
};

/// Where the embeddings of texts go, in their order. Called exactly once, on the generator's
/// thread, and must return at once. kInterrupted when they were cancelled.
using EmbeddingSink = std::function<void(Result<std::vector<Embedding>>)>;

using GenerationId = std::uint64_t;

struct GeneratorSettings {
  int threads = 1;
  int slots = 4;    ///< answers at a time, 1 to kMostSlots
  int context = 0;  ///< tokens of a prompt and its answer; 0: the model's own, within memory
  int queue = 256;  ///< requests that wait beside those that run
  TensorType cache = TensorType::kF32;
  std::uint64_t kept_bytes = 0;  ///< that texts may take which were read, beside the newest
};

/// What a generator computes with.
struct GeneratorMeans {
  ThreadPool& pool;
  std::shared_ptr<Drafter>& drafter;  ///< nullptr: plain decoding
};

/// Since the generator was made.
struct GeneratorFigures {
  int running = 0, waiting = 0;
  std::uint64_t finished = 0, cancelled = 0, failed = 0, refused = 0;
  std::uint64_t prompt_tokens = 0, reused_tokens = 0, generated_tokens = 0, accepted_tokens = 0;
  std::uint64_t passes = 0;
  std::uint64_t embedded_texts = 0, embedded_tokens = 0;
};

/// Writes answers of one model, several at a time: they share passes, one row each, while prompts
/// are read in pieces between these; one that is alone is drafted. Each answer is to the token the
/// one that it would be alone. What was read is kept, so that a prompt which begins like an earlier
/// one is read from where it differs. Texts whose embeddings are wanted are read in between. Has a
/// thread of its own.
class Generator {
 public:
  static constexpr int kMostSlots = 64;

  /// Makes what an answer that is alone is drafted with, until the generator ends; nullptr: plain
  /// decoding.
  using MakeDrafter = std::function<Result<std::shared_ptr<Drafter>>(ThreadPool& pool)>;

  /// kUsage for settings outside their range, kTooLarge without memory for the slots.
  static Result<std::unique_ptr<Generator>> create(std::shared_ptr<const Model> model,
                                                   const GeneratorSettings& settings,
                                                   const MakeDrafter& make_drafter = {});
  /// Cancels what runs and waits; their sinks are told.
  ~Generator();
  Generator(const Generator&) = delete;
  Generator& operator=(const Generator&) = delete;

  const Model& model() const;
  /// Tokens of a prompt and its answer.
  int context() const;

  // All of these from any thread, but not from inside a sink.

  /// Nothing, and the sink is never told, when too many wait already. What is wrong with the
  /// request itself its end says.
  std::optional<GenerationId> submit(GenerationRequest request, GenerationSink sink);
  /// The same for embeddings of texts, each of 1 to context() tokens.
  std::optional<GenerationId> embed(std::vector<std::vector<TokenId>> texts, EmbeddingSink sink);
  /// Ends it within a step. Nothing happens when it has ended.
  void cancel(GenerationId id);
  /// Whether it is drafted from now on, while it is alone.
  void draft(GenerationId id, bool wished);
  GeneratorFigures figures() const;
  /// Calls `visitor` on the generator's thread between two steps, and waits for that. It may
  /// compute with what is there, and change the drafter. What it throws comes out here.
  void visit(const std::function<void(const GeneratorMeans&)>& visitor);

 private:
  class Worker;
  explicit Generator(std::unique_ptr<Worker> worker);

  std::unique_ptr<Worker> worker_;
};

}  // namespace canter::engine
