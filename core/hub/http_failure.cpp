#include "hub/http_failure.h"

#include <curl/curl.h>

#include <utility>

#include "hub/url.h"

namespace canter {
namespace {

std::string cannot_get(std::string_view url) {
  return "cannot get " + shown_url(url) + ": ";
}

std::string meaning(int status) {
  switch (status) {
    case 401:
      return "the server asks who you are (401); give a valid access token, and check the name";
    case 403:
      return "the server refuses it (403); accept the model's terms on its page, and give your "
             "access token";
    case 404:
    case 410:
      return "there is no such thing (" + std::to_string(status) + "); check the name";
    case 408:
      return "the server grew tired of waiting (408); try again";
    case 429:
      return "too many requests (429); wait some minutes and try again";
    default:
      if (status >= 500)
        return "the server is in trouble (" + std::to_string(status) + "); try again later";
      return "the server answers " + std::to_string(status) + "; check the address";
  }
}

}  // namespace

HttpFailure failure_of_status(const HttpReply& reply, HttpSettings::Milliseconds wait) {
  HttpFailure failure;
  failure.error = {ErrorKind::kIo, cannot_get(reply.url) + meaning(reply.status)};
  failure.passing = reply.status == 408 || reply.status == 429 || reply.status >= 500;
  failure.wait = wait;
  return failure;
}

HttpFailure failure_of_transfer(std::string_view url, int code, std::string_view details) {
  HttpFailure failure;
  failure.passing = true;
  std::string what;
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      failure.offline = true;
      what = "its name cannot be looked up; check the network and the address";
      break;
    case CURLE_COULDNT_CONNECT:
      failure.offline = true;
      what = "no connection; check the network and try again";
      break;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
      failure.passing = code == CURLE_SSL_CONNECT_ERROR;
      what = "the server cannot prove who it is (" + std::string(details) +
             "); check the address, this computer's clock and the network";
      break;
    case CURLE_OPERATION_TIMEDOUT:
      what = "no answer in time; check the network and try again";
      break;
    default:
      what = "the connection failed (" + std::string(details) + "); try again";
  }
  failure.error = {ErrorKind::kIo, cannot_get(url) + what};
  failure.what = std::move(what);
  return failure;
}

HttpFailure lasting_failure(Error error) {
  HttpFailure failure;
  failure.error = std::move(error);
  return failure;
}

}  // namespace canter
