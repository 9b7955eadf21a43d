#include "base/machine.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <limits>
#include <optional>
#include <set>
#include <string_view>
#include <thread>
#include <vector>

#if defined(__linux__)
#include <sched.h>
#include <sys/resource.h>
#elif defined(__APPLE__)
#include <sys/sysctl.h>
#endif

namespace canter {
namespace {

#if defined(__linux__)
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
#endif

#if defined(__APPLE__)
template <typename T>
T system_value(const char* name) {
  T value = 0;
  std::size_t size = sizeof(value);
  return ::sysctlbyname(name, &value, &size, nullptr, 0) == 0 ? value : 0;
}
#endif

}  // namespace

int physical_cores() {
  int cores = 0;
#if defined(__linux__)
  std::set<std::string> distinct;
  for (const int processor : allowed_processors()) {
    const std::string name = std::to_string(processor);
    const std::string siblings =
        first_line("/sys/devices/system/cpu/cpu" + name + "/topology/thread_siblings_list");
    distinct.insert(siblings.empty() ? name : siblings);
  }
  cores = std::min(static_cast<int>(distinct.size()), granted_processors());
#elif defined(__APPLE__)
  cores = system_value<int>("hw.physicalcpu");
#endif
  if (cores <= 0) cores = static_cast<int>(std::thread::hardware_concurrency());
  return std::max(1, cores);
}

int threads_beside_window(int cores) {
  return cores > 2 ? cores - 1 : std::max(1, cores);
}

void lower_thread_priority() {
#if defined(__linux__)
  // There the calling thread is meant, and threads inherit it.
  setpriority(PRIO_PROCESS, 0, 10);
#endif
}

std::uint64_t available_memory() {
#if defined(__linux__)
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
#elif defined(__APPLE__)
  return std::uint64_t{system_value<unsigned>("vm.page_free_count")} *
         system_value<std::uint64_t>("hw.pagesize");
#else
  return 0;
#endif
}

std::string processor_name() {
  std::string name;
#if defined(__linux__)
  name = value_of("/proc/cpuinfo", "model name");
#elif defined(__APPLE__)
  std::array<char, 256> buffer{};
  std::size_t size = buffer.size() - 1;
  if (::sysctlbyname("machdep.cpu.brand_string", buffer.data(), &size, nullptr, 0) == 0) {
    name = buffer.data();
  }
#endif
  return name.empty() ? "unknown processor" : name;
}

std::string format_bytes(std::uint64_t bytes) {
  if (bytes < 1000) return std::to_string(bytes) + (bytes == 1 ? " byte" : " bytes");
  constexpr std::array kUnits = {" kB", " MB", " GB", " TB", " PB", " EB"};
  double value = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  // What would be rounded to 1000 is said in the next unit.
  for (; value >= 999.5 && unit + 1 < kUnits.size(); ++unit) value /= 1000;
  const int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
  std::array<char, 32> text;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                 std::chars_format::fixed, decimals);
  return std::string(text.data(), end.ptr) + kUnits[unit];
}

}  // namespace canter
