#include "settings/server_controller.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <utility>

#include "serve/server_host.h"

namespace canter::ui {
namespace {

const QString kWanted = QStringLiteral("server/wanted");
const QString kPort = QStringLiteral("server/port");
constexpr int kMostPort = 65535;

}  // namespace

ServerController::ServerController(Session& session, const QString& settings_file, QObject* parent)
    : QObject(parent), settings_(settings_file, QSettings::IniFormat) {
  connect(&session, &Session::event, this, &ServerController::follow);
  update();
}

ServerController::~ServerController() = default;

bool ServerController::wanted() const {
  return settings_.value(kWanted, false).toBool();
}

void ServerController::set_wanted(bool wanted) {
  if (wanted == this->wanted()) return;
  settings_.setValue(kWanted, wanted);
  update();
  Q_EMIT changed();
}

int ServerController::port() const {
  const int kept = settings_.value(kPort).toInt();
  return kept > 0 && kept <= kMostPort ? kept : serve::ServerSettings().port;
}

void ServerController::set_port(int port) {
  if (port > 0 && port <= kMostPort && port != this->port()) {
    settings_.setValue(kPort, port);
    update();
  }
  Q_EMIT changed();  // even so, as the field may show another
}

QString ServerController::model_name() const {
  return QFileInfo(QString::fromStdString(parts_.path)).completeBaseName();
}

void ServerController::copyAddress() {
  QGuiApplication::clipboard()->setText(address_);
}

void ServerController::retry() {
  served_ = {};
  update();
}

void ServerController::follow(const engine::Event& event) {
  if (std::holds_alternative<engine::ModelOpening>(event)) {
    parts_.generator = nullptr;  // its memory may be needed for the next one
    parts_.path.clear();
  } else if (const auto* opened = std::get_if<engine::ModelOpened>(&event)) {
    use(*opened);
  } else if (const auto* failed = std::get_if<engine::ModelFailed>(&event)) {
    if (failed->open) use(*failed->open);
  } else {
    return;
  }
  update();
}

void ServerController::use(const engine::ModelOpened& opened) {
  parts_.generator = opened.generator;
  parts_.path = opened.model.path;
}

void ServerController::update() {
  const bool ready = wanted() && parts_.generator;
  Parts parts = ready ? parts_ : Parts();
  if (ready) parts.port = port();
  if (parts != served_) {
    served_ = parts;
    if (ready)
      start(parts);
    else if (host_)
      host_->serve(std::nullopt);
  }
  if (!ready) set_state(wanted() ? WithoutModel : Off);
}

void ServerController::start(const Parts& parts) {
  set_state(Starting);
  if (!host_) {
    host_ = std::make_unique<serve::ServerHost>([this](Result<std::string> address) {
      QMetaObject::invokeMethod(
          this,
          [this, address = std::move(address)] {
            if (!served_.generator) return;
            if (address)
              set_state(Listening, QString::fromStdString(*address) + QStringLiteral("/v1"));
            else
              set_state(Failed, {}, QString::fromStdString(address.error().message));
          },
          Qt::QueuedConnection);
    });
  }
  serve::Hosted wish{.generator = parts.generator, .path = parts.path};
  wish.server.port = parts.port;
  wish.server.version = QCoreApplication::applicationVersion().toStdString();
  host_->serve(std::move(wish));
}

void ServerController::set_state(State state, const QString& address, const QString& error) {
  state_ = state;
  address_ = address;
  error_ = error;
  Q_EMIT changed();
}

}  // namespace canter::ui
