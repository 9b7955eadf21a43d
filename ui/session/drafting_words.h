#pragma once

#include <QStringList>
#include <vector>

#include "decode/statistics.h"

namespace canter::ui {

/// What drafting did in one answer or in several.
class DraftingFigures {
 public:
  void add(const AnswerStatistics& answer);
  /// In exact terms: what was guessed right, by which sources and how deep, and the time it took.
  /// Empty when nothing was drafted.
  QStringList lines() const;

 private:
  QString right_line(int accepted) const;
  QString depth_line() const;

  int tokens_ = 0;
  int steps_ = 0;
  int rows_ = 0;
  std::vector<int> accepted_;            ///< as AnswerStatistics::accepted
  std::vector<int> accepted_by_source_;  ///< as AnswerStatistics::accepted_by_source
  double drafting_ms_ = 0;
  double verifying_ms_ = 0;
  double decoding_ms_ = 0;
};

}  // namespace canter::ui
