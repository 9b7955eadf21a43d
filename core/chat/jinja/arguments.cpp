#include "chat/jinja/arguments.h"

#include <algorithm>

#include "chat/jinja/comparison.h"
#include "chat/jinja/run.h"

namespace canter::jinja {

Parameters::Parameters(Run& run, std::string_view callee, const Arguments& arguments,
                       std::initializer_list<std::string_view> names, std::size_t required)
    : run_(&run), callee_(callee), names_(names), found_(names.size(), nullptr) {
  const std::string name = std::string(callee) + "() ";
  if (arguments.positional.size() > names_.size()) {
    run.fail(name + "takes at most " + std::to_string(names_.size()) + " arguments (" +
             std::to_string(arguments.positional.size()) + " given)");
    return;
  }
  for (std::size_t i = 0; i < arguments.positional.size(); ++i) {
    found_[i] = &arguments.positional[i];
  }
  for (const auto& [keyword, value] : arguments.named) {
    const auto place = std::ranges::find(names_, std::string_view(keyword.bytes()));
    const auto index = static_cast<std::size_t>(place - names_.begin());
    if (place == names_.end()) {
      run.fail(name + "got an unexpected keyword argument '" + keyword.bytes() + "'");
    } else if (found_[index] != nullptr) {
      run.fail(name + "got multiple values for argument '" + keyword.bytes() + "'");
    } else {
      found_[index] = &value;
    }
  }
  for (std::size_t i = 0; i < required; ++i) {
    if (found_[i] == nullptr) {
      run.fail(name + "missing required argument: '" + std::string(names_[i]) + "'");
    }
  }
}

bool Parameters::given(std::size_t index) const {
  return found_[index] != nullptr && !found_[index]->is_none();
}

void Parameters::fail_type(std::size_t index, std::string_view wanted) const {
  run_->fail(std::string(callee_) + "() wants " + std::string(wanted) + " as '" +
             std::string(names_[index]) + "', not '" + std::string(found_[index]->type_name()) +
             "'");
}

Value Parameters::value(std::size_t index) const {
  return found_[index] != nullptr ? *found_[index] : Value();
}

bool Parameters::truth(std::size_t index, bool otherwise) const {
  return found_[index] != nullptr ? is_true(*run_, *found_[index]) : otherwise;
}

Int Parameters::integer(std::size_t index, Int otherwise) const {
  if (!given(index)) return otherwise;
  const auto integer = found_[index]->integer();
  if (!integer) fail_type(index, "an integer");
  return integer.value_or(otherwise);
}

TextPtr Parameters::text(std::size_t index) const {
  if (!given(index)) return nullptr;
  const auto* text = found_[index]->as<TextPtr>();
  if (text == nullptr) fail_type(index, "a string");
  return text != nullptr ? *text : nullptr;
}

}  // namespace canter::jinja
