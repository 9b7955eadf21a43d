#include "chat/jinja/clock_text.h"

#include <array>
#include <chrono>

namespace canter::jinja {
namespace {

constexpr std::array<std::string_view, 7> kDays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

struct Moment {
  explicit Moment(std::int64_t seconds) {
    using namespace std::chrono;
    // Years of four digits, far beyond what the calendar below is good for otherwise.
    constexpr std::int64_t kMost = 253'402'300'799;
    const std::int64_t given = seconds < 0 ? 0 : seconds > kMost ? kMost : seconds;
    const sys_days days = floor<std::chrono::days>(sys_seconds(std::chrono::seconds(given)));
    const year_month_day date(days);
    const hh_mm_ss<std::chrono::seconds> time(std::chrono::seconds(given) -
                                              days.time_since_epoch());
    year = static_cast<int>(date.year());
    month = static_cast<int>(static_cast<unsigned>(date.month()));
    day = static_cast<int>(static_cast<unsigned>(date.day()));
    weekday = static_cast<int>(std::chrono::weekday(days).c_encoding());
    day_of_year = static_cast<int>((days - sys_days(date.year() / January / 1)).count()) + 1;
    hour = static_cast<int>(time.hours().count());
    minute = static_cast<int>(time.minutes().count());
    second = static_cast<int>(time.seconds().count());
  }

  int year = 0, month = 0, day = 0, weekday = 0, day_of_year = 0, hour = 0, minute = 0, second = 0;
};

std::string number(int value, std::size_t width, char fill) {
  std::string digits = std::to_string(value);
  if (fill != '\0' && digits.size() < width) digits.insert(0, width - digits.size(), fill);
  return digits;
}

/// `zero`: what numbers are filled with.
std::string field(const Moment& moment, char letter, char zero) {
  const std::string_view day = kDays[static_cast<std::size_t>(moment.weekday)];
  const std::string_view month = kMonths[static_cast<std::size_t>(moment.month - 1)];
  const auto all = [&](std::string_view letters) {
    std::string text;
    for (const char c : letters) {
      text += c >= 'A' ? field(moment, c, '0') : std::string(1, c);
    }
    return text;
  };
  switch (letter) {
    case 'A':
      return std::string(day);
    case 'a':
      return std::string(day.substr(0, 3));
    case 'B':
      return std::string(month);
    case 'b':
    case 'h':
      return std::string(month.substr(0, 3));
    case 'd':
      return number(moment.day, 2, zero);
    case 'e':
      return number(moment.day, 2, zero == '\0' ? '\0' : ' ');
    case 'm':
      return number(moment.month, 2, zero);
    case 'Y':
      return std::to_string(moment.year);
    case 'y':
      return number(moment.year % 100, 2, zero);
    case 'C':
      return number(moment.year / 100, 2, zero);
    case 'j':
      return number(moment.day_of_year, 3, zero);
    case 'H':
      return number(moment.hour, 2, zero);
    case 'I':
      return number((moment.hour + 11) % 12 + 1, 2, zero);
    case 'M':
      return number(moment.minute, 2, zero);
    case 'S':
      return number(moment.second, 2, zero);
    case 'f':
      return "000000";
    case 'p':
      return moment.hour < 12 ? "AM" : "PM";
    case 'w':
      return std::to_string(moment.weekday);
    case 'u':
      return std::to_string((moment.weekday + 6) % 7 + 1);
    case 'U':
      return number((moment.day_of_year + 6 - moment.weekday) / 7, 2, zero);
    case 'W':
      return number((moment.day_of_year + 6 - (moment.weekday + 6) % 7) / 7, 2, zero);
    case 'D':
    case 'x':
      return all("m/d/y");
    case 'F':
      return all("Y-m-d");
    case 'T':
    case 'X':
      return all("H:M:S");
    case 'R':
      return all("H:M");
    case 'r':
      return all("I:M:S p");
    case 'c':
      return all("a b e H:M:S Y");
    case 'n':
      return "\n";
    case 't':
      return "\t";
    case 'z':
    case 'Z':
      return "";
    default:
      return std::string("%") + letter;
  }
}

}  // namespace

std::string clock_text(std::int64_t seconds, std::string_view format) {
  const Moment moment(seconds);
  std::string text;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != '%' || i + 1 == format.size()) {
      text += format[i];
      continue;
    }
    char zero = '0';
    if (format[i + 1] == '-' && i + 2 < format.size()) {
      zero = '\0';
      ++i;
    }
    ++i;
    text += format[i] == '%' ? "%" : field(moment, format[i], zero);
  }
  return text;
}

}  // namespace canter::jinja
