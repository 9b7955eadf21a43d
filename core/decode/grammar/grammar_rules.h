#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "decode/grammar/code_points.h"

namespace canter {

/// A grammar in the form that texts are followed in. Groups and what repeats are rules, too.
struct GrammarRules {
  static constexpr std::uint32_t kEndless = std::numeric_limits<std::uint32_t>::max();

  enum class Kind : std::uint8_t { kEnd, kSet, kRule, kRepeat };

  struct Element {
    Kind kind = Kind::kEnd;
    std::uint32_t index = 0;  ///< of the set, or of the rule that stands here or repeats
    std::uint32_t least = 0;  ///< of kRepeat
    std::uint32_t most = 0;   ///< of kRepeat; kEndless: no limit
  };

  struct Rule {
    std::string name;                   ///< of an unnamed one: of the rule that it is part of
    std::vector<std::uint32_t> starts;  ///< of its alternatives, each ends with kEnd
  };

  std::vector<Element> elements;
  std::vector<CodePoints> sets;
  std::vector<Rule> rules;
  std::uint32_t root = 0;
};

}  // namespace canter
