#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace canter::test {

struct HttpQuestion {
  std::string target;                          ///< path and query
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;

  /// Empty when missing.
  std::string header(const std::string& name) const;
};

/// What a server does with one question.
struct HttpScript {
  std::string bytes;                        ///< sent as they are, head and all
  std::size_t most = std::string::npos;     ///< of them, before the connection is closed
  bool hold = false;                        ///< the connection stays open when all is sent
  std::size_t step = std::size_t{1} << 16;  ///< bytes at a time,
  std::chrono::microseconds pause{0};       ///< and the time behind each
};

/// A server on loopback that says exactly what it is told to, right or wrong. One question for each
/// connection, which is read to its end.
class FaultServer {
 public:
  using Handler = std::function<HttpScript(const HttpQuestion&)>;

  /// The handler is called on one thread at a time.
  explicit FaultServer(Handler handler);
  ~FaultServer();
  FaultServer(const FaultServer&) = delete;
  FaultServer& operator=(const FaultServer&) = delete;

  /// `http://127.0.0.1:PORT`
  std::string address() const;
  /// All so far.
  std::vector<HttpQuestion> questions() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// An answer with a body and its length. `headers`: lines that end in `\r\n`.
std::string http_answer(int status, const std::string& headers, const std::string& body);

/// As servers answer for a file, with `Range` and `If-Range`: 200, 206 or 416.
std::string file_answer(const HttpQuestion& question, const std::string& content,
                        const std::string& etag);

}  // namespace canter::test
