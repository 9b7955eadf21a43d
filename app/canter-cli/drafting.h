#pragma once

#include <memory>
#include <string>

#include "base/thread_pool.h"
#include "decode/draft/drafter.h"
#include "decode/statistics.h"
#include "model/model.h"
#include "options.h"

namespace canter::cli {

struct DraftArguments {
  std::string adapter = "auto";
  std::string tree = "adaptive";
};

/// Adds `--adapter` and `--tree`.
void add_draft_options(CLI::App& command, DraftArguments& arguments);

/// What answers are drafted with.
struct Drafting {
  std::unique_ptr<Drafter> drafter;  ///< nullptr: plain decoding
  std::string reason;                ///< why there is no drafter, or no adapter; may be empty
  bool adaptive = false;             ///< learns, and goes by how long passes take
};

/// Looks the adapter up, and in the database, where there is one, what was learned before.
Outcome<Drafting> open_drafting(const DraftArguments& arguments, const Model& model,
                                ThreadPool& pool, TensorType cache, const CommonOptions& options);

/// Measures how long passes take, unless that is known already or does not matter. Ends when
/// interrupted.
Outcome<> measure_passes(const Drafting& drafting, const Model& model, ThreadPool& pool);

/// Keeps what was learned for the next time, in the database where there is one.
void keep_experience(const Drafting& drafting, const Model& model, int threads,
                     const CommonOptions& options);

/// `bita` or `off`, by what was done for an answer.
std::string acceleration_name(const AnswerStatistics& statistics);

}  // namespace canter::cli
