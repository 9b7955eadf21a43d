#pragma once

#include <optional>
#include <string>

#include "math/node.h"

namespace canter::ui::math {

struct Symbol {
  char32_t code = 0;
  Atom atom = Atom::kOrdinary;
  Limits limits = Limits::kBeside;
};

/// What a command of TeX without arguments stands for, `alpha` or `leq`; nullopt: not known.
std::optional<Symbol> find_symbol(const std::string& command);
/// Of a character as it is typed, which is itself except where TeX has another for it.
Symbol typed_symbol(char32_t c);

/// Words set upright, as \sin and \lim; nullopt: none of them.
struct NamedOperator {
  std::u32string words;
  Limits limits = Limits::kBeside;
};
std::optional<NamedOperator> find_operator(const std::string& command);

/// The mark of \hat and the like; 0: not known.
char32_t accent_mark(const std::string& command);

/// The width of \quad, \, and the like in em; nullopt: no space.
std::optional<double> space_width(const std::string& command);

/// The sign that `not` makes of another, as ∉ of ∈; 0: Unicode has none.
char32_t negated(char32_t code);

/// The delimiter that a command or a character stands for; 0: none.
char32_t delimiter(const std::string& command);
char32_t delimiter(char32_t c);

}  // namespace canter::ui::math
