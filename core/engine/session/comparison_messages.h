#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "decode/settings.h"
#include "decode/statistics.h"
#include "store/records.h"

namespace canter::engine {

enum class ComparedSide { kPlain, kAccelerated };

/// What came when, one way.
struct ComparedAnswer {
  std::string text;
  std::vector<double> token_ms;           ///< when each token came, since it was asked for
  std::vector<std::uint32_t> token_ends;  ///< bytes of the text that were certain with each
  AnswerStatistics statistics;

  bool operator==(const ComparedAnswer&) const = default;
};

/// The first token that is not the same, and where it begins in both texts.
struct FirstDifference {
  int token = 0;
  std::uint32_t plain_byte = 0;
  std::uint32_t accelerated_byte = 0;

  bool operator==(const FirstDifference&) const = default;
};

/// One prompt answered both ways.
struct ComparedPair {
  std::string prompt;  ///< what was asked last
  ComparedAnswer plain;
  ComparedAnswer accelerated;
  std::optional<FirstDifference> difference;  ///< nullopt: the same to the token

  /// Time of plain over time of accelerated, the prompt included.
  double speedup() const;
  /// The same after the first token.
  double decoding_speedup() const;

  bool operator==(const ComparedPair&) const = default;
};

/// What a comparison is called in a list, and its picture in small.
struct ComparisonSummary {
  ComparisonId id = 0;  ///< 0: it could not be kept
  Timestamp created = 0;
  std::string model;
  std::string prompt;  ///< of a set the name of its file; empty: the prompts that come with Canter
  bool set = false;
  int prompts = 0;
  int identical = 0;   ///< prompts with the same answer
  double speedup = 0;  ///< ComparedPair::speedup(), the median of all
  /// Milliseconds until 0/n, 1/n ... n/n of all tokens were there, one prompt after the other.
  std::vector<double> plain_curve;
  std::vector<double> accelerated_curve;

  bool operator==(const ComparisonSummary&) const = default;
};

/// What figures depend on besides the prompt.
struct ComparisonConditions {
  std::string fingerprint;
  std::string weight_types;
  bool adapter = false;  ///< otherwise drafts came from the text alone
  std::string processor;
  std::string kernels;
  int threads = 0;
  SamplingSettings sampling;
  int max_tokens = 0;

  bool operator==(const ComparisonConditions&) const = default;
};

struct ComparisonResult {
  ComparisonSummary summary;
  ComparisonConditions conditions;
  std::vector<ComparedPair> pairs;

  bool operator==(const ComparisonResult&) const = default;
};

// Commands --------------------------------------------------------------------------------------

/// Answers prompts plainly and accelerated, one after the other so that neither slows the other,
/// each as a chat of its own that is read from its first token. Chats get their turn in between;
/// tuning waits. One at a time. Ends with ComparisonFinished or ComparisonFailed.
struct Compare {
  bool set = false;
  std::string prompt;   ///< the prompt, unless it is a set
  std::string prompts;  ///< file of the set; empty: the prompts that come with Canter
  int most = 0;         ///< prompts of the set; 0: all
  GenerationSettings settings;
  std::uint64_t request = 0;  ///< comes back in all that is said of it
};
/// Ends it within one decoding step. Pairs of a set that are complete are kept.
struct StopComparison {};
struct ListComparisons {};
struct OpenComparison {
  ComparisonId id = 0;
};
struct DeleteComparison {
  ComparisonId id = 0;
};
enum class ComparisonFormat { kCsv, kJson };
struct ExportComparison {
  ComparisonId id = 0;
  ComparisonFormat format = ComparisonFormat::kCsv;
  std::string path;
};

// Events ----------------------------------------------------------------------------------------

struct ComparisonStarted {
  std::uint64_t request = 0;
  int prompts = 0;
};
struct ComparedAnswerStarted {
  int index = 0;  ///< of the prompt
  std::string prompt;
  ComparedSide side = ComparedSide::kPlain;
  bool first = false;  ///< the other side has not answered it yet
};
/// More of the answer that was started last. Merged while nobody has taken them from the queue.
struct ComparedTextAppended {
  ComparedSide side = ComparedSide::kPlain;
  std::string text;
  std::vector<double> token_ms;
  std::vector<std::uint32_t> token_ends;  ///< of the whole text
};
struct ComparedAnswerFinished {
  ComparedSide side = ComparedSide::kPlain;
  AnswerStatistics statistics;
};
struct ComparedPairFinished {
  int index = 0;
  double speedup = 0;
  bool identical = false;
  double seconds_left = 0;  ///< of the whole comparison
};
/// It is in the database, unless a Failed goes before it.
struct ComparisonFinished {
  std::uint64_t request = 0;
  ComparisonResult result;
};
/// kInterrupted: it was stopped before a pair was complete.
struct ComparisonFailed {
  std::uint64_t request = 0;
  Error error;
};
struct ComparisonsListed {
  std::vector<ComparisonSummary> comparisons;  ///< newest first
};
struct ComparisonOpened {
  ComparisonResult result;
};
struct ComparisonDeleted {
  ComparisonId id = 0;
};
struct ComparisonExported {
  ComparisonId id = 0;
  std::string path;
  std::optional<Error> error;
};

}  // namespace canter::engine
