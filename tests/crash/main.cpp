#include <unistd.h>

#include <spdlog/fmt/fmt.h>
#include <CLI/CLI.hpp>
#include <array>
#include <chrono>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "crash/phase.h"

namespace canter::crash {
namespace {

/// Of 25 kills, so many.
struct Share {
  const char* name;
  std::unique_ptr<Phase> (*make)(Rig& rig);
  int part;
};
constexpr std::array<Share, 7> kPhases = {{{"first-write", first_write, 4},
                                           {"migration", migration, 4},
                                           {"streaming", streaming, 6},
                                           {"library", library, 6},
                                           {"tuning", tuning, 2},
                                           {"comparing", comparing, 3},
                                           {"window", window, 0}}};
constexpr int kParts = 25;

struct Options {
  int kills = 500;
  std::uint64_t seed = 1;
  std::string only;
  Setup setup;
};

struct Tally {
  int kills = 0;
  double seconds = 0;
};

/// The number of kills that fall to each phase.
std::array<int, kPhases.size()> divide(const Options& options) {
  std::array<int, kPhases.size()> kills{};
  int parts = 0;
  int given = 0;
  for (std::size_t i = 0; i < kPhases.size(); ++i) {
    parts += kPhases[i].part;
    kills[i] = options.kills * parts / kParts - given;
    given += kills[i];
    if (!options.only.empty()) kills[i] = options.only == kPhases[i].name ? options.kills : 0;
  }
  return kills;
}

Tally run_phase(Phase& phase, int kills) {
  Tally tally;
  const auto began = std::chrono::steady_clock::now();
  phase.prepare();
  for (int tries = 0; tally.kills < kills; ++tries) {
    require(tries < 4 * kills + 20, "hardly a program lives long enough to be killed");
    tally.kills += phase.kill_once() ? 1 : 0;
  }
  tally.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return tally;
}

int run(const Options& options) {
  std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
  const auto kills = divide(options);
  int all = 0;
  for (std::size_t i = 0; i < kPhases.size(); ++i) {
    if (kills[i] == 0) continue;
    Rig rig(options.setup, options.seed + i);
    const auto phase = kPhases[i].make(rig);
    try {
      const Tally tally = run_phase(*phase, kills[i]);
      all += tally.kills;
      fmt::print("{}: {} kills in {:.0f} s; {}\n", phase->name(), tally.kills, tally.seconds,
                 phase->seen());
    } catch (const std::exception& violated) {
      fmt::print("{}: violated with --seed {}: {}\n  so far: {}\n  left behind: {}\n",
                 phase->name(), options.seed, violated.what(), phase->seen(),
                 options.setup.folder.string());
      return 1;
    }
  }
  fmt::print("{} kills, every promise kept\n", all);
  return 0;
}

}  // namespace
}  // namespace canter::crash

int main(int argc, char** argv) {
  using namespace canter::crash;
  const std::filesystem::path bin = std::filesystem::path(argv[0]).parent_path();
  Options options;
  std::string program = (bin / "canter-cli").string();
  std::string worker = (bin / "canter-crash-worker").string();
  std::string window = (bin / "canter").string();
  std::string folder;
  std::string test_data = CANTER_TEST_DATA;
  options.setup.model = options.setup.tuned_model = "starter";
  CLI::App app("Kills Canter at random moments and looks at what is left", "canter-crash-harness");
  app.add_option("--kills", options.kills, "So many in all")->capture_default_str();
  app.add_option("--seed", options.seed, "Of the moments")->capture_default_str();
  std::vector<std::string> phases;
  for (const Share& phase : kPhases) phases.emplace_back(phase.name);
  app.add_option("--phase", options.only, "This one alone")->check(CLI::IsMember(phases));
  app.add_option("--program", program, "canter-cli")->capture_default_str();
  app.add_option("--worker", worker, "canter-crash-worker")->capture_default_str();
  app.add_option("--window", window, "canter, for --phase window")->capture_default_str();
  app.add_option("--test-data", test_data, "tests/data")->capture_default_str();
  app.add_option("--model", options.setup.model, "That answers")->capture_default_str();
  app.add_option("--tuned-model", options.setup.tuned_model, "That an adapter is made for")
      ->capture_default_str();
  app.add_option("--tokens", options.setup.answer_tokens, "Of an answer that streams")
      ->capture_default_str();
  app.add_option("--old-messages", options.setup.old_messages, "To be migrated")
      ->capture_default_str();
  app.add_option("--folder", folder,
                 "A new one for the databases; stays when a promise is violated");
  CLI11_PARSE(app, argc, argv);

  if (folder.empty())
    folder = (std::filesystem::temp_directory_path() / fmt::format("canter-crash-{}", getpid()));
  options.setup.program = program;
  options.setup.worker = worker;
  options.setup.window = window;
  options.setup.folder = std::filesystem::absolute(folder);
  options.setup.test_data = test_data;
  try {
    if (!std::filesystem::create_directories(options.setup.folder))
      throw std::invalid_argument(folder + " is there already, choose a new folder");
    const int exit_code = run(options);
    if (exit_code == 0) std::filesystem::remove_all(options.setup.folder);
    return exit_code;
  } catch (const std::exception& error) {
    fmt::print(stderr, "canter-crash-harness: error: {}\n", error.what());
    return 2;
  }
}
