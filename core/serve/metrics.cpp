#include "serve/metrics.h"

namespace canter::serve {
namespace {

std::string family(const char* name, const char* type, const char* help) {
  const std::string full = std::string("canter_") + name;
  return "# HELP " + full + " " + help + "\n# TYPE " + full + " " + type + "\n";
}

std::string figure(const char* name, const char* type, const char* help, std::uint64_t value) {
  return family(name, type, help) + "canter_" + name + " " + std::to_string(value) + "\n";
}

}  // namespace

void RequestCounts::add(const std::string& path, int status) {
  const std::lock_guard lock(mutex_);
  ++counts_[{path, status}];
}

std::map<std::pair<std::string, int>, std::uint64_t> RequestCounts::all() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

std::string metrics_text(const engine::GeneratorFigures& figures, const RequestCounts& requests) {
  std::string text =
      figure("answers_running", "gauge", "Answers being written.", figures.running) +
      figure("answers_waiting", "gauge", "Answers that wait for a slot.", figures.waiting) +
      figure("answers_finished_total", "counter", "Answers that ended.", figures.finished) +
      figure("answers_cancelled_total", "counter", "Answers whose client left.",
             figures.cancelled) +
      figure("answers_failed_total", "counter", "Answers that failed.", figures.failed) +
      figure("answers_refused_total", "counter", "Answers refused because too many waited.",
             figures.refused) +
      figure("prompt_tokens_total", "counter", "Tokens of all prompts.", figures.prompt_tokens) +
      figure("reused_tokens_total", "counter", "Prompt tokens known from earlier.",
             figures.reused_tokens) +
      figure("generated_tokens_total", "counter", "Tokens written.", figures.generated_tokens) +
      figure("accepted_tokens_total", "counter", "Tokens written that were drafted.",
             figures.accepted_tokens) +
      figure("passes_total", "counter", "Passes of the model.", figures.passes) +
      figure("embedded_texts_total", "counter", "Texts that became embeddings.",
             figures.embedded_texts) +
      figure("embedded_tokens_total", "counter", "Tokens of these.", figures.embedded_tokens);
  text += family("requests_total", "counter", "Requests by path and status.");
  for (const auto& [key, count] : requests.all())
    text += "canter_requests_total{path=\"" + key.first + "\",status=\"" +
            std::to_string(key.second) + "\"} " + std::to_string(count) + "\n";
  return text;
}

}  // namespace canter::serve
