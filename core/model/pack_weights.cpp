#include <algorithm>
#include <new>
#include <string>

#include "base/machine.h"
#include "base/mapped_file.h"
#include "model/weights.h"
#include "tensor/number_format.h"

namespace canter {
namespace {

std::size_t packed_bytes(const Matrix& matrix) {
  return PackedMatrix::bytes_for(matrix.type, matrix.outputs, matrix.inputs);
}

/// A matrix of the file, its GGUF name and where its packed form goes.
struct Job {
  int layer;
  const char* part;
  const Matrix* from;
  PackedMatrix* to;
};

bool tied(const FileWeights& weights) {
  return weights.output.bytes.data() == weights.embedding.bytes.data();
}

std::vector<Job> list_jobs(const FileWeights& from, ModelWeights& to) {
  std::vector<Job> jobs;
  for (std::size_t i = 0; i < from.layers.size(); ++i) {
    const auto& file = from.layers[i];
    LayerWeights& layer = to.layers[i];
    jobs.push_back({int(i), "attn_q", &file.query, &layer.query});
    jobs.push_back({int(i), "attn_k", &file.key, &layer.key});
    jobs.push_back({int(i), "attn_v", &file.value, &layer.value});
    jobs.push_back({int(i), "attn_output", &file.attention_output, &layer.attention_output});
    jobs.push_back({int(i), "ffn_gate", &file.gate, &layer.gate});
    jobs.push_back({int(i), "ffn_up", &file.up, &layer.up});
    jobs.push_back({int(i), "ffn_down", &file.down, &layer.down});
  }
  jobs.push_back({-1, tied(from) ? "token_embd" : "output", &from.output, &to.output});
  return jobs;
}

tl::unexpected<Error> damaged(const TensorSource& source, int layer, const char* part) {
  return fail(ErrorKind::kBadFile, "\"" + source.path().string() + "\": tensor \"" +
                                       source.name(layer, part) +
                                       "\" holds infinity or what is no number; the file is "
                                       "damaged: get it again");
}

}  // namespace

std::vector<TensorType> matrix_types(const FileWeights& weights) {
  ModelWeights packed;
  packed.layers.resize(weights.layers.size());
  std::vector<TensorType> types;
  for (const Job& job : list_jobs(weights, packed))
    if (std::ranges::find(types, job.from->type) == types.end()) types.push_back(job.from->type);
  return types;
}

std::uint64_t packed_bytes(const FileWeights& weights) {
  ModelWeights packed;
  packed.layers.resize(weights.layers.size());
  std::uint64_t bytes = weights.norms.output.size() * sizeof(float);
  for (const auto* norms : {&weights.norms.attention, &weights.norms.feed_forward})
    for (const std::vector<float>& norm : *norms) bytes += norm.size() * sizeof(float);
  for (const Job& job : list_jobs(weights, packed)) bytes += packed_bytes(*job.from);
  return bytes;
}

Result<ModelWeights> pack_weights(const TensorSource& source, FileWeights weights, ThreadPool& pool,
                                  const std::function<bool(double)>& progress) {
  ModelWeights packed;
  packed.embedding = weights.embedding;
  packed.norms = std::move(weights.norms);
  packed.layers.resize(weights.layers.size());
  const std::vector<Job> jobs = list_jobs(weights, packed);
  std::size_t total = 0;
  for (const Job& job : jobs) total += packed_bytes(*job.from);
  try {
    packed.memory.reserve(total);
  } catch (const std::bad_alloc&) {
    return fail(ErrorKind::kTooLarge, "\"" + source.path().string() + "\": no memory for " +
                                          format_bytes(total) +
                                          " of weights; close other programs or choose a smaller "
                                          "model");
  }

  std::size_t done = 0;
  for (const Job& job : jobs) {
    if (progress && !progress(double(done) / double(total)))
      return fail(ErrorKind::kInterrupted, "stopped");
    const std::size_t bytes = packed_bytes(*job.from);
    const auto result = PackedMatrix::pack(*job.from, pool, {packed.memory.data() + done, bytes});
    if (!result) return damaged(source, job.layer, job.part);
    *job.to = *result;
    release_pages(job.from->bytes);
    done += bytes;
  }
  if (!tied(weights) && !all_finite(packed.embedding.type, packed.embedding.bytes))
    return damaged(source, -1, "token_embd");
  release_pages(packed.embedding.bytes);
  return packed;
}

}  // namespace canter
