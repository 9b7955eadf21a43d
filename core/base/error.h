#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace canter {

/// What went wrong, as far as a caller has to tell cases apart.
enum class ErrorKind {
  kUsage,        ///< the caller asked for something that makes no sense
  kBadFile,      ///< a model, adapter or tokenizer file cannot be used
  kUnsupported,  ///< the file is sound, this program cannot run it
  kTooLarge,     ///< more memory or context is needed than there is
  kIo,           ///< reading or writing failed
  kDatabase,     ///< the conversation database cannot be used
  kInterrupted,  ///< the user asked to stop
  kInternal,     ///< a library broke its promise
};

/// An error is a value. The message is one line: what happened, where, what to do.
struct Error {
  ErrorKind kind = ErrorKind::kInternal;
  std::string message;

  bool operator==(const Error&) const = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorKind::kIo, "...")` from any function that returns a Result.
inline tl::unexpected<Error> fail(ErrorKind kind, std::string message) {
  return tl::unexpected<Error>(Error{kind, std::move(message)});
}

/// Hands an error on: `return propagate(result)`.
template <typename T>
tl::unexpected<Error> propagate(const Result<T>& result) {
  return tl::unexpected<Error>(result.error());
}

}  // namespace canter
