#pragma once

#include <QString>
#include <QStringList>

namespace canter::ui {

/// Tags of rich text that are open, outermost first. Each call gives what is to be written.
class OpenSpans {
 public:
  bool empty() const { return tags_.isEmpty(); }
  /// Nothing where already many are open.
  QString open(const QString& tag);
  QString close();
  QString close_all();
  /// Of those that are open, to go on in another text.
  QString tags() const { return tags_.join(QString()); }

 private:
  QStringList tags_;  ///< an empty one for each that was not written
};

}  // namespace canter::ui
