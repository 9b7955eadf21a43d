#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/generation/generator.h"
#include "serve/request_error.h"

namespace canter::serve {

/// A token of one of the answers to a request.
struct TokenCame {
  int answer = 0;
  TokenId token = 0;
  std::string text = {};  ///< what became certain, as WrittenToken has it
  bool drafted = false;
  std::vector<engine::TokenLikelihood> likelihoods = {};
};

/// The end of one of them.
struct AnswerEnded {
  int answer = 0;
  Result<Answer> result = {};
};

using GenerationEvent = std::variant<TokenCame, AnswerEnded>;

/// The answers to one request while they are written. What still runs is cancelled when the object
/// goes. For one thread at a time.
class Generations {
 public:
  /// 429 where too many requests wait already. `generator` must outlive it.
  static Checked<std::unique_ptr<Generations>> start(
      engine::Generator& generator, std::vector<engine::GenerationRequest> requests);
  ~Generations();
  Generations(const Generations&) = delete;
  Generations& operator=(const Generations&) = delete;

  /// What came next; nothing where nothing came in time.
  std::optional<GenerationEvent> next(std::chrono::milliseconds patience);
  /// Whether all has been handed out.
  bool ended() const { return open_ == 0; }

 private:
  struct Mailbox;

  explicit Generations(engine::Generator& generator);

  engine::Generator* generator_;
  std::shared_ptr<Mailbox> mailbox_;
  std::vector<engine::GenerationId> ids_;
  int open_ = 0;
};

}  // namespace canter::serve
