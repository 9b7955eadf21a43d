#include "model/conversion.h"

#include <algorithm>
#include <iterator>

#include "model/rotary.h"
#include "model/unused_tensors.h"
#include "tensor/number_format.h"

namespace canter {
namespace {

/// What can be neither read nor missed is left out.
Conversion keep_gguf(const GgufFile& file) {
  Conversion conversion;
  conversion.metadata.assign(file.metadata().begin(), file.metadata().end());
  for (const TensorEntry& tensor : file.tensors())
    if (can_decode(tensor.type) || !is_known_unused(file, tensor.name, false))
      conversion.tensors.push_back({tensor.name, &tensor, 0, {}});
  return conversion;
}

/// GGUF keeps Llama 3's scaling as a divisor for each pair.
std::vector<float> rotary_divisors(const RotaryConfig& config) {
  RotaryConfig plain = config;
  plain.scaling = RotaryScaling::kNone;
  const auto before = rotary_frequencies(plain).per_position;
  const auto after = rotary_frequencies(config).per_position;
  std::vector<float> divisors(before.size());
  std::ranges::transform(before, after, divisors.begin(),
                         [](double b, double a) { return float(b / a); });
  return divisors;
}

Conversion convert_folder(const OpenedFiles& files) {
  const ModelConfig& config = *files.config;
  const TensorSource source = files.source();
  Conversion conversion;
  conversion.metadata = config_metadata(config);
  std::ranges::move(files.tokenizer->gguf_metadata(config.vocabulary),
                    std::back_inserter(conversion.metadata));

  const auto add = [&](int layer, const std::string& part, int rotary_heads = 0) {
    const std::string prefix = layer < 0 ? "" : "blk." + std::to_string(layer) + ".";
    conversion.tensors.push_back(
        {prefix + part + ".weight", source.find(layer, part), rotary_heads, {}});
  };
  add(-1, "token_embd");
  for (int layer = 0; layer < config.layers; ++layer) {
    add(layer, "attn_norm");
    add(layer, "attn_q", config.heads);
    add(layer, "attn_k", config.kv_heads);
    for (const char* part : {"attn_v", "attn_output", "ffn_norm", "ffn_gate", "ffn_up", "ffn_down"})
      add(layer, part);
  }
  add(-1, "output_norm");
  if (source.find(-1, "output")) add(-1, "output");
  if (config.rotary.scaling == RotaryScaling::kLlama3)
    conversion.tensors.push_back(
        {std::string(kRopeFrequencies), nullptr, 0, rotary_divisors(config.rotary)});
  return conversion;
}

}  // namespace

Result<Conversion> plan_conversion(const OpenedFiles& files) {
  if (files.gguf) return keep_gguf(*files.gguf);
  if (!files.config) return propagate(files.config);
  if (!files.tokenizer) return propagate(files.tokenizer);
  if (const auto sound = bind_weights(files.source(), *files.config); !sound)
    return propagate(sound);
  return convert_folder(files);
}

std::vector<float> converted_numbers(const ConvertedTensor& tensor, const ModelConfig& config) {
  if (!tensor.source) return tensor.numbers;
  std::vector<float> numbers(tensor.source->elements());
  decode_numbers(tensor.source->type, tensor.source->bytes.data(), numbers.data(), numbers.size());
  if (tensor.rotary_heads == 0) return numbers;

  std::vector<float> interleaved(numbers);
  const std::size_t inputs = tensor.source->shape[1];
  const int pairs = config.rotary.width / 2;
  for (int head = 0; head < tensor.rotary_heads; ++head) {
    const auto row = [&](std::vector<float>& matrix, int i) {
      return matrix.begin() + std::ptrdiff_t((std::size_t(head) * config.head_width + i) * inputs);
    };
    for (int i = 0; i < pairs; ++i) {
      std::copy_n(row(numbers, i), inputs, row(interleaved, 2 * i));
      std::copy_n(row(numbers, i + pairs), inputs, row(interleaved, 2 * i + 1));
    }
  }
  return interleaved;
}

}  // namespace canter
