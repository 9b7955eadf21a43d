#include "model/display_name.h"
#include "model/fingerprint.h"
#include "model/model.h"
#include "model/opened_files.h"

namespace canter {
namespace {

// What names, plans and tables take, measured with models of 20 to 99 tensors.
constexpr std::uint64_t kModelBytes = 92'000;
constexpr std::uint64_t kTensorBytes = 700;

void describe_tensors(const std::vector<TensorEntry>& tensors, ModelSummary& summary) {
  for (const TensorEntry& tensor : tensors) {
    summary.parameters += tensor.elements();
    ++summary.weight_types[std::string(tensor_type_name(tensor.type))];
  }
}

}  // namespace

ModelSummary describe_model(const OpenedFiles& files, const Result<FileWeights>& weights) {
  ModelSummary summary;
  summary.format = files.gguf ? "GGUF v" + std::to_string(files.gguf->version()) : "safetensors";
  summary.bytes = files.gguf ? files.gguf->file_bytes() : files.safetensors->file_bytes();
  summary.sampling =
      files.gguf ? read_sampling_defaults(*files.gguf) : read_sampling_defaults(files.path);
  describe_tensors(files.source().tensors(), summary);
  if (files.plan)
    summary.plan = *files.plan;
  else if (files.gguf)
    summary.plan = describe_plan(ModelKeys::from_gguf(*files.gguf));
  summary.name = display_name(files.path, summary.plan.name);
  if (files.tokenizer) {
    summary.tokenizer = files.tokenizer->description();
    summary.chat_template = files.tokenizer->chat_template();
    summary.vocabulary_memory = files.tokenizer->memory_bytes() +
                                (files.gguf ? files.gguf->memory_bytes() : 0) + kModelBytes +
                                kTensorBytes * files.source().tensors().size();
    summary.notes = files.tokenizer->notes();
  } else if (files.gguf) {
    summary.tokenizer = files.gguf->get_string("tokenizer.ggml.model").value_or("none");
    summary.chat_template = files.gguf->get_string("tokenizer.chat_template").value_or("");
  } else {
    summary.tokenizer = "none";
  }
  if (weights) {
    summary.weight_memory = packed_bytes(*weights);
    summary.matrices = matrix_kinds(*weights);
    summary.fingerprint = model_fingerprint(*files.plan, *files.tokenizer, *weights);
  } else {
    summary.problem = weights.error().message;
    if (files.plan && files.tokenizer)
      if (const auto norms = bind_norms(files.source(), *files.plan))
        summary.fingerprint = model_fingerprint(*files.plan, *files.tokenizer, *norms);
  }
  return summary;
}

Result<ModelSummary> summarise_model(const std::filesystem::path& path) {
  auto files = open_model_files(path);
  if (!files) return propagate(files);
  // What cannot be run is described, what contradicts itself is not. A vocabulary alone may lack
  // all of a model's numbers.
  if (!files->plan && files->plan.error().kind != ErrorKind::kUnsupported &&
      !(files->gguf && files->gguf->tensors().empty()))
    return propagate(files->plan);
  auto summary = describe_model(*files, runnable_weights(*files));
  if (auto unchanged = files->check_unchanged(); !unchanged) return propagate(unchanged);
  return summary;
}

}  // namespace canter
