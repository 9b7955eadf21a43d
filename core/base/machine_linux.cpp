#include <sched.h>
#if defined(__aarch64__)
#include <asm/hwcap.h>
#include <sys/auxv.h>
#endif
#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <limits>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "base/machine.h"
#include "base/system_machine.h"

namespace canter {
namespace {

namespace fs = std::filesystem;

std::string first_line(const fs::path& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  return line;
}

std::optional<std::uint64_t> leading_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
  if (end.ec != std::errc()) return std::nullopt;
  return value;
}

/// The text after `key` and blanks, in a file of `key value` lines.
std::string value_of(const fs::path& path, std::string_view key) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with(key)) continue;
    const std::size_t value = line.find_first_not_of(" \t:", key.size());
    return value == std::string::npos ? std::string() : line.substr(value);
  }
  return {};
}

/// This process's control group and all above it, each of which may set limits.
std::vector<fs::path> control_groups() {
  const fs::path root = "/sys/fs/cgroup";
  std::vector<fs::path> groups;
  const std::string own = value_of("/proc/self/cgroup", "0:");
  if (!own.starts_with('/')) return groups;
  for (fs::path group = own.substr(1); !group.empty(); group = group.parent_path()) {
    groups.push_back(root / group);
  }
  groups.push_back(root);
  return groups;
}

std::vector<int> allowed_processors() {
  std::vector<int> processors;
  for (int size = CPU_SETSIZE; size <= 1 << 16; size *= 2) {
    std::vector<cpu_set_t> set(static_cast<std::size_t>(size / CPU_SETSIZE));
    const std::size_t bytes = set.size() * sizeof(cpu_set_t);
    if (::sched_getaffinity(0, bytes, set.data()) != 0) continue;
    for (int processor = 0; processor < size; ++processor) {
      if (CPU_ISSET_S(processor, bytes, set.data())) processors.push_back(processor);
    }
    break;
  }
  return processors;
}

/// Processors whose time the control groups grant, rounded up; a large number without a limit.
int granted_processors() {
  int granted = std::numeric_limits<int>::max();
  for (const fs::path& group : control_groups()) {
    std::ifstream limit(group / "cpu.max");  // "quota period" or "max period"
    std::uint64_t quota = 0;
    std::uint64_t period = 0;
    if (!(limit >> quota >> period) || period == 0) continue;
    const std::uint64_t processors =
        std::max<std::uint64_t>(1, quota / period + (quota % period != 0));
    if (processors < static_cast<std::uint64_t>(granted)) granted = static_cast<int>(processors);
  }
  return granted;
}

}  // namespace

int system_machine::physical_cores() {
  std::set<std::string> distinct;
  for (const int processor : allowed_processors()) {
    const std::string name = std::to_string(processor);
    const std::string siblings =
        first_line("/sys/devices/system/cpu/cpu" + name + "/topology/thread_siblings_list");
    distinct.insert(siblings.empty() ? name : siblings);
  }
  return std::min(static_cast<int>(distinct.size()), granted_processors());
}

std::string system_machine::processor_name() {
  return value_of("/proc/cpuinfo", "model name");
}

bool has_arm_feature([[maybe_unused]] ArmFeature feature) {
#if defined(__aarch64__)
  switch (feature) {
    case ArmFeature::kHalfPrecision:
      return (getauxval(AT_HWCAP) & HWCAP_ASIMDHP) != 0;
    case ArmFeature::kDotProduct:
      return (getauxval(AT_HWCAP) & HWCAP_ASIMDDP) != 0;
    case ArmFeature::kInt8Matrix:
      return (getauxval(AT_HWCAP2) & HWCAP2_I8MM) != 0;
  }
#endif
  return false;
}

void lower_thread_priority() {
  // Here the calling thread is meant, and threads inherit it.
  setpriority(PRIO_PROCESS, 0, 10);
}

std::uint64_t available_memory() {
  std::uint64_t available = leading_number(value_of("/proc/meminfo", "MemAvailable")).value_or(0);
  available *= 1024;
  for (const fs::path& group : control_groups()) {
    const auto limit = leading_number(first_line(group / "memory.max"));
    const auto used = leading_number(first_line(group / "memory.current"));
    if (!limit || !used) continue;
    // Cached file pages count as used, but make way for whoever needs memory.
    const auto cached = leading_number(value_of(group / "memory.stat", "inactive_file"));
    const std::uint64_t kept = *used - std::min(*used, cached.value_or(0));
    const std::uint64_t left = *limit - std::min(*limit, kept);
    available = available == 0 ? left : std::min(available, left);
  }
  return available;
}

}  // namespace canter
