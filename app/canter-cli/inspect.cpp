#include <spdlog/fmt/fmt.h>

#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/machine.h"
#include "chat/chat_format.h"
#include "commands.h"
#include "model/memory_need.h"
#include "model_argument.h"

namespace canter::cli {
namespace {

/// The first layer's that has it; zeros where none has.
AttentionPlan attention_of(const ModelPlan& plan) {
  const AttentionPlan* attention = plan.first_attention();
  return attention ? *attention : AttentionPlan();
}

nlohmann::ordered_json document(const ModelSummary& summary) {
  const ModelPlan& plan = summary.plan;
  const AttentionPlan attention = attention_of(plan);
  return {
      {"format", summary.format},
      {"architecture", plan.architecture},
      {"parameters", summary.parameters},
      {"layers", plan.layer_count()},
      {"width", plan.width},
      {"heads", attention.heads},
      {"kv_heads", attention.kv_heads},
      {"vocabulary", plan.vocabulary},
      {"context", plan.context},
      {"weight_types", nlohmann::ordered_json(summary.weight_types)},
      {"tokenizer", summary.tokenizer},
      {"chat_template", describe_chat_template(summary.chat_template)},
      {"bytes", summary.bytes},
      {"fingerprint", summary.fingerprint},
  };
}

std::string listing(const ModelSummary& summary) {
  std::string text;
  const auto line = [&](std::string_view name, const auto& value) {
    fmt::format_to(std::back_inserter(text), "{:<14} {}\n", name, value);
  };
  std::string weight_types;
  for (const auto& [type, count] : summary.weight_types) {
    fmt::format_to(std::back_inserter(weight_types), "{}{} ({})", weight_types.empty() ? "" : ", ",
                   type, count);
  }
  const ModelPlan& plan = summary.plan;
  const AttentionPlan attention = attention_of(plan);
  line("name", field(summary.name));
  if (!plan.name.empty() && plan.name != summary.name) line("name in file", field(plan.name));
  line("format", summary.format);
  line("architecture", field(plan.architecture));
  line("parameters", summary.parameters);
  line("layers", plan.layer_count());
  line("width", plan.width);
  line("heads", attention.heads);
  line("kv heads", attention.kv_heads);
  line("vocabulary", plan.vocabulary);
  line("context", plan.context);
  line("weight types", weight_types);
  line("tokenizer", field(summary.tokenizer));
  line("chat template", describe_chat_template(summary.chat_template));
  line("size", format_bytes(summary.bytes));
  if (summary.problem.empty()) line("memory", format_bytes(memory_needed(summary).total()));
  line("fingerprint", summary.fingerprint);
  return text;
}

Outcome<> inspect(const std::string& source, const CommonOptions& options) {
  const auto path = find_model(source, options);
  if (!path) return tl::unexpected(path.error());
  const Result<ModelSummary> summary = summarise_model(*path);
  if (!summary) return model_failure(summary.error());
  for (const std::string& note : summary->notes) print_note(note);
  return options.json ? print_json(document(*summary)) : print(listing(*summary));
}

}  // namespace

void add_inspect(Command parent) {
  Command command = parent.add_command("inspect", "Say what a model is, from its headers alone");
  const auto source = std::make_shared<std::string>();
  command
      .add_option("model", *source,
                  "GGUF file, model folder, installed model's name, smollm2 or starter")
      .required()
      .value_name("MODEL");
  command.does([source](const CommonOptions& options) { return inspect(*source, options); });
}

}  // namespace canter::cli
