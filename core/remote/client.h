#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "hub/http.h"
#include "remote/chat.h"
#include "remote/server_address.h"

namespace canter::remote {

/// Somebody waits in front of a window, and a large model may read a long prompt for minutes.
HttpSettings patient_http();

struct ClientSettings {
  /// Its token, origin and network are the client's own.
  HttpSettings http = patient_http();
  // What a server may send that never ends.
  std::size_t longest_event = std::size_t{4} << 20;
  std::size_t longest_answer = std::size_t{16} << 20;  ///< text and thinking
  std::size_t longest_stream = std::size_t{1} << 30;
};

/// Speaks with a server that has OpenAI's interface: vLLM, llama.cpp's, Ollama, LM Studio.
///
/// Tries again with patience as long as nobody has said anything: where there is no connection, or
/// the server has too much to do (429) or is in trouble (5xx). Redirections are not followed: key
/// and text are for the address that was given. Messages hold neither.
class Client {
 public:
  /// kUsage for a key that no header can carry. An empty one is not sent.
  static Result<Client> create(ServerAddress address, const std::string& key,
                               ClientSettings settings = {});

  Result<std::vector<std::string>> models() const;
  /// What came before an error has gone to the sink.
  Result<ChatEnd> chat(const ChatQuestion& question, const ChatSink& sink) const;

  const ServerAddress& address() const { return address_; }

 private:
  Client(ServerAddress address, ClientSettings settings);

  struct Reader;
  class ModelsReader;
  class AnswerReader;
  /// Posts a body, or asks for what lies there where that is nullptr.
  tl::expected<void, HttpFailure> exchange(const std::string& path, const std::string* body,
                                           Reader& reader) const;
  HttpFailure failure_of(HttpFailure failure) const;
  HttpFailure refusal(const HttpReply& reply, const std::string& complaint,
                      HttpSettings::Milliseconds wait) const;
  std::string says(const std::string& what) const;
  std::string without_key(std::string text) const;

  ServerAddress address_;
  ClientSettings settings_;
};

}  // namespace canter::remote
