#include "compare/comparison_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace canter::ui {
namespace {

struct Comparison {
  Q_DECLARE_TR_FUNCTIONS(Comparison)
};

}  // namespace

QString seconds_text(double milliseconds) {
  if (milliseconds < 99.5)
    return Comparison::tr("%1 ms").arg(QLocale().toString(milliseconds, 'f', 0));
  const double seconds = milliseconds / 1000;
  if (seconds >= 99.95) {
    const int whole = qRound(seconds);
    return Comparison::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
  }
  return Comparison::tr("%1 s").arg(QLocale().toString(seconds, 'f', seconds < 9.995 ? 2 : 1));
}

QString speed_text(double tokens_per_second) {
  if (tokens_per_second <= 0) return {};
  const int decimals = tokens_per_second < 10 ? 1 : 0;
  return Comparison::tr("%1 tok/s").arg(QLocale().toString(tokens_per_second, 'f', decimals));
}

QString comparison_title(const QString& prompt, bool set, int prompts) {
  if (!set) return prompt.simplified();
  const QString count = Comparison::tr("%n prompt(s)", nullptr, prompts);
  return prompt.isEmpty() ? count : Comparison::tr("%1 of %2").arg(count, prompt);
}

}  // namespace canter::ui
