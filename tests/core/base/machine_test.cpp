#include "base/machine.h"

#include <gtest/gtest.h>
#include <sched.h>

#include <thread>

namespace canter {
namespace {

TEST(FormatBytes, gives_three_digits_in_decimal_units) {
  EXPECT_EQ(format_bytes(0), "0 bytes");
  EXPECT_EQ(format_bytes(1), "1 byte");
  EXPECT_EQ(format_bytes(999), "999 bytes");
  EXPECT_EQ(format_bytes(1000), "1.00 kB");
  EXPECT_EQ(format_bytes(1536), "1.54 kB");
  EXPECT_EQ(format_bytes(15'360), "15.4 kB");
  EXPECT_EQ(format_bytes(153'600), "154 kB");
  EXPECT_EQ(format_bytes(1'536'000'000), "1.54 GB");
  EXPECT_EQ(format_bytes(18'446'744'073'709'551'615u), "18.4 EB");
}

TEST(FormatBytes, moves_to_the_next_unit_where_rounding_would_need_a_fourth_digit) {
  EXPECT_EQ(format_bytes(9'994), "9.99 kB");
  EXPECT_EQ(format_bytes(9'996), "10.0 kB");
  EXPECT_EQ(format_bytes(99'960), "100 kB");
  EXPECT_EQ(format_bytes(999'499), "999 kB");
  EXPECT_EQ(format_bytes(999'500), "1.00 MB");
}

TEST(ThreadsBesideWindow, leave_a_core_to_it_where_there_are_more_than_two) {
  EXPECT_EQ(threads_beside_window(1), 1);
  EXPECT_EQ(threads_beside_window(2), 2);
  EXPECT_EQ(threads_beside_window(3), 2);
  EXPECT_EQ(threads_beside_window(16), 15);
}

TEST(PhysicalCores, lie_between_one_and_the_number_of_processors) {
  EXPECT_GE(physical_cores(), 1);
  EXPECT_LE(physical_cores(), static_cast<int>(std::thread::hardware_concurrency()));
}

#if defined(__linux__)
TEST(PhysicalCores, count_only_those_the_process_may_run_on) {
  int cores = 0;
  std::thread bound([&] {
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(sched_getcpu(), &one);
    if (sched_setaffinity(0, sizeof(one), &one) == 0) cores = physical_cores();
  });
  bound.join();
  EXPECT_EQ(cores, 1);
}

TEST(AvailableMemory, is_told_by_linux) {
  EXPECT_GT(available_memory(), 1'000'000u);
}
#endif

TEST(ProcessorName, is_never_empty) {
  EXPECT_FALSE(processor_name().empty());
}

}  // namespace
}  // namespace canter
