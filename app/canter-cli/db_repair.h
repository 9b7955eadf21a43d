#pragma once

#include <string>

#include "store/records.h"

namespace canter::cli {

/// One line that says what became of a damaged database.
std::string repair_text(const RepairReport& report);

}  // namespace canter::cli
