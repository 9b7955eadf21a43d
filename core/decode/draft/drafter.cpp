#include "decode/draft/drafter.h"

#include <algorithm>
#include <bit>
#include <chrono>
#include <nlohmann/json.hpp>

namespace canter {
namespace {

using Clock = std::chrono::steady_clock;

/// A candidate less likely than this part of what a row costs at best, in rows of one, is not
/// looked at either.
constexpr double kWorthLooking = 0.7;
/// The first step in which masks are forced or left out, to learn what they are worth; then twice
/// as late each time, up to the last and multiples of it.
constexpr int kFirstTrial = 16, kLastTrial = 512;

bool is_trial(int step) {
  if (step >= kLastTrial) return step % kLastTrial == 0;
  return step >= kFirstTrial && std::has_single_bit(unsigned(step));
}

/// From what is known of processors: at least six rows of byte-sized or larger weights take the
/// time that the reading of these takes, of smaller ones fewer. Too few are soon put right, too
/// many cost.
PassTime::Guess guess_pass_time(const Model& model, TensorType cache) {
  const ModelSummary& summary = model.summary();
  const double weight_bytes = double(std::max<std::uint64_t>(summary.bytes, 1));
  const double bytes_each = weight_bytes / double(std::max<std::uint64_t>(summary.parameters, 1));
  constexpr double kFreeRows = 6;
  constexpr int kNear = 1024, kFar = 2048;
  const double context_bytes = double(KvCache::bytes_for(model.plan(), kFar, cache) -
                                      KvCache::bytes_for(model.plan(), kNear, cache));
  return {.free_rows = kFreeRows * std::clamp(bytes_each, 0.3, 1.0),
          .per_position = context_bytes / (kFar - kNear) / weight_bytes};
}

bool uses_successors(const DraftOptions& options) {
  return options.shape.adaptive() && options.sources.has(SourceId::kSuccessors);
}

std::optional<Adapter> used_part(std::optional<Adapter> adapter, const DraftOptions& options) {
  if (!adapter) return std::nullopt;
  if (!options.sources.has(SourceId::kMasks)) adapter->drop_masks();
  if (!uses_successors(options)) adapter->successors = {};
  if (!options.shape.adaptive() || !options.sources.has(SourceId::kHead)) adapter->head = {};
  return adapter->empty() ? std::nullopt : std::move(adapter);
}

}  // namespace

Drafter::Drafter(std::optional<Adapter> adapter, DraftOptions options)
    : adapter_(std::move(adapter)),
      options_(std::move(options)),
      mask_gains_(
          adapter_ ? adapter_->mask_tokens : 0,
          adapter_ ? std::span<const double>(adapter_->acceptance) : std::span<const double>(),
          adapter_ && adapter_->rank > 0) {}

Result<std::unique_ptr<Drafter>> Drafter::create(const Model& model, ThreadPool& pool,
                                                 std::optional<Adapter> adapter,
                                                 DraftOptions options, TensorType cache) {
  const ModelPlan& plan = model.plan();
  if (adapter)
    if (auto fits = check_adapter(*adapter, plan, model.summary().fingerprint, "the adapter");
        !fits)
      return propagate(fits);
  std::unique_ptr<Drafter> drafter(new Drafter(used_part(std::move(adapter), options), options));
  if (drafter->adapter_ && drafter->adapter_->mask_tokens > 0) {
    auto prefix = soft_prompt(*drafter->adapter_, plan, cache);
    if (!prefix) return propagate(prefix);
    drafter->prefix_ = std::move(*prefix);
    auto masks = MaskSource::create(*drafter->adapter_, plan.vocabulary, pool);
    if (!masks) return propagate(masks);
    drafter->masks_ = std::move(*masks);
    drafter->sources_.push_back({drafter->masks_.get()});
  }
  drafter->known_->pass_time = PassTime(guess_pass_time(model, cache));
  if (options.model && options.sources.has(SourceId::kModel) &&
      (options.shape.adaptive() || !drafter->masks_)) {
    auto other = ModelSource::create(options.model, model, pool, cache);
    if (!other) return propagate(other);
    drafter->model_ = std::move(*other);
    drafter->sources_.push_back({drafter->model_.get()});
  }
  if (!options.shape.adaptive()) return drafter;
  if (options.sources.has(SourceId::kText)) {
    drafter->text_ = std::make_unique<TextSource>();
    drafter->sources_.push_back({drafter->text_.get()});
  }
  if (uses_successors(options)) {
    drafter->successors_ = std::make_shared<SuccessorSource>(plan.vocabulary);
    if (drafter->adapter_ && !drafter->adapter_->successors.empty())
      drafter->successors_->from_bytes(drafter->adapter_->successors);
    drafter->sources_.push_back({drafter->successors_.get()});
  }
  if (drafter->adapter_ && !drafter->adapter_->head.empty()) {
    auto head = HeadSource::create(drafter->adapter_->head, model, pool);
    if (!head) return propagate(head);
    drafter->head_ = std::move(*head);
    drafter->sources_.push_back({drafter->head_.get()});
  }
  if (options.sources.has(SourceId::kOwnHead) && DraftHead::exists(model)) {
    auto head = OwnHeadSource::create(model, pool);
    if (!head) return propagate(head);
    drafter->own_head_ = std::move(*head);
    drafter->sources_.push_back({drafter->own_head_.get()});
  }
  return drafter;
}

std::unique_ptr<Drafter> Drafter::beside() const {
  if (!text_ && !successors_) return nullptr;
  std::unique_ptr<Drafter> drafter(new Drafter(std::nullopt, options_));
  drafter->known_ = known_;
  if (text_) {
    drafter->text_ = std::make_unique<TextSource>();
    drafter->sources_.push_back({drafter->text_.get()});
  }
  if (successors_) {
    drafter->successors_ = successors_;
    drafter->sources_.push_back({drafter->successors_.get()});
  }
  return drafter;
}

bool Drafter::reads_states() const {
  return std::ranges::any_of(sources_,
                             [](const Source& each) { return each.source->reads_states(); });
}

void Drafter::read(int first, std::span<const TokenId> tokens, std::span<const float> states) {
  for (const Source& each : sources_)
    if (each.source->reads_states()) each.source->read(first, tokens, states);
}

int Drafter::begin(std::span<const TokenId> prompt) {
  for (const Source& each : sources_) each.source->begin_answer(prompt);
  answer_gains_.begin_answer();
  known_->plain_runs.begin_answer();
  return masks_ && wished_ && tries() ? adapter_->mask_tokens : 0;
}

void Drafter::learn_first(std::span<const TokenId> prompt, std::span<const float> logits) {
  if (!wished_) return;
  for (const Source& each : sources_) each.source->learn_first(prompt, logits);
}

void Drafter::set_masks(std::span<const float> logits, int masks) {
  if (masks_) masks_->set(logits, masks);
}

const DraftTree& Drafter::plan(std::span<const TokenId> text, const Room& room,
                               const Forward::ShouldStop& should_stop) {
  tree_ = DraftTree(text.back());
  proposals_.clear();
  context_ = int(text.size()) - 1;
  masks_given_ = masks_ ? masks_->masks() : 0;
  drafts_ = wished_ && tries();
  adapts_ = drafts_ && options_.shape.adaptive() && !known_->plain_runs.wants_plain();
  asks_model_ = false;
  if (!drafts_ || (options_.shape.adaptive() && !adapts_)) return tree_;
  for (const Source& each : sources_) each.source->begin_step(text);
  if (model_ && (!adapts_ || model_payoff_.tries()))
    asks_model_ = model_->follow(text, should_stop);
  if (adapts_)
    plan_adaptive(room);
  else
    plan_fixed(room);
  return tree_;
}

/// Only the first candidate of a depth has children; mask rows at every node.
void Drafter::plan_fixed(const Room& room) {
  const int masks = masks_ ? adapter_->mask_tokens : 0;
  const SourceSet source = SourceSet().with(masks_ ? SourceId::kMasks : SourceId::kModel);
  int parent = 0;
  for (int i = 0; i < int(options_.shape.widths.size()) && i < room.depth; ++i) {
    gather_fixed(parent, options_.shape.widths[i]);
    const int first = tree_.size();
    for (const Candidate& candidate : candidates_) {
      if ((tree_.size() + 1) * (1 + masks) > room.rows) break;
      proposals_.push_back({parent, candidate, sources_.front().source});
      tree_.add(parent, candidate.token, source);
    }
    if (tree_.size() == first) break;
    parent = first;
  }
  if (tree_.size() * (1 + masks) > room.rows) return;
  for (int node = 0; node < tree_.size(); ++node) tree_.set_masks(node, masks);
}

void Drafter::gather_fixed(int node, int width) {
  candidates_.clear();
  if (masks_) {
    const int depth = tree_.nodes()[node].depth;
    if (depth < masks_given_)
      masks_->children(tree_.nodes()[node].token, depth + 1, width, candidates_);
  } else if (model_) {
    model_->propose(tree_, node, candidates_);
    candidates_.resize(std::min(candidates_.size(), std::size_t(width)));
  }
}

std::span<const double> Drafter::gains() const {
  const int step = drafted_steps_;
  // A trial without masks.
  if (is_trial(step) && std::countr_zero(unsigned(step)) % 2 == 0) return {};
  return mask_gains_.gains();
}

void Drafter::plan_adaptive(const Room& room) {
  const int most_rows = std::min(room.rows, kMostPlannedRows);
  times_.resize(most_rows + 1);
  for (int rows = 1; rows <= most_rows; ++rows) times_[rows] = known_->pass_time.at(rows, context_);
  const double cheapest = cheapest_row(times_, 1);
  token_ms_ = times_[1];
  row_ms_ = cheapest * token_ms_;
  least_ = std::max(kLeastProbability, kWorthLooking * cheapest);
  grow(room);
  // Gone whatever is run now.
  if (asks_model_)
    for (double& time : times_) time += model_->drafting_ms();
  // Mask rows serve the step after this one.
  const bool masks_matter = room.depth > 1;
  TreeChoice choice =
      choose_tree(priced_, masks_matter ? gains() : std::span<const double>(), times_);
  const bool masks_left_out = choice.rows == choice.nodes;
  if (masks_ && masks_matter && masks_left_out && is_trial(drafted_steps_) && !gains().empty() &&
      choice.rows + adapter_->mask_tokens <= most_rows)
    choice.masks[choice.nodes > 1 ? 1 : 0] = adapter_->mask_tokens;
  cut(choice.nodes);
  for (int node = 0; node < choice.nodes; ++node) tree_.set_masks(node, choice.masks[node]);
}

std::span<const PricedNode> Drafter::offer(std::span<const TokenId> text, const Room& room,
                                           double least) {
  tree_ = DraftTree(text.back());
  proposals_.clear();
  context_ = int(text.size()) - 1;
  least_ = least;
  for (const Source& each : sources_) each.source->begin_step(text);
  grow(room);
  return priced_;
}

const DraftTree& Drafter::take(int nodes) {
  cut(nodes);
  return tree_;
}

void Drafter::grow(const Room& room) {
  constexpr int kMostGrownDepth = 12;
  priced_.assign(1, {});
  guesses_.clear();
  const int most_depth = std::min(room.depth, kMostGrownDepth);
  if (most_depth > 0) expand(0);
  while (!guesses_.empty() && tree_.size() < std::min(TreeShape::kMostAdaptiveNodes, room.rows)) {
    std::ranges::pop_heap(guesses_, {}, &Guess::probability);
    const Guess guess = guesses_.back();
    guesses_.pop_back();
    const int node = tree_.add(guess.parent, guess.token, guess.sources);
    priced_.push_back({guess.parent, guess.probability});
    if (tree_.nodes()[node].depth < most_depth) expand(node);
  }
}

bool Drafter::asks(const Source& source, int node) const {
  if (!source.source->takes_time()) return true;
  return is_trial(drafted_steps_) || source.asking.pays(priced_[node].probability);
}

void Drafter::gather(int node) {
  const auto first = std::ptrdiff_t(guesses_.size());
  first_proposal_ = proposals_.size();
  for (Source& each : sources_) {
    each.asked = false;
    if (!asks(each, node)) continue;
    if (each.source == model_.get() && node > 0 && !extension_pays(node)) continue;
    candidates_.clear();
    const auto start = Clock::now();
    each.source->propose(tree_, node, candidates_);
    each.asked = each.source->takes_time() && !candidates_.empty();
    if (each.asked)
      each.asking.observe_time(
          std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    for (const Candidate& candidate : candidates_) {
      proposals_.push_back({node, candidate, each.source});
      const double probability = known_->calibration.probability(candidate.evidence);
      const auto same =
          std::find_if(guesses_.begin() + first, guesses_.end(),
                       [&](const Guess& guess) { return guess.token == candidate.token; });
      const SourceId id = each.source->id();
      if (same == guesses_.end()) {
        guesses_.push_back({probability, node, candidate.token, SourceSet().with(id), 1});
        continue;
      }
      // As if they knew nothing of each other; what is wrong with that is calibrated away.
      same->probability = 1 - (1 - same->probability) * (1 - probability);
      same->sources = same->sources.with(id);
      ++same->named;
    }
  }
}

double Drafter::saved_ms(int node, const DraftSource* without) const {
  const int depth = tree_.nodes()[node].depth + 1;
  double saved = 0;
  for (std::size_t i = first_proposal_; i < proposals_.size(); ++i) {
    const TokenId token = proposals_[i].candidate.token;
    double missed = 1;
    int named = 0;
    bool counted = false;
    for (std::size_t j = first_proposal_; j < proposals_.size(); ++j) {
      const Proposal& same = proposals_[j];
      if (same.candidate.token != token || !same.source || same.source == without) continue;
      counted = counted || j < i;
      missed *= 1 - known_->calibration.probability(same.candidate.evidence);
      ++named;
    }
    if (named == 0 || counted) continue;
    const double probability =
        named > 1 ? known_->calibration.probability({EvidenceKind::kSeveral, depth, 1 - missed})
                  : 1 - missed;
    saved += std::max(0.0, priced_[node].probability * probability * token_ms_ - row_ms_);
  }
  return saved;
}

bool Drafter::extension_pays(int node) const {
  if (!model_->can_extend(tree_, node)) return false;
  double tokens = 0;
  for (const PricedNode& priced : priced_) tokens += priced.probability;
  const std::size_t rows = priced_.size(), more_rows = std::min(rows + 1, times_.size() - 1);
  const double time = times_[rows] + model_->drafting_ms();
  const double more_time = model_->pass_ms() + times_[more_rows] - times_[rows];
  return priced_[node].probability * model_->hit_rate() * time > tokens * more_time;
}

void Drafter::expand(int node) {
  const std::size_t first = guesses_.size();
  gather(node);
  for (Source& each : sources_)
    if (each.asked)
      each.asking.observe_saved(priced_[node].probability,
                                saved_ms(node, nullptr) - saved_ms(node, each.source));
  const int depth = tree_.nodes()[node].depth + 1;
  double sum = 0;
  for (Guess& guess : std::span(guesses_).subspan(first)) {
    if (guess.named > 1) {
      const Evidence several{EvidenceKind::kSeveral, depth, guess.probability};
      proposals_.push_back({node, {guess.token, several}, nullptr});
      guess.probability = known_->calibration.probability(several);
    }
    sum += guess.probability;
  }
  const double scale = priced_[node].probability / std::max(1.0, sum);
  std::size_t kept = first;
  for (std::size_t i = first; i < guesses_.size(); ++i) {
    guesses_[i].probability *= scale;
    if (guesses_[i].probability < least_) continue;
    std::swap(guesses_[kept], guesses_[i]);
    ++kept;
    std::ranges::push_heap(guesses_.begin(), guesses_.begin() + std::ptrdiff_t(kept), {},
                           &Guess::probability);
  }
  guesses_.resize(kept);
}

void Drafter::cut(int nodes) {
  DraftTree tree(tree_.nodes()[0].token);
  for (int node = 1; node < nodes; ++node)
    tree.add(tree_.nodes()[node].parent, tree_.nodes()[node].token, tree_.nodes()[node].sources);
  tree_ = std::move(tree);
}

void Drafter::learn(const Step& step) {
  const int rows = tree_.rows();
  if (known_->plain_runs.observe(rows, step.pass_ms))
    known_->pass_time.observe(rows, context_, step.pass_ms);
  const auto emitted = step.text.subspan(context_ + 1);
  const bool planned = adapts_ || (drafts_ && !options_.shape.adaptive());
  const double token_ms = planned ? known_->pass_time.at(1, context_) : step.step_ms;
  if (wished_) {
    answer_gains_.observe(step.step_ms, double(emitted.size()) * token_ms);
    for (const Source& each : sources_)
      each.source->learn({step.text, context_, &tree_, step.path, step.logits});
  }
  if (!planned) {
    known_->payoff.observe_plain();
    return;
  }
  ++drafted_steps_;
  calibrate(step);
  if (tree_.size() > 1) mask_gains_.observe(masks_given_, int(step.path.size()) - 1);
  // What reading takes says nothing of later steps.
  const double reading_ms = asks_model_ ? model_->reading_ms() : 0;
  known_->payoff.observe_draft(int(emitted.size()), step.step_ms - reading_ms, token_ms);
  if (model_ && adapts_ && reading_ms == 0)
    model_payoff_.observe(asks_model_, int(emitted.size()), step.step_ms);
}

void Drafter::calibrate(const Step& step) {
  const auto emitted = step.text.subspan(context_ + 1);
  std::size_t at = 0;
  for (const Proposal& proposal : proposals_) {
    while (at < step.path.size() && step.path[at] < proposal.node) ++at;
    if (at == step.path.size()) break;
    if (step.path[at] == proposal.node)
      known_->calibration.observe(proposal.candidate.evidence,
                                  proposal.candidate.token == emitted[at]);
  }
}

void Drafter::learn_offered(const Step& step) {
  for (const Source& each : sources_)
    each.source->learn({step.text, context_, &tree_, step.path, step.logits});
  calibrate(step);
}

std::string Drafter::successors() {
  return successors_ ? successors_->to_bytes() : std::string();
}

bool Drafter::recall_successors(std::string_view bytes) {
  return !successors_ || successors_->from_bytes(bytes);
}

std::string Drafter::to_json() const {
  return nlohmann::json{{"calibration", known_->calibration.to_json()},
                        {"pass_time", known_->pass_time.to_json()},
                        {"answers", answer_gains_.to_json()}}
      .dump();
}

void Drafter::from_json(std::string_view text) {
  const auto document = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!document.is_object()) return;
  const auto part = [&](const char* key) {
    const auto found = document.find(key);
    return found != document.end() && found->is_string() ? found->get<std::string>()
                                                         : std::string();
  };
  known_->calibration.from_json(part("calibration"));
  if (known_->pass_time.from_json(part("pass_time")) && known_->pass_time.knows(1))
    known_->plain_runs.recall();
  answer_gains_.from_json(part("answers"));
}

}  // namespace canter
