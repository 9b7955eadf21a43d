#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <utility>

#include "serve/generations.h"
#include "serve/json_fields.h"
#include "serve/request_error.h"

namespace canter::serve {

/// Writes answers down as an interface wants them. A function's text is sent at once.
class Rendering {
 public:
  virtual ~Rendering() = default;
  /// Before anything else.
  virtual std::string begin() { return {}; }
  virtual std::string token(const TokenCame& came) = 0;
  virtual std::string ended(int answer, const Answer& whole) = 0;
  /// When all have ended.
  virtual std::string end() = 0;
  /// An answer that failed ends the reply. Empty: it cannot be said any more.
  virtual std::string failed(const RequestError&) { return {}; }
};

/// A reply that is made while it is sent. What still runs is cancelled when the object goes.
class LiveReply {
 public:
  virtual ~LiveReply() = default;
  /// Waits for what comes first, so that an error that shows at once is a reply of its own.
  virtual Checked<void> await(std::chrono::milliseconds patience) = 0;
  /// What is to be sent next; empty where nothing came in time.
  virtual Checked<std::string> next(std::chrono::milliseconds patience) = 0;
  virtual bool done() const = 0;
  /// The reply's end after an error. Empty: it cannot be said any more.
  virtual std::string failed(const RequestError&) { return {}; }
};

/// Answers, while they are written.
class AnswersReply : public LiveReply {
 public:
  AnswersReply(std::unique_ptr<Generations> generations, std::unique_ptr<Rendering> rendering)
      : generations_(std::move(generations)), rendering_(std::move(rendering)) {}

  Checked<void> await(std::chrono::milliseconds patience) override;
  Checked<std::string> next(std::chrono::milliseconds patience) override;
  bool done() const override { return done_; }
  std::string failed(const RequestError& error) override { return rendering_->failed(error); }

 private:
  std::unique_ptr<Generations> generations_;
  std::unique_ptr<Rendering> rendering_;
  std::optional<GenerationEvent> first_;
  bool begun_ = false;
  bool done_ = false;
};

inline constexpr const char* kJsonType = "application/json";
inline constexpr const char* kEventStreamType = "text/event-stream";
inline constexpr const char* kJsonLinesType = "application/x-ndjson";

struct Reply {
  int status = 200;
  std::string type = kJsonType;
  std::string body = {};
  std::unique_ptr<LiveReply> live = {};  ///< instead of a body
};

inline Reply json_reply(const Json& json) {
  return {.body = written(json)};
}

/// One event of a stream.
std::string event(const Json& data);
/// The same with a name.
std::string event(const std::string& name, const Json& data);

/// `{"error": {…}}`, as OpenAI writes it.
Json openai_error(const RequestError& error);

/// 400 for what a caller did wrong, 500 for the rest.
RequestError request_error(const Error& error);

/// `PREFIX-` and 24 hex digits.
std::string random_id(const std::string& prefix);

}  // namespace canter::serve
