#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "chat/jinja/value.h"

namespace canter::jinja {

/// The arguments of a call, put to the names of what is called. Too many, unknown or missing ones
/// are a failure; so is what has another type than asked for.
class Parameters {
 public:
  /// The first `required` of `names` must be given. `callee` is for messages.
  Parameters(Run& run, std::string_view callee, const Arguments& arguments,
             std::initializer_list<std::string_view> names, std::size_t required);

  /// Null when it is not given.
  const Value* get(std::size_t index) const { return found_[index]; }
  /// Undefined when it is not given.
  Value value(std::size_t index) const;
  bool truth(std::size_t index, bool otherwise) const;
  /// None counts as not given.
  Int integer(std::size_t index, Int otherwise) const;
  /// Null when it is not given or none.
  TextPtr text(std::size_t index) const;

 private:
  bool given(std::size_t index) const;
  void fail_type(std::size_t index, std::string_view wanted) const;

  Run* run_;
  std::string_view callee_;
  std::vector<std::string_view> names_;
  std::vector<const Value*> found_;
};

}  // namespace canter::jinja
