#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include "session/session.h"

namespace canter::ui {

/// The access token for models whose makers want to know who gets them. It is handed to the engine
/// and not kept here.
class HubTokenController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by DownloadsController")
  /// `huggingface.co`, which alone is shown it.
  Q_PROPERTY(QString hub READ hub NOTIFY changed)
  /// Where it is, in words.
  Q_PROPERTY(QString place READ place NOTIFY changed)
  Q_PROPERTY(bool known READ known NOTIFY changed)
  /// It was entered here, so it can be forgotten here.
  Q_PROPERTY(bool forgettable READ forgettable NOTIFY changed)
  Q_PROPERTY(QString error READ error NOTIFY changed)

 public:
  explicit HubTokenController(Session& session, QObject* parent = nullptr);

  QString hub() const;
  QString place() const;
  bool known() const { return known_.where != engine::HubToken::kNone; }
  bool forgettable() const;
  QString error() const;

  Q_INVOKABLE void refresh();
  /// kept() follows, unless error() says why not.
  Q_INVOKABLE void keep(const QString& token);
  Q_INVOKABLE void forget();

 Q_SIGNALS:
  void changed();
  void kept();

 private:
  void follow(const engine::Event& event);

  Session& session_;
  engine::HubTokenKnown known_;
  bool keeping_ = false;
};

}  // namespace canter::ui
