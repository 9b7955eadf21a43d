#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "tune/settings.h"
#include "tune/transcript.h"

namespace canter::tuning {

/// A model's answers to prompts, kept in a file while they are collected: the greedy ones first,
/// then drawn ones to the prompts that are learned from. The last prompts are kept aside, to
/// measure with; questions of one conversation stay on one side.
class AnswerCollection {
 public:
  /// `prompts` and `settings` must outlive the object. `key` says what the answers depend on.
  AnswerCollection(std::span<const std::vector<TokenId>> prompts, const TuningSettings& settings,
                   std::filesystem::path file, std::string key);

  /// Takes what the file holds under the same key. kBadFile when it is damaged.
  Result<void> load();
  /// kIo when it cannot be written.
  Result<void> save() const;

  /// After some answers: go on, take what is there, or end with kInterrupted.
  enum class Next { kGoOn, kEnough, kStop };
  /// Asks `together` questions at a time; `after_each` such time it hears the share of all that is
  /// wanted. What is there stays there in any case.
  Result<void> collect(const AnswerQuestions& answer, std::size_t together,
                       const std::function<Next(double)>& after_each);

  std::size_t size() const { return transcripts_.size(); }
  /// To learn from, each once.
  std::vector<Transcript> seen() const;
  /// Greedy answers to the prompts that were kept aside.
  std::vector<Transcript> unseen() const;

 private:
  std::size_t greedy() const { return std::min(transcripts_.size(), prompts_.size()); }
  /// Of the greedy ones, to learn from.
  std::size_t seen_count() const;
  /// The questions that come next, `most` of them unless these are the last.
  std::vector<Question> next(std::size_t most) const;

  std::span<const std::vector<TokenId>> prompts_;
  const TuningSettings& settings_;
  std::filesystem::path file_;
  std::string key_;
  std::vector<Transcript> transcripts_;
};

}  // namespace canter::tuning
