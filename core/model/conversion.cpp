#include "model/conversion.h"

#include <algorithm>
#include <iterator>

#include "model/gguf_tensors.h"
#include "model/plan_metadata.h"
#include "model/weights/unused_tensors.h"
#include "tensor/number_format.h"

namespace canter {
namespace {

/// What can be neither read nor missed is left out.
Conversion keep_gguf(const OpenedFiles& files) {
  Conversion conversion;
  conversion.metadata.assign(files.gguf->metadata().begin(), files.gguf->metadata().end());
  const TensorSource source = files.source();
  for (const TensorEntry& tensor : files.gguf->tensors())
    if (can_decode(tensor.type) || !is_known_unused(source, tensor.name, false))
      conversion.tensors.push_back({tensor.name, tensor.shape, &tensor});
  return conversion;
}

/// GGUF keeps Llama 3's scaling as a divisor for each pair.
std::vector<float> llama3_divisors(const RotaryPlan& rotary) {
  RotaryPlan plain = rotary;
  plain.scaling = RotaryScaling::kNone;
  const auto before = rotary_frequencies(plain).per_position;
  const auto after = rotary_frequencies(rotary).per_position;
  std::vector<float> divisors(before.size());
  std::ranges::transform(before, after, divisors.begin(),
                         [](double b, double a) { return float(b / a); });
  return divisors;
}

void add_rotary_tensors(const ModelPlan& plan, std::vector<ConvertedTensor>& tensors) {
  const auto add = [&](const char* name, std::vector<float> numbers) {
    if (numbers.empty()) return;
    const std::uint64_t count = numbers.size();
    tensors.push_back({name, {count}, nullptr, {}, std::move(numbers)});
  };
  if (plan.rotaries.empty()) return;
  const RotaryPlan& rotary = plan.rotaries.front();
  if (rotary.scaling == RotaryScaling::kLlama3)
    return add("rope_freqs.weight", llama3_divisors(rotary));
  if (rotary.scaling != RotaryScaling::kLongRope) return add("rope_freqs.weight", rotary.divisors);
  add("rope_factors_long.weight", rotary.long_divisors);
  add("rope_factors_short.weight", rotary.divisors);
}

Result<Conversion> convert_folder(const OpenedFiles& files) {
  Conversion conversion;
  conversion.plan = *files.plan;
  auto bound = bind_weights(files.source(), *files.plan);
  if (!bound) return propagate(bound);
  conversion.weights = std::move(*bound);
  conversion.metadata = plan_metadata(*files.plan);
  std::ranges::move(files.tokenizer->gguf_metadata(files.plan->vocabulary),
                    std::back_inserter(conversion.metadata));

  add_rotary_tensors(conversion.plan, conversion.tensors);
  for (const BoundTensor& tensor : conversion.weights.tensors) {
    const std::string_view part =
        tensor.gguf_name.empty() ? gguf_part(*files.family, tensor.spec.role) : tensor.gguf_name;
    if (part.empty())
      return fail(ErrorKind::kUnsupported, "\"" + files.path.string() +
                                               "\": a tensor has no name in GGUF files; open "
                                               "the folder itself");
    const std::string name = gguf_name(part, tensor.spec.layer);
    const auto same = std::ranges::find(conversion.tensors, name, &ConvertedTensor::name);
    if (same == conversion.tensors.end()) {
      conversion.tensors.push_back(
          {name, gguf_shape(*files.plan, tensor.spec), nullptr, {&tensor}});
    } else {
      same->parts.push_back(&tensor);
      same->shape[same->shape.size() == 1 ? 0 : same->shape.size() - 2] += tensor.spec.outputs;
    }
  }
  return conversion;
}

std::vector<float> numbers_of(const BoundTensor& part, std::size_t expert) {
  if (part.spec.is_vector()) return part.numbers;
  std::vector<std::byte> scratch;
  const Matrix matrix = part.matrices[expert].rows(scratch);
  std::vector<float> numbers(matrix.outputs * matrix.inputs);
  decode_numbers(matrix.type, matrix.bytes.data(), numbers.data(), numbers.size());
  return numbers;
}

}  // namespace

Result<Conversion> plan_conversion(const OpenedFiles& files) {
  if (files.gguf) return keep_gguf(files);
  if (!files.plan) return propagate(files.plan);
  if (!files.tokenizer) return propagate(files.tokenizer);
  return convert_folder(files);
}

std::vector<float> converted_numbers(const Conversion& conversion, const ConvertedTensor& tensor) {
  if (tensor.source) {
    std::vector<float> numbers(tensor.source->elements());
    decode_numbers(tensor.source->type, tensor.source->bytes.data(), numbers.data(),
                   numbers.size());
    return numbers;
  }
  if (tensor.parts.empty()) return tensor.numbers;
  std::vector<float> all;
  const std::size_t experts = std::max<std::size_t>(1, tensor.parts.front()->spec.experts);
  for (std::size_t expert = 0; expert < experts; ++expert) {
    for (const BoundTensor* part : tensor.parts) {
      std::vector<float> numbers = numbers_of(*part, expert);
      put_in_gguf_order(conversion.plan, part->spec, numbers);
      all.insert(all.end(), numbers.begin(), numbers.end());
    }
  }
  return all;
}

}  // namespace canter
