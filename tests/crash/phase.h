#pragma once

#include <memory>
#include <string>

#include "crash/rig.h"

namespace canter::crash {

/// Something that programs do while they are killed.
class Phase {
 public:
  virtual ~Phase() = default;

  virtual std::string name() const = 0;
  /// Makes what killed programs are held against.
  virtual void prepare() = 0;
  /// Starts a program, kills it at a random moment and looks at what it left. False when it had
  /// ended by itself. Throws a Violation.
  virtual bool kill_once() = 0;
  /// What came out so far, for the summary.
  virtual std::string seen() const = 0;
};

std::unique_ptr<Phase> first_write(Rig& rig);
std::unique_ptr<Phase> migration(Rig& rig);
std::unique_ptr<Phase> streaming(Rig& rig);
std::unique_ptr<Phase> library(Rig& rig);
std::unique_ptr<Phase> tuning(Rig& rig);
std::unique_ptr<Phase> comparing(Rig& rig);
/// Needs a display, and xdotool.
std::unique_ptr<Phase> window(Rig& rig);

}  // namespace canter::crash
