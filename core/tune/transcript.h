#pragma once

#include <algorithm>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "decode/answers_together.h"
#include "decode/decoder.h"

namespace canter::tuning {

/// A prompt and the model's own answer to it.
struct Transcript {
  std::vector<TokenId> tokens;
  int prompt = 0;  ///< tokens of the prompt, at least 1

  bool operator==(const Transcript&) const = default;

  /// Mask groups are anchored from the last prompt token on, as long as there is a target for the
  /// first mask.
  int first_anchor() const { return prompt - 1; }
  int anchors() const { return std::max(0, int(tokens.size()) - 2 - first_anchor()); }
};

/// Gives the tokens that the model appends to each prompt. Where it is told to stop, only answers
/// before the first that is unfinished.
using AnswerQuestions =
    std::function<Result<std::vector<std::vector<TokenId>>>(std::span<const Question> questions)>;

/// Positions that a decoder needs to answer all of `prompts`, for Decoder::create().
int context_for(std::span<const std::vector<TokenId>> prompts, int max_tokens);

/// Answers of at most `max_tokens` tokens, one after the other. `decoder` must outlive the function
/// returned.
AnswerQuestions answers_of(Decoder& decoder, int max_tokens,
                           const Decoder::ShouldStop& should_stop = {});

/// A safetensors file; `key` says what they were made from. It appears whole or not at all.
Result<void> write_transcripts(const std::filesystem::path& path,
                               std::span<const Transcript> transcripts, const std::string& key);
/// Empty when there is no such file, or one with another key. kBadFile when it is damaged.
Result<std::vector<Transcript>> read_transcripts(const std::filesystem::path& path,
                                                 const std::string& key);

}  // namespace canter::tuning
