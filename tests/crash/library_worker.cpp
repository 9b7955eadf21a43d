#include <cstdio>

#include "crash/acknowledge.h"
#include "crash/deeds.h"
#include "crash/worker.h"

namespace canter::crash {
namespace {

int fail_with(const Error& error) {
  std::fprintf(stderr, "canter-crash-worker: error: %s\n", error.message.c_str());
  return 1;
}

}  // namespace

int work_in_library(const WorkerOptions& options) {
  auto store = Store::open(options.data_dir);
  if (!store) return fail_with(store.error());
  Deeds deeds(*store, options.seed);
  for (int done = 0; options.deeds == 0 || done < options.deeds; ++done) {
    const auto deed = deeds.next();
    if (!deed) return fail_with(deed.error());
    acknowledge(*deed);
  }
  return 0;
}

}  // namespace canter::crash
