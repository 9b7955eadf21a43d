#include "remote/event_stream.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace canter::remote {
namespace {

using testing::ElementsAre;

constexpr std::size_t kLongest = 1000;

/// `step` bytes at a time.
std::vector<std::string> events_of(std::string_view bytes, std::size_t step) {
  std::vector<std::string> events;
  const EventStream::Take take = [&](std::string_view data) -> Result<void> {
    events.emplace_back(data);
    return {};
  };
  EventStream stream(kLongest);
  for (std::size_t at = 0; at < bytes.size(); at += step)
    EXPECT_TRUE(stream.push(bytes.substr(at, step), take));
  EXPECT_TRUE(stream.finish(take));
  return events;
}

TEST(EventStream, is_the_same_wherever_its_bytes_are_cut) {
  const std::string bytes =
      "\xEF\xBB\xBF"
      "data: one\n\n"
      ": a comment\n"
      "event: message\r\nid: 7\r\ndata:two\r\n\r\n"
      "data: thr\rdata: ee\r\r"
      "data:  für 日本 🎉\n\n"
      "data\n\n"
      "\n\n"
      "data: last";
  for (std::size_t step = 1; step <= bytes.size(); ++step)
    EXPECT_THAT(events_of(bytes, step),
                ElementsAre("one", "two", "thr\nee", " für 日本 🎉", "", "last"))
        << step;
}

TEST(EventStream, ends_with_what_takes_an_event) {
  EventStream stream(kLongest);
  int taken = 0;
  const auto pushed = stream.push("data: a\n\ndata: b\n\n", [&](std::string_view) -> Result<void> {
    ++taken;
    return fail(ErrorKind::kIo, "enough");
  });
  ASSERT_FALSE(pushed);
  EXPECT_EQ(pushed.error().message, "enough");
  EXPECT_EQ(taken, 1);
}

TEST(EventStream, takes_no_line_and_no_event_without_an_end) {
  const EventStream::Take take = [](std::string_view) { return Result<void>(); };
  EventStream line(kLongest);
  EXPECT_TRUE(line.push(std::string(kLongest, 'a'), take));
  EXPECT_EQ(line.push("a", take).error().kind, ErrorKind::kTooLarge);
  EventStream event(kLongest);
  Result<void> pushed;
  for (int i = 0; i < 100 && pushed; ++i) pushed = event.push("data: twenty bytes of it\n", take);
  EXPECT_EQ(pushed.error().kind, ErrorKind::kTooLarge);
}

}  // namespace
}  // namespace canter::remote
