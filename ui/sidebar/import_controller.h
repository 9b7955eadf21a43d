#pragma once

#include <QtQml/qqmlregistration.h>
#include <QList>
#include <QObject>
#include <QString>
#include <QUrl>

#include "session/session.h"

namespace canter::ui {

/// Brings in chats that this program or another exported.
class ImportController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by SidebarController")
  Q_PROPERTY(bool running READ running NOTIFY changed)
  /// How it goes, or how it ended; empty: nothing was imported yet.
  Q_PROPERTY(QString text READ text NOTIFY changed)
  /// It brought chats.
  Q_PROPERTY(bool openable READ openable NOTIFY changed)

 public:
  explicit ImportController(Session& session, QObject* parent = nullptr);

  bool running() const { return running_ > 0; }
  QString text() const;
  bool openable() const { return !running() && report_.newest.has_value(); }

  Q_INVOKABLE bool looksLikeChats(const QUrl& file) const;
  Q_INVOKABLE void take(const QList<QUrl>& files);
  /// The newest of those that came.
  Q_INVOKABLE void open();
  void take_file(const QUrl& file) { take({file}); }

 Q_SIGNALS:
  void changed();
  void begun();
  void ended();

 private:
  void follow(const engine::Event& event);
  QString result_text() const;

  Session& session_;
  int running_ = 0;  ///< imports that were asked for
  int seen_ = 0;
  bool known_ = false;  ///< there is a report
  engine::ChatsImported report_;
};

}  // namespace canter::ui
