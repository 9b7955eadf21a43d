#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>

#include "session/session.h"

namespace canter::ui {

/// What is being written and not sent yet, one text for each conversation and one for a new chat
/// (0). Kept in the database a moment after the last change, and at the end.
class Drafts : public QObject {
  Q_OBJECT

 public:
  explicit Drafts(Session& session, QObject* parent = nullptr);
  ~Drafts() override;

  QString text(qint64 conversation) const { return texts_.value(conversation); }
  void set(qint64 conversation, const QString& text);
  /// The new chat has become this conversation.
  void adopt(qint64 conversation);

 Q_SIGNALS:
  void changed(qint64 conversation);

 private:
  void follow(const engine::Event& event);
  /// From the database; what was typed here since is newer.
  void load(qint64 conversation, const std::string& text);
  void keep();

  Session& session_;
  QHash<qint64, QString> texts_;
  QSet<qint64> unkept_;
  QTimer pause_;
};

}  // namespace canter::ui
