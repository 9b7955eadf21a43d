#include "base/thread_pool.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace canter {
namespace {

TEST(ThreadPool, calls_every_index_exactly_once) {
  for (const int threads : {1, 2, 3, 8}) {
    ThreadPool pool(threads);
    EXPECT_EQ(pool.threads(), threads);
    for (const std::size_t count : {0, 1, 2, 3, 7, 64, 1000, 4097}) {
      std::vector<std::atomic<int>> calls(count);
      pool.for_each(count, [&](std::size_t i, int) { ++calls.at(i); });
      for (const std::atomic<int>& times : calls) ASSERT_EQ(times, 1);
    }
  }
}

TEST(ThreadPool, keeps_thousands_of_short_loops_apart) {
  for (const int threads : {2, 5}) {
    ThreadPool pool(threads);
    for (int loop = 0; loop < 20000; ++loop) {
      const std::size_t count = 1 + static_cast<std::size_t>(loop) % 13;
      std::vector<int> written(count, -1);
      pool.for_each(count, [&](std::size_t i, int) { written[i] = loop; });
      ASSERT_EQ(std::count(written.begin(), written.end(), loop), static_cast<long>(count));
    }
  }
}

TEST(ThreadPool, gives_distinct_numbers_to_calls_that_run_at_the_same_time) {
  constexpr int kThreads = 4;
  ThreadPool pool(kThreads);
  std::vector<std::atomic<int>> inside(kThreads);
  std::atomic<int> clashes = 0;
  for (int loop = 0; loop < 200; ++loop) {
    pool.for_each(50, [&](std::size_t i, int thread) {
      if (++inside.at(static_cast<std::size_t>(thread)) != 1) ++clashes;
      if (i % 10 == 0) std::this_thread::yield();
      --inside[static_cast<std::size_t>(thread)];
    });
  }
  EXPECT_EQ(clashes, 0);
}

TEST(ThreadPool, runs_indices_on_all_its_threads) {
  constexpr int kThreads = 3;
  ThreadPool pool(kThreads);
  std::atomic<int> arrived = 0;
  std::vector<int> thread_of(kThreads, -1);
  // Each call waits for the others, so the loop ends only if every thread takes one.
  pool.for_each(kThreads, [&](std::size_t i, int thread) {
    thread_of[i] = thread;
    ++arrived;
    while (arrived < kThreads) std::this_thread::yield();
  });
  std::sort(thread_of.begin(), thread_of.end());
  EXPECT_EQ(thread_of, (std::vector<int>{0, 1, 2}));
}

TEST(ThreadPool, wakes_threads_that_went_to_sleep) {
  ThreadPool pool(2);
  for (int round = 0; round < 20; ++round) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    std::atomic<int> arrived = 0;
    pool.for_each(2, [&](std::size_t, int) {
      ++arrived;
      while (arrived < 2) std::this_thread::yield();
    });
    EXPECT_EQ(arrived, 2);
  }
}

TEST(ThreadPool, shows_the_results_of_all_threads_to_the_caller) {
  ThreadPool pool(4);
  std::vector<std::size_t> squares(10000);
  pool.for_each(squares.size(), [&](std::size_t i, int) { squares[i] = i * i; });
  for (std::size_t i = 0; i < squares.size(); ++i) ASSERT_EQ(squares[i], i * i);
}

TEST(ThreadPool, ends_at_once_when_it_was_never_used) {
  for (int round = 0; round < 100; ++round) const ThreadPool pool(3);
}

TEST(ThreadPool, can_be_called_from_different_threads_one_after_another) {
  ThreadPool pool(2);
  for (int round = 0; round < 50; ++round) {
    std::atomic<int> sum = 0;
    std::thread caller([&] { pool.for_each(100, [&](std::size_t, int) { ++sum; }); });
    caller.join();
    ASSERT_EQ(sum, 100);
  }
}

TEST(ThreadPool, held_begins_no_call_until_it_is_released) {
  using namespace std::chrono_literals;
  for (const int threads : {1, 3}) {
    ThreadPool pool(threads);
    std::atomic<int> calls = 0;
    pool.hold();
    pool.hold();
    std::thread loop([&] { pool.for_each(10, [&](std::size_t, int) { ++calls; }); });
    std::this_thread::sleep_for(20ms);
    EXPECT_EQ(calls, 0);
    EXPECT_GE(pool.held_seconds(), 0.01);
    pool.release();
    loop.join();
    EXPECT_EQ(calls, 10);
    const double held = pool.held_seconds();
    std::this_thread::sleep_for(2ms);
    EXPECT_EQ(pool.held_seconds(), held);
  }
}

TEST(ThreadPool, ends_although_it_is_held) {
  ThreadPool pool(3);
  pool.for_each(100, [](std::size_t, int) {});
  pool.hold();
}

}  // namespace
}  // namespace canter
