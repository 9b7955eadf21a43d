#include "session/speed_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace canter::ui {
namespace {

struct Speed {
  Q_DECLARE_TR_FUNCTIONS(Speed)
};

}  // namespace

QString percent_slower(double ratio) {
  return ratio < 0.995 ? Speed::tr("%1 %").arg(QLocale().toString(100 * (1 - ratio), 'f', 0))
                       : QString();
}

QString ratio_text(double ratio) {
  if (const QString percent = percent_slower(ratio); !percent.isEmpty())
    return Speed::tr("%1 slower").arg(percent);
  return Speed::tr("%1×").arg(QLocale().toString(ratio, 'f', ratio < 1.995 ? 2 : 1));
}

}  // namespace canter::ui
