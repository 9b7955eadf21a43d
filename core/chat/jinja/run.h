#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "chat/jinja/template.h"

namespace canter::jinja {

class Object;
class Value;

/// One rendering: what it may still use, where it is, and what went wrong. After a failure whatever
/// is computed is of no use; loops stop when failed(), everything else may go on as if nothing
/// had happened.
class Run {
 public:
  struct Failure {
    ErrorKind kind;
    std::string message;
    std::size_t offset;
    bool raised;
  };

  explicit Run(const RenderOptions& options);
  ~Run();
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  bool failed() const { return failure_.has_value(); }
  const Failure& failure() const { return *failure_; }

  /// The first failure stays. Returns undefined, to be handed on.
  Value fail(std::string message);
  void fail(ErrorKind kind, std::string message, bool raised = false);

  /// False when there are none left, or after a failure.
  bool take_steps(std::size_t count = 1);
  bool take_memory(std::size_t bytes);
  bool check_output(std::size_t bytes);

  /// Makes an object that lives until the rendering ends.
  template <typename T, typename... Arguments>
  T* make(Arguments&&... arguments) {
    auto object = std::make_unique<T>(std::forward<Arguments>(arguments)...);
    T* const made = object.get();
    keep(std::move(object), sizeof(T));
    return made;
  }

  /// Where in the template it is, for messages.
  std::size_t offset() const { return offset_; }
  void set_offset(std::size_t offset) { offset_ = offset; }

  std::int64_t now() const { return options_.now; }

 private:
  friend class Nesting;

  void keep(std::unique_ptr<Object> object, std::size_t bytes);

  RenderOptions options_;
  RenderLimits left_;
  std::vector<std::unique_ptr<Object>> objects_;
  std::size_t depth_ = 0;
  std::size_t offset_ = 0;
  std::optional<Failure> failure_;
};

/// A level of recursion, left at the end of the scope.
class Nesting {
 public:
  explicit Nesting(Run& run);
  ~Nesting() { --run_->depth_; }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;

 private:
  Run* run_;
};

}  // namespace canter::jinja
