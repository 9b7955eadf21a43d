#pragma once

#include <QAbstractItemModel>

namespace canter::ui {

/// Has the rows of a list that words its data when it is asked read again, as after a change of
/// language.
inline void say_again(QAbstractItemModel& list) {
  if (const int rows = list.rowCount(); rows > 0)
    Q_EMIT list.dataChanged(list.index(0, 0), list.index(rows - 1, 0));
}

}  // namespace canter::ui
