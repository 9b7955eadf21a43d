#include "hub/http.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "hub/http_failure.h"
#include "hub/patience.h"
#include "hub/transfer.h"

namespace canter {
namespace {

constexpr std::size_t kMaxRedirects = 5;

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

tl::unexpected<HttpFailure> lasting(Error error) {
  return tl::unexpected(lasting_failure(std::move(error)));
}

tl::unexpected<HttpFailure> led_astray(const std::string& url, const std::string& how) {
  return lasting({ErrorKind::kIo,
                  "cannot get " + shown_url(url) + ": its server " + how + "; check the address"});
}

}  // namespace

std::string HttpReply::header(std::string_view name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

tl::expected<HttpReply, HttpFailure> http_get(const HttpRequest& request,
                                              const HttpSettings& settings,
                                              const HttpReceiver& receiver) {
  Result<Url> url = parse_url(request.url);
  if (!url) return lasting(url.error());
  std::set<std::string> visited;
  std::optional<Reach> sender;
  HttpHeaders first;
  // A receiver sees the first answer's headers too.
  const HttpReceiver with_first{[&](const HttpReply& reply) {
                                  HttpReply whole = reply;
                                  whole.first = first.empty() ? reply.headers : first;
                                  return receiver.head(whole);
                                },
                                receiver.body};
  for (;;) {
    visited.insert(url->text);
    auto end = run_transfer({*url, request.headers, settings, with_first, sender});
    if (!end) return tl::unexpected(std::move(end.error()));
    if (first.empty()) first = end->reply.headers;
    const std::string location = end->reply.header("location");
    if (!is_redirect(end->reply.status) || location.empty()) {
      end->reply.first = std::move(first);
      const int status = end->reply.status;
      if (settings.denied && (status == 401 || status == 403)) settings.denied();
      if (status != 200 && status != 206 && status != 416)
        return tl::unexpected(failure_of_status(end->reply, end->retry_after));
      return std::move(end->reply);
    }
    Result<Url> next = resolve_url(*url, location);
    if (!next)
      return led_astray(request.url, "sends on to a bad address (" + next.error().message + ")");
    if (visited.contains(next->text)) return led_astray(request.url, "sends us in a circle");
    if (visited.size() > kMaxRedirects)
      return led_astray(request.url, "sends us on again and again");
    sender = end->reach;
    url = std::move(next);
  }
}

Result<std::string> http_text(const std::string& url, const HttpSettings& settings,
                              std::size_t limit) {
  Patience patience(settings);
  for (;;) {
    std::string text;
    const HttpReceiver receiver{[](const HttpReply&) { return Result<void>(); },
                                [&](std::string_view bytes) -> Result<void> {
                                  if (bytes.size() > limit - text.size())
                                    return fail(ErrorKind::kTooLarge,
                                                shown_url(url) + " answers with more than " +
                                                    std::to_string(limit) + " bytes, check it");
                                  text += bytes;
                                  return {};
                                }};
    const auto reply = http_get({url}, settings, receiver);
    if (reply && reply->status == 200) return text;
    const HttpFailure failure = reply ? failure_of_status(*reply, {}) : reply.error();
    if (auto again = patience.wait(failure); !again) return propagate(again);
  }
}

}  // namespace canter
