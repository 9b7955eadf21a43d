#pragma once

#include <exception>
#include <filesystem>
#include <new>
#include <string_view>
#include <type_traits>

#include "base/error.h"

namespace canter {

/// The kDatabase error for a failed attempt to `action` (as in "save the message"): why it failed
/// and what to do, from SQLite's result code where `cause` carries one. `file` may be empty.
tl::unexpected<Error> database_failure(std::string_view action, const std::filesystem::path& file,
                                       const std::exception& cause);

/// Runs `body`, which returns a Result, and turns everything that is thrown into an error. SQLite's
/// wrapper throws, the store does not: each of its functions that touches the database is one call
/// of this.
template <typename Body>
std::invoke_result_t<Body&> guarded(std::string_view action, const std::filesystem::path& file,
                                    Body body) {
  try {
    return body();
  } catch (const std::bad_alloc&) {
    return fail(ErrorKind::kTooLarge,
                "there is not enough memory to use the database; close "
                "other programs and try again");
  } catch (const std::exception& cause) {
    return database_failure(action, file, cause);
  }
}

}  // namespace canter
