#include "model/weights/tensor_source.h"

#include <algorithm>
#include <array>

namespace canter {
namespace {

struct Root {
  std::string_view model;
  std::string_view outer;
};

/// Where text models stand in folders, alone or in multimodal ones.
constexpr std::array kRoots = {
    Root{"model.", ""},
    Root{"language_model.model.", "language_model."},
    Root{"model.language_model.", ""},
    Root{"transformer.", ""},
    Root{"", ""},
};

}  // namespace

TensorSource::TensorSource(const GgufFile& file, const Family& family)
    : gguf_(&file), family_(&family), path_(file.path()) {}

TensorSource::TensorSource(const SafetensorsFile& file, std::filesystem::path path,
                           const Family& family)
    : safetensors_(&file), family_(&family), path_(std::move(path)) {
  find_root();
}

void TensorSource::find_root() {
  const TensorPlace embedding = places(Role::kEmbedding).front();
  root_ = kRoots.front().model;
  for (const Root& root : kRoots) {
    if (!find(std::string(root.model) + std::string(embedding.folder))) continue;
    root_ = root.model;
    outer_ = root.outer;
    return;
  }
}

const std::vector<TensorEntry>& TensorSource::tensors() const {
  return gguf_ ? gguf_->tensors() : safetensors_->tensors();
}

const TensorNotes& TensorSource::unreadable() const {
  static const TensorNotes none;
  return gguf_ ? none : safetensors_->unsupported();
}

const TensorEntry* TensorSource::find(std::string_view name) const {
  return gguf_ ? gguf_->tensor(name) : safetensors_->tensor(std::string(name));
}

std::vector<std::string> TensorSource::companions(std::string_view name) {
  constexpr std::string_view kBlocks = "_blocks";
  if (name.ends_with(kBlocks))
    return {std::string(name.substr(0, name.size() - kBlocks.size())) + "_scales"};
  return {std::string(name) + "_scale_inv", std::string(name) + "_scale"};
}

const TensorEntry* TensorSource::companion(std::string_view name) const {
  if (gguf_) return nullptr;
  for (const std::string& other : companions(name))
    if (const TensorEntry* tensor = find(other)) return tensor;
  return nullptr;
}

std::vector<TensorPlace> TensorSource::places(Role role) const {
  std::vector<TensorPlace> found;
  const auto collect = [&](std::span<const TensorPlace> places) {
    for (const TensorPlace& place : places)
      if (place.role == role && !(gguf_ ? place.gguf : place.folder).empty())
        found.push_back(place);
  };
  const auto same_role = [&](const TensorPlace& place) { return place.role == role; };
  collect(family_->places);
  if (std::ranges::none_of(family_->places, same_role)) collect(usual_places());
  return found;
}

std::string TensorSource::name(const TensorPlace& place, int layer, int layers,
                               std::size_t expert) const {
  std::string part(gguf_ ? place.gguf : place.folder);
  if (const std::size_t at = part.find("{e}"); at != part.npos)
    part.replace(at, 3, std::to_string(expert));
  if (!gguf_ && part.front() == '^') return outer_ + part.substr(1);
  if (layer < 0) return gguf_ ? part : root_ + part;
  if (gguf_) return "blk." + std::to_string(layer) + "." + part;
  if (layer >= layers) return outer_ + "mtp.layers." + std::to_string(layer - layers) + "." + part;
  return root_ + std::string(family_->folder_layers) + "." + std::to_string(layer) + "." + part;
}

}  // namespace canter
