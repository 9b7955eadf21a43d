#include "engine/tuning/adapter_trial.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>
#include <utility>
#include <vector>

#include "chat/chat_format.h"
#include "decode/adapter.h"
#include "engine/models/drafting.h"
#include "engine/tuning/adapter_gain.h"
#include "format/message.h"
#include "tune/prompts.h"

namespace canter::engine {
namespace {

constexpr int kPrompts = 3;
constexpr int kMostTrialTokens = 64;

Result<std::vector<std::vector<TokenId>>> few_prompts(const Model& model) {
  const auto all = tuning::read_prompts_or_built_in({});
  if (!all) return propagate(all);
  auto prompts = tuning::encode_prompts(*all, ChatFormat(model.tokenizer()),
                                        model.plan().context - kMostTrialTokens);
  if (prompts.empty())
    return fail(ErrorKind::kUnsupported,
                "no prompt fits this model's context, so no adapter can be measured with it");
  prompts.resize(std::min(prompts.size(), std::size_t(kPrompts)));
  return prompts;
}

}  // namespace

Result<AdapterTrial> try_adapter(const std::filesystem::path& file, const Model& model,
                                 ThreadPool& pool, Store& store,
                                 const std::function<bool(double)>& progress) {
  auto adapter = read_adapter(file, model);
  if (!adapter) return propagate(adapter);
  const std::string& fingerprint = model.summary().fingerprint;
  if (adapter->fingerprint != fingerprint)
    return fail(ErrorKind::kBadFile, file_name_in_quotes(file) +
                                         " does not say which model it was tuned for; canter-cli "
                                         "adapter import takes it on your word");
  const auto prompts = few_prompts(model);
  if (!prompts) return propagate(prompts);
  const auto gain = [&](std::optional<Adapter> one, double from) {
    return measure_adapter_gain(
        model, pool, std::move(one), *prompts, kMostTrialTokens,
        [&](double done) { return !progress || progress(from + done / 2); });
  };
  const double tokens_per_step = adapter->tokens_per_step;
  const auto before = gain(find_adapter(model, &store).adapter, 0);
  if (!before) return propagate(before);
  const auto after = gain(std::move(*adapter), 0.5);
  if (!after) return propagate(after);
  const AdapterTrial trial{.speedup = *after,
                           .speedup_before = *before,
                           .tokens_per_step = tokens_per_step,
                           .adopted = *after > std::max(1.0, *before)};
  AdapterRecord record;
  record.path = file.string();
  record.fingerprint = fingerprint;
  record.settings = nlohmann::json{
      {"tokens_per_step", tokens_per_step},
      {"speedup", trial.speedup},
      {"set_aside",
       !trial.adopted}}.dump();
  if (auto known = store.remember_adapter(record); !known) return propagate(known);
  return trial;
}

}  // namespace canter::engine
