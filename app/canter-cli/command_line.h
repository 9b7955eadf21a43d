#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "options.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace canter::cli {

// What commands describe their options with. The library that parses them takes ten seconds to
// compile, so command_line.cpp alone knows it. Handles are copied freely and live as long as the
// CommandLine they come from.

class Option {
 public:
  explicit Option(CLI::Option* option) : option_(option) {}

  const Option& required() const;
  /// How the help calls the value.
  const Option& value_name(const std::string& name) const;
  /// The help shows what the value is without it.
  const Option& shows_default() const;
  const Option& between(int least, int most) const;
  const Option& not_negative() const;
  const Option& one_of(std::vector<std::string> words) const;
  const Option& not_empty(const std::string& complaint) const;
  const Option& needs(const Option& other) const;
  const Option& excludes(const Option& other) const;
  /// How often it was given; known when the command is done.
  std::size_t count() const;

 private:
  CLI::Option* option_;
};

/// What the chosen command does.
using Action = std::function<Outcome<>(const CommonOptions&)>;

class Command {
 public:
  Command(CLI::App& app, Action& chosen) : app_(&app), chosen_(&chosen) {}

  /// One below this, which accepts the common options of its parents too.
  Command add_command(const std::string& name, const std::string& description) const;
  /// Is to be given one of the commands below it.
  void needs_command() const;

  /// `value` is what it is without the option, and outlives the parsing.
  Option add_option(const std::string& name, std::string& value,
                    const std::string& description) const;
  Option add_option(const std::string& name, int& value, const std::string& description) const;
  Option add_option(const std::string& name, std::optional<std::int64_t>& value,
                    const std::string& description) const;
  Option add_option(const std::string& name, std::uint64_t& value,
                    const std::string& description) const;
  Option add_option(const std::string& name, double& value, const std::string& description) const;
  Option add_option(const std::string& name, std::optional<std::string>& value,
                    const std::string& description) const;
  Option add_option(const std::string& name, std::vector<std::string>& values,
                    const std::string& description) const;
  Option add_flag(const std::string& name, bool& value, const std::string& description) const;

  /// A word, in capitals or not, for each value.
  template <typename Enum>
  Option add_choice(const std::string& name, Enum& value, const std::map<std::string, Enum>& words,
                    const std::string& description) const {
    std::map<std::string, std::function<void()>> choices;
    for (const auto& [word, meaning] : words)
      choices[word] = [&value, meaning = meaning] { value = meaning; };
    return add_choice(name, std::move(choices), description);
  }

  std::optional<Option> find_option(const std::string& name) const;
  /// How often the option was given; known when the command is done.
  std::size_t count(const std::string& option) const;

  /// The help ends with these lines, before what it says of the common options.
  void note_above(const std::string& lines) const;
  void note_below(const std::string& lines) const;

  void does(Action action) const;

 private:
  Option add_choice(const std::string& name, std::map<std::string, std::function<void()>> choices,
                    const std::string& description) const;

  CLI::App* app_;
  Action* chosen_;
};

class CommandLine {
 public:
  CommandLine(const std::string& program, const std::string& description,
              const std::string& version, const std::string& note);
  ~CommandLine();

  Command root();
  const CommonOptions& options() const { return options_; }

  /// What to do; help and version are printed by it, too.
  Outcome<std::function<Outcome<>()>> parse(int argc, char** argv);

 private:
  std::unique_ptr<CLI::App> app_;
  CommonOptions options_;
  Action chosen_;
};

}  // namespace canter::cli
