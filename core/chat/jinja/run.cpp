#include "chat/jinja/run.h"

#include <utility>

#include "chat/jinja/value.h"

namespace canter::jinja {
namespace {

/// Levels of recursion in a rendering. A level takes up to a kilobyte of stack, more under
/// sanitizers; the smallest stack of a thread is half a megabyte (macOS).
constexpr std::size_t kMostRecursion = 400;

}  // namespace

Run::Run(const RenderOptions& options) : options_(options), left_(options.limits) {}

Run::~Run() = default;

Value Run::fail(std::string message) {
  fail(ErrorKind::kBadFile, std::move(message));
  return {};
}

void Run::fail(ErrorKind kind, std::string message, bool raised) {
  if (!failure_) failure_ = Failure{kind, std::move(message), offset_, raised};
}

bool Run::take_steps(std::size_t count) {
  if (count <= left_.steps) {
    left_.steps -= count;
  } else {
    fail(ErrorKind::kTooLarge, "it takes too many steps");
  }
  return !failed();
}

bool Run::take_memory(std::size_t bytes) {
  if (bytes <= left_.memory) {
    left_.memory -= bytes;
  } else {
    fail(ErrorKind::kTooLarge, "it takes too much memory");
  }
  return !failed();
}

bool Run::check_output(std::size_t bytes) {
  if (bytes > left_.output) fail(ErrorKind::kTooLarge, "it writes too much text");
  return !failed();
}

void Run::keep(std::unique_ptr<Object> object, std::size_t bytes) {
  take_memory(bytes);
  objects_.push_back(std::move(object));
}

Nesting::Nesting(Run& run) : run_(&run) {
  if (++run.depth_ > kMostRecursion) {
    run.fail(ErrorKind::kTooLarge, "it is nested too deeply (maximum recursion depth exceeded)");
  }
}

}  // namespace canter::jinja
