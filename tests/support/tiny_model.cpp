#include "support/tiny_model.h"

#include <cmath>
#include <deque>
#include <stdexcept>

#include "support/random_numbers.h"
#include "support/vocabulary.h"

namespace canter::test {
namespace {

class Builder {
 public:
  explicit Builder(const TinyModel& shape) : shape_(shape), random_(shape.seed) {}

  GgufContent build() {
    describe();
    add_vocabulary();
    matrix("token_embd", vocabulary_, shape_.width);
    for (int i = 0; i < shape_.layers; ++i) add_layer("blk." + std::to_string(i) + ".");
    norm("output_norm");
    if (!shape_.tied) matrix("output", vocabulary_, shape_.width);
    if (shape_.change) shape_.change(content_);
    return content_;
  }

 private:
  void number(const std::string& key, std::int64_t value) {
    content_.metadata.push_back({key, {GgufValueType::kUint32, value}});
  }
  void real(const std::string& key, double value) {
    content_.metadata.push_back({key, {GgufValueType::kFloat32, value}});
  }
  void text(const std::string& key, std::string value) {
    content_.metadata.push_back({key, {GgufValueType::kString, std::move(value)}});
  }

  void describe() {
    text("general.architecture", "llama");
    text("general.name", "Tiny");
    number("llama.block_count", shape_.layers);
    number("llama.embedding_length", shape_.width);
    number("llama.attention.head_count", shape_.heads);
    number("llama.attention.head_count_kv", shape_.kv_heads);
    number("llama.feed_forward_length", shape_.feed_forward);
    number("llama.context_length", shape_.context);
    real("llama.attention.layer_norm_rms_epsilon", 1e-5);
    real("llama.rope.freq_base", 10000);
  }

  void add_vocabulary() {
    const std::vector<std::string> words = {"he", "ll",  "hell", "hello", "\u2581", "h",
                                            "e",  "l",   "o",    "w",     "r",      "d",
                                            "or", "wor", "worl", "world", "a",      "t"};
    for (auto& entry : sentencepiece_vocabulary(words)) content_.metadata.push_back(entry);
    vocabulary_ = kStructuralPieces + words.size();
  }

  void matrix(const std::string& name, std::size_t outputs, std::size_t inputs) {
    const auto numbers = normal_numbers(random_, outputs * inputs, 1 / std::sqrt(float(inputs)));
    std::vector<std::byte> bytes;
    if (can_encode(shape_.type))
      encode_numbers(shape_.type, numbers, bytes);
    else
      // Scales of Q6_K are multiplied by up to 128 once more.
      bytes = random_blocks(random_, shape_.type, numbers.size(),
                            shape_.type == TensorType::kQ6_K ? 0.00006f : 0.0005f);
    add(name, shape_.type, {outputs, inputs}, std::move(bytes));
  }

  void norm(const std::string& name) {
    auto numbers = normal_numbers(random_, shape_.width, 0.1f);
    for (float& n : numbers) n += 1;
    std::vector<std::byte> bytes;
    encode_numbers(TensorType::kF32, numbers, bytes);
    add(name, TensorType::kF32, {std::uint64_t(shape_.width)}, std::move(bytes));
  }

  void add(const std::string& name, TensorType type, std::vector<std::uint64_t> shape,
           std::vector<std::byte> bytes) {
    storage_.push_back(std::move(bytes));
    content_.tensors.push_back({name + ".weight", type, std::move(shape), storage_.back()});
  }

  void add_layer(const std::string& layer) {
    const std::size_t width = shape_.width, head = width / shape_.heads;
    norm(layer + "attn_norm");
    matrix(layer + "attn_q", width, width);
    matrix(layer + "attn_k", head * shape_.kv_heads, width);
    matrix(layer + "attn_v", head * shape_.kv_heads, width);
    matrix(layer + "attn_output", width, width);
    norm(layer + "ffn_norm");
    matrix(layer + "ffn_gate", shape_.feed_forward, width);
    matrix(layer + "ffn_up", shape_.feed_forward, width);
    matrix(layer + "ffn_down", width, shape_.feed_forward);
  }

  TinyModel shape_;
  std::mt19937 random_;
  GgufContent content_;
  std::deque<std::vector<std::byte>> storage_;
  std::size_t vocabulary_ = 0;
};

}  // namespace

void write_tiny_model(const std::filesystem::path& path, const TinyModel& shape) {
  Builder builder(shape);
  const auto written = write_gguf(path, builder.build());
  if (!written) throw std::runtime_error(written.error().message);
}

}  // namespace canter::test
