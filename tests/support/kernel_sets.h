#pragma once

#include <vector>

#include "tensor/kernels/kernels.h"

namespace canter::test {

/// Every set of kernels that this processor can run, best last.
inline std::vector<const kernels::Kernels*> supported_sets() {
  std::vector<const kernels::Kernels*> sets;
  for (const char* name :
       {"portable", "avx2", "avxvnni", "avx512", "avx512bf16", "amx", "neon", "neoni8mm"})
    if (const kernels::Kernels* set = kernels::find(name)) sets.push_back(set);
  return sets;
}

}  // namespace canter::test
