#include "base/local_time.h"

#include <chrono>
#include <ctime>

namespace canter {

std::int64_t local_seconds() {
  const std::time_t time = std::time(nullptr);
  std::tm parts{};
#if defined(_WIN32)
  localtime_s(&parts, &time);
#else
  localtime_r(&time, &parts);
#endif
  const std::chrono::sys_days day = std::chrono::year(parts.tm_year + 1900) /
                                    std::chrono::month(unsigned(parts.tm_mon + 1)) /
                                    std::chrono::day(unsigned(parts.tm_mday));
  return std::int64_t(day.time_since_epoch().count()) * 86'400 + parts.tm_hour * 3'600 +
         parts.tm_min * 60 + parts.tm_sec;
}

}  // namespace canter
