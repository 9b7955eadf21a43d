#include "tune/successors.h"

#include <algorithm>
#include <functional>
#include <new>
#include <numeric>
#include <vector>

#include "decode/draft/sources/successor_source.h"
#include "model/forward/forward.h"

namespace canter::tuning {
namespace {

/// Rows whose logits are looked at together.
constexpr std::size_t kMostRows = 64;

/// Reads transcripts and teaches a source every row that chose, or would choose, a token of the
/// answer.
class Reader {
 public:
  Reader(const Model& model, ThreadPool& pool)
      : model_(model),
        forward_(model, pool),
        vocabulary_(model.plan().vocabulary),
        source_(model.plan().vocabulary),
        logits_(kMostRows * vocabulary_),
        states_(kMostRows * model.plan().width),
        rows_(kMostRows) {
    std::iota(rows_.begin(), rows_.end(), 0);
  }

  using UseStates = std::function<void(std::span<const float>)>;
  Result<void> read(const Transcript& transcript, const UseStates& use_states,
                    const Forward::ShouldStop& should_stop) {
    const std::span<const TokenId> tokens(transcript.tokens);
    auto cache = KvCache::create(model_.plan(), int(tokens.size()));
    if (!cache) return propagate(cache);
    cache->expect(int(tokens.size()));
    const std::size_t first = transcript.prompt - 1;
    for (std::size_t at = 0; at < tokens.size();) {
      const bool answers = at >= first;
      const std::size_t count = answers ? std::min(tokens.size() - at, kMostRows)
                                        : std::min(first - at, std::size_t(Forward::kMaxRows));
      if (auto done = forward_.run(tokens.subspan(at, count), *cache, answers ? int(count) : 0,
                                   logits_.data(), should_stop);
          !done)
        return done;
      for (std::size_t row = 0; answers && row < count; ++row)
        source_.learn_first(tokens.first(at + row + 1),
                            std::span(logits_).subspan(row * vocabulary_, vocabulary_));
      if (answers && use_states) {
        forward_.hidden_of(std::span(rows_).first(count), states_.data());
        use_states(std::span(states_).first(count * model_.plan().width));
      }
      at += count;
    }
    return {};
  }

  std::string successors() { return source_.to_bytes(); }

 private:
  const Model& model_;
  Forward forward_;
  std::size_t vocabulary_;
  SuccessorSource source_;
  std::vector<float> logits_;  // [kMostRows, vocabulary]
  std::vector<float> states_;  // [kMostRows, width]
  std::vector<int> rows_;      // 0, 1, 2 ...
};

}  // namespace

Result<std::string> successors_of(const Model& model, ThreadPool& pool,
                                  std::span<const Transcript> transcripts,
                                  const OnStates& on_states,
                                  const std::function<bool(std::size_t)>& should_stop) try {
  Reader reader(model, pool);
  for (std::size_t i = 0; i < transcripts.size(); ++i) {
    Reader::UseStates use;
    if (on_states) use = [&](std::span<const float> states) { on_states(i, states); };
    if (auto done = reader.read(transcripts[i], use, [&] { return should_stop && should_stop(i); });
        !done)
      return propagate(done);
  }
  return reader.successors();
} catch (const std::bad_alloc&) {
  return fail(ErrorKind::kTooLarge, "no memory to read answers again; close other programs");
}

}  // namespace canter::tuning
