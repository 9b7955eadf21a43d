#include "engine/generation/embedding_queue.h"

#include <utility>

namespace canter::engine {
namespace {

tl::unexpected<Error> cancelled() {
  return fail(ErrorKind::kInterrupted, "stopped");
}

}  // namespace

bool EmbeddingQueue::submit(GenerationId id, std::vector<std::vector<TokenId>> texts,
                            EmbeddingSink sink) {
  const std::lock_guard lock(mutex_);
  if (waiting_.size() >= limits_.waiting) return false;
  waiting_.push_back({id, std::move(texts), std::move(sink)});
  return true;
}

void EmbeddingQueue::cancel(GenerationId id) {
  const std::lock_guard lock(mutex_);
  cancelled_.insert(id);
}

bool EmbeddingQueue::has_work() const {
  const std::lock_guard lock(mutex_);
  return reading_ > 0 || !waiting_.empty();
}

void EmbeddingQueue::add_to(GeneratorFigures& figures) const {
  const std::lock_guard lock(mutex_);
  figures.embedded_texts += texts_;
  figures.embedded_tokens += tokens_;
}

void EmbeddingQueue::take_orders() {
  std::vector<Job> begun, dropped;
  std::unordered_set<GenerationId> cancelled_now;
  {
    const std::lock_guard lock(mutex_);
    cancelled_now.swap(cancelled_);
    std::erase_if(waiting_, [&](Job& job) {
      const bool gone = cancelled_now.contains(job.id);
      if (gone) dropped.push_back(std::move(job));
      return gone;
    });
    while (!waiting_.empty() && embedder_.count() + begun.size() < limits_.at_a_time) {
      begun.push_back(std::move(waiting_.front()));
      waiting_.pop_front();
    }
    reading_ += begun.size();
  }
  for (const Job& job : dropped) job.sink(cancelled());
  for (const GenerationId id : cancelled_now) {
    embedder_.remove(id);
    if (readings_.contains(id)) finish(id, cancelled());
  }
  for (Job& job : begun) {
    Reading reading{.sink = std::move(job.sink), .texts = job.texts.size()};
    for (const auto& text : job.texts) reading.tokens += text.size();
    readings_.emplace(job.id, std::move(reading));
    if (const auto added = embedder_.add(job.id, std::move(job.texts)); !added)
      finish(job.id, propagate(added));
  }
}

void EmbeddingQueue::read(int rows, const std::atomic<bool>& stopping) {
  take_orders();
  if (embedder_.count() == 0) return;
  const auto should_stop = [&] {
    const std::lock_guard lock(mutex_);
    return stopping || embedder_.all_of([&](GenerationId id) { return cancelled_.contains(id); });
  };
  for (auto& [id, embeddings] : embedder_.advance(rows, should_stop))
    finish(id, std::move(embeddings));
}

void EmbeddingQueue::end() {
  {
    const std::lock_guard lock(mutex_);
    for (const Job& job : waiting_) cancelled_.insert(job.id);
    for (const auto& [id, reading] : readings_) cancelled_.insert(id);
  }
  take_orders();
}

void EmbeddingQueue::finish(GenerationId id, Result<std::vector<Embedding>> embeddings) {
  const auto place = readings_.find(id);
  const Reading reading = std::move(place->second);
  readings_.erase(place);
  {
    const std::lock_guard lock(mutex_);
    --reading_;
    if (embeddings) {
      texts_ += reading.texts;
      tokens_ += reading.tokens;
    }
  }
  reading.sink(std::move(embeddings));
}

}  // namespace canter::engine
