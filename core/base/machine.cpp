#include "base/machine.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <thread>

#include "base/system_machine.h"

namespace canter {

int physical_cores() {
  int cores = system_machine::physical_cores();
  if (cores <= 0) cores = static_cast<int>(std::thread::hardware_concurrency());
  return std::max(1, cores);
}

int threads_beside_window(int cores) {
  return cores > 2 ? cores - 1 : std::max(1, cores);
}

std::string processor_name() {
  const std::string name = system_machine::processor_name();
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
