#include "tune/transcript.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <system_error>

#include "format/message.h"
#include "format/safetensors.h"

namespace canter::tuning {
namespace {

template <typename Number>
std::vector<Number> numbers_of(const TensorEntry& entry) {
  std::vector<Number> numbers(entry.elements());
  if (!numbers.empty()) std::memcpy(numbers.data(), entry.bytes.data(), entry.bytes.size());
  return numbers;
}

}  // namespace

int context_for(std::span<const std::vector<TokenId>> prompts, int max_tokens) {
  std::size_t longest = 0;
  for (const auto& prompt : prompts) longest = std::max(longest, prompt.size());
  return int(longest) + max_tokens + 1;
}

AnswerQuestions answers_of(Decoder& decoder, int max_tokens,
                           const Decoder::ShouldStop& should_stop) {
  return [&decoder, max_tokens, should_stop](
             std::span<const Question> questions) -> Result<std::vector<std::vector<TokenId>>> {
    std::vector<std::vector<TokenId>> answers;
    for (const Question& question : questions) {
      GenerationSettings settings;
      settings.sampling = question.sampling;
      settings.max_tokens = max_tokens;
      auto answer = decoder.generate(question.prompt, settings, {}, should_stop);
      if (!answer) return propagate(answer);
      if (answer->finish == FinishReason::kStopped) break;
      answers.push_back(std::move(answer->tokens));
    }
    return answers;
  };
}

Result<void> write_transcripts(const std::filesystem::path& path,
                               std::span<const Transcript> transcripts, const std::string& key) {
  std::vector<std::int32_t> tokens, lengths;
  for (const Transcript& transcript : transcripts) {
    tokens.insert(tokens.end(), transcript.tokens.begin(), transcript.tokens.end());
    lengths.push_back(transcript.prompt);
    lengths.push_back(std::int32_t(transcript.tokens.size()));
  }
  const std::vector<TensorEntry> tensors = {
      {"tokens", TensorType::kI32, {tokens.size()}, std::as_bytes(std::span(tokens))},
      {"lengths", TensorType::kI32, {transcripts.size(), 2}, std::as_bytes(std::span(lengths))}};
  if (auto written = write_safetensors(path, tensors, {{"key", key}}); !written)
    return propagate(written);
  return {};
}

Result<std::vector<Transcript>> read_transcripts(const std::filesystem::path& path,
                                                 const std::string& key) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return std::vector<Transcript>{};
  const auto file = SafetensorsFile::open(path);
  if (!file) return propagate(file);
  const auto said = file->metadata().find("key");
  if (said == file->metadata().end() || said->second != key) return std::vector<Transcript>{};
  const auto damaged = [&] {
    return fail(ErrorKind::kBadFile, "answers in " + file_name_in_quotes(path) +
                                         " do not fit together; delete the file and tune anew");
  };
  const TensorEntry* tokens = file->tensor("tokens");
  const TensorEntry* lengths = file->tensor("lengths");
  if (!tokens || !lengths || tokens->type != TensorType::kI32 ||
      lengths->type != TensorType::kI32 || lengths->elements() % 2 != 0)
    return damaged();
  const auto all = numbers_of<std::int32_t>(*tokens);
  const auto pairs = numbers_of<std::int32_t>(*lengths);
  std::vector<Transcript> transcripts;
  std::size_t at = 0;
  for (std::size_t i = 0; i < pairs.size(); i += 2) {
    const std::int32_t prompt = pairs[i], length = pairs[i + 1];
    if (prompt < 1 || length < prompt || std::size_t(length) > all.size() - at) return damaged();
    const auto first = all.begin() + std::ptrdiff_t(at);
    transcripts.push_back({{first, first + length}, prompt});
    at += std::size_t(length);
  }
  return transcripts;
}

}  // namespace canter::tuning
