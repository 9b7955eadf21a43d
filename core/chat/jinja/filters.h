#pragma once

#include <string_view>

#include "chat/jinja/value.h"

namespace canter::jinja {

using Filter = Value (*)(Run&, const Value& subject, const Arguments&);

/// Null for an unknown one.
Filter find_filter(std::string_view name);

// Its parts; null when it is not among them.
Filter find_text_filter(std::string_view name);
Filter find_sequence_filter(std::string_view name);
Filter find_selecting_filter(std::string_view name);
Filter find_number_filter(std::string_view name);

}  // namespace canter::jinja
