#pragma once

#include <string>

#include "chat/chat_prompt.h"
#include "chat/thinking.h"
#include "command_line.h"
#include "decode/settings.h"
#include "decode/statistics.h"
#include "format/tensor_type.h"
#include "model/sampling_defaults.h"

namespace canter::cli {

/// Adds the options of sampling and length, which write to `settings`.
void add_generation_options(Command command, GenerationSettings& settings);

/// Those values of `sampling` that were given on the command line.
PartialSampling given_sampling(const Command& command, const SamplingSettings& sampling);

/// Adds `--kv-cache`.
void add_cache_option(Command command, TensorType& cache);

/// Adds `--think`.
void add_think_option(Command command, ThinkingWish& wish);
Outcome<ThinkingWish> parse_thinking_wish(const std::string& name);
/// Whether a model can do what is wished.
Outcome<> check_thinking(ThinkingWish wish, const Thinking& thinking);

/// Values outside their range.
Outcome<> check_generation(const GenerationSettings& settings);

/// `212 tokens · 84.1 tok/s · 1.00 per step · first token 0.21 s`
std::string statistics_line(const AnswerStatistics& statistics);

}  // namespace canter::cli
