#include <fcntl.h>
#include <io.h>
#include <windows.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <thread>

#include "base/windows_error.h"
#include "terminal.h"

namespace canter::cli::terminal {
namespace {

constexpr DWORD kBlock = 4096;

HANDLE wake_event = nullptr;
void (*signal_listener)(int) = nullptr;

BOOL WINAPI on_control(DWORD event) {
  const bool typed = event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT;
  signal_listener(typed ? SIGINT : SIGTERM);
  // The window is closing: Windows ends the program when this returns.
  if (!typed) ::Sleep(INFINITE);
  return TRUE;
}

/// Reads standard input on a thread of its own, since waiting for a pipe cannot be cut off. What it
/// read is taken before it reads on.
class Input {
 public:
  Input() { std::thread([this] { read_on(); }).detach(); }

  HANDLE ready() const { return ready_; }

  std::ptrdiff_t take(char* buffer, std::size_t size) {
    ::WaitForSingleObject(ready_, INFINITE);
    if (error_ != 0) {
      errno = error_;
      return -1;
    }
    if (begin_ == end_) return 0;  // stays ready
    const DWORD count = DWORD(std::min<std::size_t>(size, end_ - begin_));
    std::copy_n(block_.begin() + begin_, count, buffer);
    begin_ += count;
    if (begin_ == end_) {
      ::ResetEvent(ready_);
      ::SetEvent(taken_);
    }
    return count;
  }

 private:
  void read_on() {
    const HANDLE stream = ::GetStdHandle(STD_INPUT_HANDLE);
    DWORD mode = 0;
    const bool console = ::GetConsoleMode(stream, &mode) != 0;
    do {
      begin_ = end_ = 0;
      const bool done = console ? read_console(stream) : read_file(stream);
      error_ = done ? 0 : errno_of_last_error();
      ::SetEvent(ready_);
      ::WaitForSingleObject(taken_, INFINITE);
    } while (true);
  }

  bool read_file(HANDLE stream) {
    return ::ReadFile(stream, block_.data(), kBlock, &end_, nullptr) != 0 ||
           ::GetLastError() == ERROR_BROKEN_PIPE;
  }

  /// As UTF-8, whatever the console's code page is. Ctrl-Z ends the input.
  bool read_console(HANDLE console) {
    std::array<wchar_t, kBlock / 4> text;
    DWORD count = 0;
    while (count == 0) {
      ::SetLastError(ERROR_SUCCESS);
      if (::ReadConsoleW(console, text.data(), DWORD(text.size() - 1), &count, nullptr) == 0)
        return false;
      // Ctrl-C, which is told elsewhere.
      if (count == 0 && ::GetLastError() != ERROR_OPERATION_ABORTED) return true;
    }
    DWORD more = 0;
    if (IS_HIGH_SURROGATE(text[count - 1]))
      ::ReadConsoleW(console, text.data() + count, 1, &more, nullptr);
    count += more;
    if (text[0] == L'\x1a') return true;
    end_ = DWORD(::WideCharToMultiByte(CP_UTF8, 0, text.data(), int(count), block_.data(),
                                       int(block_.size()), nullptr, nullptr));
    return true;
  }

  const HANDLE ready_ = ::CreateEventW(nullptr, TRUE, FALSE, nullptr);
  const HANDLE taken_ = ::CreateEventW(nullptr, FALSE, FALSE, nullptr);
  std::array<char, kBlock> block_;
  DWORD begin_ = 0;
  DWORD end_ = 0;
  int error_ = 0;
};

/// Stays until the program has ended, since its thread does.
Input& input() {
  static Input* const reader = new Input;
  return *reader;
}

}  // namespace

void prepare_streams() {
  for (std::FILE* stream : {stdin, stdout, stderr})
    if (const int number = ::_fileno(stream); number >= 0) ::_setmode(number, _O_BINARY);
  ::SetConsoleOutputCP(CP_UTF8);
  for (const DWORD name : {STD_OUTPUT_HANDLE, STD_ERROR_HANDLE}) {
    const HANDLE stream = ::GetStdHandle(name);
    if (DWORD mode = 0; ::GetConsoleMode(stream, &mode) != 0)
      ::SetConsoleMode(stream, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
  }
}

bool is_terminal(std::FILE* stream) {
  DWORD mode = 0;
  const int number = ::_fileno(stream);
  return number >= 0 &&
         ::GetConsoleMode(reinterpret_cast<HANDLE>(::_get_osfhandle(number)), &mode) != 0;
}

void catch_signals(void (*listener)(int)) {
  wake_event = ::CreateEventW(nullptr, TRUE, FALSE, nullptr);
  signal_listener = listener;
  ::SetConsoleCtrlHandler(on_control, TRUE);
}

void wake() {
  ::SetEvent(wake_event);
}

void clear_wake() {
  ::ResetEvent(wake_event);
}

void wait() {
  ::WaitForSingleObject(wake_event, INFINITE);
}

bool wait_for_input() {
  const std::array<HANDLE, 2> watched{wake_event, input().ready()};
  return ::WaitForMultipleObjects(DWORD(watched.size()), watched.data(), FALSE, INFINITE) !=
         WAIT_OBJECT_0;
}

std::ptrdiff_t read_input(char* buffer, std::size_t size) {
  return input().take(buffer, size);
}

}  // namespace canter::cli::terminal
