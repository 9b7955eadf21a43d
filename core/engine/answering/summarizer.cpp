#include "engine/answering/summarizer.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "decode/turn_ends.h"
#include "engine/answering/streamed_answer.h"
#include "engine/answering/text_parts.h"

namespace canter::engine {
namespace {

constexpr auto kSummaryLookInterval = std::chrono::milliseconds(50);
constexpr const char* kWish =
    "Summarize this text in a few short sentences, in the language that it is written in. Answer "
    "with the summary alone.\n\n";
/// The summaries together take half the context, so that a question and an answer find room.
constexpr int kAllShare = 2;
/// Of the context, for the summary of one part.
constexpr int kOneShare = 8;
constexpr int kLeastSummaryTokens = 48;
constexpr int kMostSummaryTokens = 400;

std::vector<ChatMessage> question(const std::string& part) {
  return {{"user", kWish + part}};
}

}  // namespace

void Summarizer::begin(SummaryTask task, const ChatFormat* chat, int context) {
  Run run{.request = task.command.request, .epoch = task.epoch, .parts = {}};
  if (!chat)
    return events_->push(SummaryEnded{
        run.request,
        {},
        Error{ErrorKind::kUsage, "no model is open on this computer; open one, then try again"}});
  run.tokens = std::clamp(context / kOneShare, kLeastSummaryTokens, kMostSummaryTokens);
  const int room = context - run.tokens;
  const auto size = [&](const std::string& part) {
    const auto tokens = chat->encode(question(part), {.thinking = ThinkingWish::kOff});
    return tokens ? int(tokens->size()) : 0;
  };
  run.parts = text_parts(task.command.text, room, size);
  run.tokens = std::clamp(context / kAllShare / std::max(1, int(run.parts.size())),
                          kLeastSummaryTokens, run.tokens);
  events_->push(SummaryProgressed{run.request, 1, int(run.parts.size())});
  runs_.push_back(std::move(run));
}

void Summarizer::go_on(Generator& generator, const ChatFormat& chat,
                       const SamplingSettings& sampling) {
  Run& run = runs_.front();
  auto summary = summarize(run, generator, chat, sampling);
  if (!summary) return finish({run.request, {}, summary.error()});
  if (!run.text.empty()) run.text += "\n\n";
  run.text += *summary;
  if (++run.read == run.parts.size()) return finish({run.request, std::move(run.text), {}});
  events_->push(SummaryProgressed{run.request, int(run.read) + 1, int(run.parts.size())});
}

void Summarizer::end(const Error& error) {
  while (running()) finish({runs_.front().request, {}, error});
}

void Summarizer::finish(SummaryEnded ended) {
  runs_.pop_front();
  events_->push(std::move(ended));
}

Result<std::string> Summarizer::summarize(const Run& run, Generator& generator,
                                          const ChatFormat& chat,
                                          const SamplingSettings& sampling) {
  const auto stopped = [&] { return stop_->stopped(run.epoch); };
  const auto no_summary = [] { return fail(ErrorKind::kInterrupted, "the summary was stopped"); };
  if (stopped()) return no_summary();
  const auto prompt = chat.render(question(run.parts[run.read]), {.thinking = ThinkingWish::kOff});
  if (!prompt) return propagate(prompt);
  const auto tokens = chat.encode(*prompt);
  if (!tokens) return propagate(tokens);
  GenerationSettings settings;
  settings.sampling = sampling;
  settings.sampling.temperature = 0;
  settings.max_tokens = run.tokens;
  Message summary;
  StreamedAnswer stream(summary, chat.splitter(*prompt), nullptr);
  const auto id = generator.submit({.prompt = *tokens, .settings = with_turn_ends(settings, chat)},
                                   stream.sink());
  if (!id)
    return fail(ErrorKind::kUsage,
                "too many requests of other programs wait for the model; try again later");
  auto ended = stream.wait(kSummaryLookInterval);
  for (; !ended; ended = stream.wait(kSummaryLookInterval))
    if (stopped()) generator.cancel(*id);
  if (!*ended) return propagate(*ended);
  if (stopped()) return no_summary();
  return std::move(summary.content);
}

}  // namespace canter::engine
