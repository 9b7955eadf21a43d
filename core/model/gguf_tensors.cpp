#include "model/gguf_tensors.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace canter {
namespace {

/// Whether GGUF keeps the elements of rotary pairs side by side for this family, where folders do
/// not.
bool interleaves_pairs(const ModelPlan& plan) {
  constexpr std::array kInterleaved = {"llama",      "mistral3",      "granite",
                                       "granitemoe", "granitehybrid", "smollm3"};
  return std::ranges::find(kInterleaved, plan.architecture) != kInterleaved.end() &&
         !plan.rotaries.empty() && plan.rotaries.front().layout == RotaryLayout::kHalves;
}

/// `heads` of `head_width` rows, each of `inputs` numbers.
void interleave(const RotaryPlan& rotary, int heads, int head_width, std::size_t inputs,
                std::vector<float>& numbers) {
  const std::vector<float> halves = numbers;
  const int pairs = rotary.width / 2;
  const auto place = [&](int head, int i) {
    return std::ptrdiff_t((std::size_t(head) * head_width + i) * inputs);
  };
  for (int head = 0; head < heads; ++head)
    for (int i = 0; i < pairs; ++i)
      for (const auto& [from, to] : {std::pair(i, 2 * i), std::pair(i + pairs, 2 * i + 1)})
        std::copy_n(halves.begin() + place(head, from), inputs, numbers.begin() + place(head, to));
}

/// Value heads of `size` numbers each: from [key heads, heads of each] to [heads of each, key
/// heads].
void spread_value_heads(const DeltaNetPlan& net, std::size_t size, std::span<float> numbers) {
  const std::vector<float> grouped(numbers.begin(), numbers.end());
  const int each = net.value_heads / net.key_heads;
  for (int head = 0; head < net.value_heads; ++head) {
    const int key_head = head % net.key_heads, of_key_head = head / net.key_heads;
    std::copy_n(grouped.begin() + std::ptrdiff_t((key_head * each + of_key_head) * size), size,
                numbers.begin() + std::ptrdiff_t(head * size));
  }
}

/// Of a vector that GGUF has with two dimensions: how many numbers stand together; else 0.
std::uint64_t inner_dimension(const ModelPlan& plan, const TensorSpec& spec) {
  if (spec.layer < 0) return 0;
  const LayerPlan& layer = plan.layer(spec.layer);
  const auto* space = std::get_if<StateSpacePlan>(&layer.mixer);
  switch (spec.role) {
    case Role::kConvolution:
      return std::visit(
          [](const auto& mixer) -> std::uint64_t {
            if constexpr (requires { mixer.taps; }) return mixer.taps;
            return 0;
          },
          layer.mixer);
    case Role::kDecay:
    case Role::kSkip:
      return space ? 1 : 0;
    case Role::kRecurrentNorm:
      return space ? space->inner() / space->groups : 0;
    case Role::kExpertGateBias:
    case Role::kExpertUpBias:
    case Role::kExpertDownBias:
      return spec.outputs / layer.mixture->experts;
    default:
      return 0;
  }
}

void reorder(const DeltaNetPlan& net, const TensorSpec& spec, std::span<float> numbers) {
  const std::size_t of_head = numbers.size() / net.value_heads;
  const std::size_t of_channel = numbers.size() / net.channels();
  switch (spec.role) {
    case Role::kRecurrentGate:
    case Role::kStepInput:
    case Role::kBetaInput:
    case Role::kStepBias:
    case Role::kDecay:
      return spread_value_heads(net, of_head, numbers);
    case Role::kRecurrentInput:
    case Role::kConvolution:
      return spread_value_heads(net, net.value_width * of_channel,
                                numbers.subspan(2 * net.key_numbers() * of_channel));
    case Role::kRecurrentOutput:
      for (std::size_t row = 0; row < spec.outputs; ++row)
        spread_value_heads(net, net.value_width, numbers.subspan(row * spec.inputs, spec.inputs));
      return;
    default:
      return;
  }
}

void reorder(const ModelPlan& plan, const AttentionPlan& attention, const TensorSpec& spec,
             std::vector<float>& numbers) {
  const bool query = spec.role == Role::kQuery || spec.role == Role::kQueryBias;
  const bool key = spec.role == Role::kKey || spec.role == Role::kKeyBias;
  // Layers whose positions are not marked are permuted as well.
  if ((query || key) && interleaves_pairs(plan))
    interleave(plan.rotaries.front(), query ? attention.heads : attention.kv_heads,
               attention.head_width, spec.is_vector() ? 1 : spec.inputs, numbers);
}

}  // namespace

std::string_view gguf_part(const Family& family, Role role) {
  for (const std::span<const TensorPlace> places : {family.places, usual_places()})
    for (const TensorPlace& place : places)
      if (place.role == role && !place.gguf.empty()) return place.gguf;
  return {};
}

std::string gguf_name(std::string_view part, int layer) {
  return (layer < 0 ? "" : "blk." + std::to_string(layer) + ".") + std::string(part);
}

std::vector<std::uint64_t> gguf_shape(const ModelPlan& plan, const TensorSpec& spec) {
  if (spec.is_vector()) {
    const std::uint64_t inner = inner_dimension(plan, spec);
    if (inner > 0) return {spec.outputs / inner, inner};
    return {spec.outputs};
  }
  std::vector<std::uint64_t> shape = {spec.outputs, spec.inputs};
  if (spec.experts > 0) shape.insert(shape.begin(), spec.experts);
  return shape;
}

void put_in_gguf_order(const ModelPlan& plan, const TensorSpec& spec, std::vector<float>& numbers) {
  if (spec.layer < 0) return;
  const MixerPlan& mixer = plan.layer(spec.layer).mixer;
  if (const auto* attention = std::get_if<AttentionPlan>(&mixer))
    reorder(plan, *attention, spec, numbers);
  if (const auto* net = std::get_if<DeltaNetPlan>(&mixer); net && net->grouped)
    reorder(*net, spec, numbers);
}

}  // namespace canter
