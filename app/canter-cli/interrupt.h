#pragma once

namespace canter::cli {

/// SIGINT and SIGTERM end the program with 130.
void install_signal_handlers();

/// While one lives, SIGINT and SIGTERM ask to stop, wake whoever waits (terminal.h), and leave the
/// ending to whoever listens. When the first was not acknowledged within a second, another ends the
/// program at once; sooner it counts as the same one, since shells and timeout(1) may send a signal
/// twice. One object at a time.
class InterruptListener {
 public:
  InterruptListener();
  ~InterruptListener();
  InterruptListener(const InterruptListener&) = delete;
  InterruptListener& operator=(const InterruptListener&) = delete;

  /// The signal that came and was not acknowledged, or 0.
  int pending() const;
  void acknowledge();
};

}  // namespace canter::cli
