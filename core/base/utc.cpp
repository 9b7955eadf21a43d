#include "base/utc.h"

#include <ctime>

namespace canter {

std::string utc_text(std::int64_t seconds, const char* format) {
  const std::time_t time = seconds;
  std::tm parts{};
#if defined(_WIN32)
  gmtime_s(&parts, &time);
#else
  gmtime_r(&time, &parts);
#endif
  char text[64];
  return {text, std::strftime(text, sizeof text, format, &parts)};
}

}  // namespace canter
