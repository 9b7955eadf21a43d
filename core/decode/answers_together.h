#pragma once

#include <functional>
#include <span>
#include <vector>

#include "base/error.h"
#include "base/thread_pool.h"
#include "decode/sampler.h"
#include "model/model.h"
#include "tokenizer/tokenizer.h"

namespace canter {

/// What is to be answered, and how.
struct Question {
  std::span<const TokenId> prompt;  ///< not empty
  SamplingSettings sampling = {};
};

/// Answers questions, many at a time in one pass: where several rows cost little more than one,
/// several times as many tokens a second. Each answer is the one that the model gives alone.
class AnswersTogether {
 public:
  /// At most so many in a pass, and fewer where their keys and values would take too much memory.
  static constexpr int kMost = 16;

  /// `model`, whose plan Forward::can_run_together(), and `pool` must outlive the object.
  /// `context`: tokens of the longest prompt and its answer. kTooLarge without memory.
  static Result<AnswersTogether> create(const Model& model, ThreadPool& pool, int context);

  /// Tokens of each answer, at most `max_tokens`, an end token included. When `should_stop`, which
  /// is asked before each layer of a pass, returns true, only answers before the first that is
  /// unfinished are given. kTooLarge when the memory ends, kBadFile when damaged weights make every
  /// logit NaN.
  Result<std::vector<std::vector<TokenId>>> answer(std::span<const Question> questions,
                                                   int max_tokens,
                                                   const std::function<bool()>& should_stop = {});

 private:
  AnswersTogether(const Model& model, ThreadPool& pool, int context, int most)
      : model_(&model), pool_(&pool), context_(context), most_(most) {}

  const Model* model_;
  ThreadPool* pool_;
  int context_;
  int most_;
};

}  // namespace canter
