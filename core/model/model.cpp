#include "model/model.h"

#include <new>
#include <system_error>

#include "base/machine.h"
#include "model/families/all.h"
#include "model/memory_need.h"
#include "model/opened_files.h"

namespace canter {
namespace {

Error no_memory(const std::filesystem::path& path) {
  return {ErrorKind::kTooLarge,
          "\"" + path.string() + "\": no memory to open it; close other programs"};
}

void add_plan(const ModelKeys& keys, OpenedFiles& files) {
  if (const Family* family = family_of(keys)) files.family = family;
  files.plan = read_plan(keys);
  if (files.plan) drop_missing_drafts(files.source(), *files.plan);
}

}  // namespace

struct Model::State {
  OpenedFiles files;
  ModelSummary summary;
  ModelWeights weights;
};

Result<OpenedFiles> open_model_files(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error))
    return fail(ErrorKind::kIo,
                "\"" + path.string() + "\" does not exist; give a GGUF file or a model folder");
  if (std::filesystem::is_directory(path, error)) {
    auto safetensors = SafetensorsFile::open(path);
    if (!safetensors) return propagate(safetensors);
    const auto keys = ModelKeys::from_folder(path);
    if (!keys) return propagate(keys);
    OpenedFiles files{path, {}, std::move(*safetensors), &kLlama, {}, Tokenizer::from_folder(path)};
    add_plan(*keys, files);
    return files;
  }
  auto gguf = GgufFile::open(path);
  if (!gguf) return propagate(gguf);
  auto tokenizer = Tokenizer::from_gguf(*gguf);
  OpenedFiles files{path, std::move(*gguf), {}, &kLlama, {}, std::move(tokenizer)};
  add_plan(ModelKeys::from_gguf(*files.gguf), files);
  return files;
}

Result<FileWeights> runnable_weights(const OpenedFiles& files) {
  if (!files.plan) return propagate(files.plan);
  if (!files.tokenizer) return propagate(files.tokenizer);
  if (files.tokenizer->vocabulary_size() > files.plan->vocabulary)
    return fail(ErrorKind::kBadFile, "\"" + files.path.string() + "\": the tokenizer has " +
                                         std::to_string(files.tokenizer->vocabulary_size()) +
                                         " pieces, the model rows for " +
                                         std::to_string(files.plan->vocabulary) +
                                         "; they do not belong together: get both again");
  return bind_weights(files.source(), *files.plan);
}

Result<Model> Model::open(const std::filesystem::path& path, const Options& options) try {
  auto files = open_model_files(path);
  if (!files) return propagate(files);
  auto file_weights = runnable_weights(*files);
  if (!file_weights) return propagate(file_weights);
  ModelSummary summary = describe_model(*files, file_weights);
  if (auto fits = check_memory(summary, path, options.available_memory); !fits)
    return propagate(fits);
  ThreadPool pool(options.threads > 0 ? options.threads : physical_cores());
  auto weights =
      pack_weights(files->source(), std::move(*file_weights), *files->plan, pool, options.progress);
  if (!weights) return propagate(weights);
  files->take_samples();
  if (auto unchanged = files->check_unchanged(); !unchanged) return propagate(unchanged);
  return Model(
      std::make_unique<State>(State{std::move(*files), std::move(summary), std::move(*weights)}));
} catch (const std::bad_alloc&) {
  return tl::unexpected(no_memory(path));
}

Model::Model(std::unique_ptr<State> state) : state_(std::move(state)) {}
Model::Model(Model&&) noexcept = default;
Model& Model::operator=(Model&&) noexcept = default;
Model::~Model() = default;

const ModelSummary& Model::summary() const {
  return state_->summary;
}
const Tokenizer& Model::tokenizer() const {
  return *state_->files.tokenizer;
}
const ModelWeights& Model::weights() const {
  return state_->weights;
}
Result<void> Model::check_unchanged() const {
  return state_->files.check_unchanged();
}

}  // namespace canter
