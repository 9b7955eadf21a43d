#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "support/process.h"

namespace canter::crash {

using std::chrono::milliseconds;

/// A program that is killed, and when it printed what.
class Victim {
 public:
  Victim(const std::filesystem::path& program, const std::vector<std::string>& arguments,
         const std::filesystem::path& data_dir);

  void write(std::string_view text) { process_.write(text); }
  /// False when it prints nothing more before that.
  bool wait_for_output(milliseconds patience);
  void run_for(milliseconds time);
  /// False when the program had ended by itself.
  bool kill();

  // After kill():
  int exit_code() const { return result_.exit_code; }
  const std::string& out() const { return result_.out; }
  const std::string& err() const { return result_.err; }
  /// Bytes that had been printed so long before the kill.
  std::size_t printed_before(milliseconds time) const;
  /// How long before the kill this byte was printed.
  double age_ms(std::size_t byte) const;

 private:
  using Clock = std::chrono::steady_clock;
  struct Reading {
    Clock::time_point when;
    std::size_t bytes = 0;  ///< printed by then
  };

  /// Reads for a moment. False when the program has closed its outputs.
  bool read();

  test::Process process_;
  std::vector<Reading> readings_;
  Clock::time_point killed_;
  test::ProcessResult result_;
};

}  // namespace canter::crash
