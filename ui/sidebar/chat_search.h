#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QTimer>

#include "session/session.h"
#include "sidebar/search_hits_model.h"

namespace canter::ui {

/// What is looked for among the chats, and what was found. Hits stay until newer ones are there.
class ChatSearch : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by SidebarController")
  Q_PROPERTY(QString text READ text WRITE set_text NOTIFY textChanged)
  Q_PROPERTY(bool active READ active NOTIFY textChanged)
  /// The text was looked for and nothing has it.
  Q_PROPERTY(bool nothing READ nothing NOTIFY found)
  Q_PROPERTY(canter::ui::SearchHitsModel* hits READ hits CONSTANT)

 public:
  explicit ChatSearch(Session& session, QObject* parent = nullptr);

  QString text() const { return text_; }
  void set_text(const QString& text);
  bool active() const { return !text_.trimmed().isEmpty(); }
  bool nothing() const { return searched_ && hits_.count() == 0; }
  SearchHitsModel* hits() { return &hits_; }

  /// Opens the chat of a hit, at the message that was found.
  Q_INVOKABLE void open(int row);

 Q_SIGNALS:
  void textChanged();
  void found();
  /// Of the conversation that was opened just now; it has `text`.
  void messageWanted(qint64 message, const QString& text);

 private:
  void search();

  Session& session_;
  QString text_;
  SearchHitsModel hits_;
  QTimer pause_;
  quint64 last_request_ = 0;
  bool searched_ = false;
};

}  // namespace canter::ui
