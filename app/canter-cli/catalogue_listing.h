#pragma once

#include "options.h"

namespace canter::cli {

/// The models that come recommended, and which of them suit this computer.
Outcome<> list_catalogue(const CommonOptions& options);

}  // namespace canter::cli
