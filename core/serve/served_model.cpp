#include "serve/served_model.h"

#include <chrono>
#include <utility>

#include "engine/generation/chat_sampling.h"

namespace canter::serve {
namespace {

std::string name_of(const std::filesystem::path& path) {
  const std::filesystem::path named = path.has_filename() ? path : path.parent_path();
  const std::filesystem::path ending = named.extension();
  const bool is_file = ending == ".gguf" || ending == ".safetensors";
  const std::u8string name = (is_file ? named.stem() : named.filename()).u8string();
  return std::string(name.begin(), name.end());
}

}  // namespace

std::int64_t seconds_now() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

ServedModel::ServedModel(std::shared_ptr<engine::Generator> generator,
                         const std::filesystem::path& path)
    : generator_(std::move(generator)),
      chat_(tokenizer()),
      name_(name_of(path)),
      opened_(seconds_now()),
      sampling_(engine::chat_sampling(summary())) {}

bool ServedModel::is_called(std::string_view name) const {
  constexpr std::string_view kLatest = ":latest";
  if (name.ends_with(kLatest)) name.remove_suffix(kLatest.size());
  return name.empty() || name == name_ || name == summary().name;
}

Checked<void> ServedModel::check_name(std::string_view name) const {
  if (is_called(name)) return {};
  return refuse(404,
                "there is no model \"" + std::string(name) + "\" here, ask for \"" + name_ + "\"",
                "model", "model_not_found");
}

}  // namespace canter::serve
