#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/error.h"
#include "decode/answer.h"
#include "engine/session/comparison_messages.h"

namespace canter::engine {

/// Where two answers part, by their tokens; nullopt when they are the same. `plain_ends` and
/// `accelerated_ends` as in ComparedAnswer, one for each token.
std::optional<FirstDifference> first_difference(std::span<const TokenId> plain,
                                                std::span<const std::uint32_t> plain_ends,
                                                std::span<const TokenId> accelerated,
                                                std::span<const std::uint32_t> accelerated_ends);

/// Fills in what the summary says of the pairs.
void summarize(ComparisonResult& result);

/// As kept in the database: a JSON object whose "summary" alone is read for a list.
std::string write_result(const ComparisonResult& result);
/// kBadFile when it is damaged. What the database's other columns say is not part of it.
Result<ComparisonResult> read_result(std::string_view json);
/// The same from the "summary" alone.
Result<ComparisonSummary> read_summary(std::string_view json);

}  // namespace canter::engine
