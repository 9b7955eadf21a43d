#include <exception>
#include <new>
#include <string>

#include "command_line.h"
#include "commands.h"
#include "interrupt.h"
#include "log_sink.h"
#include "terminal.h"

namespace canter::cli {
namespace {

void add_commands(Command app) {
  add_inspect(app);
  add_tokenize(app);
  add_render(app);
  add_generate(app);
  add_chat(app);
  add_serve(app);
  add_score(app);
  add_bench(app);
  add_step_cost(app);
  add_tune(app);
  add_adapter(app);
  add_quantize(app);
  add_get(app);
  add_find(app);
  Command database = app.add_command("db", "Care for the conversation database");
  add_db_check(database);
  add_db_export(database);
  add_db_import(database);
  add_db_repair(database);
  database.needs_command();
}

Outcome<> run(int argc, char** argv) {
  CommandLine line(
      "canter-cli", "Chat with language models on your own computer, faster, with the same text",
      "canter-cli " CANTER_VERSION,
      "Exit codes: 0 done, 2 wrong usage, 3 a model, adapter or tokenizer file that cannot be\n"
      "used, 4 input/output or database error, 130 interrupted.");
  add_commands(line.root());
  const auto action = line.parse(argc, argv);
  if (!action) return tl::unexpected(action.error());
  install_log_sink("canter-cli", line.options().verbose);
  return (*action)();
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
