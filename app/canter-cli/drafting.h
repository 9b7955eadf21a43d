#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/thread_pool.h"
#include "command_line.h"
#include "decode/draft/drafter.h"
#include "decode/statistics.h"
#include "model/model.h"

namespace canter::cli {

struct DraftArguments {
  std::string adapter = "auto";
  std::string draft;  ///< empty: not said
  std::string tree = "adaptive";
};

/// Adds `--draft`.
void add_sources_option(Command command, std::string& draft);

/// Adds `--adapter`, `--draft` and `--tree`.
void add_draft_options(Command command, DraftArguments& arguments);

/// What answers are drafted with.
struct Drafting {
  std::shared_ptr<Drafter> drafter;  ///< nullptr: plain decoding
  std::string reason;                ///< why there is no drafter, or no adapter; may be empty
  bool adaptive = false;             ///< learns, and goes by how long passes take
};

/// Looks the adapter up, and in the database, where there is one, what was learned before.
Outcome<Drafting> open_drafting(const DraftArguments& arguments, const Model& model,
                                ThreadPool& pool, TensorType cache, const CommonOptions& options);

/// Keeps what was learned for the next time, in the database where there is one.
void keep_experience(const Drafting& drafting, const Model& model, int threads,
                     const CommonOptions& options);

/// `bita` or `off`, by what was done for an answer.
std::string acceleration_name(const AnswerStatistics& statistics);

/// `{"text": {"drafted": 12, "accepted": 5}, …}`, of counts as AnswerStatistics has them.
template <typename Count>
nlohmann::ordered_json by_source(const std::vector<Count>& drafted,
                                 const std::vector<Count>& accepted) {
  auto sources = nlohmann::ordered_json::object();
  for (std::size_t i = 0; i < drafted.size(); ++i) {
    if (drafted[i] == 0) continue;
    const Count right = i < accepted.size() ? accepted[i] : 0;
    sources[std::string(source_name(kSources[i]))] = {{"drafted", drafted[i]}, {"accepted", right}};
  }
  return sources;
}

}  // namespace canter::cli
