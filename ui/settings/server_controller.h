#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QSettings>
#include <QString>
#include <memory>

#include "session/session.h"

namespace canter::serve {
class ServerHost;
}

namespace canter::ui {

/// Lets other programs on this computer use the model that is open. Whether and where is kept in
/// the window's settings file.
class ServerController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")
  Q_PROPERTY(bool wanted READ wanted WRITE set_wanted NOTIFY changed)
  Q_PROPERTY(int port READ port WRITE set_port NOTIFY changed)
  Q_PROPERTY(State state READ state NOTIFY changed)
  /// What OpenAI's clients call the base URL; empty unless it listens.
  Q_PROPERTY(QString address READ address NOTIFY changed)
  /// What clients call the model; empty while none is open.
  Q_PROPERTY(QString modelName READ model_name NOTIFY changed)
  Q_PROPERTY(QString error READ error NOTIFY changed)

 public:
  enum State { Off, WithoutModel, Starting, Listening, Failed };
  Q_ENUM(State)

  ServerController(Session& session, const QString& settings_file, QObject* parent = nullptr);
  ~ServerController() override;

  bool wanted() const;
  void set_wanted(bool wanted);
  int port() const;
  void set_port(int port);
  State state() const { return state_; }
  QString address() const { return address_; }
  QString model_name() const;
  QString error() const { return error_; }

  Q_INVOKABLE void copyAddress();
  /// Once more, where it could not listen.
  Q_INVOKABLE void retry();

 Q_SIGNALS:
  void changed();

 private:
  /// What a server is made of; another one is needed when it differs.
  struct Parts {
    std::shared_ptr<engine::Generator> generator = {};  ///< nullptr: no model is open
    std::string path = {};
    int port = 0;

    bool operator==(const Parts&) const = default;
  };

  void follow(const engine::Event& event);
  void use(const engine::ModelOpened& opened);
  void update();
  void start(const Parts& parts);
  void set_state(State state, const QString& address = {}, const QString& error = {});

  QSettings settings_;
  Parts parts_;
  Parts served_;  ///< what the host was last asked to serve; without a model: nothing
  State state_ = Off;
  QString address_;
  QString error_;
  std::unique_ptr<serve::ServerHost> host_;  ///< made when first wanted
};

}  // namespace canter::ui
