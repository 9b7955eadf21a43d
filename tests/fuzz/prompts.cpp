// Files of prompts, a JSON object on each line.

#include "tune/prompts.h"

#include <algorithm>

#include "input.h"

using namespace canter;

namespace {

bool same(const tuning::Prompt& a, const tuning::Prompt& b) {
  return std::ranges::equal(a, b, [](const ChatMessage& x, const ChatMessage& y) {
    return x.role == y.role && x.content == y.content;
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto prompts = tuning::parse_prompts(fuzz::text_of(data, size), "prompts.jsonl");
  if (!prompts) {
    fuzz::require_useful(prompts.error());
    return 0;
  }
  const auto again = tuning::parse_prompts(tuning::write_prompts(*prompts), "again.jsonl");
  fuzz::require(again && std::ranges::equal(*prompts, *again, same),
                "prompts that are written are read as they were");
  const auto questions = tuning::with_earlier_questions(*prompts);
  fuzz::require(prompts->empty() == questions.empty(), "every conversation asks something");
  return 0;
}
