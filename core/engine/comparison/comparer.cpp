#include "engine/comparison/comparer.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/machine.h"
#include "base/utf8.h"
#include "decode/turn_ends.h"
#include "engine/comparison/comparison_result.h"
#include "tensor/kernels/kernels.h"
#include "tune/prompts.h"

namespace canter::engine {
namespace {

double milliseconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
      .count();
}

tl::unexpected<Error> stopped() {
  return fail(ErrorKind::kInterrupted, "the comparison was stopped");
}

/// Tuning learns from the last of Canter's own prompts last, if at all, so that they say more.
std::vector<tuning::Prompt> choose(std::vector<tuning::Prompt> prompts, const Compare& command) {
  const std::size_t most = command.most > 0 ? std::size_t(command.most) : prompts.size();
  if (prompts.size() <= most) return prompts;
  const auto extra = std::ptrdiff_t(prompts.size() - most);
  if (command.prompts.empty())
    prompts.erase(prompts.begin(), prompts.begin() + extra);
  else
    prompts.erase(prompts.end() - extra, prompts.end());
  return prompts;
}

/// Accelerated first, and with every other prompt the other way round: what the first answer of
/// two suffers or gains favours neither side.
ComparedSide side_of(int answers) {
  const bool second = answers % 2 == 1;
  const bool turned = answers / 2 % 2 == 1;
  return second == turned ? ComparedSide::kAccelerated : ComparedSide::kPlain;
}

}  // namespace

Comparer::Comparer(EventQueue& events, const StopSignal& stop, TuningGate& tuning)
    : events_(&events), stop_(&stop), tuning_(&tuning) {}

Result<std::vector<Comparer::Question>> Comparer::questions(const Compare& command,
                                                            const ChatFormat& chat,
                                                            int context) const {
  if (!command.set) {
    auto tokens = chat.encode(std::vector<ChatMessage>{{"user", command.prompt}});
    if (!tokens) return propagate(tokens);
    return std::vector{Question{command.prompt, std::move(*tokens)}};
  }
  auto prompts = tuning::read_prompts_or_built_in(command.prompts);
  if (!prompts) return propagate(prompts);
  std::vector<Question> found;
  for (const tuning::Prompt& prompt : choose(std::move(*prompts), command)) {
    auto tokens = chat.encode(prompt);
    // Half of the context is left for the answer.
    if (tokens && !tokens->empty() && tokens->size() <= std::size_t(context) / 2)
      found.push_back({prompt.back().content, std::move(*tokens)});
  }
  if (found.empty())
    return fail(ErrorKind::kUsage,
                "none of the prompts fits this model; choose a file with shorter ones");
  return found;
}

void Comparer::begin(const ComparisonTask& task, const Means& means) {
  const std::uint64_t request = task.command.request;
  const auto refuse = [&](ErrorKind kind, const std::string& why) {
    events_->push(ComparisonFailed{request, {kind, why}});
  };
  if (run_) return refuse(ErrorKind::kUsage, "a comparison runs already; wait for it or stop it");
  if (stop_->stopped(task.epoch)) return refuse(stopped().value().kind, stopped().value().message);
  if (!means.model)
    return refuse(ErrorKind::kUsage, "no model is open on this computer; open one, then compare");
  if (!means.drafter) return refuse(ErrorKind::kUnsupported, means.no_drafter_because);
  const Model& model = *means.model;
  auto asked = questions(task.command, *means.chat, model.plan().context);
  if (!asked) return refuse(asked.error().kind, asked.error().message);

  run_ = std::make_unique<Run>(*tuning_);
  run_->task = task;
  run_->questions = std::move(*asked);
  run_->settings = with_turn_ends(task.command.settings, *means.chat);
  if (run_->settings.max_tokens > 0) {
    std::size_t longest = 0;
    for (const Question& question : run_->questions)
      longest = std::max(longest, question.tokens.size());
    run_->context = int(std::min<std::size_t>(
        model.plan().context, longest + run_->settings.max_tokens + TreeShape::kMostRows));
  }
  ComparisonSummary& summary = run_->result.summary;
  summary.model = model.summary().name;
  summary.set = task.command.set;
  summary.prompt = task.command.set ? path_from_utf8(task.command.prompts).filename().string()
                                    : task.command.prompt;
  run_->result.conditions = {.fingerprint = model.summary().fingerprint,
                             .weight_types = means.weight_types,
                             .adapter = means.drafter->adapter() != nullptr,
                             .processor = processor_name(),
                             .kernels = kernels::active().name,
                             .threads = means.pool->threads(),
                             .sampling = run_->settings.sampling,
                             .max_tokens = run_->settings.max_tokens};
  events_->push(ComparisonStarted{request, int(run_->questions.size())});
}

void Comparer::go_on(const Means& means, Store* store) {
  if (run_->answers == 0) {
    if (const auto warm = warm_up(means); !warm) return end(warm.error());
    run_->start = Clock::now();
  }
  if (const auto answered = answer(means); !answered) {
    const bool kept = answered.error().kind == ErrorKind::kInterrupted && run_->task.command.set &&
                      !run_->result.pairs.empty();
    return kept ? finish(store) : end(answered.error());
  }
  if (run_->answers % 2 == 0) finish_pair();
  if (run_->result.pairs.size() == run_->questions.size()) finish(store);
}

void Comparer::end(const Error& error) {
  if (!run_) return;
  events_->push(ComparisonFailed{run_->task.command.request, error});
  run_.reset();
}

Result<Answer> Comparer::generate(const Means& means, ComparedSide side,
                                  const GenerationSettings& settings, const Question& question,
                                  const OnToken& on_token) {
  auto decoder = Decoder::create(*means.model, *means.pool, run_->context);
  if (!decoder) return propagate(decoder);
  if (side == ComparedSide::kAccelerated) {
    means.drafter->wish(true);
    decoder->draft_with(means.drafter);
  }
  auto answer = decoder->generate(
      question.tokens, settings, on_token, [this] { return stop_->stopped(run_->task.epoch); },
      /*at_text_start=*/true);
  if (answer && stop_->stopped(run_->task.epoch)) return stopped();
  return answer;
}

Result<void> Comparer::warm_up(const Means& means) {
  GenerationSettings settings = run_->settings;
  settings.max_tokens = 2;
  const auto answer =
      generate(means, ComparedSide::kAccelerated, settings, run_->questions.front(), {});
  if (!answer) return propagate(answer);
  return {};
}

Result<void> Comparer::answer(const Means& means) {
  const ComparedSide side = side_of(run_->answers);
  const bool plain = side == ComparedSide::kPlain;
  const int index = run_->answers / 2;
  const Question& question = run_->questions[std::size_t(index)];
  events_->push(ComparedAnswerStarted{index, question.text, side, run_->answers % 2 == 0});
  ComparedAnswer& compared = plain ? run_->pair.plain : run_->pair.accelerated;
  const auto start = Clock::now();
  const auto on_token = [&](const WrittenToken& token) {
    compared.text += token.text;
    compared.token_ms.push_back(milliseconds_since(start));
    compared.token_ends.push_back(std::uint32_t(compared.text.size()));
    events_->push(ComparedTextAppended{
        side, std::string(token.text), {compared.token_ms.back()}, {compared.token_ends.back()}});
    return !stop_->stopped(run_->task.epoch);
  };
  const auto answer = generate(means, side, run_->settings, question, on_token);
  if (!answer) return propagate(answer);
  // What was held back until the end.
  if (answer->text.size() > compared.text.size())
    events_->push(ComparedTextAppended{side, answer->text.substr(compared.text.size()), {}, {}});
  compared.text = answer->text;
  compared.statistics = answer->statistics;
  (plain ? run_->plain : run_->accelerated) = answer->tokens;
  ++run_->answers;
  events_->push(ComparedAnswerFinished{side, answer->statistics});
  return {};
}

void Comparer::finish_pair() {
  const int index = int(run_->result.pairs.size());
  ComparedPair pair = std::exchange(run_->pair, {});
  pair.prompt = run_->questions[std::size_t(index)].text;
  pair.difference = first_difference(run_->plain, pair.plain.token_ends, run_->accelerated,
                                     pair.accelerated.token_ends);
  const double each = milliseconds_since(run_->start) / 1000 / (index + 1);
  events_->push(ComparedPairFinished{index, pair.speedup(), !pair.difference,
                                     each * double(run_->questions.size() - index - 1)});
  run_->result.pairs.push_back(std::move(pair));
}

void Comparer::finish(Store* store) {
  ComparisonResult& result = run_->result;
  summarize(result);
  if (store) {
    ComparisonRecord record;
    record.model = result.summary.model;
    record.fingerprint = result.conditions.fingerprint;
    record.prompt = result.summary.prompt;
    record.result = write_result(result);
    if (const auto kept = store->add_comparison(record)) {
      result.summary.id = kept->id;
      result.summary.created = kept->created;
    } else {
      events_->push(Failed{kept.error()});
    }
  }
  events_->push(ComparisonFinished{run_->task.command.request, std::move(result)});
  run_.reset();
}

}  // namespace canter::engine
