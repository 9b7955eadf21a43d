#include <cmath>

#include "support/random_model.h"

namespace canter::test {
namespace {

AttentionPlan attention_of(int heads, int kv_heads, int head_width) {
  AttentionPlan attention;
  attention.heads = heads;
  attention.kv_heads = kv_heads;
  attention.head_width = head_width;
  attention.rotary = 0;
  attention.scale = 1 / std::sqrt(double(head_width));
  return attention;
}

AttentionPlan& attention_in(LayerPlan& layer) {
  return std::get<AttentionPlan>(layer.mixer);
}

}  // namespace

UniformShape tinyllama_shape() {
  UniformShape shape;
  shape.layers = 22;
  shape.width = 2048;
  shape.heads = 32;
  shape.kv_heads = 4;
  shape.head_width = 64;
  shape.feed_forward = 5632;
  shape.vocabulary = 32000;
  shape.context = 2048;
  shape.norm_epsilon = 1e-5;
  shape.rotary.width = 64;
  return shape;
}

UniformShape small_shape() {
  UniformShape shape = tinyllama_shape();
  shape.layers = 4;
  shape.width = 512;
  shape.heads = 8;
  shape.feed_forward = 1536;
  return shape;
}

RandomModel random_llama(const UniformShape& shape) {
  ModelPlan plan;
  plan.architecture = "llama";
  plan.name = "Random Llama";
  plan.width = shape.width;
  plan.vocabulary = shape.vocabulary;
  plan.context = shape.context;
  plan.norm_epsilon = shape.norm_epsilon;
  plan.rotaries = {shape.rotary};
  plan.layers.assign(shape.layers,
                     {.mixer = attention_of(shape.heads, shape.kv_heads, shape.head_width),
                      .dense = DensePlan{.width = shape.feed_forward}});
  return {std::move(plan)};
}

RandomModel random_qwen3() {
  ModelPlan plan;
  plan.architecture = "qwen3";
  plan.name = "Random Qwen 3";
  plan.width = 2048;
  plan.vocabulary = 151936;
  plan.context = 40960;
  plan.norm_epsilon = 1e-6;
  plan.rotaries = {{.base = 1e6, .width = 128}};
  LayerPlan layer{.mixer = attention_of(16, 8, 128), .dense = DensePlan{.width = 6144}};
  attention_in(layer).head_norm = HeadNorm::kEachHead;
  plan.layers.assign(16, layer);
  return {std::move(plan), true};
}

RandomModel random_gemma3() {
  constexpr int kPattern = 6, kWindow = 512;
  ModelPlan plan;
  plan.architecture = "gemma3";
  plan.name = "Random Gemma 3";
  plan.width = 1152;
  plan.vocabulary = 262144;
  plan.context = 32768;
  plan.norm_epsilon = 1e-6;
  plan.embedding_scale = std::sqrt(1152.0f);
  plan.rotaries = {{.base = 1e6, .width = 256}, {.base = 1e4, .width = 256}};
  LayerPlan layer{.mixer = attention_of(4, 1, 256),
                  .dense = DensePlan{.width = 6912},
                  .activation = Activation::kGeluTanh,
                  .mixer_post_norm = true,
                  .feed_forward_post_norm = true};
  attention_in(layer).head_norm = HeadNorm::kEachHead;
  plan.layers.assign(26, layer);
  for (int i = 0; i < plan.layer_count(); ++i) {
    if ((i + 1) % kPattern == 0) continue;
    attention_in(plan.layers[i]).rotary = 1;
    attention_in(plan.layers[i]).window = kWindow;
  }
  return {std::move(plan), true};
}

RandomModel random_gpt_oss() {
  constexpr int kWindow = 128;
  ModelPlan plan;
  plan.architecture = "gpt-oss";
  plan.name = "Random gpt-oss";
  plan.width = 1024;
  plan.vocabulary = 201088;
  plan.context = 131072;
  plan.norm_epsilon = 1e-5;
  plan.rotaries = {{.base = 150000,
                    .width = 64,
                    .scaling = RotaryScaling::kYarn,
                    .factor = 32,
                    .original_context = 4096,
                    .round_limits = false}};
  LayerPlan layer{.mixer = attention_of(16, 4, 64),
                  .mixture = MixturePlan{.experts = 16,
                                         .used = 4,
                                         .width = 1024,
                                         .gating = Gating::kSoftmaxOfChosen,
                                         .router_bias = true,
                                         .expert_bias = true},
                  .activation = Activation::kClampedSwiGlu};
  AttentionPlan& attention = attention_in(layer);
  attention.input_bias = attention.output_bias = attention.sinks = true;
  plan.layers.assign(12, layer);
  for (int i = 0; i < plan.layer_count(); i += 2) attention_in(plan.layers[i]).window = kWindow;
  return {std::move(plan), false, TensorType::kMXFP4};
}

}  // namespace canter::test
