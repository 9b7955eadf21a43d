#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "format/gguf.h"

namespace canter {

/// Which two elements of a head form a pair that the rotary embedding turns.
enum class RotaryLayout {
  kInterleaved,  ///< 2i and 2i+1 (GGUF files of Llama models)
  kHalves,       ///< i and i + width/2 (Hugging Face)
};

/// The tensor of a GGUF file that divides a rotary embedding's frequencies.
inline constexpr std::string_view kRopeFrequencies = "rope_freqs.weight";

enum class RotaryScaling { kNone, kLinear, kYarn, kLlama3 };

struct RotaryConfig {
  RotaryLayout layout = RotaryLayout::kInterleaved;
  double base = 10000;
  int width = 0;  ///< elements of a head that are turned
  RotaryScaling scaling = RotaryScaling::kNone;
  double factor = 1;
  int original_context = 0;          ///< yarn, llama3
  double attention_factor = 0;       ///< yarn; 0: the formula's
  double beta_fast = 32;             ///< yarn
  double beta_slow = 1;              ///< yarn
  double low_frequency_factor = 1;   ///< llama3
  double high_frequency_factor = 4;  ///< llama3
  std::vector<float> divisors;       ///< [width/2], from kRopeFrequencies; empty: none
};

/// Hyper-parameters of a decoder-only Llama graph.
struct ModelConfig {
  std::string architecture;  ///< `llama`
  std::string name;          ///< as the file calls itself; may be empty
  int layers = 0;
  int width = 0;
  int heads = 0;
  int kv_heads = 0;
  int head_width = 0;
  int feed_forward = 0;
  int vocabulary = 0;
  int context = 0;
  double norm_epsilon = 1e-5;
  RotaryConfig rotary;
};

/// The architectures whose graph is run here, for messages: "llama, mistral".
std::string_view supported_architectures();

/// kBadFile, naming `file`, when a value is missing or contradicts another one.
Result<void> check_config(const ModelConfig& config, const std::filesystem::path& file);

/// What the metadata say, unchecked, for any architecture whose keys are named like Llama's.
ModelConfig describe_config(const GgufFile& file);

/// From GGUF metadata. kUnsupported for an architecture that is not run here (the message lists
/// those that are), kBadFile for missing or contradicting values.
Result<ModelConfig> read_config(const GgufFile& file);

/// What read_config() reads, for a GGUF file of this configuration. Llama 3's scaling and divisors
/// are a tensor there and not part of it.
GgufEntries config_metadata(const ModelConfig& config);

/// From `config.json` of a model folder.
Result<ModelConfig> read_config(const std::filesystem::path& folder);

}  // namespace canter
