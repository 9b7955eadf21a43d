#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace canter::remote {

struct RemoteMessage {
  std::string role = {};  ///< `system`, `user`, `assistant`
  std::string content = {};
};

/// What is asked of a model elsewhere. What is not given is the server's.
struct ChatQuestion {
  std::string model = {};
  std::vector<RemoteMessage> messages = {};
  std::optional<double> temperature = {};
  std::optional<double> top_p = {};
  std::optional<std::uint64_t> seed = {};
  int max_tokens = 0;  ///< 0: as many as it takes
  std::vector<std::string> stop = {};
};

/// Tokens, as the server counts them.
struct ChatUsage {
  int prompt = 0;
  int cached = 0;  ///< of the prompt
  int completion = 0;

  bool operator==(const ChatUsage&) const = default;
};

enum class ChatFinish {
  kStop,    ///< the model ended, or a stop string came
  kLength,  ///< a limit of tokens
  kFilter,  ///< the server keeps the rest back
  kOther,
};

/// What one event adds to an answer.
struct ChatDelta {
  std::string text = {};
  std::string thinking = {};
  std::optional<ChatFinish> finish = {};
  std::optional<ChatUsage> usage = {};

  bool says_something() const { return !text.empty() || !thinking.empty(); }
  bool operator==(const ChatDelta&) const = default;
};

/// Called with all that has text or thinking, as it comes.
using ChatSink = std::function<void(const ChatDelta&)>;

/// How an answer ended that came whole.
struct ChatEnd {
  ChatFinish finish = ChatFinish::kOther;
  std::optional<ChatUsage> usage = {};
};

/// The body of a request for a stream.
std::string write_question(const ChatQuestion& question);

/// An event of a stream, or an answer that came in one piece. An error that the server tells of is
/// kIo with its words, what is no answer kBadFile.
Result<ChatDelta> read_answer(std::string_view json);

/// What `/models` lists.
Result<std::vector<std::string>> read_models(std::string_view json);

/// What a server says in an answer that is an error, in one line of at most 300 characters; empty
/// when it says nothing.
std::string error_words(std::string_view body);

}  // namespace canter::remote
