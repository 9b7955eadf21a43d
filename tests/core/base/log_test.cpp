#include "base/log.h"

#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace canter {
namespace {

TEST(Log, reaches_the_sink_with_level_and_text) {
  std::vector<std::string> messages;
  set_log_sink([&](LogLevel level, std::string_view message) {
    messages.push_back((level == LogLevel::kWarning ? "warning: " : "") + std::string(message));
  });
  log(LogLevel::kWarning, "the disk is nearly full");
  set_log_sink({});
  EXPECT_EQ(messages, std::vector<std::string>{"warning: the disk is nearly full"});
}

TEST(Log, is_silent_without_a_sink) {
  set_log_sink({});
  log(LogLevel::kError, "nobody hears this");
}

TEST(Log, lets_a_sink_go_only_when_no_thread_is_inside_it) {
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    while (!stop) log(LogLevel::kInfo, "message");
  });
  for (int round = 0; round < 200; ++round) {
    int alive = 1;
    std::atomic<int> dead_seen = 0;
    set_log_sink([&](LogLevel, std::string_view) { dead_seen += alive == 0; });
    std::this_thread::yield();
    set_log_sink({});
    alive = 0;
    EXPECT_EQ(dead_seen, 0);
  }
  stop = true;
  writer.join();
}

}  // namespace
}  // namespace canter
