#pragma once

#include <QObject>
#include <QString>
#include <functional>

#include "session/session.h"

namespace canter::ui {

/// Puts chats on paper and into PDF files, as they are shown.
class ChatPrinter : public QObject {
  Q_OBJECT

 public:
  explicit ChatPrinter(Session& session, QObject* parent = nullptr);

  /// Ends with written(), or with a failure of the session.
  void save_pdf(qint64 conversation, const QString& file);
  /// Asks for a printer.
  void print(qint64 conversation);

 Q_SIGNALS:
  void written(const QString& file);

 private:
  using Use = std::function<void(const QString& title, const QString& html)>;
  void follow(const engine::Event& event);
  void want(qint64 conversation, Use use);

  Session& session_;
  qint64 wanted_ = 0;  ///< whose messages are on their way
  Use use_;
};

}  // namespace canter::ui
