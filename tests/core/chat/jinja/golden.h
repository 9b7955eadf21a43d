#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "chat/jinja/template.h"

namespace canter::test {

using OrderedJson = nlohmann::ordered_json;

/// Lines of a file of JSON lines.
std::vector<OrderedJson> read_json_lines(const std::string& path);

/// The clock of all recorded renderings: 2026-11-28 00:00:00.
inline constexpr std::int64_t kGoldenClock = 1'795'824'000;

/// How what `source` gives differs from what the reference recorded; empty when it does not.
/// `golden`: `input`, and `output` with `spans` or `error`.
std::string golden_fault(const std::string& source, const OrderedJson& golden);

}  // namespace canter::test
