#include "tune/parameters.h"

#include <algorithm>

namespace canter::tuning {
namespace {

/// Calls use(element in Hugging Face's order, element in the model's) for all numbers of keys.
template <typename Use>
void for_each_key_number(const AdapterShape& shape, const ModelPlan& plan, const Use& use) {
  const std::size_t width = shape.head_width;
  for (std::size_t head = 0; head < shape.prompt_numbers(); head += width) {
    const RotaryPlan& order = key_order(plan, int(head / shape.layer_numbers()));
    for (std::size_t i = 0; i < width; ++i) use(head + i, head + key_element(order, int(i)));
  }
}

}  // namespace

AdapterShape::AdapterShape(const UniformShape& config, int prompts, int masks, int transition_rank)
    : layers(config.layers),
      width(config.width),
      kv_heads(config.kv_heads),
      head_width(config.head_width),
      vocabulary(config.vocabulary),
      prompt_tokens(prompts),
      mask_tokens(masks),
      rank(transition_rank) {}

template <typename Real>
Parameters<Real>::Parameters(const AdapterShape& shape)
    : shape_(shape),
      numbers_(shape.mask_numbers() + 2 * shape.prompt_numbers() + 2 * shape.transition_numbers() +
               1) {}

template class Parameters<float>;
template class Parameters<double>;

Adapter to_adapter(const Parameters<float>& parameters, const ModelPlan& plan) {
  const AdapterShape& shape = parameters.shape();
  Adapter adapter;
  adapter.prompt_tokens = shape.prompt_tokens;
  adapter.mask_tokens = shape.mask_tokens;
  adapter.rank = shape.rank;
  adapter.mask_embedding.assign(parameters.masks(), parameters.masks() + shape.mask_numbers());
  adapter.prompt_key.resize(shape.prompt_numbers());
  for_each_key_number(shape, plan, [&](std::size_t to, std::size_t from) {
    adapter.prompt_key[to] = parameters.keys(0)[from];
  });
  adapter.prompt_value.assign(parameters.values(0), parameters.values(0) + shape.prompt_numbers());
  adapter.transition_from.assign(parameters.from(), parameters.from() + shape.transition_numbers());
  adapter.transition_to.assign(parameters.to(), parameters.to() + shape.transition_numbers());
  adapter.transition_scale = parameters.scale();
  return adapter;
}

Parameters<float> to_parameters(const Adapter& adapter, const ModelPlan& plan) {
  Parameters<float> parameters(
      AdapterShape(*uniform_shape(plan), adapter.prompt_tokens, adapter.mask_tokens, adapter.rank));
  std::ranges::copy(adapter.mask_embedding, parameters.masks());
  for_each_key_number(parameters.shape(), plan, [&](std::size_t from, std::size_t to) {
    parameters.keys(0)[to] = adapter.prompt_key[from];
  });
  std::ranges::copy(adapter.prompt_value, parameters.values(0));
  std::ranges::copy(adapter.transition_from, parameters.from());
  std::ranges::copy(adapter.transition_to, parameters.to());
  parameters.scale() = adapter.transition_scale;
  return parameters;
}

}  // namespace canter::tuning
