#include "chat/jinja/syntax.h"

namespace canter::jinja {

Names::Names() {
  for (const char* name : {"loop", "caller", "varargs", "kwargs"}) id(name);
}

NameId Names::id(const std::string& name) {
  const auto [place, is_new] = ids_.try_emplace(name, static_cast<NameId>(texts_.size()));
  if (is_new) texts_.push_back(name);
  return place->second;
}

}  // namespace canter::jinja
