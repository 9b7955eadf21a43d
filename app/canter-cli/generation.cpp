#include "generation.h"

#include <spdlog/fmt/fmt.h>

#include <map>

#include "decode/sampler.h"

namespace canter::cli {
namespace {

const std::map<std::string, ThinkingWish>& wish_names() {
  static const std::map<std::string, ThinkingWish> names = {{"on", ThinkingWish::kOn},
                                                            {"off", ThinkingWish::kOff},
                                                            {"low", ThinkingWish::kLow},
                                                            {"medium", ThinkingWish::kMedium},
                                                            {"high", ThinkingWish::kHigh}};
  return names;
}

}  // namespace

void add_generation_options(Command command, GenerationSettings& settings) {
  constexpr int kDefaultMaxTokens = 256;
  settings.max_tokens = kDefaultMaxTokens;
  SamplingSettings& sampling = settings.sampling;
  command
      .add_option("--max-tokens", settings.max_tokens,
                  "Most tokens to generate; 0: until the model ends or the context is full")
      .shows_default();
  command.add_option("--temperature", sampling.temperature, "0: always the most likely token")
      .shows_default();
  command.add_option("--top-k", sampling.top_k, "Choose among the K most likely; 0: all")
      .shows_default();
  command.add_option("--top-p", sampling.top_p, "Choose among the likeliest up to this sum; 1: all")
      .shows_default();
  command
      .add_option("--min-p", sampling.min_p,
                  "Leave out what is less likely than this part of the likeliest; 0: all")
      .shows_default();
  command.add_option("--repeat-penalty", sampling.repeat_penalty, "Against repetition; 1: none")
      .shows_default();
  command.add_option("--seed", sampling.seed, "The same seed gives the same text").shows_default();
  command.add_flag("--ignore-eos", settings.ignore_eos, "Go on behind end tokens");
}

PartialSampling given_sampling(const Command& command, const SamplingSettings& sampling) {
  PartialSampling given;
  const auto take = [&](const char* option, auto& into, const auto& value) {
    if (command.count(option) > 0) into = value;
  };
  take("--temperature", given.temperature, sampling.temperature);
  take("--top-k", given.top_k, sampling.top_k);
  take("--top-p", given.top_p, sampling.top_p);
  take("--min-p", given.min_p, sampling.min_p);
  take("--repeat-penalty", given.repeat_penalty, sampling.repeat_penalty);
  return given;
}

void add_cache_option(Command command, TensorType& cache) {
  command
      .add_choice(
          "--kv-cache", cache,
          {{"F32", TensorType::kF32}, {"F16", TensorType::kF16}, {"Q8_0", TensorType::kQ8_0}},
          "How keys and values are kept: F32, F16 in half the memory, or Q8_0 in a quarter")
      .value_name("F32|F16|Q8_0");
}

void add_think_option(Command command, ThinkingWish& wish) {
  command
      .add_choice("--think", wish, wish_names(),
                  "Whether or how much a model that can think does so before it answers")
      .value_name("on|off|low|medium|high");
}

Outcome<ThinkingWish> parse_thinking_wish(const std::string& name) {
  const auto wish = wish_names().find(name);
  if (wish == wish_names().end())
    return usage_failure("there is no such way to think, give on, off, low, medium or high");
  return wish->second;
}

Outcome<> check_thinking(ThinkingWish wish, const Thinking& thinking) {
  const bool is_switch = wish == ThinkingWish::kOn || wish == ThinkingWish::kOff;
  if (wish == ThinkingWish::kDefault || (is_switch ? thinking.can_switch : thinking.has_effort))
    return {};
  if (thinking.can_switch)
    return usage_failure("this model knows no levels of thinking, choose on or off");
  if (thinking.has_effort)
    return usage_failure("this model always thinks, choose low, medium or high");
  return usage_failure("this model's thinking cannot be switched, leave it as it is");
}

Outcome<> check_generation(const GenerationSettings& settings) {
  if (settings.max_tokens < 0) {
    return usage_failure("--max-tokens is negative, give a number from 0 on");
  }
  if (const Result<void> checked = check_settings(settings.sampling); !checked) {
    return request_failure(checked.error());
  }
  return {};
}

std::string statistics_line(const AnswerStatistics& statistics) {
  return fmt::format("{} tokens · {:.1f} tok/s · {:.2f} per step · first token {:.2f} s",
                     statistics.generated, statistics.tokens_per_second(),
                     statistics.tokens_per_step(), statistics.first_token_ms / 1000);
}

}  // namespace canter::cli
