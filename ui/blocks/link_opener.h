#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QUrl>

namespace canter::ui {

/// A link in an answer, which is opened only after the user has read where it leads.
class LinkOpener : public QObject {
  Q_OBJECT
  QML_ELEMENT
  /// The whole address, with nothing hidden: hosts in other scripts as they are sent.
  Q_PROPERTY(QString address READ address NOTIFY asked)
  /// Where it really leads; empty for mail.
  Q_PROPERTY(QString host READ host NOTIFY asked)
  /// Pages and mail can be opened; files, scripts and the like only copied.
  Q_PROPERTY(bool openable READ openable NOTIFY asked)

 public:
  using QObject::QObject;

  QString address() const;
  QString host() const;
  bool openable() const;

  Q_INVOKABLE void ask(const QString& link);
  Q_INVOKABLE void open() const;
  Q_INVOKABLE void copy() const;

 Q_SIGNALS:
  void asked();

 private:
  QUrl url_;
};

}  // namespace canter::ui
