#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace canter {

/// Text as the database keeps it: as given, with what is no UTF-8 replaced. kTooLarge when it is
/// more than a database can hold.
Result<std::string> storable_text(std::string_view text);

/// The first line with something on it, its white space collapsed, at most 48 characters; empty
/// when there is none. `text` is valid UTF-8.
std::string title_from_text(std::string_view text);

/// One line without white space at its ends. `text` is valid UTF-8.
std::string collapse_white_space(std::string_view text);

bool is_json(std::string_view text);
bool is_json_object(std::string_view text);

}  // namespace canter
