#include "chat/jinja/template.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace canter::jinja {

struct Template::State {
  std::string source;
};

Template::Template(std::shared_ptr<const State> state) : state_(std::move(state)) {}

Result<Template> Template::parse(std::string source) {
  return Template(std::make_shared<const State>(State{std::move(source)}));
}

tl::expected<Rendered, RenderError> Template::render(const nlohmann::ordered_json&,
                                                     const RenderOptions&) const {
  return tl::unexpected(
      RenderError{{ErrorKind::kUnsupported, "templates are not run yet, use another model"}});
}

bool Template::names(std::string_view variable) const {
  return state_->source.find(variable) != std::string::npos;
}

const std::string& Template::source() const {
  return state_->source;
}

}  // namespace canter::jinja
