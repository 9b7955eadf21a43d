#pragma once

#include <cstddef>
#include <cstdio>

/// What systems do differently at the terminal; one source file for each family of them.
namespace canter::cli::terminal {

/// At the program's start. What it writes is UTF-8 with line ends as they are, also on Windows.
/// Standard streams that the caller closed are opened, so that no file of ours takes their numbers
/// and receives what was meant for the terminal; writing to a closed standard output still fails.
void prepare_streams();

bool is_terminal(std::FILE* stream);

/// `on_signal` is called for SIGINT and SIGTERM, as a signal handler or on a thread of its own. A
/// closed pipe is an error to handle, no signal.
void catch_signals(void (*on_signal)(int signal));

/// Ends the wait that goes on, or the next one. For any thread and signal handlers.
void wake();
/// To be called before looking what happened, so that nothing is missed.
void clear_wake();
/// Until wake().
void wait();
/// False when wake() was quicker.
bool wait_for_input();

/// Waits for standard input. The number of bytes, 0 at its end, -1 with errno set.
std::ptrdiff_t read_input(char* buffer, std::size_t size);

}  // namespace canter::cli::terminal
