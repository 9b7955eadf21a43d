#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace canter::crash {

struct WorkerOptions {
  std::filesystem::path data_dir;
  std::uint64_t seed = 1;
  int deeds = 0;  ///< 0: no end
  std::string model = "starter";
  bool resume = false;
};

// Each says on standard output what is durable, a line for each thing, after it was told so itself.
// They return the program's exit code; those that use the engine throw what its errors say.

/// Lines: what was done.
int work_in_library(const WorkerOptions& options);
/// Lines: JSON objects, with "question", "answer" and "text" of a turn, or with "comparison".
int compare_and_answer(const WorkerOptions& options);
/// Lines: `tuned`.
int make_adapter(const WorkerOptions& options);

}  // namespace canter::crash
