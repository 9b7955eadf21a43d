#include "tokenizer/gguf/pre_rules.h"

#include <algorithm>

namespace canter {

const std::string_view kGpt2Pattern =
    R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";

const std::string_view kDigitPattern = R"(\p{N})";
const std::string_view kPunctuationPattern = R"([!-/:-@\[-`{-~\p{P}])";

namespace {

constexpr std::string_view kLlama3Pattern =
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
constexpr std::string_view kQwen2Pattern =
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
constexpr std::string_view kQwen35Pattern =
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
constexpr std::string_view kGpt4oPattern =
    R"([^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
constexpr std::string_view kTekkenPattern =
    R"([^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+)";

constexpr std::string_view kLineBreak = R"([\r\n])";
/// Han and Hangul, and what lies between U+0800 and U+4E00.
constexpr std::string_view kEastAsian = "[一-龥ࠀ-一가-퟿]+";
constexpr std::string_view kDeepSeekPunctuation = R"(\s?[!-/:-~！-／：-～‘-‟　-。]+)";
/// Cased letters, as DeepSeek LLM lists them. Those that NFC would replace are written by number.
constexpr std::string_view kDeepSeekLetters =
    "\\s?[A-Za-zµÀ-ÖØ-öø-ƺƼ-ƿǄ-ʓʕ-ʯͰ-ͳͶͷͻ-ͽͿΆΈ-ΊΌΎ-ΡΣ-ϵϷ-ҁҊ-ԯԱ-ՖႠ-ჅᎠ-Ᏽᏸ-ᏽᲐ-"
    "ᲺᲽ-"
    "Ჿᴀ-"
    "ᴫᵫ-ᵷᵹ-ᶚḀ-ἕἘ-Ἕἠ-ὅὈ-Ὅὐ-ὗὙὛὝὟ-\u1F7Dᾀ-ᾴᾶ-ᾼ\u1FBEῂ-ῄῆ-ῌῐ-\u1FD3ῖ-\u1FDBῠ-Ῥῲ-ῴῶ-ῼℂℇℊ-ℓℕℙ-"
    "ℝℤ\u2126ℨ\u212A-ℭℯ-ℴℹℼ-ℿⅅ-ⅉⅎↃↄⰀ-ⱻⱾ-ⳤⳫ-ⳮⳲⳳꙀ-ꙭꚀ-ꚛꜢ-ꝯꝱ-ꞇꞋ-ꞎꭰ-ꮿﬀ-ﬆﬓ-ﬗＡ-Ｚａ-"
    "ｚ𐐀-"
    "𐑏𐒰-"
    "𐓓𐓘-𐓻𐲀-𐲲𐳀-𐳲𑢠-𑣟𞤀-𞥃]+";

const PreTokenizerStep kBytes{.kind = PreTokenizerStep::Kind::kByteLetters};

const std::vector<PreRule>& rules() {
  static const std::vector<PreRule> all = {
      {.names = {"llama-bpe", "llama3", "llama-v3", "falcon3", "lfm2"},
       .steps = {split_by(kLlama3Pattern), kBytes},
       .ignore_merges = true,
       .adds_bos = true},
      {.names = {"smaug-bpe", "dbrx", "glm4", "chatglm-bpe"},
       .steps = {split_by(kLlama3Pattern), kBytes}},
      {.names = {"qwen2", "deepseek-r1-qwen"},
       .steps = {split_by(kQwen2Pattern), kBytes},
       .nfc = true},
      {.names = {"stablelm2"}, .steps = {split_by(kQwen2Pattern), kBytes}},
      {.names = {"qwen35"}, .steps = {split_by(kQwen35Pattern), kBytes}, .nfc = true},
      {.names = {"gpt-4o", "llama4"}, .steps = {split_by(kGpt4oPattern), kBytes}},
      // As gpt-oss has it. Its merges give every word of the vocabulary anyway.
      {.names = {"gpt-4o"}, .steps = {split_by(kGpt4oPattern), kBytes}, .ignore_merges = true},
      {.names = {"tekken"},
       .steps = {split_by(kTekkenPattern), kBytes},
       .ignore_merges = true,
       .adds_bos = true},
      {.names = {"smollm", "refact", "starcoder", "command-r", "codeshell"},
       .steps = {split_by(kDigitPattern), split_by(kGpt2Pattern), kBytes}},
      {.names = {"gpt-2", "mpt", "olmo", "phi-2", "jais", "roberta-bpe"},
       .steps = {split_by(kGpt2Pattern), kBytes}},
      {.names = {"falcon"},
       .steps = {split_by(kPunctuationPattern, SplitBehavior::kContiguous), split_by(kGpt2Pattern),
                 kBytes, split_by(kDigitPattern, SplitBehavior::kContiguous),
                 split_by("[0-9][0-9][0-9]")}},
      {.names = {"deepseek-coder"},
       .steps = {split_by(kLineBreak), split_by(R"(\s?\p{L}+)"), split_by(R"(\s?\p{P}+)"),
                 split_by(kEastAsian), split_by(kDigitPattern), kBytes}},
      {.names = {"deepseek-llm"},
       .steps = {split_by(kLineBreak), split_by(kDeepSeekLetters), split_by(kDeepSeekPunctuation),
                 split_by(R"(\s+$)"), split_by(kEastAsian), split_by(kDigitPattern), kBytes}},
  };
  return all;
}

}  // namespace

const PreRule* find_pre_rule(std::string_view name) {
  const auto found = std::ranges::find_if(rules(), [&](const PreRule& rule) {
    return std::ranges::find(rule.names, name) != rule.names.end();
  });
  return found == rules().end() ? nullptr : &*found;
}

const PreRule* find_pre_rule(const std::vector<NormalizerStep>& normalizer,
                             const std::vector<PreTokenizerStep>& steps, bool ignore_merges) {
  const std::vector<NormalizerStep> nfc = {{.kind = NormalizerStep::Kind::kNfc}};
  const auto found = std::ranges::find_if(rules(), [&](const PreRule& rule) {
    return normalizer == (rule.nfc ? nfc : std::vector<NormalizerStep>()) && steps == rule.steps &&
           ignore_merges == rule.ignore_merges;
  });
  return found == rules().end() ? nullptr : &*found;
}

}  // namespace canter
