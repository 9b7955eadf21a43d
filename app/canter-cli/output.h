#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "base/error.h"

namespace canter::cli {

/// Scripts rely on these numbers.
enum class ExitCode : int {
  kDone = 0,
  kUsage = 2,
  kModel = 3,
  kInputOutput = 4,
  kInterrupted = 130,
};

/// Why a command did not do what it was asked. With an empty message, all has been said already.
struct Failure {
  ExitCode code;
  std::string message;
};

template <typename T = void>
using Outcome = tl::expected<T, Failure>;

/// The same kind of error means another exit code depending on what was being done.
tl::unexpected<Failure> usage_failure(std::string message);
/// Opening or converting a model.
tl::unexpected<Failure> model_failure(const Error& error);
/// Using an open model: what does not fit its context is a wrong request.
tl::unexpected<Failure> request_failure(const Error& error);
/// A file of prompts: one that cannot be read, or lines that are none.
tl::unexpected<Failure> prompts_failure(const Error& error);
/// Any other file, and the database.
tl::unexpected<Failure> data_failure(const Error& error);

/// Writes to standard output at once. What cannot be written is a failure. On a terminal, control
/// characters other than line breaks and tabs are shown instead of obeyed: text comes from models
/// and files. Everywhere else it stays as it is.
Outcome<> print(std::string_view text);
/// Text that is to take one line of what is printed, where people read it.
std::string field(std::string_view text);
/// One document, always valid UTF-8.
Outcome<> print_json(const nlohmann::ordered_json& document);

/// What a model thinks before it answers: dimmed on a terminal, left out everywhere else.
Outcome<> print_thought(std::string_view text);

/// A line on standard error, dimmed on a terminal: figures and hints.
void print_note(std::string_view line);
/// The line on standard error that says what went wrong, where, and what to do.
void print_error(std::string_view message);

}  // namespace canter::cli
