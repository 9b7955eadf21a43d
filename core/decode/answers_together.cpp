#include "decode/answers_together.h"

#include <algorithm>
#include <memory>
#include <new>

#include "decode/answer_writer.h"
#include "decode/check_tokens.h"
#include "model/forward/forward.h"
#include "model/forward/kv_cache.h"

namespace canter {
namespace {

/// Of all that are answered at once.
constexpr std::uint64_t kMostCacheBytes = 512u << 20;

/// One question on its way.
struct Sequence {
  std::size_t question;
  KvCache cache;
  GenerationSettings settings;
  std::unique_ptr<AnswerWriter> writer;
};

class Round {
 public:
  Round(const Model& model, ThreadPool& pool, int context, std::size_t most,
        std::span<const Question> questions, int max_tokens,
        const std::function<bool()>& should_stop)
      : model_(model),
        forward_(model, pool),
        context_(context),
        most_(most),
        questions_(questions),
        max_tokens_(max_tokens),
        should_stop_(should_stop),
        vocabulary_(model.plan().vocabulary),
        answers_(questions.size()),
        done_(questions.size()) {}

  Result<std::vector<std::vector<TokenId>>> run() {
    logits_.resize(most_ * vocabulary_);
    bool goes_on = true;
    while (goes_on && (next_ < questions_.size() || !active_.empty())) {
      const auto stepped = next_ < questions_.size() && active_.size() < most_ ? begin() : step();
      if (!stepped && stepped.error().kind == ErrorKind::kInterrupted)
        goes_on = false;
      else if (!stepped)
        return propagate(stepped);
    }
    answers_.resize(std::size_t(std::ranges::find(done_, char(0)) - done_.begin()));
    return std::move(answers_);
  }

 private:
  /// Reads the next question and writes the first token of its answer.
  Result<void> begin() {
    std::unique_ptr<Sequence> sequence;
    if (spare_.empty()) {
      auto cache = KvCache::create(model_.plan(), context_);
      if (!cache) return propagate(cache);
      sequence = std::make_unique<Sequence>(Sequence{0, std::move(*cache), {}, nullptr});
    } else {
      sequence = std::move(spare_.back());
      spare_.pop_back();
      sequence->cache.truncate(0);
    }
    const Question& question = questions_[next_];
    sequence->question = next_++;
    sequence->settings.sampling = question.sampling;
    sequence->settings.max_tokens = max_tokens_;
    sequence->writer =
        std::make_unique<AnswerWriter>(model_.tokenizer(), question.prompt, sequence->settings,
                                       context_, kTellsNobody, /*at_text_start=*/false);
    for (auto rest = question.prompt; !rest.empty();) {
      const auto part = rest.first(std::min(rest.size(), std::size_t(Forward::kMaxRows)));
      rest = rest.subspan(part.size());
      const bool last = rest.empty();
      if (auto read =
              forward_.run(part, sequence->cache, last ? 1 : 0, logits_.data(), should_stop_);
          !read)
        return read;
    }
    return write(std::move(sequence), 0);
  }

  /// One token of every answer.
  Result<void> step() {
    tokens_.clear();
    for (const auto& sequence : active_)
      tokens_.push_back({&sequence->cache, sequence->writer->sequence().back()});
    if (auto done = forward_.run_together(tokens_, logits_.data(), should_stop_); !done)
      return done;
    auto before = std::move(active_);
    active_.clear();
    for (std::size_t row = 0; row < before.size(); ++row)
      if (auto written = write(std::move(before[row]), row); !written) return written;
    return {};
  }

  Result<void> write(std::unique_ptr<Sequence> sequence, std::size_t row) {
    const auto logits = std::span(logits_).subspan(row * vocabulary_, vocabulary_);
    if (auto sound = check_logits(logits); !sound) return sound;
    if (sequence->writer->write(logits)) {
      active_.push_back(std::move(sequence));
      return {};
    }
    answers_[sequence->question] = sequence->writer->finish().tokens;
    done_[sequence->question] = 1;
    spare_.push_back(std::move(sequence));
    return {};
  }

  static inline const OnToken kTellsNobody;

  const Model& model_;
  Forward forward_;
  int context_;
  std::size_t most_;
  std::span<const Question> questions_;
  int max_tokens_;
  const std::function<bool()>& should_stop_;
  std::size_t vocabulary_;
  std::size_t next_ = 0;
  std::vector<std::unique_ptr<Sequence>> active_, spare_;
  std::vector<SequenceToken> tokens_;
  std::vector<float> logits_;  // [rows, vocabulary]
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
