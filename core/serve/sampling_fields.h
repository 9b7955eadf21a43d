#pragma once

#include <memory>
#include <string>
#include <vector>

#include "decode/settings.h"
#include "serve/json_fields.h"

namespace canter::serve {

// What OpenAI's interface allows: answers to one request, likely tokens that are told for each
// place, and the temperature.
inline constexpr int kMostAnswers = 64;
inline constexpr int kMostLogprobs = 20;
inline constexpr double kMostOpenAiTemperature = 2;

/// Reads `temperature`, `top_p`, `top_k`, `min_p` and `repeat_penalty`, under the names that OpenAI
/// and llama.cpp give them. `most`: the highest temperature.
void read_sampling(JsonFields& fields, SamplingSettings& sampling, double most_temperature);

/// Reads `seed`; one that is drawn where there is none, so that answers differ.
std::uint64_t read_seed(JsonFields& fields);

/// Reads `stop`: a text, or up to 16 of them.
std::vector<std::string> read_stop(JsonFields& fields);

/// The settings of answer number `answer` of several to one request.
GenerationSettings settings_of(GenerationSettings settings, int answer);

}  // namespace canter::serve
