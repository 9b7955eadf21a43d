#include "remote/remote_controller.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "chat/chat_controller.h"
#include "models/models_controller.h"
#include "support/canned_models.h"
#include "support/connected_session.h"

namespace canter::ui {
namespace {

const QString kAddress = QStringLiteral("https://ai.example.org/v1");
const QString kSource = QStringLiteral("https://ai.example.org/v1#Qwen3-235B");

FakeEngine::Script with_server() {
  FakeEngine::Script script = canned_script();
  add_no_models(script);
  add_model_elsewhere(script);
  return script;
}

struct Asked : ConnectedSession {
  explicit Asked(FakeEngine::Script script = with_server())
      : ConnectedSession(std::move(script)),
        status(session),
        models(session, status),
        chat(session, status),
        remote(*models.remote()) {}

  void look() { remote.look(kAddress, {}, {}, {}); }
  template <typename Command>
  Command posted() {
    for (const engine::Command& command : engine->posted())
      if (const auto* wanted = std::get_if<Command>(&command)) return *wanted;
    return {};
  }

  ModelStatus status;
  ModelsController models;
  ChatController chat;
  RemoteController& remote;
};

}  // namespace

class RemoteControllerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void an_address_is_asked_for_its_models();
  void one_of_many_is_found_by_its_name();
  void the_only_model_is_chosen();
  void a_key_may_be_that_of_a_variable();
  void a_failure_is_told_and_can_be_mended();
  void what_was_asked_before_something_else_was_typed_is_not_shown();
  void the_chosen_model_comes_into_the_list_and_says_where_it_is();
  void a_chat_says_where_its_text_goes();
};

void RemoteControllerTest::an_address_is_asked_for_its_models() {
  Asked it;
  const QAbstractItemModelTester tester(it.remote.models());
  QCOMPARE(it.remote.state(), RemoteController::Asking);
  it.look();
  QCOMPARE(it.remote.state(), RemoteController::Looking);
  QTRY_COMPARE(it.remote.state(), RemoteController::Choosing);
  QCOMPARE(it.remote.models()->count(), 3);
  QVERIFY(it.remote.place().contains(QStringLiteral("ai.example.org")));
  QVERIFY(it.remote.chosen().isEmpty());
  QVERIFY(it.remote.error().isEmpty());
}

void RemoteControllerTest::one_of_many_is_found_by_its_name() {
  FakeEngine::Script script = with_server();
  for (int i = 0; i < 10; ++i) script.server.models.push_back("Model " + std::to_string(i));
  Asked it(std::move(script));
  const QAbstractItemModelTester tester(it.remote.models());
  it.look();
  QTRY_COMPARE(it.remote.models()->count(), 13);
  QVERIFY(it.remote.models()->many());
  it.remote.models()->lookFor(QStringLiteral(" qwen"));
  QCOMPARE(it.remote.models()->count(), 1);
  QVERIFY(it.remote.models()->many());
}

void RemoteControllerTest::the_only_model_is_chosen() {
  FakeEngine::Script script = with_server();
  script.server.models = {"one"};
  Asked it(std::move(script));
  it.look();
  QTRY_COMPARE(it.remote.chosen(), QStringLiteral("one"));
}

void RemoteControllerTest::a_key_may_be_that_of_a_variable() {
  Asked it;
  it.remote.look(kAddress, QStringLiteral(" $MY_KEY "), {}, {});
  const auto by_variable = it.posted<engine::ListServerModels>();
  QCOMPARE(by_variable.server.settings.key_variable, std::string("MY_KEY"));
  QVERIFY(by_variable.server.key.empty());
}

void RemoteControllerTest::a_failure_is_told_and_can_be_mended() {
  FakeEngine::Script script = with_server();
  script.server.error = Error{ErrorKind::kIo, "nobody answers there"};
  Asked it(std::move(script));
  it.look();
  QTRY_COMPARE(it.remote.error(), QStringLiteral("nobody answers there"));
  QCOMPARE(it.remote.state(), RemoteController::Asking);
  it.remote.begin();
  QVERIFY(it.remote.error().isEmpty());
}

void RemoteControllerTest::what_was_asked_before_something_else_was_typed_is_not_shown() {
  Asked it;
  it.look();
  it.remote.begin();
  QTest::qWait(50);
  QCOMPARE(it.remote.state(), RemoteController::Asking);
  QCOMPARE(it.remote.models()->count(), 0);
}

void RemoteControllerTest::the_chosen_model_comes_into_the_list_and_says_where_it_is() {
  Asked it;
  const QSignalSpy added(&it.remote, &RemoteController::added);
  it.remote.look(kAddress, QStringLiteral("secret-1"), {}, {});
  QTRY_COMPARE(it.remote.state(), RemoteController::Choosing);
  it.remote.add();
  it.remote.choose(QStringLiteral("gpt-oss-120b"));
  it.remote.add();
  QTRY_COMPARE(added.count(), 1);
  const QString source = added.first().first().toString();
  QCOMPARE(source, QStringLiteral("https://ai.example.org/v1#gpt-oss-120b"));
  QCOMPARE(it.posted<engine::AddServerModel>().server.key, std::string("secret-1"));
  ModelListModel& models = *it.models.models();
  const auto row = [&] { return models.match(models.index(0), ModelListModel::kPath, source); };
  QTRY_VERIFY(!row().isEmpty());
  const QModelIndex card = row().first();
  QCOMPARE(card.data(ModelListModel::kHost).toString(), QStringLiteral("ai.example.org"));
  QVERIFY(card.data(ModelListModel::kDetails).toString().contains(QStringLiteral("leaves")));
  QVERIFY(card.data(ModelListModel::kAdapter).toString().isEmpty());
}

void RemoteControllerTest::a_chat_says_where_its_text_goes() {
  Asked it;
  it.models.refresh();
  it.status.openStarter();
  QTRY_COMPARE(it.status.state(), ModelStatus::Ready);
  QVERIFY(it.chat.place().isEmpty());
  it.models.open(kSource);
  QTRY_VERIFY(it.status.elsewhere());
  QCOMPARE(it.status.name(), QStringLiteral("Qwen3-235B"));
  QVERIFY(it.chat.place().contains(QStringLiteral("ai.example.org")));
  QVERIFY(it.status.purpose() == it.chat.place());
  QVERIFY(it.status.details().isEmpty());
  QVERIFY(!it.status.small());
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::RemoteControllerTest)
#include "remote_controller_test.moc"
