#include <cstdlib>
#include <string_view>

#include "base/log.h"
#include "tensor/kernels/sets.h"

namespace canter::kernels {
namespace {

struct Entry {
  const Kernels* kernels;
  bool (*supported)();
};

// Best first. The compiler's check covers the operating system's saving of the registers.
constexpr Entry kSets[] = {
#ifdef CANTER_KERNELS_X86
    {&kAvx512,
     [] {
       return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
              __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
     }},
    {&kAvx2, [] { return bool(__builtin_cpu_supports("avx2")); }},
#endif
    {&kPortable, [] { return true; }},
};

const Kernels& choose() {
  if (const char* forced = std::getenv("CANTER_KERNELS"); forced && *forced) {
    if (const Kernels* kernels = find(forced)) return *kernels;
    log(LogLevel::kWarning,
        "CANTER_KERNELS names no instruction set that this processor has; the best is used");
  }
  for (const Entry& entry : kSets)
    if (entry.supported()) return *entry.kernels;
  return kPortable;
}

}  // namespace

const Kernels& active() {
  static const Kernels& chosen = choose();
  return chosen;
}

const Kernels* find(const char* name) {
  for (const Entry& entry : kSets)
    if (std::string_view(name) == entry.kernels->name)
      return entry.supported() ? entry.kernels : nullptr;
  return nullptr;
}

}  // namespace canter::kernels
