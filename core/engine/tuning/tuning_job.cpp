#include "engine/tuning/tuning_job.h"

#include <nlohmann/json.hpp>
#include <system_error>

#include "base/file.h"
#include "base/utf8.h"
#include "format/message.h"
#include "format/strict_json.h"

namespace canter::engine {
namespace {

namespace fs = std::filesystem;

}  // namespace

fs::path free_adapter_file(const fs::path& folder, const std::string& name) {
  std::error_code ignored;
  for (int number = 1;; ++number) {
    const std::string suffix = number == 1 ? "" : "-" + std::to_string(number);
    const fs::path path = folder / path_from_utf8(name + suffix + ".safetensors");
    if (!fs::exists(path, ignored)) return path;
  }
}

tuning::TuningSettings TuningOrder::settings() const {
  tuning::TuningSettings settings;
  settings.minutes = minutes;
  settings.mask_tokens = mask_tokens;
  settings.answers_per_step = answers_per_step;
  settings.groups_per_answer = groups_per_answer;
  settings.samples = samples;
  return settings;
}

TuningJob::TuningJob(const fs::path& data_dir, const std::string& fingerprint)
    : folder_(data_dir / "adapters"),
      fingerprint_(fingerprint),
      order_(folder_ / (fingerprint + ".tuning")),
      files_(tuning::TuningFiles::beside(folder_ / fingerprint)) {}

bool TuningJob::kept() const {
  std::error_code ignored;
  return fs::exists(order_, ignored);
}

Result<void> TuningJob::keep(const TuningOrder& order) const {
  std::error_code failed;
  fs::create_directories(folder_, failed);
  if (failed)
    return fail(ErrorKind::kIo, "cannot make the folder \"" + folder_.string() +
                                    "\": " + failed.message() + "; check its permissions");
  files_.remove();
  const nlohmann::json document = {{"minutes", order.minutes},
                                   {"mask_tokens", order.mask_tokens},
                                   {"answers_per_step", order.answers_per_step},
                                   {"groups_per_answer", order.groups_per_answer},
                                   {"samples", order.samples},
                                   {"prompts", tuning::write_prompts(order.prompts)}};
  return write_text_file(order_, document.dump());
}

Result<TuningOrder> TuningJob::order() const {
  const auto text = read_text_file(order_);
  if (!text) return propagate(text);
  const std::string where = "the tuning kept in " + file_name_in_quotes(order_);
  const auto damaged = [&] { return fail(ErrorKind::kBadFile, where + " is damaged; start anew"); };
  const auto document = parse_strict_json(*text, where);
  if (!document || !document->is_object()) return damaged();
  const auto number = [&](const char* name, double otherwise = 0) {
    const auto found = document->find(name);
    return found != document->end() && found->is_number() ? found->get<double>() : otherwise;
  };
  TuningOrder order{.minutes = number("minutes"),
                    .mask_tokens = int(number("mask_tokens", tuning::TuningSettings().mask_tokens)),
                    .answers_per_step = int(number("answers_per_step")),
                    .groups_per_answer = int(number("groups_per_answer")),
                    .samples = int(number("samples")),
                    .prompts = {}};
  const auto lines = document->find("prompts");
  if (!check_settings(order.settings()) || order.minutes <= 0 || lines == document->end() ||
      !lines->is_string())
    return damaged();
  auto prompts = tuning::parse_prompts(lines->get_ref<const std::string&>(), order_);
  if (!prompts) return damaged();
  order.prompts = std::move(*prompts);
  return order;
}

void TuningJob::remove() const {
  files_.remove();
  std::error_code ignored;
  fs::remove(order_, ignored);
}

}  // namespace canter::engine
