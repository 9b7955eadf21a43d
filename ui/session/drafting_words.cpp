#include "session/drafting_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <numeric>

namespace canter::ui {
namespace {

struct Drafting {
  Q_DECLARE_TR_FUNCTIONS(Drafting)
};

QString percent(double part, double whole) {
  const double share = 100 * part / whole;
  return Drafting::tr("%1 %").arg(QLocale().toString(share, 'f', share > 0 && share < 9.5 ? 1 : 0));
}

QString source_text(SourceId source, int accepted) {
  switch (source) {
    case SourceId::kText:
      return Drafting::tr("earlier text %L1").arg(accepted);
    case SourceId::kSuccessors:
      return Drafting::tr("words seen before %L1").arg(accepted);
    case SourceId::kMasks:
      return Drafting::tr("trained masks %L1").arg(accepted);
    case SourceId::kHead:
      return Drafting::tr("trained head %L1").arg(accepted);
    case SourceId::kOwnHead:
      return Drafting::tr("the model's own head %L1").arg(accepted);
    case SourceId::kModel:
      return Drafting::tr("another model %L1").arg(accepted);
  }
  return {};
}

}  // namespace

void DraftingFigures::add(const AnswerStatistics& answer) {
  tokens_ += answer.generated;
  steps_ += answer.steps;
  rows_ += answer.rows;
  add_counts(answer.accepted, accepted_);
  add_counts(answer.accepted_by_source, accepted_by_source_);
  drafting_ms_ += answer.drafting_ms;
  verifying_ms_ += answer.verifying_ms;
  decoding_ms_ += answer.total_ms - answer.first_token_ms;
}

QString DraftingFigures::right_line(int accepted) const {
  QStringList parts{Drafting::tr("Guessed right: %L1 of %L2 tokens").arg(accepted).arg(tokens_)};
  int named = 0;
  for (const SourceId source : kSources) {
    const auto i = std::size_t(source);
    if (i >= accepted_by_source_.size() || accepted_by_source_[i] == 0) continue;
    named += accepted_by_source_[i];
    parts += source_text(source, accepted_by_source_[i]);
  }
  if (named > accepted) parts += Drafting::tr("some by several sources");
  return parts.join(QStringLiteral(" · "));
}

QString DraftingFigures::depth_line() const {
  QStringList shares;
  for (const int accepted : accepted_) shares += percent(accepted, steps_);
  return Drafting::tr("Drafts: %1 rows a step, right by depth %2")
      .arg(QLocale().toString(double(rows_) / steps_, 'f', 1), shares.join(QStringLiteral(", ")));
}

QStringList DraftingFigures::lines() const {
  const int accepted = std::accumulate(accepted_.begin(), accepted_.end(), 0);
  if (accepted == 0 && rows_ <= steps_) return {};
  QStringList lines{right_line(accepted)};
  if (accepted > 0) lines += depth_line();
  if (verifying_ms_ > 0 && decoding_ms_ > 0)
    lines += Drafting::tr("Time: %1 for drafting, %2 for checking")
                 .arg(percent(drafting_ms_, decoding_ms_), percent(verifying_ms_, decoding_ms_));
  return lines;
}

}  // namespace canter::ui
