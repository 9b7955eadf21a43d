#pragma once

#include <string>
#include <tl/expected.hpp>

namespace canter::serve {

/// What a client is told. The interfaces differ in how they write it.
struct RequestError {
  int status = 400;
  std::string message = {};
  std::string param = {};  ///< the member of the request that is wrong; empty: none
  std::string code = {};   ///< for programs; empty: none

  bool operator==(const RequestError&) const = default;
};

template <typename T>
using Checked = tl::expected<T, RequestError>;

inline tl::unexpected<RequestError> refuse(int status, std::string message, std::string param = {},
                                           std::string code = {}) {
  return tl::unexpected(
      RequestError{status, std::move(message), std::move(param), std::move(code)});
}

}  // namespace canter::serve
