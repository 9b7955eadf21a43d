#include "hub/transfer.h"

#include <curl/curl.h>
#if __has_include(<netinet/in.h>)
#include <netinet/in.h>
#endif

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <memory>
#include <utility>

#include "base/lower_case.h"
#include "hub/http_failure.h"
#include "hub/proxy.h"

namespace canter {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMaxHeaders = std::size_t{256} << 10;
constexpr long kBuffer = 256L << 10;
constexpr int kPollMilliseconds = 100;

struct FreeEasy {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeMulti {
  void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, FreeList>;

void add(List& list, const std::string& line) {
  if (curl_slist* longer = curl_slist_append(list.get(), line.c_str())) {
    (void)list.release();
    list.reset(longer);
  }
}

std::string_view trimmed(std::string_view text) {
  const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

bool is_taken(int status) {
  return status == 200 || status == 206 || status == 416;
}

Reach reach_of(const curl_sockaddr& address) {
  if (address.family == AF_INET) {
    sockaddr_in in{};
    std::memcpy(&in, &address.addr, sizeof in);
    std::array<std::uint8_t, 4> bytes{};
    std::memcpy(bytes.data(), &in.sin_addr, bytes.size());
    return reach_of_ipv4(bytes);
  }
  sockaddr_in6 in{};
  std::memcpy(&in, &address.addr, std::min<std::size_t>(sizeof in, address.addrlen));
  std::array<std::uint8_t, 16> bytes{};
  std::memcpy(bytes.data(), &in.sin6_addr, bytes.size());
  return reach_of_ipv6(bytes);
}

/// What curl calls while it works.
class Running {
 public:
  explicit Running(const Transfer& transfer)
      : transfer_(transfer),
        proxy_(proxy_for(transfer.url)),
        by_name_(reach_of_host(transfer.url.host)),
        reach_(by_name_.value_or(Reach::kPublic)),
        easy_(curl_easy_init()),
        multi_(curl_multi_init()) {}

  tl::expected<TransferEnd, HttpFailure> run() {
    if (!easy_ || !multi_) return failure(ErrorKind::kTooLarge, "there is not enough memory");
    if (by_name_ && !allowed(*by_name_)) return not_allowed();
    reply_.url = transfer_.url.text;
    set_up();
    curl_multi_add_handle(multi_.get(), easy_.get());
    const int code = perform();
    curl_off_t retry_after = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_RETRY_AFTER, &retry_after);
    curl_multi_remove_handle(multi_.get(), easy_.get());
    if (auto failed = failed_with(code)) return tl::unexpected(std::move(*failed));
    TransferEnd end;
    end.reply = std::move(reply_);
    end.reach = reached();
    end.retry_after = std::chrono::seconds(std::clamp<curl_off_t>(retry_after, 0, 86'400));
    return end;
  }

 private:
  enum class Ending { kOpen, kHeadAlone, kStopped, kStalled, kReceiver, kHeaders };

  static tl::unexpected<HttpFailure> failure(ErrorKind kind, std::string message) {
    return tl::unexpected(lasting_failure({kind, std::move(message)}));
  }

  tl::unexpected<HttpFailure> not_allowed() const {
    if (!transfer_.sender)
      return failure(ErrorKind::kUsage, shown_url(transfer_.url.text) +
                                            " is not encrypted, so anybody could read and change "
                                            "it on its way; use https");
    return failure(ErrorKind::kIo, "cannot get " + shown_url(transfer_.url.text) +
                                       ": a server sent us there, into this computer or its own "
                                       "network, which is not followed; check the first address");
  }

  /// Where the server was.
  Reach reached() {
    char* address = nullptr;
    curl_easy_getinfo(easy_.get(), CURLINFO_PRIMARY_IP, &address);
    if (!proxy_.empty() || address == nullptr) return reach_;
    const std::string text(address);
    const bool is_ipv6 = text.find(':') != std::string::npos;
    return reach_of_host(is_ipv6 ? "[" + text + "]" : text).value_or(Reach::kLocal);
  }

  /// May the server be at such an address?
  bool allowed(Reach reach) const {
    const bool own = transfer_.settings.own_network && reach == Reach::kPrivate;
    if (transfer_.url.scheme == "http" && reach != Reach::kLoopback && !own) return false;
    return !transfer_.sender || may_lead(*transfer_.sender, reach);
  }

  template <typename Value>
  void set(CURLoption option, Value value) {
    curl_easy_setopt(easy_.get(), option, value);
  }

  void set_up() {
    set(CURLOPT_URL, transfer_.url.text.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);  // one file at a time gains nothing by 2
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_USERAGENT, "Canter");
    set(CURLOPT_PROXY, proxy_.c_str());
    set(CURLOPT_NOPROXY, "");
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_BUFFERSIZE, kBuffer);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(transfer_.settings.connect_timeout.count()));
    set(CURLOPT_ERRORBUFFER, details_.data());
    for (const std::string& header : transfer_.headers) add(headers_, header);
    if (!transfer_.settings.token.empty() &&
        transfer_.url.origin() == transfer_.settings.token_origin)
      add(headers_, "Authorization: Bearer " + transfer_.settings.token);
    if (transfer_.body != nullptr) {
      add(headers_, "Content-Type: application/json");
      add(headers_, "Expect:");
      set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(transfer_.body->size()));
      set(CURLOPT_POSTFIELDS, transfer_.body->c_str());
    }
    if (!transfer_.settings.certificates.empty())
      set(CURLOPT_CAINFO, transfer_.settings.certificates.c_str());
    set(CURLOPT_HTTPHEADER, headers_.get());
    set(CURLOPT_HEADERFUNCTION, on_header);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, on_body);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_OPENSOCKETFUNCTION, on_socket);
    set(CURLOPT_OPENSOCKETDATA, this);
  }

  /// A CURLcode.
  int perform() {
    const HttpSettings& settings = transfer_.settings;
    Clock::time_point window = Clock::now();
    std::uint64_t before = 0;
    bool connected = false;
    for (int running = 1;;) {
      if (curl_multi_perform(multi_.get(), &running) != CURLM_OK) return CURLE_RECV_ERROR;
      if (running == 0) break;
      if (settings.stopped()) return end(Ending::kStopped);
      const Clock::time_point now = Clock::now();
      connected = connected || is_connected();
      if (!connected) window = now;  // which has a limit of its own
      if (now - window >= settings.stall_time) {
        if (received_ - before < settings.stall_bytes) return end(Ending::kStalled);
        window = now;
        before = received_;
      }
      const auto longest = std::min<std::int64_t>(kPollMilliseconds, settings.stall_time.count());
      curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(longest), nullptr);
    }
    int left = 0;
    const CURLMsg* message = curl_multi_info_read(multi_.get(), &left);
    return message ? message->data.result : CURLE_RECV_ERROR;
  }

  bool is_connected() {
    curl_off_t time = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_PRETRANSFER_TIME_T, &time);
    return time > 0;
  }

  int end(Ending ending) {
    ending_ = ending;
    return CURLE_ABORTED_BY_CALLBACK;
  }

  std::optional<HttpFailure> failed_with(int code) {
    const std::string& url = transfer_.url.text;
    switch (ending_) {
      case Ending::kHeadAlone:
        return std::nullopt;
      case Ending::kStopped:
        return lasting_failure({ErrorKind::kInterrupted, "stopped, start it again to go on"});
      case Ending::kStalled:
        return failure_of_transfer(url, CURLE_OPERATION_TIMEDOUT, "");
      case Ending::kReceiver:
        return lasting_failure(receiver_error_);
      case Ending::kHeaders:
        return lasting_failure({ErrorKind::kIo, "cannot get " + shown_url(url) +
                                                    ": the answer has absurdly many headers; "
                                                    "check the address"});
      case Ending::kOpen:
        break;
    }
    if (code == CURLE_OK && head_taken_) return std::nullopt;
    if (refused_ && received_ == 0) return not_allowed().value();
    std::string details(details_.data());
    if (code == CURLE_OK) details = "the answer ended before it began";
    if (details.empty()) details = curl_easy_strerror(static_cast<CURLcode>(code));
    return failure_of_transfer(url, code, details);
  }

  bool take_header(std::string_view line) {
    received_ += line.size();
    header_bytes_ += line.size();
    if (header_bytes_ > kMaxHeaders) {
      ending_ = Ending::kHeaders;
      return false;
    }
    const std::string_view text = trimmed(line);
    if (text.empty()) return take_head();
    if (text.starts_with("HTTP/")) {
      reply_.headers.clear();
      reply_.status = 0;
      const std::string_view rest = trimmed(text.substr(std::min(text.find(' '), text.size())));
      std::from_chars(rest.data(), rest.data() + rest.size(), reply_.status);
    } else if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
      reply_.headers.insert_or_assign(lower_case(text.substr(0, colon)),
                                      std::string(trimmed(text.substr(colon + 1))));
    }
    return true;
  }

  bool take_head() {
    if (head_taken_) return true;  // what follows are trailers
    if (reply_.status < 200) return true;
    head_taken_ = true;
    if (!transfer_.any_status && !is_taken(reply_.status)) {
      ending_ = Ending::kHeadAlone;
      return false;
    }
    return accept(transfer_.receiver.head(reply_));
  }

  bool accept(Result<void> result) {
    if (result) return true;
    receiver_error_ = std::move(result.error());
    ending_ = Ending::kReceiver;
    return false;
  }

  bool take_body(std::string_view bytes) {
    received_ += bytes.size();
    if (transfer_.settings.stopped()) {
      ending_ = Ending::kStopped;
      return false;
    }
    return accept(transfer_.receiver.body(bytes));
  }

  static std::size_t on_header(char* data, std::size_t, std::size_t size, void* self) {
    return static_cast<Running*>(self)->take_header({data, size}) ? size : 0;
  }
  static std::size_t on_body(char* data, std::size_t, std::size_t size, void* self) {
    return static_cast<Running*>(self)->take_body({data, size}) ? size : 0;
  }

  static curl_socket_t on_socket(void* data, curlsocktype, curl_sockaddr* address) {
    auto* self = static_cast<Running*>(data);
    if (self->proxy_.empty()) {
      if (!self->allowed(reach_of(*address))) {
        self->refused_ = true;
        return CURL_SOCKET_BAD;
      }
    }
#ifdef SOCK_CLOEXEC
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
#else
    return ::socket(address->family, address->socktype, address->protocol);
#endif
  }

  const Transfer& transfer_;
  const std::string proxy_;
  const std::optional<Reach> by_name_;  ///< where the name tells
  const Reach reach_;
  HttpReply reply_;
  Ending ending_ = Ending::kOpen;
  Error receiver_error_;
  bool head_taken_ = false;
  bool refused_ = false;  ///< one of the server's addresses
  std::size_t header_bytes_ = 0;
  std::uint64_t received_ = 0;
  std::array<char, CURL_ERROR_SIZE> details_{};
  List headers_;
  std::unique_ptr<CURL, FreeEasy> easy_;
  std::unique_ptr<CURLM, FreeMulti> multi_;
};

}  // namespace

tl::expected<TransferEnd, HttpFailure> run_transfer(const Transfer& transfer) {
  static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  if (!ready)
    return tl::unexpected(lasting_failure(
        {ErrorKind::kInternal, "the library for downloads cannot start, install it again"}));
  return Running(transfer).run();
}

}  // namespace canter
