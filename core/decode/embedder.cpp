#include "decode/embedder.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <numeric>
#include <string>
#include <utility>

#include "decode/check_tokens.h"

namespace canter {
namespace {

/// kBadFile where the numbers have no length.
template <typename Number>
Result<Embedding> of_length_1(std::span<const Number> numbers) {
  double squares = 0;
  for (const double number : numbers) squares += number * number;
  if (!(squares > 0) || !std::isfinite(squares))
    return fail(ErrorKind::kBadFile,
                "the model computes embeddings that are no numbers; its file is damaged: get it "
                "again");
  const double factor = 1 / std::sqrt(squares);
  Embedding embedding;
  embedding.reserve(numbers.size());
  for (const double number : numbers) embedding.push_back(float(number * factor));
  return embedding;
}

}  // namespace

Embedding shortened(Embedding embedding, std::size_t dimensions) {
  if (dimensions >= embedding.size()) return embedding;
  embedding.resize(dimensions);
  auto whole = of_length_1(std::span<const float>(embedding));
  return whole ? std::move(*whole) : embedding;  // all zeros stay what they are
}

Embedder::Embedder(const Model& model, std::shared_ptr<Forward> forward, int context,
                   TensorType cache)
    : model_(&model),
      forward_(std::move(forward)),
      context_(context),
      cache_type_(cache),
      pooling_(model.plan().pooling.value_or(Pooling::kMean)) {}

Result<void> Embedder::add(RequestId id, std::vector<std::vector<TokenId>> texts) {
  for (const auto& text : texts) {
    if (text.empty())
      return fail(ErrorKind::kUsage, "a text has no token; write something to compare");
    if (auto known = check_tokens(text, model_->plan().vocabulary); !known) return known;
    if (text.size() > std::size_t(context_))
      return fail(ErrorKind::kTooLarge, "a text has " + std::to_string(text.size()) +
                                            " tokens and the context holds " +
                                            std::to_string(context_) + "; shorten it");
  }
  requests_.push_back({.id = id, .texts = std::move(texts)});
  return {};
}

void Embedder::remove(RequestId id) {
  std::erase_if(requests_, [id](const Request& request) { return request.id == id; });
}

bool Embedder::all_of(const std::function<bool(RequestId)>& is) const {
  return std::ranges::all_of(requests_, is, &Request::id);
}

Result<std::vector<Embedder::Piece>> Embedder::next_pieces(int rows) {
  const bool together = Forward::can_run_together(model_->plan());
  std::vector<Piece> pieces;
  for (Request& request : requests_) {
    std::shared_ptr<KvCache> cache = request.cache;
    for (std::size_t i = request.done.size(); i < request.texts.size() && rows > 0; ++i) {
      const std::span<const TokenId> text = request.texts[i];
      if (!cache) {
        auto empty = KvCache::create(model_->plan(), int(text.size()), cache_type_);
        if (!empty) return propagate(empty);
        empty->expect(int(text.size()));
        cache = std::make_shared<KvCache>(std::move(*empty));
      }
      const auto rest = text.subspan(std::size_t(cache->size()));
      const auto tokens = rest.first(std::min(rest.size(), std::size_t(rows)));
      rows -= int(tokens.size());
      pieces.push_back(
          {&request, std::exchange(cache, nullptr), tokens, tokens.size() == rest.size()});
      if (!together) return pieces;
    }
  }
  return pieces;
}

Result<void> Embedder::run(std::span<const Piece> pieces, const Forward::ShouldStop& should_stop) {
  if (!Forward::can_run_together(model_->plan()))
    return forward_->run(pieces.front().tokens, *pieces.front().cache, 0, nullptr, should_stop);
  std::vector<SequencePiece> sequences;
  for (const Piece& piece : pieces) sequences.push_back({piece.cache.get(), piece.tokens});
  return forward_->run_together(sequences, nullptr, should_stop);
}

Result<void> Embedder::pool(const Piece& piece, const float* states) {
  const std::size_t width = model_->plan().width;
  Request& request = *piece.request;
  const bool first = request.sum.empty();
  request.sum.resize(width);
  for (std::size_t row = 0; row < piece.tokens.size(); ++row, states += width) {
    const bool counts =
        pooling_ == Pooling::kMean || (pooling_ == Pooling::kFirst && first && row == 0) ||
        (pooling_ == Pooling::kLast && piece.last && row + 1 == piece.tokens.size());
    if (!counts) continue;
    for (std::size_t i = 0; i < width; ++i) request.sum[i] += states[i];
  }
  request.cache = piece.last ? nullptr : piece.cache;
  if (!piece.last) return {};
  auto embedding = of_length_1(std::span<const double>(request.sum));
  if (!embedding) return propagate(embedding);
  request.done.push_back(std::move(*embedding));
  request.sum.clear();
  return {};
}

std::vector<Embedder::Ended> Embedder::advance(int rows, const Forward::ShouldStop& should_stop) {
  std::vector<Ended> ended;
  const auto attempt = [&]() -> Result<void> {
    const auto pieces = next_pieces(std::clamp(rows, 1, Forward::kMaxRows));
    if (!pieces) return propagate(pieces);
    if (pieces->empty()) return {};
    if (auto done = run(*pieces, should_stop); !done) return done;
    std::size_t read = 0;
    for (const Piece& piece : *pieces) read += piece.tokens.size();
    const std::size_t width = model_->plan().width;
    states_.resize(read * width);
    std::vector<int> numbers(read);
    std::iota(numbers.begin(), numbers.end(), 0);
    forward_->hidden_of(numbers, states_.data());
    const float* states = states_.data();
    for (const Piece& piece : *pieces) {
      if (auto pooled = pool(piece, states); !pooled) return pooled;
      states += piece.tokens.size() * width;
    }
    return {};
  };
  Result<void> done;
  try {
    done = attempt();
  } catch (const std::bad_alloc&) {
    done = fail(ErrorKind::kTooLarge, "no memory to read so many texts; close other programs");
  }
  if (!done && done.error().kind == ErrorKind::kInterrupted) return ended;
  for (Request& request : requests_) {
    const bool is_whole = request.done.size() == request.texts.size();
    if (!done)
      ended.push_back({request.id, propagate(done)});
    else if (is_whole)
      ended.push_back({request.id, std::move(request.done)});
  }
  for (const Ended& each : ended) remove(each.request);
  if (!requests_.empty()) std::ranges::rotate(requests_, requests_.begin() + 1);
  return ended;
}

}  // namespace canter
