#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/error.h"
#include "format/gguf.h"

namespace canter {

/// The same value's names in the two formats; an empty one: that format does not have it.
struct Key {
  std::string_view gguf;    ///< without the architecture, `attention.head_count`
  std::string_view folder;  ///< nested ones with dots, `rope_parameters.rope_theta`
};

/// What a model's file says of its graph: GGUF metadata, or config.json of a folder, with the text
/// model's part of a multimodal one in front. Remembers which values were asked for. One thread.
class ModelKeys {
 public:
  static ModelKeys from_gguf(const GgufFile& file);
  /// kBadFile when config.json is no JSON object.
  static Result<ModelKeys> from_folder(const std::filesystem::path& folder);

  bool is_gguf() const { return gguf_ != nullptr; }
  /// The GGUF file or config.json, for messages.
  const std::filesystem::path& path() const { return path_; }
  /// `general.architecture` or `model_type`.
  const std::string& architecture() const { return architecture_; }
  /// As the file calls itself, or the folder's name.
  const std::string& name() const { return name_; }

  bool has(Key key) const;
  /// Whether config.json has a nested object of that name with anything in it.
  bool has_object(std::string_view name) const;
  /// Missing values give `fallback`, null counts as missing. Fractions, numbers that fit no int,
  /// and what is no number, give 0, which check_plan() refuses by name. A list gives its first
  /// element; if the others differ, check_understood() refuses it.
  int integer(Key key, int fallback = 0) const;
  double number(Key key, double fallback = 0) const;
  bool flag(Key key, bool fallback = false) const;
  std::string text(Key key, std::string fallback = {}) const;
  /// Empty when missing or no list.
  std::vector<double> numbers(Key key) const;
  std::vector<std::string> texts(Key key) const;
  /// Of a value that is one number for all layers or a list with one for each.
  int of_layer(Key key, int layer, int fallback) const;

  /// Numbers of a small float32 tensor of the GGUF file; empty when it is not there, kBadFile when
  /// it is not small or not float32.
  Result<std::vector<float>> small_tensor(std::string_view name) const;
  /// Rows of the embedding, or tokens of the vocabulary; 0 when the GGUF file has neither.
  int gguf_vocabulary() const;
  bool has_tensor(std::string_view name) const { return gguf_ && gguf_->tensor(name); }

  /// Takes a value for understood: its family knows that it changes nothing.
  void ignore(Key key) const { (void)find(key); }
  /// The same of all that a nested object of config.json holds.
  void ignore_object(std::string_view name) const;
  /// kUnsupported, naming it, for a value that nobody asked for although such values change what a
  /// graph computes, unless it is as good as missing.
  Result<void> check_understood() const;

 private:
  using Value =
      std::variant<double, bool, std::string, std::vector<double>, std::vector<std::string>>;
  ModelKeys() = default;
  const Value* find(Key key) const;
  friend class KeysOfJson;

  const GgufFile* gguf_ = nullptr;
  std::filesystem::path path_;
  std::string architecture_;
  std::string name_;
  std::map<std::string, Value, std::less<>> values_;
  mutable std::set<std::string, std::less<>> asked_;
  mutable std::set<std::string, std::less<>> uneven_;    // lists that were taken for one number
  mutable std::set<std::string, std::less<>> by_layer_;  // lists that were read layer by layer
};

}  // namespace canter
