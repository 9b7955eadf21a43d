#pragma once

#include <QObject>
#include <QString>
#include <QUrl>

#include "session/session.h"

namespace canter::ui {

/// Writes a listing of a message to where the user wants it.
class CodeSaver : public QObject {
  Q_OBJECT

 public:
  explicit CodeSaver(Session& session, QObject* parent = nullptr);

  /// Asks for a place, with a name that suits the language.
  void save(const QString& code, const QString& language);
  void save_to(const QUrl& file);

 Q_SIGNALS:
  /// `filter` as QFileDialog has them.
  void placeWanted(const QString& name, const QString& filter);

 private:
  Session& session_;
  QString code_;
};

}  // namespace canter::ui
