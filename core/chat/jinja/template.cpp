#include "chat/jinja/template.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "base/utf8.h"
#include "chat/jinja/interpreter.h"
#include "chat/jinja/json.h"
#include "chat/jinja/lexer.h"
#include "chat/jinja/located.h"
#include "chat/jinja/parser.h"

namespace canter::jinja {
namespace {

constexpr std::size_t kLongestSource = std::size_t{1} << 20;

RenderError error_of(const Run::Failure& failure, std::string_view source) {
  if (failure.raised) return {{failure.kind, failure.message}, true};
  return {{failure.kind, "the chat template fails at " +
                             located(source, failure.offset, failure.message) +
                             ", correct it or use another template"},
          false};
}

}  // namespace

struct Template::State {
  std::string source;
  std::string normalized;
  Tree tree;
};

Template::Template(std::shared_ptr<const State> state) : state_(std::move(state)) {}

Result<Template> Template::parse(std::string source) {
  if (source.size() > kLongestSource) {
    return fail(ErrorKind::kTooLarge, "the chat template is longer than 1 MB, use a shorter one");
  }
  if (!is_valid_utf8(source)) {
    return fail(ErrorKind::kBadFile, "the chat template is no UTF-8 text, save it as such");
  }
  State state;
  state.normalized = normalized_source(source);
  state.source = std::move(source);
  Result<Tree> tree = jinja::parse(state.normalized);
  if (!tree) return propagate(tree);
  state.tree = std::move(*tree);
  return Template(std::make_shared<const State>(std::move(state)));
}

tl::expected<Rendered, RenderError> Template::render(const nlohmann::ordered_json& input,
                                                     const RenderOptions& options) const {
  Run run(options);
  Interpreter interpreter(run, state_->tree);
  const Names& names = state_->tree.names;
  for (NameId id = 0; id < names.size(); ++id) {
    const std::string& name = names.text(id);
    const auto found = input.is_object() ? input.find(name) : input.end();
    if (found != input.end()) {
      interpreter.set_variable(id, from_json(run, *found, found->is_structured()));
    } else if (name == "tools" || name == "documents") {
      interpreter.set_variable(id, None{});
    }
  }
  Text text = run.failed() ? Text() : interpreter.run();
  if (run.failed()) return tl::unexpected(error_of(run.failure(), state_->normalized));
  return Rendered{text.bytes(), text.content()};
}

bool Template::names(std::string_view variable) const {
  return state_->tree.reads.contains(variable);
}

const std::string& Template::source() const {
  return state_->source;
}

}  // namespace canter::jinja
