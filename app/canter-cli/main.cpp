#include <CLI/CLI.hpp>
#include <exception>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "commands.h"
#include "interrupt.h"
#include "log_sink.h"
#include "terminal.h"

namespace canter::cli {
namespace {

void add_commands(CLI::App& app, Program& program) {
  add_common_options(app, program.options);
  add_inspect(app, program);
  add_tokenize(app, program);
  add_render(app, program);
  add_generate(app, program);
  add_chat(app, program);
  add_serve(app, program);
  add_score(app, program);
  add_bench(app, program);
  add_step_cost(app, program);
  add_tune(app, program);
  add_adapter(app, program);
  add_quantize(app, program);
  add_get(app, program);
  add_find(app, program);
  CLI::App* database = add_command(app, "db", "Care for the conversation database");
  add_db_check(*database, program);
  add_db_export(*database, program);
  add_db_import(*database, program);
  add_db_repair(*database, program);
  database->require_subcommand(1);
  app.require_subcommand(1);
  app.footer(
      "Exit codes: 0 done, 2 wrong usage, 3 a model, adapter or tokenizer file that cannot be\n"
      "used, 4 input/output or database error, 130 interrupted.");
}

/// The parser only says that a command is missing when it does not know the one it was given.
std::string explain(const CLI::ParseError& error, const CLI::App& app) {
  const CLI::App* command = &app;
  std::string name = "canter-cli";
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

Outcome<> parse(CLI::App& app, Program& program, int argc, char** argv) {
  try {
    app.parse(arguments_of(argc, argv));
  } catch (const CLI::CallForHelp&) {
    program.action = [&app] { return print(app.help()); };
  } catch (const CLI::CallForVersion& version) {
    program.action = [text = std::string(version.what())] { return print(text + '\n'); };
  } catch (const CLI::ParseError& error) {
    return usage_failure(explain(error, app));
  }
  return {};
}

Outcome<> run(int argc, char** argv) {
  CLI::App app("Chat with language models on your own computer, faster, with the same text",
               "canter-cli");
  Program program;
  add_commands(app, program);
  if (Outcome<> parsed = parse(app, program, argc, argv); !parsed) return parsed;
  install_log_sink("canter-cli", program.options.verbose);
  return program.action();
}

/// Libraries may throw, and memory may end anywhere.
Outcome<> run_guarded(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    return model_failure(
        {ErrorKind::kTooLarge,
         "there is not enough memory, close other programs or choose a smaller model"});
  } catch (const std::exception& error) {
    return data_failure({ErrorKind::kInternal, std::string("unexpected: ") + error.what() +
                                                   ", please report this with what you did"});
  }
}

}  // namespace
}  // namespace canter::cli

int main(int argc, char** argv) {
  using namespace canter::cli;
  terminal::prepare_streams();
  install_signal_handlers();
  const Outcome<> outcome = run_guarded(argc, argv);
  if (outcome) return static_cast<int>(ExitCode::kDone);
  if (!outcome.error().message.empty()) print_error(outcome.error().message);
  return static_cast<int>(outcome.error().code);
}
