#include "command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "base/machine.h"

namespace canter::cli {
namespace {

constexpr int kMaxThreads = 256;
constexpr const char* kCommonOptionsNote =
    "--json, --threads, --data-dir and --verbose are explained by canter-cli --help.";

void add_common_options(Command app, CommonOptions& options) {
  options.threads = physical_cores();
  app.add_flag("--json", options.json, "Print one JSON document on standard output");
  app.add_option("--threads", options.threads, "Threads to compute with")
      .between(1, kMaxThreads)
      .value_name("N (default: physical cores)");
  app.add_option("--data-dir", options.data_dir, "Folder of the conversation database")
      .not_empty("the folder's name is empty")
      .value_name("DIR");
  app.add_flag("--verbose", options.verbose, "Say on standard error what is being done");
}

/// The parser only says that a command is missing when it does not know the one it was given.
std::string explain(const CLI::ParseError& error, const CLI::App& app) {
  const CLI::App* command = &app;
  std::string name = app.get_name();
  while (!command->get_subcommands().empty()) {
    command = command->get_subcommands().front();
    name += " " + command->get_name();
  }
  std::string what = error.what();
  if (error.get_name() == "RequiredError" && command->get_require_subcommand_min() > 0) {
    const std::vector<std::string> rest = command->remaining();
    what = rest.empty() ? "no command is given" : "unknown command " + rest.front();
  }
  return what + ", see " + name + " --help";
}

/// Last one first, as the parser wants them. It would take the argument behind `--option=` for its
/// value, which is empty.
std::vector<std::string> arguments_of(int argc, char** argv) {
  std::vector<std::string> arguments;
  for (int i = argc - 1; i > 0; --i) {
    std::string argument = argv[i];
    if (argument.starts_with("--") && argument.find('=') == argument.size() - 1) {
      argument.pop_back();
      arguments.emplace_back();
    }
    arguments.push_back(std::move(argument));
  }
  return arguments;
}

std::string joined(const std::map<std::string, std::function<void()>>& choices) {
  std::string words;
  for (const auto& [word, choose] : choices) words += (words.empty() ? "" : ", ") + word;
  return words;
}

}  // namespace

const Option& Option::required() const {
  option_->required();
  return *this;
}

const Option& Option::value_name(const std::string& name) const {
  option_->option_text(name);
  return *this;
}

const Option& Option::shows_default() const {
  option_->capture_default_str();
  return *this;
}

const Option& Option::between(int least, int most) const {
  option_->check(CLI::Range(least, most));
  return *this;
}

const Option& Option::not_negative() const {
  option_->check([](const std::string& value) {
    return value.starts_with('-') ? value + " is negative, give a number from 0 on" : std::string();
  });
  return *this;
}

const Option& Option::one_of(std::vector<std::string> words) const {
  option_->check(CLI::IsMember(std::move(words)));
  return *this;
}

const Option& Option::not_empty(const std::string& complaint) const {
  option_->check(
      [complaint](const std::string& value) { return value.empty() ? complaint : std::string(); });
  return *this;
}

const Option& Option::needs(const Option& other) const {
  option_->needs(other.option_);
  return *this;
}

const Option& Option::excludes(const Option& other) const {
  option_->excludes(other.option_);
  return *this;
}

std::size_t Option::count() const {
  return option_->count();
}

Command Command::add_command(const std::string& name, const std::string& description) const {
  CLI::App* command = app_->add_subcommand(name, description);
  command->fallthrough();
  command->footer(kCommonOptionsNote);
  return Command(*command, *chosen_);
}

void Command::needs_command() const {
  app_->require_subcommand(1);
}

Option Command::add_option(const std::string& name, std::string& value,
                           const std::string& description) const {
  return Option(app_->add_option(name, value, description));
}

Option Command::add_option(const std::string& name, int& value,
                           const std::string& description) const {
  return Option(app_->add_option(name, value, description));
}

Option Command::add_option(const std::string& name, std::optional<std::int64_t>& value,
                           const std::string& description) const {
  return Option(app_->add_option(name, value, description));
}

Option Command::add_option(const std::string& name, std::uint64_t& value,
                           const std::string& description) const {
  return Option(app_->add_option(name, value, description))
      .not_negative();  // the parser would wrap -1 around
}

Option Command::add_option(const std::string& name, double& value,
                           const std::string& description) const {
  return Option(app_->add_option(name, value, description));
}

Option Command::add_option(const std::string& name, std::optional<std::string>& value,
                           const std::string& description) const {
  return Option(app_->add_option(name, value, description));
}

Option Command::add_option(const std::string& name, std::vector<std::string>& values,
                           const std::string& description) const {
  return Option(app_->add_option(name, values, description));
}

Option Command::add_flag(const std::string& name, bool& value,
                         const std::string& description) const {
  return Option(app_->add_flag(name, value, description));
}

Option Command::add_choice(const std::string& name,
                           std::map<std::string, std::function<void()>> choices,
                           const std::string& description) const {
  const std::string words = joined(choices);
  const auto choose = [choices = std::move(choices)](const std::string& given) {
    const auto same = [&](const auto& choice) {
      return CLI::detail::to_lower(choice.first) == CLI::detail::to_lower(given);
    };
    const auto found = std::find_if(choices.begin(), choices.end(), same);
    if (found != choices.end()) found->second();
    return found != choices.end();
  };
  return Option(app_->add_option(
      name,
      [name, words, choose](const CLI::results_t& given) {
        if (!choose(given.back()))
          throw CLI::ValidationError(name, given.back() + " is none of " + words);
        return true;
      },
      description));
}

std::optional<Option> Command::find_option(const std::string& name) const {
  CLI::Option* option = app_->get_option_no_throw(name);
  return option ? std::optional(Option(option)) : std::nullopt;
}

std::size_t Command::count(const std::string& option) const {
  return app_->count(option);
}

void Command::note_above(const std::string& lines) const {
  app_->footer(lines + '\n' + app_->get_footer());
}

void Command::note_below(const std::string& lines) const {
  app_->footer(app_->get_footer() + '\n' + lines);
}

void Command::does(Action action) const {
  app_->callback([chosen = chosen_, action = std::move(action)] { *chosen = action; });
}

CommandLine::CommandLine(const std::string& program, const std::string& description,
                         const std::string& version, const std::string& note)
    : app_(std::make_unique<CLI::App>(description, program)) {
  add_common_options(root(), options_);
  app_->set_version_flag("--version", version, "Print the version and leave");
  app_->footer(note);
  app_->require_subcommand(1);
}

CommandLine::~CommandLine() = default;

Command CommandLine::root() {
  return Command(*app_, chosen_);
}

Outcome<std::function<Outcome<>()>> CommandLine::parse(int argc, char** argv) {
  try {
    app_->parse(arguments_of(argc, argv));
  } catch (const CLI::CallForHelp&) {
    return [this] { return print(app_->help()); };
  } catch (const CLI::CallForVersion& version) {
    return [text = std::string(version.what())] { return print(text + '\n'); };
  } catch (const CLI::ParseError& error) {
    return usage_failure(explain(error, *app_));
  }
  return [this] { return chosen_(options_); };
}

}  // namespace canter::cli
