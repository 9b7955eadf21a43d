#include "decode/decoder.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>

#include "base/machine.h"
#include "decode/check_tokens.h"
#include "decode/sampler.h"
#include "decode/stop_matcher.h"

namespace canter {
namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// A long context is no reason to fill the memory: its K/V may take half of what is free.
int affordable_context(const ModelConfig& config, TensorType cache) {
  const std::uint64_t available = available_memory();
  const std::uint64_t per_position = KvCache::bytes_for(config, 1, cache);
  if (available == 0) return config.context;
  return int(std::clamp<std::uint64_t>(available / 2 / per_position, 1, config.context));
}

Result<void> check_prompt(std::span<const TokenId> prompt, int vocabulary, int context) {
  if (prompt.empty())
    return fail(ErrorKind::kUsage, "the prompt has no token; write something to answer");
  if (auto known = check_tokens(prompt, vocabulary); !known) return propagate(known);
  if (prompt.size() >= std::size_t(context))
    return fail(ErrorKind::kTooLarge,
                "the prompt has " + std::to_string(prompt.size()) +
                    " tokens and the context holds " + std::to_string(context) +
                    ", the answer included; shorten the prompt or start a new chat");
  return {};
}

}  // namespace

Result<Decoder> Decoder::create(const Model& model, ThreadPool& pool, int context,
                                TensorType cache_type) {
  if (context < 0 || context > model.config().context)
    return fail(ErrorKind::kUsage, "a context of " + std::to_string(context) +
                                       " tokens is outside 1 to " +
                                       std::to_string(model.config().context));
  if (context == 0) context = affordable_context(model.config(), cache_type);
  auto cache = KvCache::create(model.config(), context, cache_type);
  if (!cache) return propagate(cache);
  return Decoder(model, pool, std::move(*cache));
}

Decoder::Decoder(const Model& model, ThreadPool& pool, KvCache cache)
    : model_(&model), forward_(model, pool), cache_(std::move(cache)) {}

Result<bool> Decoder::read(std::span<const TokenId> tokens, const ShouldStop& should_stop) {
  logits_.resize(model_->config().vocabulary);
  while (!tokens.empty()) {
    const auto chunk = tokens.first(std::min<std::size_t>(tokens.size(), Forward::kMaxRows));
    tokens = tokens.subspan(chunk.size());
    const auto done =
        forward_.run(chunk, cache_, tokens.empty() ? 1 : 0, logits_.data(), should_stop);
    if (!done && done.error().kind == ErrorKind::kInterrupted) return false;
    if (!done) return propagate(done);
    cached_.insert(cached_.end(), chunk.begin(), chunk.end());
  }
  if (std::ranges::all_of(logits_, [](float logit) { return std::isnan(logit); }))
    return fail(ErrorKind::kBadFile,
                "the model computes no numbers any more; its file is damaged: get it again");
  return true;
}

Result<Answer> Decoder::generate(std::span<const TokenId> prompt,
                                 const GenerationSettings& settings, const OnToken& on_token,
                                 const ShouldStop& should_stop, bool at_text_start) {
  const auto start = Clock::now();
  if (auto sound = check_settings(settings.sampling); !sound) return propagate(sound);
  if (settings.max_tokens < 0)
    return fail(ErrorKind::kUsage, "the token limit is negative; use 0 for no limit");
  if (auto sound = check_prompt(prompt, model_->config().vocabulary, context()); !sound)
    return propagate(sound);

  // The last prompt token runs in any case: its logits choose the first token.
  const auto common =
      std::ranges::mismatch(prompt.first(prompt.size() - 1), cached_).in1 - prompt.begin();
  cache_.truncate(int(common));
  cached_.resize(common);

  Answer answer;
  answer.statistics.prompt_tokens = int(prompt.size());
  answer.statistics.reused_tokens = int(common);
  auto complete = read(prompt.subspan(common), should_stop);
  if (!complete) return propagate(complete);
  answer.statistics.prompt_ms = milliseconds_since(start);

  Sampler sampler(settings.sampling);
  DetokenizerStream detokenizer(model_->tokenizer(), at_text_start);
  StopMatcher stops(settings.stop_strings);
  std::vector<TokenId> sequence(prompt.begin(), prompt.end());
  const std::size_t limit = settings.max_tokens > 0 ? settings.max_tokens : context();
  const auto emit = [&](TokenId token, const std::string& text) {
    answer.text += text;
    return !on_token || on_token(token, text);
  };

  answer.finish = FinishReason::kStopped;
  while (*complete) {
    const TokenId token = sampler.choose(logits_, sequence);
    sequence.push_back(token);
    answer.tokens.push_back(token);
    if (answer.tokens.size() == 1) answer.statistics.first_token_ms = milliseconds_since(start);

    const bool ends = !settings.ignore_eos && model_->tokenizer().ends_generation(token);
    const bool goes_on = emit(token, ends ? std::string() : stops.push(detokenizer.push(token)));
    if (ends) {
      answer.finish = FinishReason::kEndToken;
    } else if (stops.stopped()) {
      answer.finish = FinishReason::kStopString;
    } else if (!goes_on) {
      answer.finish = FinishReason::kStopped;
    } else if (answer.tokens.size() >= limit) {
      answer.finish = FinishReason::kTokenLimit;
    } else if (sequence.size() >= std::size_t(context())) {
      answer.finish = FinishReason::kContextFull;
    } else {
      complete = read({&token, 1}, should_stop);
      if (!complete) return propagate(complete);
      answer.statistics.steps += *complete;
      answer.finish = FinishReason::kStopped;
      continue;
    }
    break;
  }
  answer.text += stops.push(detokenizer.finish());
  answer.text += stops.finish();
  answer.statistics.generated = int(answer.tokens.size());
  answer.statistics.total_ms = milliseconds_since(start);
  return answer;
}

}  // namespace canter
