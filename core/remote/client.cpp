#include "remote/client.h"

#include <utility>

#include "base/key_file.h"
#include "format/message.h"
#include "hub/http_failure.h"
#include "hub/patience.h"
#include "hub/transfer.h"
#include "hub/url.h"
#include "remote/event_stream.h"

namespace canter::remote {
namespace {

constexpr std::size_t kMostComplaint = std::size_t{64} << 10;
constexpr std::size_t kMostModels = std::size_t{8} << 20;
constexpr int kOk = 200;

bool has_type(const HttpReply& reply, std::string_view type) {
  return reply.header("content-type").find(type) != std::string::npos;
}

/// What a server says of an error may repeat what was asked, so no log gets it.
tl::unexpected<Error> given_up(const HttpFailure& failure, Error error) {
  if (error == failure.error && !failure.what.empty()) error.message = failure.what;
  return tl::unexpected(std::move(error));
}

std::string meaning(int status, bool with_key) {
  switch (status) {
    case 401:
    case 403:
      return with_key ? "refuses the key; give a valid one" : "asks for a key; give one";
    case 404:
    case 405:
      return "has no such model, or is no such server; check both";
    case 408:
      return "grew tired of waiting; try again";
    case 413:
      return "takes no text of this length; start a new chat or leave something out";
    case 429:
      return "has too much to do; wait a little and try again";
    default:
      if (status >= 500) return "is in trouble; try again later";
      if (status >= 400) return "refuses what was asked";
      return "gives an answer of no use here; check the address";
  }
}

}  // namespace

HttpSettings patient_http() {
  using Milliseconds = HttpSettings::Milliseconds;
  HttpSettings http;
  http.connect_timeout = Milliseconds(10'000);
  http.stall_time = Milliseconds(300'000);
  http.stall_bytes = 1;
  http.attempts = 4;
  http.patience = Milliseconds(500);
  http.longest_patience = Milliseconds(8'000);
  http.longest_asked = Milliseconds(60'000);
  return http;
}

/// Takes what a server sends that answers as it should.
struct Client::Reader {
  virtual ~Reader() = default;
  virtual Result<void> head(const HttpReply& reply) = 0;
  virtual Result<void> body(std::string_view bytes) = 0;
};

class Client::ModelsReader : public Client::Reader {
 public:
  Result<void> head(const HttpReply&) override { return {}; }
  Result<void> body(std::string_view bytes) override {
    text_ += bytes;
    if (text_.size() <= kMostModels) return {};
    return fail(ErrorKind::kIo, "its list of models does not end; check the address");
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// Reads a stream of events, or an answer that comes in one piece.
class Client::AnswerReader : public Client::Reader {
 public:
  AnswerReader(const ClientSettings& settings, const ChatSink& sink)
      : settings_(settings), sink_(sink), events_(settings.longest_event) {}

  Result<void> head(const HttpReply& reply) override {
    whole_ = has_type(reply, "json") && !has_type(reply, "event-stream");
    if (has_type(reply, "text/html"))
      return fail(ErrorKind::kIo, "a web page came instead of an answer; check the address");
    return {};
  }

  Result<void> body(std::string_view bytes) override {
    received_ += bytes.size();
    if (received_ > settings_.longest_stream) return endless();
    if (!whole_) return events_.push(bytes, take_);
    text_ += bytes;
    return text_.size() > settings_.longest_answer ? endless() : Result<void>();
  }

  /// The server has closed the connection as it should.
  Result<void> finish() {
    if (whole_ && !text_.empty()) return take(text_);
    return events_.finish(take_);
  }

  bool said_something() const { return said_ > 0; }
  /// None while it is not whole.
  std::optional<ChatEnd> end() const {
    if (!done_ && !finish_) return std::nullopt;
    return ChatEnd{finish_.value_or(ChatFinish::kStop), usage_};
  }

 private:
  static tl::unexpected<Error> endless() {
    return fail(ErrorKind::kTooLarge, "its answer does not end; ask for less, or another model");
  }

  Result<void> take(std::string_view data) {
    // Nothing comes behind it, but the connection may stay open.
    done_ = done_ || data == "[DONE]";
    if (done_) return fail(ErrorKind::kInternal, "the answer has ended");
    const auto delta = read_answer(data);
    if (!delta) return propagate(delta);
    if (delta->usage) usage_ = delta->usage;
    if (delta->finish) finish_ = delta->finish;
    said_ += delta->text.size() + delta->thinking.size();
    if (said_ > settings_.longest_answer) return endless();
    if (delta->says_something()) sink_(*delta);
    return {};
  }

  const ClientSettings& settings_;
  const ChatSink& sink_;
  const EventStream::Take take_ = [this](std::string_view data) { return take(data); };
  EventStream events_;
  bool whole_ = false;
  bool done_ = false;
  std::string text_;
  std::size_t received_ = 0;
  std::size_t said_ = 0;
  std::optional<ChatFinish> finish_;
  std::optional<ChatUsage> usage_;
};

Client::Client(ServerAddress address, ClientSettings settings)
    : address_(std::move(address)), settings_(std::move(settings)) {}

Result<Client> Client::create(ServerAddress address, const std::string& key,
                              ClientSettings settings) {
  if (!is_key(key))
    return fail(ErrorKind::kUsage,
                "the key holds spaces or other signs that no key has; give it once more");
  settings.http.token = key;
  settings.http.token_origin = address.origin;
  settings.http.own_network = true;
  return Client(std::move(address), std::move(settings));
}

Result<std::vector<std::string>> Client::models() const {
  Patience patience(settings_.http);
  for (;;) {
    ModelsReader reader;
    const auto exchanged = exchange("/models", nullptr, reader);
    if (exchanged) {
      auto models = read_models(reader.text());
      if (models) return models;
      return fail(ErrorKind::kIo, says(models.error().message + "; check the address"));
    }
    if (auto again = patience.wait(exchanged.error()); !again)
      return given_up(exchanged.error(), again.error());
  }
}

Result<ChatEnd> Client::chat(const ChatQuestion& question, const ChatSink& sink) const {
  const std::string body = write_question(question);
  Patience patience(settings_.http);
  for (;;) {
    AnswerReader reader(settings_, sink);
    auto exchanged = exchange("/chat/completions", &body, reader);
    Result<void> read;
    if (exchanged) read = reader.finish();
    if (const auto end = reader.end()) return *end;
    if (!read) exchanged = tl::unexpected(failure_of(lasting_failure(read.error())));
    if (exchanged)
      return fail(ErrorKind::kIo,
                  says(reader.said_something()
                           ? "the connection ended in the middle of the answer; ask again"
                           : "the connection ended before an answer came; ask again"));
    HttpFailure failure = exchanged.error();
    failure.passing = failure.passing && !reader.said_something();
    if (auto again = patience.wait(failure); !again) return given_up(failure, again.error());
  }
}

tl::expected<void, HttpFailure> Client::exchange(const std::string& path, const std::string* body,
                                                 Reader& reader) const {
  const auto url = parse_url(address_.base + path, Unencrypted::kOwnNetwork);
  if (!url) return tl::unexpected(lasting_failure(url.error()));
  HttpReply head;
  std::string complaint;
  const HttpReceiver receiver{[&](const HttpReply& reply) {
                                head = reply;
                                return reply.status == kOk ? reader.head(reply) : Result<void>();
                              },
                              [&](std::string_view bytes) -> Result<void> {
                                if (head.status == kOk) return reader.body(bytes);
                                complaint += bytes.substr(0, kMostComplaint - complaint.size());
                                if (complaint.size() < kMostComplaint) return {};
                                return fail(ErrorKind::kIo, "its complaint does not end");
                              }};
  const std::vector<std::string> headers;
  const auto end =
      run_transfer({*url, headers, settings_.http, receiver, {}, body, /*any_status=*/true});
  const bool stopped = !end && end.error().error.kind == ErrorKind::kInterrupted;
  if (head.status != 0 && head.status != kOk && !stopped)
    return tl::unexpected(
        refusal(head, complaint, end ? end->retry_after : HttpSettings::Milliseconds(0)));
  if (!end) return tl::unexpected(failure_of(end.error()));
  return {};
}

HttpFailure Client::failure_of(HttpFailure failure) const {
  // Only where nothing was sent yet is it sure that nothing was done.
  failure.passing = failure.passing && failure.offline;
  if (failure.error.kind == ErrorKind::kInterrupted || failure.error.kind == ErrorKind::kUsage)
    return failure;
  const bool at_home = failure.offline && address_.this_computer;
  failure.offline = false;
  if (at_home)
    failure.error.message = says("nobody answers there; start the server and try again");
  else
    failure.error.message =
        says(failure.what.empty() ? without_key(failure.error.message) : failure.what);
  failure.error.kind = ErrorKind::kIo;
  failure.what.clear();
  return failure;
}

HttpFailure Client::refusal(const HttpReply& reply, const std::string& complaint,
                            HttpSettings::Milliseconds wait) const {
  HttpFailure failure;
  failure.error.kind = ErrorKind::kIo;
  failure.wait = wait;
  failure.passing = reply.status == 429 || reply.status >= 500;
  const std::string location = reply.header("location");
  if (reply.status >= 300 && reply.status < 400 && !location.empty()) {
    failure.error.message =
        says("the server sends on to " + shown_url(without_key(location)) +
             ", which is not followed with a key and a chat; give that address if it is right");
    return failure;
  }
  const std::string means = "the server " + meaning(reply.status, !settings_.http.token.empty()) +
                            " (" + std::to_string(reply.status);
  const std::string words = without_key(error_words(complaint));
  failure.error.message = says(means + ")");
  if (!words.empty()) failure.what = says(means + ": " + words + ")");
  return failure;
}

std::string Client::says(const std::string& what) const {
  return in_quotes(address_.base) + ": " + what;
}

std::string Client::without_key(std::string text) const {
  const std::string& key = settings_.http.token;
  if (key.empty()) return text;
  for (std::size_t at = 0; (at = text.find(key, at)) != std::string::npos;)
    text.replace(at, key.size(), "…");
  return text;
}

}  // namespace canter::remote
