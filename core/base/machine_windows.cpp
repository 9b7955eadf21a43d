#include <windows.h>

#include <string>
#include <vector>

#include "base/machine.h"
#include "base/system_machine.h"

namespace canter {

int system_machine::physical_cores() {
  DWORD size = 0;
  ::GetLogicalProcessorInformationEx(RelationProcessorCore, nullptr, &size);
  std::vector<std::byte> buffer(size);
  auto* const first = reinterpret_cast<SYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX*>(buffer.data());
  if (size == 0 || !::GetLogicalProcessorInformationEx(RelationProcessorCore, first, &size))
    return 0;
  int cores = 0;
  for (DWORD at = 0; at < size; ++cores)
    at +=
        reinterpret_cast<const SYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX*>(buffer.data() + at)->Size;
  return cores;
}

std::string system_machine::processor_name() {
  char name[256] = {};
  DWORD size = sizeof name - 1;
  const LSTATUS status =
      ::RegGetValueA(HKEY_LOCAL_MACHINE, "HARDWARE\\DESCRIPTION\\System\\CentralProcessor\\0",
                     "ProcessorNameString", RRF_RT_REG_SZ, nullptr, name, &size);
  return status == ERROR_SUCCESS ? name : "";
}

bool has_arm_feature(ArmFeature) {
  return false;  // not asked yet
}

// Threads that are started later are not meant there.
void lower_thread_priority() {
  ::SetThreadPriority(::GetCurrentThread(), THREAD_PRIORITY_BELOW_NORMAL);
}

std::uint64_t available_memory() {
  MEMORYSTATUSEX status{};
  status.dwLength = sizeof status;
  return ::GlobalMemoryStatusEx(&status) ? status.ullAvailPhys : 0;
}

}  // namespace canter
