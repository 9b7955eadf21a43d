#include "session/size_words.h"

#include <QDir>
#include <QLocale>

namespace canter::ui {

QString size_text(quint64 bytes) {
  return QLocale().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeSIFormat);
}

QString short_folder(const QString& path) {
  const QString home = QDir::homePath();
  return path.startsWith(home + u'/') ? u'~' + path.mid(home.size()) : path;
}

}  // namespace canter::ui
