#pragma once

#include <QDateTime>
#include <QString>

namespace canter::ui {

/// `now`, `5 min`, `14:02`, `Monday`, `3 May`, `03.05.2024`: as exact as is still of interest.
QString relative_time(const QDateTime& time, const QDateTime& now);
/// `Today`, `Yesterday`, `Previous 7 days`, `Previous 30 days`, `Older`.
QString age_section(const QDateTime& time, const QDateTime& now);

}  // namespace canter::ui
