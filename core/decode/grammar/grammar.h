#pragma once

#include <memory>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "decode/grammar/grammar_rules.h"

namespace canter {

/// What texts an answer may be. Immutable; safe to use from several threads.
class Grammar {
 public:
  /// GBNF, as llama.cpp documents it: rules `name ::= ...`, of which `root` is the whole text.
  /// kUsage for what is none, naming line and column, kTooLarge for one out of proportion.
  static Result<std::shared_ptr<const Grammar>> from_gbnf(std::string_view text);

  /// The JSON documents of a JSON Schema, with an object's properties in the schema's order.
  /// kUnsupported names what cannot be kept to.
  static Result<std::shared_ptr<const Grammar>> from_json_schema(std::string_view json);

  /// Any JSON object.
  static Result<std::shared_ptr<const Grammar>> any_json_object();

  const GrammarRules& rules() const { return rules_; }

 private:
  explicit Grammar(GrammarRules rules) : rules_(std::move(rules)) {}

  GrammarRules rules_;
};

}  // namespace canter
