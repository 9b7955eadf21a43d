#pragma once

#include <filesystem>
#include <string_view>

#include "base/error.h"

namespace canter {

/// The kIo error for a failed call: `cannot <action> <path>: <reason of errno code>; <what to do>`.
tl::unexpected<Error> io_failure(std::string_view action, const std::filesystem::path& path,
                                 int code);

}  // namespace canter
