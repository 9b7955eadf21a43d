#include "crash/victim.h"

#include <algorithm>
#include <csignal>

namespace canter::crash {
namespace {

constexpr auto kMoment = milliseconds(1);

double in_ms(std::chrono::steady_clock::duration time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

}  // namespace

Victim::Victim(const std::filesystem::path& program, const std::vector<std::string>& arguments,
               const std::filesystem::path& data_dir)
    : process_(program,
               {.arguments = arguments, .environment = {{"CANTER_DATA_DIR", data_dir.string()}}}) {}

bool Victim::read() {
  const bool open = process_.read_for(kMoment);
  const std::size_t bytes = process_.output().size();
  if (readings_.empty() || bytes > readings_.back().bytes)
    readings_.push_back({Clock::now(), bytes});
  return open;
}

bool Victim::wait_for_output(milliseconds patience) {
  const auto deadline = Clock::now() + patience;
  while (process_.output().empty())
    if (!read() || Clock::now() > deadline) return false;
  return true;
}

void Victim::run_for(milliseconds time) {
  const auto deadline = Clock::now() + time;
  while (Clock::now() < deadline && read()) {
  }
}

bool Victim::kill() {
  killed_ = Clock::now();
  process_.send_signal(SIGKILL);
  result_ = process_.finish();
  return result_.exit_code == 128 + SIGKILL;
}

std::size_t Victim::printed_before(milliseconds time) const {
  std::size_t bytes = 0;
  for (const Reading& reading : readings_)
    if (reading.when + time <= killed_) bytes = reading.bytes;
  return bytes;
}

double Victim::age_ms(std::size_t byte) const {
  const auto found =
      std::ranges::find_if(readings_, [byte](const Reading& r) { return r.bytes > byte; });
  return found == readings_.end() ? 0 : std::max(0.0, in_ms(killed_ - found->when));
}

}  // namespace canter::crash
