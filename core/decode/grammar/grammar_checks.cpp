#include "decode/grammar/grammar_checks.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "decode/grammar/grammar_states.h"

namespace canter {
namespace {

using Element = GrammarRules::Element;
using Kind = GrammarRules::Kind;

class Checker {
 public:
  explicit Checker(const GrammarRules& rules) : rules_(rules) {}

  Result<void> check() {
    find_users();
    const auto ends = rules_that([](const Element& e) { return e.kind == Kind::kSet; });
    for (std::size_t rule = 0; rule < ends.size(); ++rule)
      if (!ends[rule])
        return fail(ErrorKind::kUsage, "the grammar's rule " + rules_.rules[rule].name +
                                           " never ends; give it an alternative without itself");
    empty_ = rules_that([](const Element&) { return false; });
    if (auto sound = check_repetitions(); !sound) return sound;
    return check_beginnings();
  }

 private:
  /// Where a rule is needed for an alternative to hold, alternatives numbered throughout.
  void find_users() {
    users_.resize(rules_.rules.size());
    for (std::uint32_t rule = 0; rule < rules_.rules.size(); ++rule) {
      for (const std::uint32_t start : rules_.rules[rule].starts) {
        const auto alternative = std::uint32_t(owners_.size());
        owners_.push_back(rule);
        starts_.push_back(start);
        for (std::uint32_t at = start; rules_.elements[at].kind != Kind::kEnd; ++at)
          if (needs_rule(rules_.elements[at]))
            users_[rules_.elements[at].index].push_back(alternative);
      }
    }
  }

  static bool needs_rule(const Element& element) {
    return element.kind == Kind::kRule || (element.kind == Kind::kRepeat && element.least > 0);
  }

  /// Rules with an alternative all of whose parts hold; sets do as `holds` says, the others by
  /// their rules.
  template <typename Holds>
  std::vector<char> rules_that(const Holds& holds) const {
    std::vector<char> result(rules_.rules.size(), 0);
    std::vector<std::uint32_t> missing(owners_.size(), 0), found;
    const auto settle = [&](std::uint32_t alternative) {
      const std::uint32_t rule = owners_[alternative];
      if (!std::exchange(result[rule], 1)) found.push_back(rule);
    };
    for (std::uint32_t alternative = 0; alternative < owners_.size(); ++alternative) {
      for (std::uint32_t at = starts_[alternative]; rules_.elements[at].kind != Kind::kEnd; ++at) {
        const Element& element = rules_.elements[at];
        if (needs_rule(element) || (element.kind == Kind::kSet && !holds(element)))
          ++missing[alternative];
      }
      if (missing[alternative] == 0) settle(alternative);
    }
    while (!found.empty()) {
      const std::uint32_t rule = found.back();
      found.pop_back();
      for (const std::uint32_t user : users_[rule])
        if (--missing[user] == 0) settle(user);
    }
    return result;
  }

  bool may_be_empty(const Element& element) const {
    if (element.kind == Kind::kRepeat) return element.least == 0 || empty_[element.index];
    return element.kind == Kind::kRule && empty_[element.index];
  }

  /// Counting what is not there would go on without a text.
  Result<void> check_repetitions() const {
    for (const auto& rule : rules_.rules) {
      for (const std::uint32_t start : rule.starts) {
        for (std::uint32_t at = start; rules_.elements[at].kind != Kind::kEnd; ++at) {
          const Element& e = rules_.elements[at];
          if (e.kind != Kind::kRepeat || !empty_[e.index]) continue;
          if (e.least > 1 || (e.most > 1 && e.most != GrammarRules::kEndless))
            return fail(ErrorKind::kUsage,
                        "in the grammar's rule " + rule.name +
                            " something is counted that may be empty; let it have a character, or "
                            "repeat it with * or +");
        }
      }
    }
    return {};
  }

  /// Follows what may stand first in each rule, down to the characters.
  Result<void> check_beginnings() const {
    enum : char { kNew, kOpen, kDone };
    struct Visit {
      std::uint32_t rule;
      std::size_t alternative;
      std::uint32_t at;
      std::size_t ways;
    };
    std::vector<char> states(rules_.rules.size(), kNew);
    std::vector<std::size_t> ways(rules_.rules.size(), 0);
    std::vector<Visit> path;
    const auto open = [&](std::uint32_t rule) {
      states[rule] = kOpen;
      path.push_back({rule, 0, rules_.rules[rule].starts[0], 1});
    };
    for (std::uint32_t root = 0; root < states.size(); ++root) {
      if (states[root] == kNew) open(root);
      while (!path.empty()) {
        Visit& visit = path.back();
        const Element& element = rules_.elements[visit.at];
        const bool leads = element.kind == Kind::kRule || element.kind == Kind::kRepeat;
        if (leads && states[element.index] == kOpen)
          return fail(ErrorKind::kUsage,
                      "the grammar's rule " + rules_.rules[element.index].name +
                          " begins with itself; put what repeats at its end, or use * or +");
        if (leads && states[element.index] == kNew) {
          open(element.index);
          continue;
        }
        visit.ways += leads ? ways[element.index] : 1;
        if (visit.ways > GrammarStates::kMostBeginnings)
          return fail(ErrorKind::kTooLarge, "the grammar's rule " + rules_.rules[visit.rule].name +
                                                " may begin in more than " +
                                                std::to_string(GrammarStates::kMostBeginnings) +
                                                " ways; make it smaller");
        if (may_be_empty(element)) {
          ++visit.at;
        } else if (++visit.alternative < rules_.rules[visit.rule].starts.size()) {
          visit.at = rules_.rules[visit.rule].starts[visit.alternative];
        } else {
          ways[visit.rule] = visit.ways;
          states[visit.rule] = kDone;
          path.pop_back();
        }
      }
    }
    return {};
  }

  const GrammarRules& rules_;
  std::vector<std::uint32_t> owners_, starts_;     // [alternatives]
  std::vector<std::vector<std::uint32_t>> users_;  // [rules]
  std::vector<char> empty_;                        // [rules]
};

}  // namespace

Result<void> check_grammar(const GrammarRules& rules) {
  return Checker(rules).check();
}

}  // namespace canter
