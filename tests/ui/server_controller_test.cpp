#include "settings/server_controller.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include "engine/generation/generator.h"
#include "model/model.h"
#include "support/connected_session.h"

namespace canter::ui {
namespace {

int free_port() {
  QTcpServer probe;
  probe.listen(QHostAddress::LocalHost);
  return probe.serverPort();
}

bool listens(int port) {
  QTcpSocket socket;
  socket.connectToHost(QHostAddress::LocalHost, quint16(port));
  return socket.waitForConnected(2000);
}

struct Served : ConnectedSession {
  explicit Served(const QString& settings_file) : controller(session, settings_file) {
    controller.set_port(free_port());
  }
  void open_model() {
    engine::ModelOpened opened;
    opened.model.path = CANTER_TEST_STARTER;
    opened.generator =
        engine::Generator::create(
            std::make_shared<const Model>(Model::open(CANTER_TEST_STARTER).value()), {})
            .value();
    engine->say(std::move(opened));
  }

  ServerController controller;
};

}  // namespace

class ServerControllerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void cleanup() { QFile::remove(file()); }
  void nothing_listens_unless_it_is_wanted();
  void it_listens_while_a_model_is_open_and_says_where();
  void another_port_is_used_at_once();
  void a_port_that_is_taken_is_named_and_can_be_tried_again();
  void what_was_chosen_is_so_in_the_next_run();
  void a_port_that_there_is_not_is_left_out();

 private:
  QString file() const { return dir_.filePath(QStringLiteral("window.ini")); }

  QTemporaryDir dir_;
};

void ServerControllerTest::nothing_listens_unless_it_is_wanted() {
  Served served(file());
  served.open_model();
  QTRY_COMPARE(served.controller.model_name(), QStringLiteral("starter-f32"));
  QCOMPARE(served.controller.state(), ServerController::Off);
  QVERIFY(!listens(served.controller.port()));
}

void ServerControllerTest::it_listens_while_a_model_is_open_and_says_where() {
  Served served(file());
  served.controller.set_wanted(true);
  QCOMPARE(served.controller.state(), ServerController::WithoutModel);
  served.open_model();
  QTRY_COMPARE(served.controller.state(), ServerController::Listening);
  const int port = served.controller.port();
  QCOMPARE(served.controller.address(), QStringLiteral("http://127.0.0.1:%1/v1").arg(port));
  QVERIFY(listens(port));
  served.controller.copyAddress();
  QCOMPARE(QGuiApplication::clipboard()->text(), served.controller.address());

  served.engine->say(engine::ModelOpening{"another", 0});
  QTRY_COMPARE(served.controller.state(), ServerController::WithoutModel);
  QTRY_VERIFY(!listens(port));
  served.open_model();
  QTRY_COMPARE(served.controller.state(), ServerController::Listening);
  served.controller.set_wanted(false);
  QCOMPARE(served.controller.state(), ServerController::Off);
  QTRY_VERIFY(!listens(port));
}

void ServerControllerTest::another_port_is_used_at_once() {
  Served served(file());
  served.controller.set_wanted(true);
  served.open_model();
  QTRY_COMPARE(served.controller.state(), ServerController::Listening);
  const int before = served.controller.port();
  served.controller.set_port(free_port());
  QTRY_VERIFY(served.controller.address().contains(QString::number(served.controller.port())));
  QVERIFY(listens(served.controller.port()));
  QVERIFY(!listens(before));
}

void ServerControllerTest::a_port_that_is_taken_is_named_and_can_be_tried_again() {
  Served served(file());
  QTcpServer other;
  QVERIFY(other.listen(QHostAddress::LocalHost));
  served.controller.set_port(other.serverPort());
  served.controller.set_wanted(true);
  served.open_model();
  QTRY_COMPARE(served.controller.state(), ServerController::Failed);
  QVERIFY2(served.controller.error().contains(QString::number(other.serverPort())),
           qPrintable(served.controller.error()));
  other.close();
  served.controller.retry();
  QTRY_COMPARE(served.controller.state(), ServerController::Listening);
}

void ServerControllerTest::what_was_chosen_is_so_in_the_next_run() {
  int port = 0;
  {
    Served served(file());
    served.controller.set_wanted(true);
    port = served.controller.port();
  }
  ConnectedSession connected;
  const ServerController controller(connected.session, file(), {});
  QVERIFY(controller.wanted());
  QCOMPARE(controller.port(), port);
}

void ServerControllerTest::a_port_that_there_is_not_is_left_out() {
  Served served(file());
  const int port = served.controller.port();
  for (const int wrong : {0, -1, 65536}) {
    served.controller.set_port(wrong);
    QCOMPARE(served.controller.port(), port);
  }
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::ServerControllerTest)
#include "server_controller_test.moc"
