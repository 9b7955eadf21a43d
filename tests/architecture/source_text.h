#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace canter::test {

/// May it stand in a name?
bool is_word(char character);

/// C++ source with comments turned to blanks, and the insides of literals as well unless
/// `keep_literals`; line breaks stay, so lines can be counted.
std::string without_comments(std::string_view source, bool keep_literals);

struct Include {
  std::size_t line;  // from 1
  std::string path;
  bool system;  // written with angle brackets
};

std::vector<Include> includes_of(std::string_view source);

}  // namespace canter::test
