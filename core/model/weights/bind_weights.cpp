#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>

#include "format/message.h"
#include "model/weights/unused_tensors.h"
#include "model/weights/weights.h"
#include "tensor/number_format.h"

namespace canter {
namespace {

/// Without dimensions of 1, which formats write differently.
std::vector<std::uint64_t> plain_shape(const std::vector<std::uint64_t>& shape) {
  std::vector<std::uint64_t> plain;
  std::ranges::copy_if(shape, std::back_inserter(plain), [](auto d) { return d != 1; });
  return plain;
}

class Binder {
 public:
  Binder(const TensorSource& source, const ModelPlan& plan) : source_(source), plan_(plan) {}

  Result<FileWeights> bind(bool only_norms) {
    FileWeights weights;
    for (const TensorSpec& spec : tensor_table(plan_)) {
      if (only_norms && !is_norm(spec.role)) continue;
      BoundTensor bound{spec, {}, {}, {}};
      const auto found = spec.is_vector() ? bind_vector(bound) : bind_matrix(bound);
      if (!found) return propagate(found);
      if (*found) weights.tensors.push_back(std::move(bound));
    }
    weights.tied = !weights.find(Role::kOutput);
    return weights;
  }

 private:
  std::string where(const std::string& name) const {
    return "\"" + source_.path().string() + "\": tensor \"" + name + "\"";
  }

  std::size_t query_rows(int layer) const {
    const AttentionPlan* attention = plan_.attention(layer);
    return attention ? std::size_t(attention->heads) * attention->head_width : 0;
  }
  std::size_t key_rows(int layer) const {
    const AttentionPlan* attention = plan_.attention(layer);
    return attention ? std::size_t(attention->kv_heads) * attention->head_width : 0;
  }

  RowCut rows_of(const TensorSpec& spec, Cut cut) const {
    const std::size_t outputs = spec.outputs;
    switch (cut) {
      case Cut::kWhole:
      case Cut::kQueryRows:
      case Cut::kFirstHalf:
        return {};
      case Cut::kKeyRows:
        return {.first = query_rows(spec.layer)};
      case Cut::kValueRows:
        return {.first = query_rows(spec.layer) + key_rows(spec.layer)};
      case Cut::kSecondHalf:
        return {.first = outputs};
      case Cut::kEvenRows:
        return {.first = 0, .block = 1, .stride = 2};
      case Cut::kOddRows:
        return {.first = 1, .block = 1, .stride = 2};
      case Cut::kGroupedQueryRows:
      case Cut::kGroupedKeyRows:
      case Cut::kGroupedValueRows:
        break;
    }
    const AttentionPlan& attention = *plan_.attention(spec.layer);
    const std::size_t width = attention.head_width;
    const std::size_t queries = attention.heads / attention.kv_heads * width;
    const std::size_t group = queries + 2 * width;
    if (cut == Cut::kGroupedQueryRows) return {.first = 0, .block = queries, .stride = group};
    return {.first = cut == Cut::kGroupedKeyRows ? queries : queries + width,
            .block = width,
            .stride = group};
  }

  /// Rows of the file's tensor of which the cut is a part.
  std::uint64_t whole_rows(const TensorSpec& spec, Cut cut) const {
    switch (cut) {
      case Cut::kWhole:
        return spec.outputs;
      case Cut::kFirstHalf:
      case Cut::kSecondHalf:
      case Cut::kEvenRows:
      case Cut::kOddRows:
        return 2 * spec.outputs;
      default:
        return query_rows(spec.layer) + 2 * key_rows(spec.layer);
    }
  }

  /// As the file should have it, for one tensor of that name.
  std::vector<std::uint64_t> wanted_shape(const TensorSpec& spec, const TensorPlace& place,
                                          bool one_of_many) const {
    const std::uint64_t rows = whole_rows(spec, place.cut);
    if (spec.is_vector()) return {rows};
    std::vector<std::uint64_t> shape = {rows, spec.inputs};
    if (place.transposed) std::swap(shape[0], shape[1]);
    if (spec.experts > 0 && !one_of_many) shape.insert(shape.begin(), spec.experts);
    if (place.folder.ends_with("_blocks") && !source_.is_gguf()) {
      constexpr std::uint64_t kBlock = 32, kNibbles = 16;
      shape.back() /= kBlock;
      shape.push_back(kNibbles);
    }
    return shape;
  }

  bool has_shape(const TensorEntry& tensor, const TensorSpec& spec,
                 const std::vector<std::uint64_t>& wanted) const {
    if (tensor.shape == wanted) return true;
    if (!spec.is_vector()) return plain_shape(tensor.shape) == plain_shape(wanted);
    return tensor.elements() == wanted.front();
  }

  bool unreadable(const std::string& name) const { return source_.unreadable().contains(name); }

  tl::unexpected<Error> cannot_run(const std::string& name, const std::string& format) const {
    return fail(ErrorKind::kUnsupported,
                where(name) + " is stored as " + format +
                    ", which this program does not run; choose a file in another format, such as "
                    "Q4_K_M, Q8_0 or BF16");
  }

  Result<void> check_format(const TensorEntry& tensor) const {
    if (tensor.type == TensorType::kU8 && source_.companion(tensor.name)) return {};
    if (!tensor_type_info(tensor.type))
      return cannot_run(tensor.name, "number format " + std::to_string(std::uint32_t(tensor.type)));
    if (!can_decode(tensor.type))
      return cannot_run(tensor.name, std::string(tensor_type_name(tensor.type)));
    return {};
  }

  struct Found {
    TensorPlace place;
    std::vector<const TensorEntry*> tensors;  // several: one for each expert
  };

  /// The first place that has the right shape. No tensors: there is none, and need not be.
  Result<Found> locate(const TensorSpec& spec) const {
    const std::vector<TensorPlace> places = source_.places(spec.role);
    std::optional<Error> wrong;
    for (const TensorPlace& place : places) {
      const std::string first = source_.name(place, spec.layer, plan_.layer_count());
      const std::string_view part = source_.is_gguf() ? place.gguf : place.folder;
      const bool one_of_many = part.find("{e}") != part.npos;
      if (unreadable(first)) return cannot_run(first, source_.unreadable().at(first));
      const TensorEntry* tensor = source_.find(first);
      if (!tensor) continue;
      const auto wanted = wanted_shape(spec, place, one_of_many);
      Found found{place, {}};
      for (std::size_t e = 0; e < (one_of_many ? spec.experts : 1); ++e) {
        const std::string name = source_.name(place, spec.layer, plan_.layer_count(), e);
        tensor = source_.find(name);
        if (!tensor) {
          if (!wrong) wrong = missing(name).value();
          break;
        }
        if (!has_shape(*tensor, spec, wanted)) {
          if (!wrong)
            wrong = Error{ErrorKind::kBadFile,
                          where(name) + " has shape " + shape_text(tensor->shape) + " instead of " +
                              shape_text(wanted) + "; the file contradicts itself: get it again"};
          break;
        }
        if (auto known = check_format(*tensor); !known) return propagate(known);
        found.tensors.push_back(tensor);
      }
      if (found.tensors.size() == (one_of_many ? spec.experts : 1)) return found;
    }
    if (wrong) return tl::unexpected(*wrong);
    if (spec.optional) return Found{};
    if (places.empty())
      return missing(std::string("a part of layer ") + std::to_string(spec.layer));
    return missing(source_.name(places.front(), spec.layer, plan_.layer_count()));
  }

  tl::unexpected<Error> missing(const std::string& name) const {
    return fail(ErrorKind::kBadFile,
                where(name) + " is missing; the model is incomplete: get all of it again");
  }

  Result<bool> bind_matrix(BoundTensor& bound) const {
    const TensorSpec& spec = bound.spec;
    const auto found = locate(spec);
    if (!found) return propagate(found);
    if (found->tensors.empty()) return false;
    bound.gguf_name = found->place.gguf;
    const std::size_t count = std::max<std::size_t>(1, spec.experts);
    for (std::size_t e = 0; e < count; ++e) {
      const bool one_of_many = found->tensors.size() > 1;
      FileMatrix matrix;
      matrix.tensor = found->tensors[one_of_many ? e : 0];
      matrix.expert = one_of_many ? 0 : e;
      matrix.experts = one_of_many ? 1 : count;
      matrix.cut = rows_of(spec, found->place.cut);
      matrix.transposed = found->place.transposed;
      matrix.outputs = spec.outputs;
      matrix.inputs = spec.inputs;
      if (auto added = add_companion(matrix); !added) return propagate(added);
      bound.matrices.push_back(matrix);
    }
    return true;
  }

  Result<void> add_companion(FileMatrix& matrix) const {
    const TensorEntry& tensor = *matrix.tensor;
    const TensorEntry* other = source_.companion(tensor.name);
    const auto mismatch = [&] {
      return fail(ErrorKind::kBadFile, where(other->name) +
                                           " does not fit the weights that it goes with; the "
                                           "folder is incomplete: get all of it again");
    };
    if (tensor.type == TensorType::kU8) {
      constexpr std::size_t kNibbles = 16;
      if (other->type != TensorType::kU8 || other->bytes.size() * kNibbles != tensor.bytes.size() ||
          matrix.inputs % 32 != 0)
        return mismatch();
      matrix.exponents = other;
      return {};
    }
    const bool eight_bits =
        tensor.type == TensorType::kF8_E4M3 || tensor.type == TensorType::kF8_E5M2;
    if (!other || !eight_bits) return {};
    if (!can_decode(other->type)) return mismatch();
    std::vector<float> numbers(other->elements());
    decode_numbers(other->type, other->bytes.data(), numbers.data(), numbers.size());
    auto scales = tile_scales(numbers, other->shape, tensor.elements() / matrix.inputs,
                              matrix.inputs);
    if (!scales) return mismatch();
    matrix.scales = std::make_shared<const TileScales>(std::move(*scales));
    return {};
  }

  Result<bool> bind_vector(BoundTensor& bound) const {
    const TensorSpec& spec = bound.spec;
    const auto found = locate(spec);
    if (!found) return propagate(found);
    if (found->tensors.empty()) return false;
    bound.gguf_name = found->place.gguf;
    const TensorEntry& tensor = *found->tensors.front();
    std::vector<float> all(tensor.elements());
    decode_numbers(tensor.type, tensor.bytes.data(), all.data(), all.size());
    if (!std::ranges::all_of(all, [](float v) { return std::isfinite(v); }))
      return fail(ErrorKind::kBadFile, where(tensor.name) +
                                           " holds infinity or no number; the file is damaged: "
                                           "get it again");
    const RowCut cut = rows_of(spec, found->place.cut);
    bound.numbers.resize(spec.outputs);
    for (std::size_t i = 0; i < spec.outputs; ++i) bound.numbers[i] = all[cut.row(i)];
    if (!source_.is_gguf()) from_folder(spec.role, bound.numbers);
    return true;
  }

  /// Folders keep some vectors in another form than the graph needs.
  void from_folder(Role role, std::vector<float>& numbers) const {
    if (role == Role::kDecay)
      for (float& n : numbers) n = -std::exp(n);
    if (is_norm(role) && role != Role::kRecurrentNorm && source_.family().folder_norms_less_one)
      for (float& n : numbers) n += 1;
  }

  const TensorSource& source_;
  const ModelPlan& plan_;
};

Result<void> check_layer_count(const TensorSource& source, const ModelPlan& plan) {
  const int count = plan.layer_count() + int(plan.draft_layers.size());
  for (const Role role : {Role::kMixerNorm, Role::kFeedForwardNorm, Role::kUp})
    for (const TensorPlace& place : source.places(role))
      if (source.is_gguf() ? source.find(source.name(place, count, count + 1)) != nullptr
                           : source.find(source.name(place, plan.layer_count(),
                                                     plan.layer_count() + 1)) != nullptr)
        return fail(ErrorKind::kBadFile,
                    "\"" + source.path().string() + "\": it has more layers than the " +
                        std::to_string(plan.layer_count()) +
                        " that its configuration tells; the file contradicts itself: get it again");
  return {};
}

}  // namespace

const BoundTensor* FileWeights::find(Role role, int layer) const {
  const auto found = std::ranges::find_if(tensors, [&](const BoundTensor& bound) {
    return bound.spec.role == role && bound.spec.layer == layer;
  });
  return found == tensors.end() ? nullptr : &*found;
}

void drop_missing_drafts(const TensorSource& source, ModelPlan& plan) {
  if (plan.draft_layers.empty()) return;
  const TensorPlace place = source.places(Role::kDraftInput).front();
  if (!source.find(source.name(place, plan.layer_count(), plan.layer_count())))
    plan.draft_layers.clear();
}

Result<FileWeights> bind_weights(const TensorSource& source, const ModelPlan& plan) {
  if (auto sound = check_layer_count(source, plan); !sound) return propagate(sound);
  if (auto used = check_all_used(source, plan); !used) return propagate(used);
  return Binder(source, plan).bind(/*only_norms=*/false);
}

Result<FileWeights> bind_norms(const TensorSource& source, const ModelPlan& plan) {
  return Binder(source, plan).bind(/*only_norms=*/true);
}

}  // namespace canter
