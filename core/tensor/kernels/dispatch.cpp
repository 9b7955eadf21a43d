#ifdef CANTER_KERNELS_X86
#include <cpuid.h>
#ifdef __linux__
#include <sys/syscall.h>
#include <unistd.h>
#endif
#endif

#include <cstdlib>
#include <string_view>

#include "base/log.h"
#include "base/machine.h"
#include "tensor/kernels/sets.h"

namespace canter::kernels {
namespace {

struct Entry {
  const Kernels* kernels;
  bool (*supported)();
};

#ifdef CANTER_KERNELS_X86
// Clang's __builtin_cpu_supports() did not know it for long.
bool has_f16c() {
  unsigned eax = 0, ebx = 0, ecx = 0, edx = 0;
  return __get_cpuid(1, &eax, &ebx, &ecx, &edx) != 0 && (ecx & bit_F16C) != 0;
}
bool has_avx2() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && has_f16c();
}
/// Intel's processors without AVX-512 since 2021, AMD's since Zen 5.
bool has_avx_vnni() {
  constexpr unsigned kAvxVnniBit = 1u << 4;
  unsigned eax = 0, ebx = 0, ecx = 0, edx = 0;
  return has_avx2() && __get_cpuid_count(7, 1, &eax, &ebx, &ecx, &edx) != 0 &&
         (eax & kAvxVnniBit) != 0;
}
bool has_avx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vnni");
}
bool has_avx512_bfloat16() {
  return has_avx512() && __builtin_cpu_supports("avx512bf16");
}

/// Tiles are large, so Linux keeps them only for programs that have asked for it (its
/// Documentation/arch/x86/xstate.rst).
bool may_use_tiles() {
#if defined(__linux__) && defined(SYS_arch_prctl)
  constexpr long kRequestPermission = 0x1023, kTileData = 18;
  return syscall(SYS_arch_prctl, kRequestPermission, kTileData) == 0;
#else
  return false;
#endif
}

bool has_amx() {
  constexpr unsigned kBfloat16 = 1u << 22, kTiles = 1u << 24, kInt8 = 1u << 25;
  constexpr unsigned kAll = kBfloat16 | kTiles | kInt8;
  unsigned eax = 0, ebx = 0, ecx = 0, edx = 0;
  return has_avx512_bfloat16() && __get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx) != 0 &&
         (edx & kAll) == kAll && may_use_tiles();
}
#endif

#ifdef CANTER_KERNELS_NEON
bool has_neon_dot() {
  return has_arm_feature(ArmFeature::kDotProduct) && has_arm_feature(ArmFeature::kHalfPrecision);
}
#endif

// Best first. The compiler's check covers the operating system's saving of the registers.
constexpr Entry kSets[] = {
#ifdef CANTER_KERNELS_X86
    {&kAmx, has_amx},
    {&kAvx512Bf16, has_avx512_bfloat16},
    {&kAvx512, has_avx512},
    {&kAvxVnni, has_avx_vnni},
    {&kAvx2, has_avx2},
#endif
#ifdef CANTER_KERNELS_NEON
    {&kNeonI8mm, [] { return has_neon_dot() && has_arm_feature(ArmFeature::kInt8Matrix); }},
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
