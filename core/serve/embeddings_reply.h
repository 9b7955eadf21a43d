#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "serve/reply.h"

namespace canter::serve {

/// Embeddings of texts, once all are made.
class EmbeddingsReply : public LiveReply {
 public:
  using Write = std::function<std::string(std::vector<Embedding>)>;

  /// 429 where too many requests wait already. `generator` must outlive it.
  static Checked<std::unique_ptr<EmbeddingsReply>> start(engine::Generator& generator,
                                                         std::vector<std::vector<TokenId>> texts,
                                                         Write write);
  ~EmbeddingsReply() override;

  Checked<void> await(std::chrono::milliseconds patience) override;
  Checked<std::string> next(std::chrono::milliseconds patience) override;
  bool done() const override { return done_; }

 private:
  struct Mailbox;

  EmbeddingsReply(engine::Generator& generator, Write write);

  engine::Generator* generator_;
  Write write_;
  std::shared_ptr<Mailbox> mailbox_;
  engine::GenerationId id_ = 0;
  bool done_ = false;
};

}  // namespace canter::serve
