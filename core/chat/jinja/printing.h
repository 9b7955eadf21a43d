#pragma once

#include <string>

#include "chat/jinja/text.h"
#include "chat/jinja/value.h"

namespace canter::jinja {

std::string print_integer(Int value);
/// The shortest text that reads as this number, as Python writes it: `1.0`, `1e+16`, `inf`.
std::string print_real(double value);

/// As Python's str().
void print(Run& run, TextBuilder& out, const Value& value);
/// As Python's repr(): as a part of a list.
void print_quoted(Run& run, TextBuilder& out, const Value& value);

/// str() as a text; a text itself is not copied.
TextPtr to_text(Run& run, const Value& value);

}  // namespace canter::jinja
