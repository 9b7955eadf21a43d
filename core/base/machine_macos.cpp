#include <sys/sysctl.h>

#include <string>

#include "base/machine.h"
#include "base/system_machine.h"

namespace canter {
namespace {

template <typename T>
T system_value(const char* name) {
  T value = 0;
  std::size_t size = sizeof(value);
  return ::sysctlbyname(name, &value, &size, nullptr, 0) == 0 ? value : 0;
}

}  // namespace

int system_machine::physical_cores() {
  return system_value<int>("hw.physicalcpu");
}

std::string system_machine::processor_name() {
  std::size_t size = 0;
  if (::sysctlbyname("machdep.cpu.brand_string", nullptr, &size, nullptr, 0) != 0) return {};
  std::string name(size, '\0');
  if (::sysctlbyname("machdep.cpu.brand_string", name.data(), &size, nullptr, 0) != 0) return {};
  return name.c_str();
}

bool has_arm_feature(ArmFeature feature) {
  switch (feature) {
    case ArmFeature::kHalfPrecision:
      return system_value<int>("hw.optional.arm.FEAT_FP16") != 0;
    case ArmFeature::kDotProduct:
      return system_value<int>("hw.optional.arm.FEAT_DotProd") != 0;
    case ArmFeature::kInt8Matrix:
      return system_value<int>("hw.optional.arm.FEAT_I8MM") != 0;
  }
  return false;
}

void lower_thread_priority() {}

std::uint64_t available_memory() {
  return std::uint64_t{system_value<unsigned>("vm.page_free_count")} *
         system_value<std::uint64_t>("hw.pagesize");
}

}  // namespace canter
