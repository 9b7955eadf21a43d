#include "support/random_model.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/families/family.h"
#include "model/gguf_tensors.h"
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

/// Routers decide by small differences.
TensorType type_of(const RandomModel& model, const TensorSpec& spec, TensorType type) {
  if (spec.is_vector() || spec.role == Role::kRouter) return TensorType::kF32;
  if (spec.experts > 0 && model.experts) type = *model.experts;
  return spec.inputs % tensor_type_info(type)->block_size == 0 ? type : TensorType::kQ8_0;
}

struct Content {
  GgufContent gguf;
  std::vector<TensorSpec> specs;  ///< of gguf.tensors
};

Content content_of(const RandomModel& model, TensorType type) {
  Content content;
  content.gguf.metadata = plan_metadata(model.plan);
  for (auto& entry : sentencepiece_vocabulary(words(model.plan.vocabulary - kStructuralPieces)))
    content.gguf.metadata.push_back(std::move(entry));
  const Family& family = **std::ranges::find(families(), model.plan.architecture,
                                             [](const Family* f) { return f->architecture; });
  for (const TensorSpec& spec : tensor_table(model.plan)) {
    if (spec.role == Role::kOutput && model.tied) continue;
    content.gguf.tensors.push_back({gguf_name(gguf_part(family, spec.role), spec.layer),
                                    type_of(model, spec, type),
                                    gguf_shape(model.plan, spec),
                                    {}});
    content.specs.push_back(spec);
  }
  return content;
}

}  // namespace

Result<std::uint64_t> write_random_model(const std::filesystem::path& path,
                                         const RandomModel& model, TensorType type,
                                         std::uint64_t seed) {
  if (!has_random_weights(type))
    return fail(ErrorKind::kUsage, "there are no random weights of type " +
                                       std::string(tensor_type_name(type)) +
                                       "; choose another type");
  const Content content = content_of(model, type);
  std::map<TensorType, RandomWeights> weights;
  std::vector<std::byte> bytes;
  return write_gguf(path, content.gguf, [&](std::size_t i) -> Result<std::span<const std::byte>> {
    const TensorEntry& tensor = content.gguf.tensors[i];
    const TensorSpec& spec = content.specs[i];
    if (!spec.is_vector())
      return weights.try_emplace(tensor.type, tensor.type, seed)
          .first->second.next(tensor.elements());
    bytes.clear();
    encode_numbers(TensorType::kF32,
                   std::vector<float>(spec.outputs, is_norm(spec.role) ? 1.0f : 0.0f), bytes);
    return bytes;
  });
}

}  // namespace canter::test
