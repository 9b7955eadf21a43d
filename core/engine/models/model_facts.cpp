#include "engine/models/model_facts.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "format/gguf_split.h"
#include "model/memory_need.h"

namespace canter::engine {

std::string weight_types_text(const ModelSummary& summary) {
  std::vector<std::pair<std::uint64_t, std::string>> types;
  for (const auto& [name, count] : summary.weight_types)
    if (name != "F32" || summary.weight_types.size() == 1) types.emplace_back(count, name);
  std::ranges::sort(types, std::greater());
  std::string text;
  for (const auto& [count, name] : types) text += (text.empty() ? "" : " + ") + name;
  return text;
}

ModelFacts read_model_facts(const std::filesystem::path& path) {
  ModelFacts facts;
  const auto summary = summarise_model(path);
  if (!summary) {
    std::error_code unknown;
    facts.name = gguf_model_name(path);
    if (const auto bytes = std::filesystem::file_size(path, unknown); !unknown) facts.bytes = bytes;
    facts.problem = summary.error().message;
    return facts;
  }
  facts.name = summary->name;
  facts.architecture = summary->plan.architecture;
  facts.weight_types = weight_types_text(*summary);
  facts.parameters = summary->parameters;
  facts.bytes = summary->bytes;
  facts.context = summary->plan.context;
  facts.fingerprint = summary->fingerprint;
  facts.problem = summary->problem;
  if (const auto writes = check_writes(summary->plan); !writes && facts.problem.empty())
    facts.problem = writes.error().message;
  facts.notes = summary->notes;
  if (facts.problem.empty()) facts.memory = memory_needed(*summary).total();
  return facts;
}

}  // namespace canter::engine
