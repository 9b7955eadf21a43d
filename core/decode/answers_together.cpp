#include "decode/answers_together.h"

#include <algorithm>
#include <memory>
#include <new>

#include "decode/decoder.h"
#include "model/forward/forward.h"
#include "model/forward/kv_cache.h"

namespace canter {
namespace {

/// Of all that are answered at once.
constexpr std::uint64_t kMostCacheBytes = 512u << 20;

/// One question on its way.
struct Sequence {
  std::size_t question;
  Decoder decoder;
};

class Round {
 public:
  Round(const Model& model, ThreadPool& pool, int context, std::size_t most,
        std::span<const Question> questions, int max_tokens,
        const std::function<bool()>& should_stop)
      : model_(model),
        pool_(pool),
        forward_(std::make_shared<Forward>(model, pool)),
        context_(context),
        most_(most),
        questions_(questions),
        max_tokens_(max_tokens),
        should_stop_(should_stop),
        answers_(questions.size()),
        done_(questions.size()) {}

  Result<std::vector<std::vector<TokenId>>> run() {
    while (!stopped_ && (next_ < questions_.size() || !active_.empty())) {
      const bool begins = next_ < questions_.size() && active_.size() < most_;
      if (auto done = begins ? begin() : step(); !done) return propagate(done);
    }
    answers_.resize(std::size_t(std::ranges::find(done_, char(0)) - done_.begin()));
    return std::move(answers_);
  }

 private:
  /// Reads the next question and writes the first token of its answer.
  Result<void> begin() {
    if (spare_.empty()) {
      auto decoder = Decoder::create(model_, pool_, context_, TensorType::kF32, forward_);
      if (!decoder) return propagate(decoder);
      spare_.push_back(std::make_unique<Sequence>(Sequence{0, std::move(*decoder)}));
    }
    auto sequence = std::move(spare_.back());
    spare_.pop_back();
    const Question& question = questions_[next_];
    sequence->question = next_++;
    Decoder& decoder = sequence->decoder;
    GenerationSettings settings;
    settings.sampling = question.sampling;
    settings.max_tokens = max_tokens_;
    if (auto begun = decoder.begin(question.prompt, settings); !begun) return begun;
    while (decoder.progress() == Decoder::Progress::kReading)
      decoder.advance(Forward::kMaxRows, should_stop_);
    return keep(std::move(sequence));
  }

  /// One token of every answer.
  Result<void> step() {
    std::vector<Decoder*> decoders;
    for (const auto& sequence : active_) decoders.push_back(&sequence->decoder);
    Decoder::step_together(decoders, nullptr, should_stop_);
    auto before = std::move(active_);
    active_.clear();
    for (auto& sequence : before)
      if (auto kept = keep(std::move(sequence)); !kept) return kept;
    return {};
  }

  Result<void> keep(std::unique_ptr<Sequence> sequence) {
    if (sequence->decoder.progress() == Decoder::Progress::kWriting) {
      active_.push_back(std::move(sequence));
      return {};
    }
    auto answer = sequence->decoder.finish();
    if (!answer) return propagate(answer);
    stopped_ = stopped_ || answer->finish == FinishReason::kStopped;
    if (stopped_) return {};
    answers_[sequence->question] = std::move(answer->tokens);
    done_[sequence->question] = 1;
    spare_.push_back(std::move(sequence));
    return {};
  }

  const Model& model_;
  ThreadPool& pool_;
  std::shared_ptr<Forward> forward_;
  int context_;
  std::size_t most_;
  std::span<const Question> questions_;
  int max_tokens_;
  const std::function<bool()>& should_stop_;
  std::size_t next_ = 0;
  bool stopped_ = false;
  std::vector<std::unique_ptr<Sequence>> active_, spare_;
  std::vector<std::vector<TokenId>> answers_;
  std::vector<char> done_;
};

}  // namespace

Result<AnswersTogether> AnswersTogether::create(const Model& model, ThreadPool& pool, int context) {
  context = std::min(context, model.plan().context);
  if (auto fits = KvCache::create(model.plan(), context); !fits) return propagate(fits);
  const std::uint64_t each = std::max<std::uint64_t>(1, KvCache::bytes_for(model.plan(), context));
  return AnswersTogether(model, pool, context,
                         int(std::clamp<std::uint64_t>(kMostCacheBytes / each, 1, kMost)));
}

Result<std::vector<std::vector<TokenId>>> AnswersTogether::answer(
    std::span<const Question> questions, int max_tokens,
    const std::function<bool()>& should_stop) try {
  return Round(*model_, *pool_, context_, std::size_t(most_), questions, max_tokens, should_stop)
      .run();
} catch (const std::bad_alloc&) {
  return fail(ErrorKind::kTooLarge, "no memory to answer; close other programs");
}

}  // namespace canter
