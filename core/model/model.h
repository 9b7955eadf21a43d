#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "model/file_type.h"
#include "model/plan/model_plan.h"
#include "model/sampling_defaults.h"
#include "model/weights/weights.h"
#include "tokenizer/tokenizer.h"

namespace canter {

/// What a model file says of itself, from its headers alone.
struct ModelSummary {
  std::string format;  ///< `GGUF v3`, `safetensors`
  std::string name;    ///< for display; plan.name is what its files call it
  ModelPlan plan;      ///< of an architecture that cannot be run: what could be read, else zeros
  std::uint64_t parameters = 0;
  std::map<std::string, std::uint64_t> weight_types;  ///< `Q8_0` to number of tensors, used or not
  std::string tokenizer;                              ///< `SentencePiece BPE`
  std::string chat_template;                          ///< its source; empty: there is none
  PartialSampling sampling;                           ///< as its makers recommend
  std::uint64_t bytes = 0;                            ///< on disk
  std::uint64_t weight_memory = 0;      ///< bytes of weights in memory; 0: it cannot be run
  std::uint64_t vocabulary_memory = 0;  ///< of tokenizer, metadata and tables
  std::vector<MatrixKind> matrices{};   ///< that a pass multiplies by; empty: it cannot be run
  std::string fingerprint;              ///< 32 hex digits; empty when it cannot be computed
  std::vector<std::string> notes;  ///< what its tokenizer leaves open, as Tokenizer::notes() has it
  std::string problem;             ///< why it cannot be run, however much memory; empty when it can
};

/// Reads headers and the norm weights only. A model of an architecture that cannot be run is
/// described all the same; kBadFile for values that are missing or contradict each other.
Result<ModelSummary> summarise_model(const std::filesystem::path& path);

/// An open model: plan, tokenizer, and weights, interleaved in memory for this processor.
/// Immutable; safe to use from several threads.
class Model {
 public:
  struct Options {
    /// Bytes that may be used; 0: ask the system. A model that does not fit is refused before it is
    /// loaded, with the numbers.
    std::uint64_t available_memory = 0;
    /// Threads that interleave the weights; 0: one for each physical core.
    int threads = 0;
    /// Hears numbers from 0 to 1; when it returns false, opening ends with kInterrupted.
    std::function<bool(double)> progress;
  };

  /// `path`: a GGUF file, or a folder with config.json, *.safetensors and tokenizer.model. kIo when
  /// something cannot be read, kBadFile when it is damaged or contradicts itself, kUnsupported when
  /// it is sound but not for this program, kTooLarge for lack of memory.
  static Result<Model> open(const std::filesystem::path& path, const Options& options);
  static Result<Model> open(const std::filesystem::path& path) { return open(path, Options{}); }

  Model(Model&&) noexcept;
  Model& operator=(Model&&) noexcept;
  ~Model();

  const ModelSummary& summary() const;
  const ModelPlan& plan() const { return summary().plan; }
  const Tokenizer& tokenizer() const;
  const ModelWeights& weights() const;
  /// kIo when a file was cut off or changed since it was opened: what stays in it (see
  /// ModelWeights) can no longer be trusted.
  Result<void> check_unchanged() const;

 private:
  struct State;
  explicit Model(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Writes a GGUF file of the model at `input` (GGUF, or a folder) as `type`, one of file_types().
/// `progress` hears numbers from 0 to 1; when it returns false nothing is written (kInterrupted).
/// Returns the bytes written.
Result<std::uint64_t> quantize_model(const std::filesystem::path& input,
                                     const std::filesystem::path& output, FileType type,
                                     const std::function<bool(double)>& progress = {});

}  // namespace canter
