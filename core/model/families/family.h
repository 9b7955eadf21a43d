#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "base/error.h"
#include "format/gguf.h"
#include "model/families/model_keys.h"
#include "model/plan/model_plan.h"
#include "model/weights/tensor_place.h"

namespace canter {

/// A family of models that share a graph: how its files describe it, and what they call its
/// tensors. CONTRIBUTING.md shows how to add one.
struct Family {
  /// The name in GGUF files, also of models that were folders.
  std::string_view architecture;
  /// Further names in GGUF files.
  std::span<const std::string_view> gguf_names{};
  /// `model_type` in config.json.
  std::span<const std::string_view> folder_types{};
  /// Fills in the plan, which has what all families share (see usual_plan()).
  Result<void> (*read)(const ModelKeys& keys, ModelPlan& plan) = nullptr;
  /// Where the family's tensors lie elsewhere than usual: for a role with a place here, the usual
  /// ones do not count.
  std::span<const TensorPlace> places{};
  /// Layers in folders, under the text model's root.
  std::string_view folder_layers = "layers";
  /// Folders store the weights of norms less 1, but for kRecurrentNorm.
  bool folder_norms_less_one = false;
};

/// All of them.
std::span<const Family* const> families();

/// The names of all, for messages: "falcon, gemma2, ...".
std::string supported_architectures();

/// nullptr: none has that name.
const Family* family_of(const ModelKeys& keys);

/// The graph that a file describes. kUnsupported for a family that is unknown (the message lists
/// those that are known) and for values that are not understood, kBadFile for missing, absurd or
/// contradicting ones.
Result<ModelPlan> read_plan(const ModelKeys& keys);

/// What can be read of a model of any family, unchecked.
ModelPlan describe_plan(const ModelKeys& keys);

}  // namespace canter
