#include "window/one_window.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>

namespace canter::ui {
namespace {

constexpr int kConnectMs = 500;
constexpr int kAnswerMs = 3000;
constexpr auto kStream = QDataStream::Qt_6_4;

/// A socket of this user alone; on Windows, a pipe.
QString socket_name(const QString& data_folder) {
  const QByteArray folder = QDir::cleanPath(QFileInfo(data_folder).absoluteFilePath()).toUtf8();
  const QString name =
      QStringLiteral("canter-") +
      QString::fromLatin1(QCryptographicHash::hash(folder, QCryptographicHash::Sha256).toHex(), 16);
#if defined(Q_OS_WIN)
  return name;
#else
  const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
  return QDir(runtime.isEmpty() ? QDir::tempPath() : runtime).filePath(name);
#endif
}

/// The other program has another working folder.
QString as_seen_from_elsewhere(const QString& model) {
  const QFileInfo file(model);
  return !model.isEmpty() && file.exists() ? file.absoluteFilePath() : model;
}

}  // namespace

OneWindow::OneWindow(const QString& data_folder, QObject* parent)
    : QObject(parent), name_(socket_name(data_folder)) {
  connect(&server_, &QLocalServer::newConnection, this, &OneWindow::answer);
}

bool OneWindow::hand_over(const QString& model) const {
  QLocalSocket socket;
  socket.connectToServer(name_);
  if (!socket.waitForConnected(kConnectMs)) return false;
  QDataStream stream(&socket);
  stream.setVersion(kStream);
  stream << as_seen_from_elsewhere(model) << qEnvironmentVariable("XDG_ACTIVATION_TOKEN");
  socket.flush();
  return socket.waitForReadyRead(kAnswerMs);
}

void OneWindow::listen() {
  server_.setSocketOptions(QLocalServer::UserAccessOption);
  if (server_.listen(name_)) return;
  // What a program that crashed left behind.
  QLocalServer::removeServer(name_);
  server_.listen(name_);
}

void OneWindow::answer() {
  QLocalSocket* socket = server_.nextPendingConnection();
  connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
  connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
    QDataStream stream(socket);
    stream.setVersion(kStream);
    QString model;
    QString token;
    stream.startTransaction();
    stream >> model >> token;
    if (!stream.commitTransaction()) return;
    socket->write("1");
    Q_EMIT wanted(model, token);
  });
}

}  // namespace canter::ui
