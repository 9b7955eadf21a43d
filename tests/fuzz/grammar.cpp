// A grammar as GBNF or as a JSON Schema, then a text that is followed in it, byte by byte. Where
// the text leaves the grammar, bytes that stay inside go on.

#include "decode/grammar/grammar.h"

#include "decode/grammar/grammar_states.h"
#include "input.h"

using namespace canter;

namespace {

constexpr std::size_t kMostBytes = 400;

/// The first byte from `wanted` on that the grammar allows, or -1.
int fitting(GrammarStates& states, GrammarStates::State state, unsigned char wanted) {
  for (int i = 0; i < 256; ++i) {
    const auto byte = static_cast<unsigned char>(wanted + i);
    if (states.next(state, byte) != GrammarStates::kDead) return byte;
  }
  return -1;
}

void follow(const std::shared_ptr<const Grammar>& grammar, std::string_view text) {
  GrammarStates states(grammar);
  auto state = states.start();
  std::string written;
  for (const char wanted : text.substr(0, kMostBytes)) {
    if (states.must_end(state)) break;
    const int byte = fitting(states, state, static_cast<unsigned char>(wanted));
    if (byte < 0) return;  // too many ways
    state = states.next(state, static_cast<unsigned char>(byte));
    written += static_cast<char>(byte);
    if (states.is_full()) states.keep_only({&state, 1});
    if (states.may_end(state))
      fuzz::require(is_valid_utf8(written), "a text of a grammar is valid UTF-8");
  }
  GrammarState again(grammar);
  fuzz::require(again.accept(written), "a grammar accepts what was written in it");
  fuzz::require(again.may_end() == states.may_end(state), "where a text ends, it ends again");
}

void follow_or_complain(const Result<std::shared_ptr<const Grammar>>& grammar,
                        std::string_view text) {
  if (grammar)
    follow(*grammar, text);
  else
    fuzz::require_useful(grammar.error());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Parts parts(fuzz::text_of(data, size));
  const std::string_view grammar = parts.next(), text = parts.next();
  follow_or_complain(
      grammar.starts_with('{') ? Grammar::from_json_schema(grammar) : Grammar::from_gbnf(grammar),
      text);
  return 0;
}
