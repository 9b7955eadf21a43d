#include "chat/jinja/scope.h"

#include <algorithm>

namespace canter::jinja {
namespace {

auto find_in(auto& variables, NameId name) {
  return std::ranges::find(variables, name, &std::pair<NameId, Value>::first);
}

}  // namespace

void Scope::set(NameId name, Value value) {
  const auto found = find_in(variables, name);
  if (found != variables.end()) {
    found->second = std::move(value);
  } else {
    variables.emplace_back(name, std::move(value));
  }
}

const Value* Scope::find(NameId name) const {
  for (const Scope* scope = this; scope != nullptr; scope = scope->parent) {
    const auto found = find_in(scope->variables, name);
    if (found != scope->variables.end()) return &found->second;
  }
  return nullptr;
}

Scope* Scopes::open(Scope* parent) {
  if (free_.empty()) free_.push_back(all_.emplace_back(std::make_unique<Scope>()).get());
  Scope* const scope = free_.back();
  free_.pop_back();
  scope->parent = parent;
  return scope;
}

void Scopes::close(Scope* scope) {
  if (scope->is_kept) return;
  scope->variables.clear();
  free_.push_back(scope);
}

}  // namespace canter::jinja
