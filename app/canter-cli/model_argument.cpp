#include "model_argument.h"

#include <system_error>
#include <utility>

#include "base/log.h"
#include "base/utf8.h"
#include "engine/models/locate.h"
#include "interrupt.h"
#include "progress.h"
#include "remote/server_address.h"
#include "tokenizer/open.h"

namespace canter::cli {
namespace {

Result<Model> open_showing_progress(const std::filesystem::path& path, const CommonOptions& options,
                                    std::uint64_t available_memory,
                                    const InterruptListener& interrupt) {
  Progress progress("opening the model", Progress::style_for(options.json));
  Model::Options opening;
  opening.available_memory = available_memory;
  opening.threads = options.threads;
  opening.progress = [&](double done) {
    progress.show(done);
    return interrupt.pending() == 0;
  };
  return Model::open(path, opening);
}

}  // namespace

std::optional<Store> open_known_database(const CommonOptions& options) {
  const Outcome<std::filesystem::path> folder = data_folder(options);
  if (!folder || !has_database(*folder)) return std::nullopt;
  Result<Store> store = Store::open(*folder);
  if (!store) {
    log(LogLevel::kWarning, "installed models are not known: " + store.error().message);
    return std::nullopt;
  }
  return std::move(*store);
}

Option add_model_option(Command command, std::string& model) {
  return command
      .add_option("--model", model,
                  "GGUF file, model folder, installed model's name, smollm2 or starter")
      .value_name("MODEL");
}

Outcome<std::filesystem::path> find_model(const std::string& source, const CommonOptions& options) {
  std::error_code ignored;
  std::optional<Store> store;
  if (!engine::names_own_model(source) &&
      !std::filesystem::exists(path_from_utf8(source), ignored)) {
    store = open_known_database(options);
  }
  Result<std::filesystem::path> path = engine::locate_model(source, store ? &*store : nullptr);
  if (!path) return model_failure(path.error());
  if (const auto elsewhere = remote::parse_remote_source(path->string()))
    return usage_failure(elsewhere->name + " is a model of " + elsewhere->base +
                         ", which this command cannot use; generate and chat can, with --remote");
  return std::move(*path);
}

Outcome<Model> open_model(const std::string& source, const CommonOptions& options,
                          std::uint64_t available_memory) {
  const Outcome<std::filesystem::path> path = find_model(source, options);
  if (!path) return tl::unexpected(path.error());
  const InterruptListener interrupt;
  Result<Model> model = open_showing_progress(*path, options, available_memory, interrupt);
  if (interrupt.pending() != 0) {
    return tl::unexpected(
        Failure{ExitCode::kInterrupted, "interrupted before the model was open, start again"});
  }
  if (!model) return model_failure(model.error());
  return std::move(*model);
}

Outcome<Tokenizer> open_tokenizer(const std::string& source, const CommonOptions& options) {
  const Outcome<std::filesystem::path> path = find_model(source, options);
  if (!path) return tl::unexpected(path.error());
  Result<Tokenizer> tokenizer = canter::open_tokenizer(*path);
  if (!tokenizer) return model_failure(tokenizer.error());
  return std::move(*tokenizer);
}

}  // namespace canter::cli
