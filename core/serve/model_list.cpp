#include "serve/model_list.h"

#include <algorithm>
#include <cstdio>

#include "base/utc.h"
#include "engine/models/model_facts.h"

namespace canter::serve {
namespace {

Json openai_entry(const ServedModel& served) {
  return {{"id", served.name()},
          {"object", "model"},
          {"created", served.opened()},
          {"owned_by", "canter"}};
}

/// `135M`, `1.1B`
std::string size_text(std::uint64_t parameters) {
  char text[32];
  if (parameters >= 1'000'000'000)
    std::snprintf(text, sizeof text, "%.1fB", double(parameters) / 1e9);
  else
    std::snprintf(text, sizeof text, "%.0fM", double(parameters) / 1e6);
  return text;
}

Json ollama_details(const ServedModel& served) {
  const std::string& family = served.model().plan().architecture;
  return {{"parent_model", ""},
          {"format", served.summary().format.starts_with("GGUF") ? "gguf" : "safetensors"},
          {"family", family},
          {"families", Json::array({family})},
          {"parameter_size", size_text(served.summary().parameters)},
          {"quantization_level", engine::weight_types_text(served.summary())}};
}

Json ollama_entry(const ServedModel& served) {
  const std::string name = served.name() + ":latest";
  return {{"name", name},
          {"model", name},
          {"size", served.summary().bytes},
          {"digest", served.summary().fingerprint},
          {"details", ollama_details(served)}};
}

std::string time_text(std::int64_t seconds) {
  return utc_text(seconds, "%Y-%m-%dT%H:%M:%SZ");
}

}  // namespace

Json openai_models(const ServedModel& served) {
  return {{"object", "list"}, {"data", Json::array({openai_entry(served)})}};
}

Checked<Reply> openai_model(const ServedModel& served, std::string_view id) {
  if (const auto named = served.check_name(id); !named) return tl::unexpected(named.error());
  return json_reply(openai_entry(served));
}

Json ollama_tags(const ServedModel& served) {
  Json entry = ollama_entry(served);
  entry["modified_at"] = time_text(served.opened());
  return {{"models", Json::array({entry})}};
}

Json ollama_running(const ServedModel& served) {
  constexpr std::int64_t kCentury = std::int64_t{100} * 366 * 24 * 3600;
  Json entry = ollama_entry(served);
  entry["expires_at"] = time_text(served.opened() + kCentury);
  entry["size_vram"] = 0;
  entry["context_length"] = served.context();
  return {{"models", Json::array({entry})}};
}

Checked<Reply> ollama_show(const ServedModel& served, const Json& request) {
  JsonFields fields(request);
  const auto model = fields.text("model");
  const auto name = fields.text("name");
  fields.boolean("verbose");
  fields.unsupported({"system", "template", "options"});
  if (const auto checked = fields.finish(); !checked) return tl::unexpected(checked.error());
  const std::string asked = model.value_or(name.value_or(""));
  if (const auto named = served.check_name(asked); !named) return tl::unexpected(named.error());

  const std::string& family = served.model().plan().architecture;
  auto can = Json::array({served.model().plan().pooling ? "embedding" : "completion"});
  if (served.chat().takes_tools()) can.push_back("tools");
  if (served.chat().thinking().thinks()) can.push_back("thinking");
  return json_reply({{"modelfile", ""},
                     {"parameters", ""},
                     {"template", served.tokenizer().chat_template()},
                     {"license", ""},
                     {"modified_at", time_text(served.opened())},
                     {"details", ollama_details(served)},
                     {"model_info",
                      {{"general.architecture", family},
                       {"general.name", served.summary().name},
                       {"general.parameter_count", served.summary().parameters},
                       {family + ".context_length", served.model().plan().context},
                       {family + ".embedding_length", served.model().plan().width},
                       {family + ".block_count", served.model().plan().layer_count()}}},
                     {"capabilities", can}});
}

}  // namespace canter::serve
