#include "serve/reply.h"

#include <cstdint>
#include <random>

namespace canter::serve {
namespace {

const char* error_type(int status) {
  if (status == 401) return "authentication_error";
  if (status == 403) return "permission_error";
  if (status == 429) return "rate_limit_error";
  return status >= 500 ? "server_error" : "invalid_request_error";
}

Json text_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

}  // namespace

Checked<void> AnswersReply::await(std::chrono::milliseconds patience) {
  first_ = generations_->next(patience);
  const auto* ended = first_ ? std::get_if<AnswerEnded>(&*first_) : nullptr;
  if (ended && !ended->result) return tl::unexpected(request_error(ended->result.error()));
  return {};
}

Checked<std::string> AnswersReply::next(std::chrono::milliseconds patience) {
  if (!begun_) {
    begun_ = true;
    if (std::string text = rendering_->begin(); !text.empty()) return text;
  }
  auto came = std::exchange(first_, std::nullopt);
  if (!came) came = generations_->next(patience);
  if (!came) return std::string();
  if (const auto* token = std::get_if<TokenCame>(&*came)) return rendering_->token(*token);
  const auto& ended = std::get<AnswerEnded>(*came);
  if (!ended.result) return tl::unexpected(request_error(ended.result.error()));
  if (ended.result->finish == FinishReason::kStopped)
    return refuse(503, "the server is being stopped, try again later", {}, "stopping");
  std::string text = rendering_->ended(ended.answer, *ended.result);
  done_ = generations_->ended();
  if (done_) text += rendering_->end();
  return text;
}

std::string event(const Json& data) {
  return "data: " + written(data) + "\n\n";
}

std::string event(const std::string& name, const Json& data) {
  return "event: " + name + "\n" + event(data);
}

Json openai_error(const RequestError& error) {
  return {{"error",
           {{"message", error.message},
            {"type", error_type(error.status)},
            {"param", text_or_null(error.param)},
            {"code", text_or_null(error.code)}}}};
}

RequestError request_error(const Error& error) {
  switch (error.kind) {
    case ErrorKind::kUsage:
    case ErrorKind::kUnsupported:
      return {400, error.message};
    case ErrorKind::kTooLarge:
      return {400, error.message, {}, "too_large"};
    default:
      return {500, error.message};
  }
}

std::string random_id(const std::string& prefix) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::random_device device;
  std::string id = prefix;
  for (int word = 0; word < 3; ++word) {
    std::uint32_t bits = device();
    for (int digit = 0; digit < 8; ++digit, bits >>= 4) id += kDigits[bits & 15];
  }
  return id;
}

}  // namespace canter::serve
