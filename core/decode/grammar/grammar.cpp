#include "decode/grammar/grammar.h"

#include "decode/grammar/gbnf_parser.h"
#include "decode/grammar/grammar_checks.h"
#include "decode/grammar/json_schema.h"

namespace canter {

Result<std::shared_ptr<const Grammar>> Grammar::from_gbnf(std::string_view text) {
  auto rules = parse_gbnf(text);
  if (!rules) return propagate(rules);
  if (auto sound = check_grammar(*rules); !sound) return propagate(sound);
  return std::shared_ptr<const Grammar>(new Grammar(std::move(*rules)));
}

Result<std::shared_ptr<const Grammar>> Grammar::from_json_schema(std::string_view json) {
  const auto gbnf = gbnf_of_json_schema(json);
  if (!gbnf) return propagate(gbnf);
  auto grammar = from_gbnf(*gbnf);
  if (!grammar)
    return fail(grammar.error().kind,
                "the schema makes no usable grammar: " + grammar.error().message);
  return grammar;
}

Result<std::shared_ptr<const Grammar>> Grammar::any_json_object() {
  return from_gbnf(any_json_object_gbnf());
}

}  // namespace canter
