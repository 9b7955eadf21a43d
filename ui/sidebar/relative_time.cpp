#include "sidebar/relative_time.h"

#include <QCoreApplication>
#include <QLocale>

namespace canter::ui {
namespace {

struct RelativeTime {
  Q_DECLARE_TR_FUNCTIONS(RelativeTime)
};

}  // namespace

QString relative_time(const QDateTime& time, const QDateTime& now) {
  const qint64 minutes = time.secsTo(now) / 60;
  if (minutes < 1) return RelativeTime::tr("now");
  if (minutes < 60) return RelativeTime::tr("%n min", nullptr, int(minutes));
  const QLocale locale;
  const qint64 days = time.date().daysTo(now.date());
  if (days == 0) return locale.toString(time.time(), QLocale::ShortFormat);
  if (days == 1) return RelativeTime::tr("yesterday");
  if (days < 7) return locale.dayName(time.date().dayOfWeek());
  if (time.date().year() == now.date().year()) {
    //: Day and month as in "3 May"; see QLocale::toString for the letters
    return locale.toString(time.date(), RelativeTime::tr("d MMM"));
  }
  return locale.toString(time.date(), QLocale::ShortFormat);
}

QString age_section(const QDateTime& time, const QDateTime& now) {
  const qint64 days = time.date().daysTo(now.date());
  if (days <= 0) return RelativeTime::tr("Today");
  if (days == 1) return RelativeTime::tr("Yesterday");
  if (days < 8) return RelativeTime::tr("Previous 7 days");
  if (days < 31) return RelativeTime::tr("Previous 30 days");
  return RelativeTime::tr("Older");
}

}  // namespace canter::ui
