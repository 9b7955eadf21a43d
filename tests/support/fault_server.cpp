#include "support/fault_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cctype>
#include <mutex>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace canter::test {
namespace {

constexpr int kPoll = 20;  // milliseconds

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

HttpQuestion parse(const std::string& head) {
  HttpQuestion question;
  std::istringstream lines(head);
  std::string method;
  lines >> method >> question.target;
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    if (line.ends_with('\r')) line.pop_back();
    const std::size_t colon = line.find(": ");
    if (colon != std::string::npos)
      question.headers[lower(line.substr(0, colon))] = line.substr(colon + 2);
  }
  return question;
}

}  // namespace

std::string HttpQuestion::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}

struct FaultServer::State {
  explicit State(Handler what) : handler(std::move(what)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const general = reinterpret_cast<sockaddr*>(&address);
    if (listener < 0 || bind(listener, general, size) != 0 || listen(listener, 64) != 0 ||
        getsockname(listener, general, &size) != 0)
      throw std::runtime_error("there is no server on loopback");
    port = ntohs(address.sin_port);
    accepting = std::thread([this] { accept_all(); });
  }

  ~State() {
    ending = true;
    shutdown(listener, SHUT_RDWR);  // wakes who waits for it
    accepting.join();
    for (std::thread& one : connections) one.join();
    close(listener);
  }

  void accept_all() {
    while (!ending) {
      pollfd waiting{listener, POLLIN, 0};
      if (poll(&waiting, 1, kPoll) <= 0) continue;
      const int connection = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
      if (connection < 0) continue;
      connections.emplace_back([this, connection] {
        serve(connection);
        close(connection);
      });
    }
  }

  void serve(int connection) {
    std::string read;
    std::size_t head = 0;
    while ((head = read.find("\r\n\r\n")) == std::string::npos)
      if (!read_more(connection, read)) return;
    HttpQuestion question = parse(read.substr(0, head + 2));
    const std::string length = question.header("content-length");
    const std::size_t end = head + 4 + (length.empty() ? 0 : std::stoul(length));
    while (read.size() < end)
      if (!read_more(connection, read)) return;
    question.body = read.substr(head + 4);
    const HttpScript script = answer(question);
    const std::size_t size = std::min(script.most, script.bytes.size());
    for (std::size_t sent = 0; sent < size && !ending;) {
      const ssize_t count = send(connection, script.bytes.data() + sent,
                                 std::min(script.step, size - sent), MSG_NOSIGNAL);
      if (count <= 0) return;
      sent += static_cast<std::size_t>(count);
      std::this_thread::sleep_for(script.pause);
    }
    // Until the other side has gone.
    if (script.hold) wait_for(connection);
  }

  bool read_more(int connection, std::string& read) const {
    if (!wait_for(connection)) return false;
    char buffer[4096];
    const ssize_t count = recv(connection, buffer, sizeof buffer, 0);
    if (count > 0) read.append(buffer, static_cast<std::size_t>(count));
    return count > 0;
  }

  /// False when the server ends.
  bool wait_for(int connection) const {
    pollfd waiting{connection, POLLIN, 0};
    while (!ending)
      if (poll(&waiting, 1, kPoll) > 0) return true;
    return false;
  }

  HttpScript answer(const HttpQuestion& question) {
    const std::lock_guard lock(mutex);
    questions.push_back(question);
    return handler(question);
  }

  const Handler handler;
  const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  int port = 0;
  std::atomic<bool> ending = false;
  std::mutex mutex;
  std::vector<HttpQuestion> questions;
  std::vector<std::thread> connections;
  std::thread accepting;
};

FaultServer::FaultServer(Handler handler) : state_(std::make_unique<State>(std::move(handler))) {}
FaultServer::~FaultServer() = default;

std::string FaultServer::address() const {
  return "http://127.0.0.1:" + std::to_string(state_->port);
}

std::vector<HttpQuestion> FaultServer::questions() const {
  const std::lock_guard lock(state_->mutex);
  return state_->questions;
}

std::string http_answer(int status, const std::string& headers, const std::string& body) {
  return "HTTP/1.1 " + std::to_string(status) +
         " As told\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\nConnection: close\r\n" + headers + "\r\n" + body;
}

std::string file_answer(const HttpQuestion& question, const std::string& content,
                        const std::string& etag) {
  const std::string tag = "ETag: " + etag + "\r\nAccept-Ranges: bytes\r\n";
  const std::string range = question.header("range");
  const std::string only_if = question.header("if-range");
  if (!range.starts_with("bytes=") || (!only_if.empty() && only_if != etag))
    return http_answer(200, tag, content);
  const std::size_t first = std::stoul(range.substr(6));
  const std::string size = std::to_string(content.size());
  if (first >= content.size())
    return http_answer(416, "Content-Range: bytes */" + size + "\r\n", "no such range");
  return http_answer(206,
                     tag + "Content-Range: bytes " + std::to_string(first) + "-" +
                         std::to_string(content.size() - 1) + "/" + size + "\r\n",
                     content.substr(first));
}

}  // namespace canter::test
