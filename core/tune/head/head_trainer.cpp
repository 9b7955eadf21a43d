#include "tune/head/head_trainer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <new>
#include <numeric>

#include "decode/adapter_head.h"
#include "decode/random.h"
#include "model/forward/forward.h"
#include "tune/adamw.h"
#include "tune/gemm.h"
#include "tune/head/head_pass.h"
#include "tune/normal_numbers.h"

namespace canter::tuning {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kLongestGradient = 1;
/// Rows that are measured together.
constexpr std::size_t kMeasuredRows = 1024;

/// Those that follow most rows; of equal ones the lower, which are the more common in most
/// vocabularies.
std::vector<TokenId> most_used(std::span<const TokenId> used, std::size_t vocabulary,
                               std::size_t most) {
  std::vector<std::size_t> counts(vocabulary);
  for (const TokenId token : used) ++counts[std::size_t(token)];
  std::vector<TokenId> tokens(vocabulary);
  std::iota(tokens.begin(), tokens.end(), 0);
  std::ranges::stable_sort(tokens, std::greater(),
                           [&](TokenId token) { return counts[std::size_t(token)]; });
  tokens.resize(std::min(most, vocabulary));
  std::ranges::sort(tokens);
  return tokens;
}

/// Root mean square of the embeddings of some tokens.
double embedding_spread(const Model& model, std::span<const TokenId> tokens) {
  std::vector<float> row(model.plan().width);
  double squares = 0;
  for (const TokenId token : tokens) {
    embed_token(model, token, row.data());
    for (const float number : row) squares += double(number) * number;
  }
  return std::sqrt(squares / double(tokens.size() * row.size()));
}

/// It begins by handing the state on: what the state says of the next token is no bad guess of the
/// one behind it.
HeadParameters<float> starting_head(std::size_t width, std::size_t hidden, double spread,
                                    std::uint64_t seed) {
  HeadParameters<float> head(width, hidden);
  NormalNumbers(seed).fill(head.in(), 2 * width * hidden, 1 / std::sqrt(2 * double(width)));
  for (std::size_t i = 0; i < width; ++i) head.carry()[i * width + i] = 1;
  std::fill_n(head.norm(), width, float(spread));
  return head;
}

class Training {
 public:
  Training(const Model& model, ThreadPool& pool, const HeadLessons& seen, const HeadLessons& unseen,
           const HeadSettings& settings)
      : seen_(seen),
        unseen_(unseen),
        settings_(settings),
        width_(model.plan().width),
        embedding_scale_(seen.spread() /
                         std::max(1e-12, embedding_spread(model, sample(seen.next())))),
        pass_(model, pool,
              most_used(seen.next(), model.plan().vocabulary, std::size_t(settings.tokens)),
              embedding_scale_),
        parameters_(starting_head(width_,
                                  settings.hidden < 0 ? 2 * width_ : std::size_t(settings.hidden),
                                  seen.spread(), settings.seed)),
        best_(parameters_),
        gradient_(width_, parameters_.hidden()),
        optimiser_(parameters_.all().size()) {
    for (std::size_t answer = 0; answer < seen.answers(); ++answer)
      if (seen.rows_of(answer) > 1) order_.push_back(answer);
  }

  bool can_learn() const {
    bool measures = false;
    for (std::size_t answer = 0; answer < unseen_.answers(); ++answer)
      measures = measures || unseen_.rows_of(answer) > 1;
    return measures && !order_.empty();
  }

  Result<HeadResult> run(const std::function<bool(const HeadProgress&)>& on_progress) {
    constexpr double kMemory = 0.95;  // of the running mean
    int measurements = 0, without_gain = 0;
    std::size_t rows_seen = 0;
    while (progress() < 1 && without_gain < settings_.patience) {
      const HeadRows<float> rows = next_rows();
      std::ranges::fill(gradient_.all(), 0.0f);
      const double loss = pass_.run(parameters_, rows, settings_.depths, &gradient_).loss;
      clip();
      const double share = learning_rate_share(progress(), settings_.warm_up, 0.02);
      const LearningRate rate{0, gradient_.all().size(), share * settings_.rate, settings_.decay};
      optimiser_.step({&rate, 1}, gradient_.all(), parameters_.all());
      rows_seen += rows.rows();
      ++result_.steps;
      running_ = result_.steps == 1 ? loss : kMemory * running_ + (1 - kMemory) * loss;
      if (progress() >= double(measurements + 1) / settings_.measurements || progress() >= 1) {
        ++measurements;
        without_gain = measure() ? 0 : without_gain + 1;
      }
      if (on_progress && !on_progress({.done = std::min(1.0, progress()),
                                       .step = result_.steps,
                                       .loss = running_,
                                       .rows_per_second = double(rows_seen) / seconds()}))
        return fail(ErrorKind::kInterrupted, "tuning was stopped; resume it to go on");
    }
    result_.seconds = seconds();
    result_.head = to_head();
    return std::move(result_);
  }

 private:
  static std::span<const TokenId> sample(std::span<const TokenId> tokens) {
    return tokens.first(std::min<std::size_t>(tokens.size(), 4096));
  }

  double seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }
  double progress() const {
    if (settings_.seconds > 0) return seconds() / settings_.seconds;
    const double steps =
        double(settings_.passes) * double(order_.size()) / std::max(1, settings_.answers_per_step);
    return result_.steps / std::max(1.0, std::ceil(steps));
  }

  /// All answers once, in an order of their own, then again in another.
  HeadRows<float> next_rows() {
    HeadRows<float> rows;
    for (int i = 0; i < settings_.answers_per_step; ++i, ++taken_) {
      const std::size_t at = taken_ % order_.size();
      if (at == 0) shuffle();
      seen_.append(order_[at], rows);
    }
    return rows;
  }
  void shuffle() {
    for (std::size_t i = order_.size() - 1; i > 0; --i) {
      const double draw = uniform_at(settings_.seed + 1, taken_ + i);
      std::swap(order_[i], order_[std::size_t(draw * double(i + 1))]);
    }
  }

  void clip() {
    double squares = 0;
    for (const float slope : gradient_.all()) squares += double(slope) * slope;
    if (squares <= kLongestGradient * kLongestGradient) return;
    const auto factor = float(kLongestGradient / std::sqrt(squares));
    for (float& slope : gradient_.all()) slope *= factor;
  }

  /// On unseen answers; keeps the best. True where this is it.
  bool measure() {
    HeadScore score;
    double loss = 0, weight = 0;
    HeadRows<float> rows;
    for (std::size_t answer = 0; answer < unseen_.answers(); ++answer) {
      unseen_.append(answer, rows);
      if (rows.rows() < kMeasuredRows && answer + 1 < unseen_.answers()) continue;
      const HeadScore part = pass_.run(parameters_, rows, settings_.depths, nullptr);
      score.add(part);
      loss += double(rows.rows()) * part.loss;
      weight += double(rows.rows());
      rows = {};
    }
    loss /= weight;
    if (!(loss < least_)) return false;
    least_ = loss;
    best_ = parameters_;
    result_.loss = loss;
    result_.hits.clear();
    for (std::size_t depth = 0; depth < score.guesses.size() && score.guesses[depth] > 0; ++depth)
      result_.hits.push_back(double(score.hits[depth]) / double(score.guesses[depth]));
    return true;
  }

  RecurrentHead to_head() const {
    const std::size_t width = width_, hidden = best_.hidden();
    RecurrentHead head;
    head.hidden = int(hidden);
    head.tokens.assign(pass_.tokens().begin(), pass_.tokens().end());
    head.in.assign(best_.in(), best_.in() + 2 * width * hidden);
    head.out.assign(best_.out(), best_.out() + width * hidden);
    head.carry.assign(best_.carry(), best_.carry() + width * width);
    head.norm.assign(best_.norm(), best_.norm() + width);
    head.embedding_scale = float(embedding_scale_);
    round_to_file(head);
    return head;
  }

  const HeadLessons& seen_;
  const HeadLessons& unseen_;
  const HeadSettings& settings_;
  std::size_t width_;
  double embedding_scale_;
  HeadPass<float> pass_;
  HeadParameters<float> parameters_, best_, gradient_;
  AdamW optimiser_;
  std::vector<std::size_t> order_;  // answers to learn from
  std::size_t taken_ = 0;
  double running_ = 0;
  double least_ = std::numeric_limits<double>::infinity();
  Clock::time_point start_ = Clock::now();
  HeadResult result_;
};

}  // namespace

Result<HeadResult> train_head(const Model& model, ThreadPool& pool, const HeadLessons& seen,
                              const HeadLessons& unseen, const HeadSettings& settings,
                              const std::function<bool(const HeadProgress&)>& on_progress) try {
  const auto too_few = [] {
    return fail(ErrorKind::kUsage,
                "the model's answers are too few or too short to tune with; give more prompts");
  };
  if (seen.rows() == 0 || unseen.rows() == 0) return too_few();
  keep_blas_single_threaded();
  Training training(model, pool, seen, unseen, settings);
  if (!training.can_learn()) return too_few();
  return training.run(on_progress);
} catch (const std::bad_alloc&) {
  return fail(ErrorKind::kTooLarge, "no memory to train a head; close other programs");
}

}  // namespace canter::tuning
