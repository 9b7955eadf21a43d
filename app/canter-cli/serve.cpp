#include <memory>
#include <utility>

#include "base/key_file.h"
#include "base/log.h"
#include "base/utf8.h"
#include "commands.h"
#include "drafting.h"
#include "engine/generation/computing.h"
#include "generation.h"
#include "interrupt.h"
#include "model_argument.h"
#include "serve/guard.h"
#include "serve/server.h"
#include "terminal.h"

namespace canter::cli {
namespace {

struct ServeArguments {
  std::string model;
  std::string key_file;
  DraftArguments drafting;
  int kept_mib = -1;
  engine::GeneratorSettings generator;
  serve::ServerSettings server;
};

Outcome<std::string> read_key(const ServeArguments& arguments) {
  if (arguments.key_file.empty()) {
    if (serve::is_loopback(arguments.server.host)) return std::string();
    return usage_failure("others can reach " + arguments.server.host +
                         ", so requests there need a key: give a file with one as --key-file");
  }
  Result<SecretKey> key = read_key_file(path_from_utf8(arguments.key_file));
  if (!key && key.error().kind == ErrorKind::kUsage) return usage_failure(key.error().message);
  if (!key) return data_failure(key.error());
  if (key->others_can_read)
    print_note("other users of this computer can read the key file, chmod 600 keeps it secret");
  return std::move(key->text);
}

/// What is made goes into `drafting`, which has to know what was learned in the end.
engine::Generator::MakeDrafter drafter_maker(const ServeArguments& arguments, const Model& model,
                                             const CommonOptions& options,
                                             const std::shared_ptr<Drafting>& drafting) {
  return [&arguments, &model, &options,
          drafting](ThreadPool& pool) -> Result<std::shared_ptr<Drafter>> {
    Outcome<Drafting> made =
        open_drafting(arguments.drafting, model, pool, arguments.generator.cache, options);
    if (!made) return fail(ErrorKind::kUsage, made.error().message);
    if (!made->reason.empty()) log(LogLevel::kInfo, "drafting: " + made->reason);
    *drafting = std::move(*made);
    return drafting->drafter;
  };
}

Outcome<> serve_requests(ServeArguments arguments, const CommonOptions& options) {
  Outcome<std::string> key = read_key(arguments);
  if (!key) return tl::unexpected(key.error());
  arguments.server.key = std::move(*key);
  arguments.server.version = CANTER_VERSION;
  arguments.generator.threads = options.threads;
  arguments.generator.kept_bytes = engine::kept_bytes(arguments.kept_mib);
  const Outcome<std::filesystem::path> path = find_model(arguments.model, options);
  if (!path) return tl::unexpected(path.error());
  Outcome<Model> opened = open_model(arguments.model, options);
  if (!opened) return tl::unexpected(opened.error());
  const auto model = std::make_shared<const Model>(std::move(*opened));
  const auto drafting = std::make_shared<Drafting>();
  auto generator = engine::Generator::create(model, arguments.generator,
                                             drafter_maker(arguments, *model, options, drafting));
  if (!generator) return request_failure(generator.error());
  auto served = std::make_unique<serve::ServedModel>(std::move(*generator), *path);

  const InterruptListener interrupt;
  auto server = serve::Server::start(*served, arguments.server);
  if (!server) return data_failure(server.error());
  if (Outcome<> said = print("listening on " + (*server)->address() + "\n"); !said) return said;
  while (interrupt.pending() == 0) {
    terminal::clear_wake();
    if (interrupt.pending() == 0) terminal::wait();
  }
  server->reset();
  served.reset();
  keep_experience(*drafting, *model, options.threads, options);
  return tl::unexpected(Failure{ExitCode::kInterrupted, {}});
}

}  // namespace

void add_serve(Command parent) {
  constexpr int kMostPort = 65535, kMostMebibytes = 1 << 30;
  Command command =
      parent.add_command("serve", "Answer other programs, as OpenAI's and Ollama's servers do");
  const auto arguments = std::make_shared<ServeArguments>();
  add_model_option(command, arguments->model).required();
  command
      .add_option("--host", arguments->server.host,
                  "Address to listen on; one that others can reach needs --key-file")
      .shows_default();
  command.add_option("--port", arguments->server.port, "Port to listen on; 0: a free one")
      .between(0, kMostPort)
      .shows_default();
  command
      .add_option("--key-file", arguments->key_file,
                  "File whose first line requests have to send as Authorization: Bearer")
      .value_name("FILE");
  command
      .add_option("--slots", arguments->generator.slots, "Most answers that are written at a time")
      .between(1, engine::Generator::kMostSlots)
      .shows_default();
  command
      .add_option("--context", arguments->generator.context,
                  "Most tokens of a prompt and its answer; 0: the model's own, within memory")
      .not_negative()
      .shows_default();
  command
      .add_option("--kept-mib", arguments->kept_mib,
                  "Memory for texts that were read, so that who comes back to one need not wait; "
                  "-1: as much as is reasonable, at most 2048")
      .value_name("MIB")
      .between(-1, kMostMebibytes)
      .shows_default();
  add_draft_options(command, arguments->drafting);
  add_cache_option(command, arguments->generator.cache);
  command.does(
      [arguments](const CommonOptions& options) { return serve_requests(*arguments, options); });
}

}  // namespace canter::cli
