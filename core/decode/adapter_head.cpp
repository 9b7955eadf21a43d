#include "decode/adapter_head.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <functional>
#include <span>

#include "format/message.h"
#include "tensor/number_format.h"

namespace canter {
namespace {

using Shape = std::vector<std::uint64_t>;

constexpr const char* kIn = "head_in";
constexpr const char* kOut = "head_out";
constexpr const char* kCarry = "head_carry";
constexpr const char* kNorm = "head_norm";
constexpr const char* kScale = "head_embedding_scale";
constexpr const char* kTokens = "head_tokens";

/// What is kept as float16: by size the most.
std::array<std::vector<float>*, 3> matrices(RecurrentHead& head) {
  return {&head.in, &head.out, &head.carry};
}

class HeadReader {
 public:
  HeadReader(const SafetensorsFile& file, const std::string& name) : file_(file), name_(name) {}

  tl::unexpected<Error> bad(const std::string& what) const {
    return fail(ErrorKind::kBadFile, name_ + " " + what);
  }

  Result<const TensorEntry*> entry(const char* tensor, TensorType type, const Shape& shape) const {
    const TensorEntry* found = file_.tensor(tensor);
    if (!found)
      return bad("has a head without " + in_quotes(tensor) + "; " + std::string(kDamagedFile));
    if (found->type != type)
      return bad("stores " + in_quotes(tensor) + " as " +
                 std::string(tensor_type_name(found->type)) + " where " +
                 std::string(tensor_type_name(type)) + " is read; " + std::string(kDamagedFile));
    if (found->shape != shape)
      return bad("has " + in_quotes(tensor) + " of shape " + shape_text(found->shape) +
                 " where this model needs " + shape_text(shape) +
                 "; it belongs to another model: tune one for this model");
    return found;
  }

  Result<void> halves(const char* tensor, const Shape& shape, std::vector<float>& numbers) const {
    const auto found = entry(tensor, TensorType::kF16, shape);
    if (!found) return propagate(found);
    numbers.resize((*found)->elements());
    decode_numbers(TensorType::kF16, (*found)->bytes.data(), numbers.data(), numbers.size());
    return {};
  }

  template <typename Number>
  Result<void> copy(const char* tensor, TensorType type, const Shape& shape,
                    std::vector<Number>& numbers) const {
    const auto found = entry(tensor, type, shape);
    if (!found) return propagate(found);
    numbers.resize((*found)->elements());
    std::memcpy(numbers.data(), (*found)->bytes.data(), (*found)->bytes.size());
    return {};
  }

 private:
  const SafetensorsFile& file_;
  const std::string& name_;
};

}  // namespace

HeadSize head_size(const SafetensorsFile& file) {
  const TensorEntry *in = file.tensor(kIn), *tokens = file.tensor(kTokens);
  if (!in || in->shape.size() != 2 || !tokens || tokens->shape.size() != 1) return {};
  return {in->shape[0], tokens->shape[0]};
}

Result<RecurrentHead> read_head(const SafetensorsFile& file, const std::string& name, int width) {
  RecurrentHead head;
  if (!file.tensor(kIn)) return head;
  const HeadReader reader(file, name);
  const HeadSize size = head_size(file);
  const std::uint64_t d = width, h = size.hidden;
  if (h == 0 || size.tokens == 0)
    return reader.bad(
        "has a head without \"head_in\" of two and \"head_tokens\" of one "
        "dimension; " +
        std::string(kDamagedFile));
  if (h > RecurrentHead::kMostHidden)
    return reader.bad("has a head of " + std::to_string(h) + " numbers where at most " +
                      std::to_string(RecurrentHead::kMostHidden) +
                      " make sense; tune an adapter for this model");
  head.hidden = int(h);
  std::vector<float> scale;
  if (auto done = reader.halves(kIn, {h, 2 * d}, head.in); !done) return propagate(done);
  if (auto done = reader.halves(kOut, {d, h}, head.out); !done) return propagate(done);
  if (auto done = reader.halves(kCarry, {d, d}, head.carry); !done) return propagate(done);
  if (auto done = reader.copy(kNorm, TensorType::kF32, {d}, head.norm); !done)
    return propagate(done);
  if (auto done = reader.copy(kScale, TensorType::kF32, {1}, scale); !done) return propagate(done);
  head.embedding_scale = scale[0];
  if (auto done = reader.copy(kTokens, TensorType::kI32, {size.tokens}, head.tokens); !done)
    return propagate(done);
  return head;
}

Result<void> check_head(const RecurrentHead& head, const ModelPlan& plan, const std::string& name) {
  const auto bad = [&](const std::string& what) {
    return fail(ErrorKind::kBadFile, name + " " + what);
  };
  if (head == RecurrentHead()) return {};
  const std::size_t d = plan.width, h = head.hidden;
  if (head.hidden < 1 || head.hidden > RecurrentHead::kMostHidden || head.in.size() != h * 2 * d ||
      head.out.size() != d * h || head.carry.size() != d * d || head.norm.size() != d)
    return bad("has a head that does not have the shape of this model; tune one for this model");
  for (const auto* numbers : {&head.in, &head.out, &head.carry, &head.norm})
    if (!std::ranges::all_of(*numbers, [](float n) { return std::isfinite(n); }))
      return bad("holds infinity or what is no number; it is damaged: copy it again or tune anew");
  if (!std::isfinite(head.embedding_scale))
    return bad("has a head whose scale is no number; it is damaged: copy it again");
  const bool ascending = std::ranges::is_sorted(head.tokens, std::less_equal<>());
  if (head.tokens.empty() || !ascending || head.tokens.front() < 0 ||
      head.tokens.back() >= plan.vocabulary)
    return bad(
        "has a head whose tokens are not in this model's vocabulary; tune one for this "
        "model");
  return {};
}

void round_to_file(RecurrentHead& head) {
  for (std::vector<float>* const numbers : matrices(head))
    for (float& number : *numbers) number = half_to_float(float_to_half(number));
}

void add_head_tensors(const RecurrentHead& head, std::size_t width, std::vector<std::byte>& bytes,
                      std::vector<TensorEntry>& tensors) {
  const std::size_t hidden = head.hidden;
  bytes.clear();
  bytes.reserve(2 * RecurrentHead::numbers(width, hidden));
  const auto add = [&](const char* name, const std::vector<float>& numbers, Shape shape) {
    const std::size_t from = bytes.size();
    encode_numbers(TensorType::kF16, numbers, bytes);
    tensors.push_back({name, TensorType::kF16, std::move(shape), std::span(bytes).subspan(from)});
  };
  add(kIn, head.in, {hidden, 2 * width});
  add(kOut, head.out, {width, hidden});
  add(kCarry, head.carry, {width, width});
  tensors.push_back({kNorm, TensorType::kF32, {width}, std::as_bytes(std::span(head.norm))});
  tensors.push_back(
      {kScale, TensorType::kF32, {1}, std::as_bytes(std::span(&head.embedding_scale, 1))});
  tensors.push_back(
      {kTokens, TensorType::kI32, {head.tokens.size()}, std::as_bytes(std::span(head.tokens))});
}

}  // namespace canter
