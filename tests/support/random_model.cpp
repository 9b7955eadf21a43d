#include "support/random_model.h"

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "model/plan_metadata.h"
#include "support/random_weights.h"
#include "support/vocabulary.h"
#include "tensor/number_format.h"

namespace canter::test {
namespace {

/// `count` distinct pieces: a blank, the printable characters, and all short words, alone and
/// behind a blank.
std::vector<std::string> words(std::size_t count) {
  const std::string blank = "\u2581";
  std::vector<std::string> list = {blank};
  for (char c = '!'; c <= '~'; ++c) list.emplace_back(1, c);
  std::vector<std::string> shorter = {""};
  while (list.size() < count) {
    std::vector<std::string> longer;
    for (const std::string& word : shorter)
      for (char c = 'a'; c <= 'z'; ++c) longer.push_back(word + c);
    for (const std::string& word : longer) {
      if (word.size() > 1) list.push_back(word);
      list.push_back(blank + word);
    }
    shorter = std::move(longer);
  }
  list.resize(count);
  return list;
}

ModelPlan llama_plan(const UniformShape& shape) {
  ModelPlan plan;
  plan.architecture = "llama";
  plan.name = "Random Llama";
  plan.width = shape.width;
  plan.vocabulary = shape.vocabulary;
  plan.context = shape.context;
  plan.norm_epsilon = shape.norm_epsilon;
  plan.rotaries = {shape.rotary};
  AttentionPlan attention;
  attention.heads = shape.heads;
  attention.kv_heads = shape.kv_heads;
  attention.head_width = shape.head_width;
  attention.rotary = 0;
  attention.scale = 1 / std::sqrt(double(shape.head_width));
  plan.layers.assign(shape.layers,
                     {.mixer = attention, .dense = DensePlan{.width = shape.feed_forward}});
  return plan;
}

class Plan {
 public:
  Plan(const UniformShape& shape, TensorType type) : shape_(shape), type_(type) {
    content_.metadata = plan_metadata(llama_plan(shape));
    for (auto& entry : sentencepiece_vocabulary(words(shape.vocabulary - kStructuralPieces)))
      content_.metadata.push_back(std::move(entry));
    matrix("token_embd", shape.vocabulary, shape.width);
    for (int i = 0; i < shape.layers; ++i) add_layer("blk." + std::to_string(i) + ".");
    norm("output_norm");
    matrix("output", shape.vocabulary, shape.width);
  }

  const GgufContent& content() const { return content_; }

 private:
  void matrix(const std::string& name, int outputs, int inputs) {
    content_.tensors.push_back(
        {name + ".weight", type_, {std::uint64_t(outputs), std::uint64_t(inputs)}, {}});
  }

  void norm(const std::string& name) {
    content_.tensors.push_back(
        {name + ".weight", TensorType::kF32, {std::uint64_t(shape_.width)}, {}});
  }

  void add_layer(const std::string& layer) {
    const int queries = shape_.heads * shape_.head_width;
    const int keys = shape_.kv_heads * shape_.head_width;
    norm(layer + "attn_norm");
    matrix(layer + "attn_q", queries, shape_.width);
    matrix(layer + "attn_k", keys, shape_.width);
    matrix(layer + "attn_v", keys, shape_.width);
    matrix(layer + "attn_output", shape_.width, queries);
    norm(layer + "ffn_norm");
    matrix(layer + "ffn_gate", shape_.feed_forward, shape_.width);
    matrix(layer + "ffn_up", shape_.feed_forward, shape_.width);
    matrix(layer + "ffn_down", shape_.width, shape_.feed_forward);
  }

  UniformShape shape_;
  TensorType type_;
  GgufContent content_;
};

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

Result<std::uint64_t> write_random_model(const std::filesystem::path& path,
                                         const UniformShape& shape, TensorType type,
                                         std::uint64_t seed) {
  if (!has_random_weights(type))
    return fail(ErrorKind::kUsage, "there are no random weights of type " +
                                       std::string(tensor_type_name(type)) +
                                       "; choose another type");
  const Plan plan(shape, type);
  const std::vector<TensorEntry>& tensors = plan.content().tensors;
  RandomWeights weights(type, seed);
  std::vector<std::byte> ones;
  encode_numbers(TensorType::kF32, std::vector<float>(shape.width, 1.0f), ones);
  return write_gguf(path, plan.content(), [&](std::size_t i) -> Result<std::span<const std::byte>> {
    if (tensors[i].shape.size() == 1) return ones;
    return weights.next(tensors[i].elements());
  });
}

}  // namespace canter::test
