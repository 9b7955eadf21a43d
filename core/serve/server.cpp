#include "serve/server.h"

#include <httplib.h>

#include <chrono>
#include <thread>
#include <utility>

#include "base/log.h"
#include "serve/connection_threads.h"
#include "serve/guard.h"
#include "serve/routes.h"

namespace canter::serve {
namespace {

constexpr std::size_t kMostConnections = 256;
constexpr std::size_t kLongestBody = std::size_t{8} << 20;
/// A longer one is read this far and thrown away, so that its sender hears why.
constexpr std::size_t kLongestRefused = std::size_t{64} << 20;
constexpr int kBacklog = 128;
constexpr std::time_t kReadSeconds = 10, kWriteSeconds = 30, kIdleSeconds = 5;
/// How long an error may take that a client is to hear as the reply's status.
constexpr std::chrono::milliseconds kFirstPatience{250};
/// How often somebody looks whether the client is still there.
constexpr std::chrono::milliseconds kPatience{20};

class Queue : public httplib::TaskQueue {
 public:
  // Void, or in later versions of the library bool.
  using Enqueued = decltype(std::declval<httplib::TaskQueue&>().enqueue({}));

  Enqueued enqueue(std::function<void()> connection) override {
    threads_.run(std::move(connection));
    return Enqueued(true);
  }
  void shutdown() override { threads_.stop(); }

 private:
  ConnectionThreads threads_{kMostConnections};
};

/// The library's own would let two servers share a port.
void set_socket_options(socket_t socket) {
  const int on = 1;
#if defined(_WIN32)
  constexpr int kOption = SO_EXCLUSIVEADDRUSE;
#else
  constexpr int kOption = SO_REUSEADDR;
#endif
  setsockopt(socket, SOL_SOCKET, kOption, reinterpret_cast<const char*>(&on), sizeof on);
}

Claim claim_of(const httplib::Request& request) {
  Claim claim;
  const auto hosts = request.headers.equal_range("Host");
  for (auto host = hosts.first; host != hosts.second; ++host) claim.hosts.push_back(host->second);
  claim.origin = request.get_header_value("Origin");
  claim.authorization = request.get_header_value("Authorization");
  claim.needs_key = request.path != "/health" && request.method != "OPTIONS";
  return claim;
}

/// What this server does not read: bodies that unfold into larger ones, and forms.
std::optional<RequestError> body_refusal(const httplib::Request& request) {
  if (request.has_header("Content-Encoding"))
    return RequestError{415, "compressed requests are not read, send it as it is"};
  if (request.is_multipart_form_data())
    return RequestError{415, "forms with several parts are not read, send JSON"};
  return std::nullopt;
}

/// The body, as far as `keeps`; 413 for one that is too long.
Checked<std::string> read_body(const httplib::ContentReader& reader, const httplib::Response& reply,
                               bool keeps) {
  std::string body;
  std::size_t size = 0;
  const bool whole = reader([&](const char* data, std::size_t length) {
    size += length;
    if (keeps && size <= kLongestBody) body.append(data, length);
    return size <= kLongestRefused;
  });
  if (size > kLongestBody || reply.status == 413)
    return refuse(413, "the request is longer than 8 MB, shorten it", {}, "request_too_large");
  if (!whole) return refuse(400, "the request's body ends early, send all of it");
  return body;
}

}  // namespace

class Server::Listener : public httplib::Server {
 public:
  Listener(const ServedModel& served, const ServerSettings& settings)
      : settings_(settings),
        guard_(settings.host, settings.key),
        site_{served, counts_, settings.version} {
    new_task_queue = [] { return new Queue; };
    set_socket_options(canter::serve::set_socket_options);
    set_tcp_nodelay(true);
    // One request for each connection: what is left of a body that was refused is never taken for
    // another request.
    set_keep_alive_max_count(1);
    set_keep_alive_timeout(kIdleSeconds);
    set_read_timeout(kReadSeconds);
    set_write_timeout(kWriteSeconds);
    set_payload_max_length(kLongestBody);
    set_handlers();
  }
  ~Listener() override {
    stop();
    if (thread_.joinable()) thread_.join();
  }

  Result<void> begin() {
    const bool bound = settings_.port == 0 ? (port_ = bind_to_any_port(settings_.host)) > 0
                                           : bind_to_port(settings_.host, port_ = settings_.port);
    if (!bound)
      return fail(ErrorKind::kIo,
                  "cannot listen on " + settings_.host + " port " + std::to_string(settings_.port) +
                      ", check the address or choose another port: it may be in use");
    ::listen(svr_sock_, kBacklog);  // the library lets 5 wait
    thread_ = std::thread([this] {
      listen_after_bind();
      ended_ = true;
    });
    while (!is_running() && !ended_) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return {};
  }

  int port() const { return port_; }
  const std::string& host() const { return settings_.host; }

 private:
  using Request = httplib::Request;
  using Response = httplib::Response;

  void set_handlers() {
    set_pre_routing_handler([this](const Request& request, Response& reply) {
      // The library cuts bodies by ranges without looking how long they are.
      const_cast<Request&>(request).ranges.clear();
      if (request.method == "POST") return HandlerResponse::Unhandled;
      answer(request, reply, [] { return std::string(); });
      return HandlerResponse::Handled;
    });
    Post(R"([\s\S]*)",
         [this](const Request& request, Response& reply, const httplib::ContentReader& reader) {
           answer(request, reply, [&]() -> Checked<std::string> {
             if (const auto refused = body_refusal(request)) return tl::unexpected(*refused);
             const bool keeps = !guard_.refusal(claim_of(request));
             return read_body(reader, reply, keeps);
           });
         });
    set_exception_handler([](const Request& request, Response& reply, std::exception_ptr) {
      send(reply, error_reply(request.path, {500, "the server has no memory left for this"}));
    });
    // What the library refuses itself.
    set_error_handler([](const Request& request, Response& reply) {
      if (!reply.body.empty()) return;
      send(reply, error_reply(request.path,
                              {reply.status, "this is no request that the server understands"}));
    });
    // Before the reply is sent, so that whoever has it finds it counted.
    set_post_routing_handler([this](const Request& request, Response& reply) {
      const std::string path = counted_path(request.path);
      counts_.add(path, reply.status);
      log(LogLevel::kInfo,
          request.method.substr(0, 8) + " " + path + " " + std::to_string(reply.status));
    });
  }

  void answer(const Request& request, Response& reply,
              const std::function<Checked<std::string>()>& read) {
    const auto body = read();
    if (const auto refused = guard_.refusal(claim_of(request)))
      return send(reply, error_reply(request.path, *refused));
    if (!body) return send(reply, error_reply(request.path, body.error()));
    allow_origin(request, reply);
    if (request.method == "OPTIONS") {
      reply.status = 204;
      return;
    }
    auto made = route(site_, request.method, request.path, *body);
    if (made && made->live)
      if (const auto begun = made->live->await(kFirstPatience); !begun)
        made = tl::unexpected(begun.error());
    if (!made) return send(reply, error_reply(request.path, made.error()));
    if (!made->live) return send(reply, *made);
    send_live(request, reply, std::move(*made));
  }

  /// Pages of this computer's own servers may ask, and read what they get.
  static void allow_origin(const Request& request, Response& reply) {
    const std::string origin = request.get_header_value("Origin");
    if (origin.empty()) return;
    reply.set_header("Access-Control-Allow-Origin", origin);
    reply.set_header("Vary", "Origin");
    if (request.method != "OPTIONS") return;
    reply.set_header("Access-Control-Allow-Methods", "GET, POST");
    reply.set_header("Access-Control-Allow-Headers", "Authorization, Content-Type");
  }

  static void send(Response& reply, const Reply& made) {
    reply.status = made.status;
    if (made.status == 429) reply.set_header("Retry-After", "1");
    if (made.status == 401) reply.set_header("WWW-Authenticate", "Bearer");
    reply.set_content(made.body, made.type);
  }

  /// Also what is sent as one document is sent this way: the provider is asked again and again, so
  /// it sees when the client leaves. What fails later than `kFirstPatience` breaks the reply off.
  static void send_live(const Request& request, Response& reply, Reply made) {
    const std::shared_ptr<LiveReply> live = std::move(made.live);
    const auto provider = [live](std::size_t, httplib::DataSink& sink) {
      if (!sink.is_writable()) return false;
      const auto text = live->next(kPatience);
      const std::string bytes = text ? *text : live->failed(text.error());
      if (!text && bytes.empty()) return false;
      if (!bytes.empty() && !sink.write(bytes.data(), bytes.size())) return false;
      if (!text || live->done()) sink.done();
      return true;
    };
    reply.status = made.status;
    reply.set_header("Cache-Control", "no-store");
    if (request.version == "HTTP/1.0")
      reply.set_content_provider(made.type, provider);
    else
      reply.set_chunked_content_provider(made.type, provider);
  }

  ServerSettings settings_;
  Guard guard_;
  RequestCounts counts_;
  Site site_;
  int port_ = 0;
  std::atomic<bool> ended_ = false;
  std::thread thread_;
};

Server::Server(std::unique_ptr<Listener> listener) : listener_(std::move(listener)) {}

Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::start(const ServedModel& served,
                                              const ServerSettings& settings) {
  if (settings.key.empty() && !is_loopback(settings.host))
    return fail(ErrorKind::kUsage, "others can reach " + settings.host +
                                       ", so requests there need a key: give a file with one");
  auto listener = std::make_unique<Listener>(served, settings);
  if (const auto begun = listener->begin(); !begun) return propagate(begun);
  return std::unique_ptr<Server>(new Server(std::move(listener)));
}

int Server::port() const {
  return listener_->port();
}

std::string Server::address() const {
  const std::string& host = listener_->host();
  const bool is_v6 = host.find(':') != host.npos;
  return "http://" + (is_v6 ? "[" + host + "]" : host) + ":" + std::to_string(port());
}

}  // namespace canter::serve
