#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include "remote/server_model_list.h"
#include "session/session.h"

namespace canter::ui {

/// Adds models of servers elsewhere: looks which there are at an address, and puts one into the
/// list.
class RemoteController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by ModelsController")
  Q_PROPERTY(State state READ state NOTIFY changed)
  Q_PROPERTY(canter::ui::ServerModelList* models READ models CONSTANT)
  /// Where what is written goes; empty until a server has answered.
  Q_PROPERTY(QString place READ place NOTIFY changed)
  Q_PROPERTY(QString error READ error NOTIFY changed)
  /// The one to add; empty: none is chosen.
  Q_PROPERTY(QString chosen READ chosen WRITE choose NOTIFY changed)

 public:
  enum State { Asking, Looking, Choosing };
  Q_ENUM(State)

  explicit RemoteController(Session& session, QObject* parent = nullptr);

  State state() const { return state_; }
  ServerModelList* models() { return &models_; }
  QString place() const;
  QString error() const { return error_; }
  QString chosen() const { return chosen_; }
  void choose(const QString& model);

  /// `key`: the key itself, `$NAME` of a variable that holds it, or nothing.
  Q_INVOKABLE void look(const QString& address, const QString& key, const QString& keyFile,
                        const QString& certificates);
  /// Puts the chosen one into the list; added() follows.
  Q_INVOKABLE void add();
  /// Something else was typed, or the dialog is closed.
  Q_INVOKABLE void begin();

 Q_SIGNALS:
  void changed();
  void added(const QString& source);

 private:
  void follow(const engine::Event& event);
  void show(const engine::ServerModelsListed& listed);

  Session& session_;
  State state_ = Asking;
  ServerModelList models_;
  engine::ServerWish server_;
  engine::Elsewhere place_;
  QString error_;
  QString chosen_;
  quint64 request_ = 0;
  bool adding_ = false;
};

}  // namespace canter::ui
