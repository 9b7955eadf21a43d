#include "serve/embeddings_reply.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace canter::serve {

/// Shared with the sink, which may be called after the request is gone.
struct EmbeddingsReply::Mailbox {
  std::mutex mutex;
  std::condition_variable filled;
  std::optional<Result<std::vector<Embedding>>> came;

  bool wait(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex);
    return filled.wait_for(lock, patience, [&] { return came.has_value(); });
  }
};

EmbeddingsReply::EmbeddingsReply(engine::Generator& generator, Write write)
    : generator_(&generator), write_(std::move(write)), mailbox_(std::make_shared<Mailbox>()) {}

EmbeddingsReply::~EmbeddingsReply() {
  if (!done_ && id_ != 0) generator_->cancel(id_);
}

Checked<std::unique_ptr<EmbeddingsReply>> EmbeddingsReply::start(
    engine::Generator& generator, std::vector<std::vector<TokenId>> texts, Write write) {
  std::unique_ptr<EmbeddingsReply> reply(new EmbeddingsReply(generator, std::move(write)));
  const auto id = generator.embed(
      std::move(texts), [mailbox = reply->mailbox_](Result<std::vector<Embedding>> embeddings) {
        {
          const std::lock_guard lock(mailbox->mutex);
          mailbox->came = std::move(embeddings);
        }
        mailbox->filled.notify_one();
      });
  if (!id) return refuse(429, "too many requests wait already, try again later", {}, "overloaded");
  reply->id_ = *id;
  return reply;
}

Checked<void> EmbeddingsReply::await(std::chrono::milliseconds patience) {
  if (!mailbox_->wait(patience) || *mailbox_->came) return {};
  return tl::unexpected(request_error(mailbox_->came->error()));
}

Checked<std::string> EmbeddingsReply::next(std::chrono::milliseconds patience) {
  if (!mailbox_->wait(patience)) return std::string();
  done_ = true;
  auto& embeddings = *mailbox_->came;
  if (!embeddings) return tl::unexpected(request_error(embeddings.error()));
  return write_(std::move(*embeddings));
}

}  // namespace canter::serve
