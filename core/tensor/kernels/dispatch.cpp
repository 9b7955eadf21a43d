#ifdef CANTER_KERNELS_NEON
#include <asm/hwcap.h>
#include <sys/auxv.h>
#endif

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

#ifdef CANTER_KERNELS_X86
bool has_avx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vnni");
}
#endif

#ifdef CANTER_KERNELS_NEON
bool has_capability(unsigned long word, unsigned long bit) {
  return (getauxval(word) & bit) != 0;
}
bool has_neon_dot() {
  return has_capability(AT_HWCAP, HWCAP_ASIMDDP) && has_capability(AT_HWCAP, HWCAP_ASIMDHP);
}
#endif

// Best first. The compiler's check covers the operating system's saving of the registers.
constexpr Entry kSets[] = {
#ifdef CANTER_KERNELS_X86
    {&kAvx512Bf16, [] { return has_avx512() && __builtin_cpu_supports("avx512bf16"); }},
    {&kAvx512, has_avx512},
    {&kAvx2,
     [] {
       return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
              __builtin_cpu_supports("f16c");
     }},
#endif
#ifdef CANTER_KERNELS_NEON
    {&kNeonI8mm, [] { return has_neon_dot() && has_capability(AT_HWCAP2, HWCAP2_I8MM); }},
    {&kNeon, has_neon_dot},
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
