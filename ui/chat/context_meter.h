#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QTimer>

#include "session/model_status.h"
#include "session/session.h"

namespace canter::ui {

/// How much of the model's context the conversation takes, with what is being written.
class ContextMeter : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by ChatController")
  /// There is something to show.
  Q_PROPERTY(bool known READ known NOTIFY changed)
  /// From 0 to 1.
  Q_PROPERTY(double share READ share NOTIFY changed)
  /// So little is left that an answer may not fit.
  Q_PROPERTY(bool nearlyFull READ nearly_full NOTIFY changed)
  Q_PROPERTY(QString text READ text NOTIFY changed)
  /// What is being written cannot be answered.
  Q_PROPERTY(bool overfull READ overfull NOTIFY changed)
  Q_PROPERTY(QString overfullText READ overfull_text NOTIFY changed)

 public:
  ContextMeter(Session& session, ModelStatus& model, QObject* parent = nullptr);

  bool known() const { return tokens_ > 0 && model_.context() > 0; }
  double share() const;
  bool nearly_full() const;
  QString text() const;
  bool overfull() const;
  QString overfull_text() const;
  /// By which a message is to be shortened, so that it fits and an answer too.
  int tokens_too_many() const;

  /// Counts again, a moment after the last call.
  void recount(const QString& draft, const engine::ChatSettings& settings);
  void forget();
  /// The answer that is being written takes this many more.
  void grow(int tokens);

 Q_SIGNALS:
  void changed();

 private:
  void ask();

  Session& session_;
  ModelStatus& model_;
  engine::CountTokens question_;
  int tokens_ = 0;
  QTimer pause_;
};

}  // namespace canter::ui
