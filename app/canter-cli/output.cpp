#include "output.h"

#include <spdlog/fmt/fmt.h>

#include <cerrno>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/io_error.h"
#include "base/utf8.h"
#include "terminal.h"

namespace canter::cli {
namespace {

tl::unexpected<Failure> failure(const Error& error, ExitCode too_large, ExitCode io) {
  const ExitCode code = [&] {
    switch (error.kind) {
      case ErrorKind::kUsage:
        return ExitCode::kUsage;
      case ErrorKind::kBadFile:
      case ErrorKind::kUnsupported:
        return ExitCode::kModel;
      case ErrorKind::kTooLarge:
        return too_large;
      case ErrorKind::kIo:
        return io;
      case ErrorKind::kInterrupted:
        return ExitCode::kInterrupted;
      case ErrorKind::kDatabase:
      case ErrorKind::kInternal:
        break;
    }
    return ExitCode::kInputOutput;
  }();
  return tl::unexpected(Failure{code, error.message});
}

/// As JSON has it, so that a document shown on a terminal stays the same document.
std::string escaped(unsigned control) {
  return fmt::format("\\u{:04x}", control);
}

/// File names and library messages may hold line breaks and worse.
std::string one_line(std::string_view text) {
  return replace_controls(text, [](unsigned control) {
    return control == '\n' || control == '\r' || control == '\t' ? " " : escaped(control);
  });
}

std::string shown_on_terminal(std::string_view text) {
  const std::string lines = replace_controls(text, [](unsigned control) {
    return control == '\n' || control == '\t' || control == '\r' ? std::string(1, char(control))
                                                                 : escaped(control);
  });
  // Alone, a carriage return takes the text before it away.
  std::string shown;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i] != '\r')
      shown += lines[i];
    else if (i + 1 == lines.size() || lines[i + 1] != '\n')
      shown += escaped('\r');
  }
  return shown;
}

void print_to_error(std::string line) {
  line += '\n';
  // Nobody is left to tell when standard error cannot be written to.
  static_cast<void>(std::fwrite(line.data(), 1, line.size(), stderr));
}

}  // namespace

tl::unexpected<Failure> usage_failure(std::string message) {
  return tl::unexpected(Failure{ExitCode::kUsage, std::move(message)});
}

tl::unexpected<Failure> model_failure(const Error& error) {
  return failure(error, ExitCode::kModel, ExitCode::kModel);
}

tl::unexpected<Failure> request_failure(const Error& error) {
  return failure(error, ExitCode::kUsage, ExitCode::kInputOutput);
}

tl::unexpected<Failure> prompts_failure(const Error& error) {
  return error.kind == ErrorKind::kIo ? data_failure(error) : request_failure(error);
}

tl::unexpected<Failure> data_failure(const Error& error) {
  return failure(error, ExitCode::kInputOutput, ExitCode::kInputOutput);
}

Outcome<> print(std::string_view text) {
  std::string shown;
  if (terminal::is_terminal(stdout)) text = shown = shown_on_terminal(text);
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
    return data_failure(io_failure("write to", "standard output", errno).value());
  }
  return {};
}

std::string field(std::string_view text) {
  return terminal::is_terminal(stdout) ? one_line(text) : std::string(text);
}

Outcome<> print_json(const nlohmann::ordered_json& document) {
  constexpr int kIndent = 2;
  return print(
      document.dump(kIndent, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n');
}

void print_note(std::string_view line) {
  const bool dimmed = terminal::is_terminal(stderr);
  print_to_error(dimmed ? "\x1b[2m" + one_line(line) + "\x1b[0m" : one_line(line));
}

Outcome<> print_thought(std::string_view text) {
  if (text.empty() || !terminal::is_terminal(stdout)) return {};
  static_cast<void>(std::fputs("\x1b[2m", stdout));
  Outcome<> printed = print(text);
  static_cast<void>(std::fputs("\x1b[0m", stdout));
  return printed;
}

void print_error(std::string_view message) {
  print_to_error("canter-cli: error: " + one_line(message));
}

}  // namespace canter::cli
