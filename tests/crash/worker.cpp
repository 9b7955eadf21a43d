#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "crash/worker.h"

int main(int argc, char** argv) {
  using namespace canter::crash;
  WorkerOptions options;
  std::string data_dir;
  CLI::App app("Changes what lies in a data folder until it is killed", "canter-crash-worker");
  app.add_option("--data-dir", data_dir, "The data folder")->envname("CANTER_DATA_DIR")->required();
  app.add_option("--seed", options.seed, "Of what is done");
  app.add_option("--deeds", options.deeds, "So many, then it ends; 0: no end");
  app.add_option("--model", options.model, "That answers, compares and is tuned");
  app.add_flag("--resume", options.resume, "Goes on with the tuning that is kept");
  app.fallthrough();
  app.require_subcommand(1);
  CLI::App* library = app.add_subcommand("library", "Conversations and lists");
  CLI::App* comparing = app.add_subcommand("comparing", "Comparisons, with answers in between");
  app.add_subcommand("tuning", "An adapter");
  CLI11_PARSE(app, argc, argv);
  options.data_dir = data_dir;
  try {
    if (library->parsed()) return work_in_library(options);
    return comparing->parsed() ? compare_and_answer(options) : make_adapter(options);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "canter-crash-worker: error: %s\n", error.what());
    return 1;
  }
}
