#include "compare/figures_model.h"

#include <QLocale>

#include "compare/comparison_words.h"

namespace canter::ui {
namespace {

struct Totals {
  int answers = 0;
  double tokens = 0, steps = 0, stepped = 0;
  double first_ms = 0, decoding_ms = 0, total_ms = 0;

  void add(const AnswerStatistics& statistics) {
    ++answers;
    tokens += statistics.generated;
    stepped += statistics.generated - 1;
    steps += statistics.steps;
    first_ms += statistics.first_token_ms;
    decoding_ms += statistics.total_ms - statistics.first_token_ms;
    total_ms += statistics.total_ms;
  }
  double tokens_per_second() const { return decoding_ms > 0 ? 1000 * stepped / decoding_ms : 0; }
  double tokens_per_step() const { return steps > 0 ? stepped / steps : 0; }
};

QString text_or_dash(const QString& text) {
  return text.isEmpty() ? QStringLiteral("–") : text;
}

}  // namespace

int FiguresModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(rows_.size());
}

QVariant FiguresModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = rows_[std::size_t(index.row())];
  switch (role) {
    case Qt::DisplayRole:
    case kName:
      return row.name;
    case kPlain:
      return row.plain;
    case kAccelerated:
      return row.accelerated;
    case kWins:
      return row.wins;
    default:
      return {};
  }
}

QHash<int, QByteArray> FiguresModel::roleNames() const {
  return {{kName, "name"}, {kPlain, "plain"}, {kAccelerated, "accelerated"}, {kWins, "wins"}};
}

void FiguresModel::show(const std::vector<engine::ComparedPair>& pairs) {
  Totals plain, accelerated;
  for (const engine::ComparedPair& pair : pairs) {
    plain.add(pair.plain.statistics);
    accelerated.add(pair.accelerated.statistics);
  }
  const QLocale locale;
  const auto faster = [](double slow, double quick) { return slow > kClearly * quick; };
  const auto per_step = [&](const Totals& totals) {
    return totals.steps > 0 ? locale.toString(totals.tokens_per_step(), 'f', 2)
                            : QStringLiteral("–");
  };
  beginResetModel();
  rows_.clear();
  if (!pairs.empty()) {
    const bool several = pairs.size() > 1;
    const auto first = [](const Totals& totals) { return totals.first_ms / totals.answers; };
    rows_.push_back({several ? tr("First token, on average") : tr("First token"),
                     seconds_text(first(plain)), seconds_text(first(accelerated)),
                     faster(first(plain), first(accelerated))});
    rows_.push_back({tr("Speed after it"), text_or_dash(speed_text(plain.tokens_per_second())),
                     text_or_dash(speed_text(accelerated.tokens_per_second())),
                     faster(accelerated.tokens_per_second(), plain.tokens_per_second())});
    rows_.push_back({tr("Tokens per step"), per_step(plain), per_step(accelerated),
                     faster(accelerated.tokens_per_step(), plain.tokens_per_step())});
    rows_.push_back({tr("Tokens"), locale.toString(qRound64(plain.tokens)),
                     locale.toString(qRound64(accelerated.tokens)), false});
    rows_.push_back({several ? tr("All answers") : tr("Whole answer"), seconds_text(plain.total_ms),
                     seconds_text(accelerated.total_ms),
                     faster(plain.total_ms, accelerated.total_ms)});
  }
  endResetModel();
}

}  // namespace canter::ui
