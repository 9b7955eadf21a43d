#include "decode/adapter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <new>
#include <nlohmann/json.hpp>
#include <span>

#include "base/machine.h"
#include "decode/adapter_head.h"
#include "decode/draft/sources/successor_table.h"
#include "decode/drafting_memory.h"
#include "format/message.h"
#include "format/safetensors.h"

namespace canter {
namespace {

using nlohmann::json;
using Shape = std::vector<std::uint64_t>;

constexpr std::string_view kFormatVersion = "1";

struct Dimensions {
  std::uint64_t layers, width, kv_heads, head_width, vocabulary;

  explicit Dimensions(const UniformShape& c)
      : layers(c.layers),
        width(c.width),
        kv_heads(c.kv_heads),
        head_width(c.head_width),
        vocabulary(c.vocabulary) {}
};

constexpr std::array kMaskTensors = {"mask_embedding",  "prompt_key",    "prompt_value",
                                     "transition_from", "transition_to", "transition_scale"};
constexpr const char* kSuccessors = "successors";

std::string metadata_entry(const SafetensorsFile& file, const char* key) {
  const auto found = file.metadata().find(key);
  return found == file.metadata().end() ? std::string() : found->second;
}

/// Reads the tensors of one file; every error names it.
class AdapterReader {
 public:
  AdapterReader(const SafetensorsFile& file, std::string name, const ModelPlan& plan)
      : file_(file), name_(std::move(name)), plan_(plan) {}

  Result<Adapter> read() {
    Adapter adapter;
    if (auto fits = check_memory(); !fits) return propagate(fits);
    if (std::ranges::any_of(kMaskTensors, [&](const char* name) { return file_.tensor(name); }))
      if (auto done = masks(adapter); !done) return propagate(done);
    if (auto done = successors(adapter); !done) return propagate(done);
    auto head = read_head(file_, name_, plan_.width);
    if (!head) return propagate(head);
    adapter.head = std::move(*head);
    if (adapter.empty())
      return bad(
          "is no adapter: it has neither mask rows nor successors nor a head; choose a file that "
          "Canter made, or import the checkpoint");
    if (auto done = metadata(adapter); !done) return propagate(done);
    return adapter;
  }

 private:
  tl::unexpected<Error> bad(const std::string& what) const {
    return fail(ErrorKind::kBadFile, name_ + " " + what);
  }

  Result<void> bound(const char* what, std::uint64_t count, int most) const {
    if (count >= 1 && count <= std::uint64_t(most)) return {};
    return bad("has " + std::to_string(count) + " " + what + " where 1 to " + std::to_string(most) +
               " make sense; tune an adapter for this model");
  }

  Result<void> masks(Adapter& adapter) {
    const auto shape = shape_for_masks(plan_, name_);
    if (!shape) return propagate(shape);
    const Dimensions d(*shape);
    const TensorEntry* masks = file_.tensor("mask_embedding");
    const TensorEntry* keys = file_.tensor("prompt_key");
    if (!masks || masks->shape.size() != 2 || !keys || keys->shape.size() != 4)
      return bad(
          "has mask rows without \"mask_embedding\" of two and \"prompt_key\" of four "
          "dimensions; " +
          std::string(kDamagedFile));
    if (auto bounded = bound("mask tokens", masks->shape[0], Adapter::kMostMaskTokens); !bounded)
      return bounded;
    if (auto bounded = bound("prompt tokens", keys->shape[1], Adapter::kMostPromptTokens); !bounded)
      return bounded;
    adapter.mask_tokens = int(masks->shape[0]);
    adapter.prompt_tokens = int(keys->shape[1]);
    const Shape prompt = {d.layers, keys->shape[1], d.kv_heads, d.head_width};
    if (auto done = numbers("mask_embedding", {masks->shape[0], d.width}, adapter.mask_embedding);
        !done)
      return done;
    if (auto done = numbers("prompt_key", prompt, adapter.prompt_key); !done) return done;
    if (auto done = numbers("prompt_value", prompt, adapter.prompt_value); !done) return done;
    return transition(adapter, d.vocabulary);
  }

  /// What they say is checked by check_adapter().
  Result<void> successors(Adapter& adapter) const {
    const TensorEntry* entry = file_.tensor(kSuccessors);
    if (!entry) return {};
    if (entry->type != TensorType::kU8 || entry->shape.size() != 1)
      return bad("stores " + in_quotes(kSuccessors) + " as " +
                 std::string(tensor_type_name(entry->type)) + " of shape " +
                 shape_text(entry->shape) + " where a row of U8 makes sense; " +
                 std::string(kDamagedFile));
    if (entry->bytes.size() > SuccessorTable::kMostFileBytes)
      return bad("has " + format_bytes(entry->bytes.size()) + " of successors where at most " +
                 format_bytes(SuccessorTable::kMostFileBytes) +
                 " make sense; tune an adapter for this model");
    adapter.successors.assign(reinterpret_cast<const char*>(entry->bytes.data()),
                              entry->bytes.size());
    return {};
  }

  /// Before any number is read, from the shapes that the file gives.
  Result<void> check_memory() const {
    const auto extent = [&](const char* name, std::size_t dimensions, std::size_t which, int most) {
      const TensorEntry* tensor = file_.tensor(name);
      const std::uint64_t count =
          tensor && tensor->shape.size() == dimensions ? tensor->shape[which] : 0;
      return int(std::min<std::uint64_t>(count, most));
    };
    const TensorEntry* successors = file_.tensor(kSuccessors);
    const HeadSize head = head_size(file_);
    const std::uint64_t needed = drafting_memory(
        plan_, {.prompt_tokens = extent("prompt_key", 4, 1, Adapter::kMostPromptTokens),
                .mask_tokens = extent("mask_embedding", 2, 0, Adapter::kMostMaskTokens),
                .rank = extent("transition_from", 2, 1, Adapter::kMostRank),
                .successor_bytes = successors ? successors->bytes.size() : 0,
                .head_hidden = std::min<std::uint64_t>(head.hidden, RecurrentHead::kMostHidden),
                .head_tokens = std::min<std::uint64_t>(head.tokens, plan_.vocabulary)});
    const std::uint64_t available = available_memory();
    if (available == 0 || needed <= available) return {};
    return fail(ErrorKind::kTooLarge, name_ + " needs " + format_bytes(needed) + " of memory and " +
                                          format_bytes(available) +
                                          " is free; close other programs");
  }

  Result<void> numbers(const std::string& tensor, const Shape& shape,
                       std::vector<float>& numbers) const {
    const TensorEntry* entry = file_.tensor(tensor);
    if (!entry) return bad("has no " + in_quotes(tensor) + "; " + std::string(kDamagedFile));
    if (entry->type != TensorType::kF32)
      return bad("stores " + in_quotes(tensor) + " as " +
                 std::string(tensor_type_name(entry->type)) + "; adapters are float32");
    if (entry->shape != shape)
      return bad("has " + in_quotes(tensor) + " of shape " + shape_text(entry->shape) +
                 " where this model needs " + shape_text(shape) +
                 "; it belongs to another model: tune one for this model");
    numbers.resize(entry->elements());
    std::memcpy(numbers.data(), entry->bytes.data(), entry->bytes.size());
    return {};
  }

  Result<void> transition(Adapter& adapter, std::uint64_t vocabulary) const {
    const TensorEntry* from = file_.tensor("transition_from");
    if (!from && !file_.tensor("transition_to") && !file_.tensor("transition_scale")) return {};
    if (!from || from->shape.size() != 2)
      return bad("has only a part of the transition term; " + std::string(kDamagedFile));
    if (auto bounded = bound("columns in its transition term", from->shape[1], Adapter::kMostRank);
        !bounded)
      return bounded;
    const Shape shape = {vocabulary, from->shape[1]};
    adapter.rank = int(from->shape[1]);
    if (auto done = numbers("transition_from", shape, adapter.transition_from); !done) return done;
    if (auto done = numbers("transition_to", shape, adapter.transition_to); !done) return done;
    std::vector<float> scale;
    if (auto done = numbers("transition_scale", {1}, scale); !done) return done;
    adapter.transition_scale = scale[0];
    return {};
  }

  Result<void> metadata(Adapter& adapter) const {
    const auto entry = [&](const char* key) { return metadata_entry(file_, key); };
    if (const std::string version = entry("format_version");
        !version.empty() && version != kFormatVersion)
      return bad("has adapter format " + in_quotes(version) +
                 " and this program reads 1; "
                 "update Canter");
    for (const auto& [key, count] : {std::pair("prompt_tokens", adapter.prompt_tokens),
                                     std::pair("mask_tokens", adapter.mask_tokens)})
      if (const std::string said = entry(key); !said.empty() && said != std::to_string(count))
        return bad("says it has " + in_quotes(said) + " " + key + " and holds " +
                   std::to_string(count) + "; " + std::string(kDamagedFile));
    adapter.fingerprint = entry("fingerprint");
    adapter.tuning = entry("tuning");
    // Figures only help the first steps: what cannot be read is left out.
    const json acceptance = json::parse(entry("acceptance"), nullptr, false);
    if (acceptance.is_array())
      for (const json& share : acceptance)
        if (share.is_number())
          adapter.acceptance.push_back(std::clamp(share.get<double>(), 0., 1.));
    const json per_step = json::parse(entry("tokens_per_step"), nullptr, false);
    if (per_step.is_number()) adapter.tokens_per_step = std::max(0.0, per_step.get<double>());
    return {};
  }

  const SafetensorsFile& file_;
  std::string name_;
  const ModelPlan& plan_;
};

bool all_finite(std::span<const float> numbers) {
  return std::ranges::all_of(numbers, [](float n) { return std::isfinite(n); });
}

TensorEntry tensor(std::string name, Shape shape, std::span<const float> numbers) {
  return {std::move(name), TensorType::kF32, std::move(shape), std::as_bytes(numbers)};
}

std::vector<TensorEntry> mask_tensors(const Adapter& adapter, const Dimensions& d) {
  const auto masks = std::uint64_t(adapter.mask_tokens);
  const auto rank = std::uint64_t(adapter.rank);
  const Shape prompt = {d.layers, std::uint64_t(adapter.prompt_tokens), d.kv_heads, d.head_width};
  std::vector<TensorEntry> tensors = {
      tensor("mask_embedding", {masks, d.width}, adapter.mask_embedding),
      tensor("prompt_key", prompt, adapter.prompt_key),
      tensor("prompt_value", prompt, adapter.prompt_value)};
  if (adapter.rank == 0) return tensors;
  tensors.push_back(tensor("transition_from", {d.vocabulary, rank}, adapter.transition_from));
  tensors.push_back(tensor("transition_to", {d.vocabulary, rank}, adapter.transition_to));
  tensors.push_back(tensor("transition_scale", {1}, {&adapter.transition_scale, 1}));
  return tensors;
}

/// Sizes and numbers of mask rows.
Result<void> check_masks(const Adapter& adapter, const ModelPlan& plan, const std::string& name) {
  const auto bad = [&](const std::string& what) {
    return fail(ErrorKind::kBadFile, name + " " + what);
  };
  const auto shape = shape_for_masks(plan, name);
  if (!shape) return propagate(shape);
  const Dimensions d(*shape);
  const auto prompt = d.layers * std::uint64_t(adapter.prompt_tokens) * d.kv_heads * d.head_width;
  const auto transition = d.vocabulary * std::uint64_t(adapter.rank);
  const bool sound =
      adapter.prompt_tokens >= 1 && adapter.prompt_tokens <= Adapter::kMostPromptTokens &&
      adapter.mask_tokens >= 1 && adapter.mask_tokens <= Adapter::kMostMaskTokens &&
      adapter.rank >= 0 && adapter.rank <= Adapter::kMostRank &&
      adapter.mask_embedding.size() == std::uint64_t(adapter.mask_tokens) * d.width &&
      adapter.prompt_key.size() == prompt && adapter.prompt_value.size() == prompt &&
      adapter.transition_from.size() == transition && adapter.transition_to.size() == transition;
  if (!sound) return bad("has not the shape that this model needs; tune one for this model");
  for (const auto* numbers : {&adapter.mask_embedding, &adapter.prompt_key, &adapter.prompt_value,
                              &adapter.transition_from, &adapter.transition_to})
    if (!all_finite(*numbers))
      return bad("holds infinity or what is no number; it is damaged: copy it again or tune anew");
  if (!std::isfinite(adapter.transition_scale))
    return bad("has a transition scale that is no number; it is damaged: copy it again");
  return {};
}

bool is_without_masks(const Adapter& adapter) {
  return adapter.mask_tokens == 0 && adapter.prompt_tokens == 0 && adapter.rank == 0 &&
         adapter.mask_embedding.empty() && adapter.prompt_key.empty() &&
         adapter.prompt_value.empty() && adapter.transition_from.empty() &&
         adapter.transition_to.empty();
}

}  // namespace

void Adapter::drop_masks() {
  prompt_tokens = mask_tokens = rank = 0;
  for (auto* numbers :
       {&mask_embedding, &prompt_key, &prompt_value, &transition_from, &transition_to})
    *numbers = {};
  transition_scale = 1;
}

Result<UniformShape> shape_for_masks(const ModelPlan& plan, const std::string& name) {
  if (const auto shape = uniform_shape(plan)) return *shape;
  return fail(ErrorKind::kUnsupported,
              name +
                  " cannot be used: there are no mask rows for models whose layers differ, such "
                  "as those of architecture " +
                  in_quotes(plan.architecture) + "; answer without it");
}

Result<void> check_adapter(const Adapter& adapter, const ModelPlan& plan,
                           const std::string& fingerprint, const std::string& name) {
  const auto bad = [&](const std::string& what) {
    return fail(ErrorKind::kBadFile, name + " " + what);
  };
  if (!adapter.fingerprint.empty() && !fingerprint.empty() && adapter.fingerprint != fingerprint)
    return bad("was tuned for another model (fingerprint " + in_quotes(adapter.fingerprint) +
               ", this model has \"" + fingerprint + "\"); tune one for this model");
  if (!is_without_masks(adapter))
    if (auto sound = check_masks(adapter, plan, name); !sound) return sound;
  if (adapter.empty()) return bad("holds nothing; tune one for this model");
  if (auto sound = check_head(adapter.head, plan, name); !sound) return sound;
  if (!adapter.successors.empty() &&
      !SuccessorTable::is_readable(adapter.successors, plan.vocabulary))
    return bad(
        "has successors that cannot be read or are not in this model's vocabulary; it is "
        "damaged or belongs to another model: tune one for this model");
  return {};
}

Result<Adapter> read_adapter(const std::filesystem::path& path, const Model& model) try {
  const auto file = SafetensorsFile::open(path);
  if (!file) return propagate(file);
  const std::string name = "adapter " + file_name_in_quotes(path);
  auto adapter = AdapterReader(*file, name, model.plan()).read();
  if (!adapter) return propagate(adapter);
  if (auto sound = check_adapter(*adapter, model.plan(), model.summary().fingerprint, name); !sound)
    return propagate(sound);
  if (auto unchanged = file->check_unchanged(); !unchanged) return propagate(unchanged);
  return adapter;
} catch (const std::bad_alloc&) {
  return fail(ErrorKind::kTooLarge,
              "no memory for adapter " + file_name_in_quotes(path) + "; close other programs");
}

std::string adapter_fingerprint(const std::filesystem::path& path) {
  const auto file = SafetensorsFile::open(path);
  return file ? metadata_entry(*file, "fingerprint") : std::string();
}

Result<void> write_adapter(const std::filesystem::path& path, const Adapter& adapter,
                           const ModelPlan& plan) {
  const std::string name = "adapter " + file_name_in_quotes(path);
  if (auto sound = check_adapter(adapter, plan, {}, name); !sound) return sound;
  std::vector<TensorEntry> tensors;
  if (adapter.mask_tokens > 0) tensors = mask_tensors(adapter, Dimensions(*uniform_shape(plan)));
  if (!adapter.successors.empty())
    tensors.push_back({kSuccessors,
                       TensorType::kU8,
                       {adapter.successors.size()},
                       std::as_bytes(std::span(adapter.successors))});
  std::vector<std::byte> head;
  if (!adapter.head.empty()) add_head_tensors(adapter.head, plan.width, head, tensors);
  std::map<std::string, std::string> metadata = {
      {"format_version", std::string(kFormatVersion)},
      {"prompt_tokens", std::to_string(adapter.prompt_tokens)},
      {"mask_tokens", std::to_string(adapter.mask_tokens)}};
  if (!adapter.fingerprint.empty()) metadata["fingerprint"] = adapter.fingerprint;
  if (!adapter.tuning.empty()) metadata["tuning"] = adapter.tuning;
  if (!adapter.acceptance.empty()) metadata["acceptance"] = json(adapter.acceptance).dump();
  if (adapter.tokens_per_step > 0)
    metadata["tokens_per_step"] = json(adapter.tokens_per_step).dump();
  if (auto written = write_safetensors(path, tensors, metadata); !written)
    return propagate(written);
  return {};
}

int key_element(const RotaryPlan& rotary, int element) {
  const int half = rotary.width / 2;
  if (rotary.layout == RotaryLayout::kHalves || element >= rotary.width) return element;
  return element < half ? 2 * element : 2 * (element - half) + 1;
}

Result<KvCache> soft_prompt(const Adapter& adapter, const ModelPlan& plan, TensorType type) {
  const UniformShape config = *uniform_shape(plan);
  auto cache = KvCache::create(plan, adapter.prompt_tokens, type);
  if (!cache) return propagate(cache);
  if (auto room = cache->reserve(adapter.prompt_tokens); !room) return propagate(room);
  std::vector<float> key(config.head_width);
  std::size_t from = 0;
  for (int layer = 0; layer < config.layers; ++layer) {
    const RotaryPlan& order = key_order(plan, layer);
    for (int slot = 0; slot < adapter.prompt_tokens; ++slot) {
      for (int head = 0; head < config.kv_heads; ++head, from += config.head_width) {
        for (int i = 0; i < config.head_width; ++i)
          key[key_element(order, i)] = adapter.prompt_key[from + i];
        cache->layer(layer).write(head, slot, key.data(), adapter.prompt_value.data() + from);
      }
    }
  }
  cache->advance(adapter.prompt_tokens);
  return cache;
}

}  // namespace canter
