#include <benchmark/benchmark.h>

#include <string>

#include "base/machine.h"
#include "tensor/kernels/kernels.h"

int main(int argc, char** argv) {
  benchmark::AddCustomContext("processor", canter::processor_name());
  benchmark::AddCustomContext("physical_cores", std::to_string(canter::physical_cores()));
  benchmark::AddCustomContext("kernels", canter::kernels::active().name);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
}
