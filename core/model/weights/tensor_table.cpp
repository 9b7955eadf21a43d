#include "model/weights/tensor_table.h"

namespace canter {
namespace {

class Table {
 public:
  explicit Table(const ModelPlan& plan) : plan_(plan), width_(plan.width) {}

  std::vector<TensorSpec> build() {
    add_model();
    const int draft_heads = int(plan_.draft_layers.size());
    for (layer_ = 0; layer_ < plan_.layer_count() + draft_heads; ++layer_) {
      if (layer_ >= plan_.layer_count()) add_draft_head();
      add_layer(plan_.layer(layer_));
    }
    return std::move(specs_);
  }

 private:
  using Number = std::uint64_t;

  void matrix(Role role, Number outputs, Number inputs) {
    specs_.push_back({.role = role, .layer = layer_, .outputs = outputs, .inputs = inputs});
  }
  void vector(Role role, Number numbers) {
    specs_.push_back({.role = role, .layer = layer_, .outputs = numbers});
  }
  void norm(Role role, Role bias = Role::kCount) {
    vector(role, width_);
    if (plan_.norm == NormKind::kLayer && bias != Role::kCount) vector(bias, width_);
  }

  void add_model() {
    matrix(Role::kEmbedding, plan_.vocabulary, width_);
    matrix(Role::kOutput, plan_.vocabulary, width_);
    specs_.back().optional = true;
    norm(Role::kOutputNorm, Role::kOutputNormBias);
    if (plan_.per_layer_input == 0) return;
    const Number all = Number(plan_.per_layer_input) * plan_.layers.size();
    matrix(Role::kLayerInputEmbedding, plan_.vocabulary, all);
    matrix(Role::kLayerInputProjection, all, width_);
    vector(Role::kLayerInputNorm, plan_.per_layer_input);
  }

  void add_draft_head() {
    matrix(Role::kDraftInput, width_, 2 * width_);
    norm(Role::kDraftEmbeddingNorm);
    norm(Role::kDraftHiddenNorm);
    norm(Role::kDraftOutputNorm);
  }

  void add_layer(const LayerPlan& layer) {
    if (layer.mixer_norm) norm(Role::kMixerNorm, Role::kMixerNormBias);
    std::visit([&](const auto& mixer) { add(mixer); }, layer.mixer);
    if (layer.mixer_post_norm) norm(Role::kMixerPostNorm);
    if (layer.feed_forward_norm) norm(Role::kFeedForwardNorm, Role::kFeedForwardNormBias);
    if (layer.dense) add(*layer.dense);
    if (layer.mixture) add(*layer.mixture);
    if (layer.feed_forward_post_norm) norm(Role::kFeedForwardPostNorm);
    if (plan_.per_layer_input > 0 && layer_ < plan_.layer_count()) {
      matrix(Role::kLayerInputGate, plan_.per_layer_input, width_);
      matrix(Role::kLayerInputOutput, width_, plan_.per_layer_input);
      norm(Role::kLayerInputPostNorm);
    }
    if (layer.output_scale) vector(Role::kLayerScale, 1);
  }

  void add(const AttentionPlan& a) {
    const Number queries = Number(a.heads) * a.head_width, keys = Number(a.kv_heads) * a.head_width;
    const bool whole = a.head_norm == HeadNorm::kWholeWidth;
    matrix(Role::kQuery, a.output_gate ? 2 * queries : queries, width_);
    if (a.input_bias) vector(Role::kQueryBias, a.output_gate ? 2 * queries : queries);
    if (a.head_norm != HeadNorm::kNone) vector(Role::kQueryNorm, whole ? queries : a.head_width);
    if (a.has_keys()) {
      matrix(Role::kKey, keys, width_);
      if (a.input_bias) vector(Role::kKeyBias, keys);
      if (a.head_norm != HeadNorm::kNone) vector(Role::kKeyNorm, whole ? keys : a.head_width);
      if (!a.value_is_key) {
        matrix(Role::kValue, keys, width_);
        if (a.input_bias) vector(Role::kValueBias, keys);
      }
    }
    matrix(Role::kAttentionOutput, width_, queries);
    if (a.output_bias) vector(Role::kAttentionOutputBias, width_);
    if (a.sinks) vector(Role::kSinks, a.heads);
  }

  void add(const DeltaNetPlan& net) {
    matrix(Role::kRecurrentInput, net.channels(), width_);
    matrix(Role::kRecurrentGate, net.value_numbers(), width_);
    matrix(Role::kStepInput, net.value_heads, width_);
    matrix(Role::kBetaInput, net.value_heads, width_);
    vector(Role::kConvolution, Number(net.channels()) * net.taps);
    vector(Role::kStepBias, net.value_heads);
    vector(Role::kDecay, net.value_heads);
    vector(Role::kRecurrentNorm, net.value_width);
    matrix(Role::kRecurrentOutput, width_, net.value_numbers());
  }

  void add(const StateSpacePlan& space) {
    matrix(Role::kRecurrentInput, space.projected(), width_);
    if (space.projection_bias) vector(Role::kRecurrentInputBias, space.projected());
    vector(Role::kConvolution, Number(space.channels()) * space.taps);
    if (space.convolution_bias) vector(Role::kConvolutionBias, space.channels());
    vector(Role::kStepBias, space.heads);
    vector(Role::kDecay, space.heads);
    vector(Role::kSkip, space.heads);
    vector(Role::kRecurrentNorm, space.inner());
    matrix(Role::kRecurrentOutput, width_, space.inner());
    if (space.projection_bias) vector(Role::kRecurrentOutputBias, width_);
  }

  void add(const ShortConvolutionPlan& convolution) {
    matrix(Role::kRecurrentInput, 3 * width_, width_);
    vector(Role::kConvolution, width_ * convolution.taps);
    matrix(Role::kRecurrentOutput, width_, width_);
    if (!convolution.bias) return;
    vector(Role::kRecurrentInputBias, 3 * width_);
    vector(Role::kConvolutionBias, width_);
    vector(Role::kRecurrentOutputBias, width_);
  }

  void add(const DensePlan& dense) {
    if (dense.gated) matrix(Role::kGate, dense.width, width_);
    matrix(Role::kUp, dense.width, width_);
    matrix(Role::kDown, width_, dense.width);
    if (!dense.bias) return;
    if (dense.gated) vector(Role::kGateBias, dense.width);
    vector(Role::kUpBias, dense.width);
    vector(Role::kDownBias, width_);
  }

  void experts(Role role, const MixturePlan& mixture, Number outputs, Number inputs) {
    matrix(role, outputs, inputs);
    specs_.back().experts = mixture.experts;
  }

  void add(const MixturePlan& m) {
    matrix(Role::kRouter, m.experts, width_);
    if (m.router_bias) vector(Role::kRouterBias, m.experts);
    if (m.choice_bias) vector(Role::kChoiceBias, m.experts);
    experts(Role::kExpertGate, m, m.width, width_);
    experts(Role::kExpertUp, m, m.width, width_);
    experts(Role::kExpertDown, m, width_, m.width);
    if (m.expert_bias) {
      vector(Role::kExpertGateBias, Number(m.experts) * m.width);
      vector(Role::kExpertUpBias, Number(m.experts) * m.width);
      vector(Role::kExpertDownBias, Number(m.experts) * width_);
    }
    if (m.shared_width > 0) {
      matrix(Role::kSharedGate, m.shared_width, width_);
      matrix(Role::kSharedUp, m.shared_width, width_);
      matrix(Role::kSharedDown, width_, m.shared_width);
      if (m.shared_gate) matrix(Role::kSharedRouter, 1, width_);
    }
    if (!m.beside_dense) return;
    norm(Role::kRouterScale);
    vector(Role::kExpertScale, m.experts);
    norm(Role::kMixtureNorm);
    norm(Role::kDensePostNorm);
    norm(Role::kMixturePostNorm);
  }

  const ModelPlan& plan_;
  Number width_;
  int layer_ = -1;
  std::vector<TensorSpec> specs_;
};

}  // namespace

bool is_norm(Role role) {
  switch (role) {
    case Role::kOutputNorm:
    case Role::kLayerInputNorm:
    case Role::kMixerNorm:
    case Role::kMixerPostNorm:
    case Role::kFeedForwardNorm:
    case Role::kFeedForwardPostNorm:
    case Role::kQueryNorm:
    case Role::kKeyNorm:
    case Role::kRecurrentNorm:
    case Role::kLayerInputPostNorm:
    case Role::kMixtureNorm:
    case Role::kDensePostNorm:
    case Role::kMixturePostNorm:
    case Role::kDraftEmbeddingNorm:
    case Role::kDraftHiddenNorm:
    case Role::kDraftOutputNorm:
      return true;
    default:
      return false;
  }
}

std::vector<TensorSpec> tensor_table(const ModelPlan& plan) {
  return Table(plan).build();
}

}  // namespace canter
