#pragma once

#include <optional>
#include <string_view>

#include "chat/jinja/name_table.h"
#include "chat/jinja/value.h"

namespace canter::jinja {

/// Of a value of the type it was found for.
using Method = Value (*)(Run&, const Value& self, const Arguments&);

/// Null when values of this type have no such method, or when it would change a value that the
/// template may not change.
Method find_method(const Value& value, std::string_view name);

/// The method as a value that can be called. Undefined, saying so, where it would change what the
/// template may not change; nullopt when there is none.
std::optional<Value> bound_method(Run& run, const Value& value, std::string_view name);

using MethodTable = NameTable<Method>;

// By type; null when there is none.
Method find_text_method(std::string_view name);
Method find_text_search_method(std::string_view name);
Method find_text_predicate(std::string_view name);
Method find_list_method(std::string_view name);
Method find_dict_method(std::string_view name);
/// Those that change the list or dictionary.
Method find_list_change(std::string_view name);
Method find_dict_change(std::string_view name);

}  // namespace canter::jinja
