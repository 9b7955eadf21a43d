#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.h"
#include "chat/chat_format.h"
#include "engine/generation/generator.h"
#include "model/model.h"
#include "serve/request_error.h"

namespace canter::serve {

/// The model that a server answers with. Safe to use from several threads.
class ServedModel {
 public:
  /// `path`: where the model was opened. Others may use the generator, too.
  ServedModel(std::shared_ptr<engine::Generator> generator, const std::filesystem::path& path);

  const Model& model() const { return generator_->model(); }
  const ModelSummary& summary() const { return model().summary(); }
  const Tokenizer& tokenizer() const { return model().tokenizer(); }
  const ChatFormat& chat() const { return chat_; }
  engine::Generator& generator() const { return *generator_; }
  int context() const { return generator_->context(); }
  /// What clients call it: its file's name without the ending.
  const std::string& name() const { return name_; }
  /// When it was opened, in seconds since 1970.
  std::int64_t opened() const { return opened_; }
  /// How answers are drawn where a request does not say.
  const SamplingSettings& sampling() const { return sampling_; }

  /// Whether a client that names this model means it: by its file's name, by the name that it has
  /// for display, with `:latest` behind either, or by none at all.
  bool is_called(std::string_view name) const;
  /// 404 where it does not.
  Checked<void> check_name(std::string_view name) const;

 private:
  std::shared_ptr<engine::Generator> generator_;
  ChatFormat chat_;
  std::string name_;
  std::int64_t opened_;
  SamplingSettings sampling_;
};

/// Seconds since 1970.
std::int64_t seconds_now();

}  // namespace canter::serve
