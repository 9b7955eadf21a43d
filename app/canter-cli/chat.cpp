#include <memory>

#include "chat_session.h"
#include "commands.h"
#include "drafting.h"
#include "generation.h"
#include "model_argument.h"

namespace canter::cli {
namespace {

Outcome<> chat(ChatArguments& arguments, const std::string& draft, const CommonOptions& options) {
  if (Outcome<> checked = check_generation(arguments.settings); !checked) return checked;
  if (arguments.remote.given()) {
    const InterruptListener interrupt;
    const Outcome<RemoteTarget> target = find_remote(arguments.remote, options, interrupt);
    if (!target) return tl::unexpected(target.error());
    arguments.model = remote::source_of({target->client.address().base, target->model});
  }
  if (!draft.empty()) {
    const Result<SourceWish> wish = parse_sources(draft);
    if (!wish) return request_failure(wish.error());
    arguments.drafts = *wish;
  }
  const Outcome<std::filesystem::path> folder = data_folder(options);
  if (!folder) return tl::unexpected(folder.error());
  return ChatSession(arguments, options, *folder).run();
}

}  // namespace

void add_chat(Command parent) {
  Command command = parent.add_command("chat", "Talk to a model; conversations are kept");
  const auto arguments = std::make_shared<ChatArguments>();
  add_model_option(command, arguments->model).value_name("MODEL");
  command.add_option("--conversation", arguments->conversation, "Continue this conversation")
      .value_name("ID");
  command
      .add_option("--adapter", arguments->adapter,
                  "Drafts several tokens a step: a file, auto (one that is known for the model, "
                  "else from the text alone), or none")
      .value_name("FILE|auto|none");
  const auto draft = std::make_shared<std::string>();
  add_sources_option(command, *draft);
  add_think_option(command, arguments->think);
  add_generation_options(command, arguments->settings);
  add_remote_options(command, arguments->remote);
  command.note_above(
      "Without a terminal, each line of the input is a message, and they are answered in turn.\n"
      "On a terminal, /help lists what else can be done. With --json, the conversation is\n"
      "printed when it has ended.\n"
      "Without --model, the conversation's model answers, else the default model, else the one\n"
      "that was open last.\n"
      "Sampling that is not given is as the model's makers recommend; with --remote the server\n"
      "decides, also how long an answer gets, and what is given stays with the conversation.");
  command.does([arguments, draft, command](const CommonOptions& options) -> Outcome<> {
    if (command.count("--model") > 0 && arguments->model.empty()) {
      return model_failure(
          {ErrorKind::kBadFile, "--model is empty, name a model or leave the option out"});
    }
    arguments->sampling = given_sampling(command, arguments->settings.sampling);
    arguments->fixed_seed = command.count("--seed") > 0;
    arguments->fixed_length = command.count("--max-tokens") > 0;
    return chat(*arguments, *draft, options);
  });
}

}  // namespace canter::cli
