#include <QTest>

#include "support/canned_downloads.h"
#include "support/canned_models.h"
#include "support/shown_window.h"

namespace canter::ui {
namespace {

FakeEngine::Script newcomer() {
  FakeEngine::Script script = canned_script();
  script.conversations.clear();
  add_no_models(script);
  add_canned_offers(script);
  return script;
}

const QString kMistral = QStringLiteral("/home/kim/models/Mistral-7B-Instruct-v0.3.Q4_K_M.gguf");

}  // namespace

class GetModelsPageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { take_complaints(); }
  void cleanup() { QCOMPARE(take_complaints().join(u'\n'), QString()); }

  void a_newcomer_gets_a_model_and_opens_it();
  void the_hub_is_asked_when_enter_is_pressed_and_not_before();
  void downloads_are_seen_among_the_models_too();
  void a_model_is_deleted_only_after_a_question();
  void all_of_the_catalogue_is_shown_when_it_is_wanted();
};

void GetModelsPageTest::a_newcomer_gets_a_model_and_opens_it() {
  ShownWindow it(newcomer());
  it.window().resize(1180, 900);
  QTRY_VERIFY(it.find_button(QStringLiteral("Get a model…")));
  QTest::qWait(100);
  QVERIFY(it.click(QStringLiteral("Get a model…")));
  QTRY_VERIFY(it.find(QStringLiteral("Qwen3 4B")));
  QTest::qWait(100);
  QVERIFY(it.click(QStringLiteral("Get")));
  QTRY_COMPARE(it.engine->posted_of<engine::GetModel>().size(), 1u);
  QCOMPARE(it.engine->posted_of<engine::GetModel>()[0].source, std::string("qwen3-4b"));
  QTRY_VERIFY(it.find_button(QStringLiteral("Pause")));
  QTRY_VERIFY(it.find(QStringLiteral("On its way")));
  it.engine->say(engine::DownloadFinished{"Qwen3 4B", "/models/qwen3-4b.gguf"});
  QTRY_VERIFY(it.find(QStringLiteral("“Qwen3 4B” is here")));
  QTest::qWait(250);
  QVERIFY(it.click(QStringLiteral("Open")));
  QTRY_COMPARE(it.engine->posted_of<engine::OpenModel>().back().source,
               std::string("/models/qwen3-4b.gguf"));
  QCOMPARE(it.window().property("page").toString(), QStringLiteral("chats"));
}

void GetModelsPageTest::the_hub_is_asked_when_enter_is_pressed_and_not_before() {
  ShownWindow it(newcomer());
  it.show_page(QStringLiteral("get"));
  QTRY_VERIFY(it.find_button(QStringLiteral("Search")));
  QQuickItem* field = nullptr;
  visit_visible_items(it.window().contentItem(), [&](QQuickItem* item) {
    if (item->inherits("QQuickTextField") &&
        item->property("placeholderText").toString().contains(QStringLiteral("granite")))
      field = item;
  });
  QVERIFY(field);
  field->forceActiveFocus();
  it.type(QStringLiteral("granite"));
  QTest::qWait(50);
  QVERIFY(it.engine->posted_of<engine::SearchHub>().empty());
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_COMPARE(it.engine->posted_of<engine::SearchHub>().size(), 1u);
  QTRY_VERIFY(it.find(QStringLiteral("ibm-granite/granite-3.3-2b-instruct-GGUF")));
  QVERIFY(it.find(QStringLiteral("Canter does not run models of the family granitevision")));
}

void GetModelsPageTest::downloads_are_seen_among_the_models_too() {
  FakeEngine::Script script = newcomer();
  add_canned_downloads(script);
  ShownWindow it(script);
  it.show_page(QStringLiteral("models"));
  QTRY_VERIFY(it.find_button(QStringLiteral("Pause")));
  QVERIFY(it.find_button(QStringLiteral("Try again")));
  QVERIFY(it.click(QStringLiteral("Pause")));
  QTRY_COMPARE(it.engine->posted_of<engine::PauseDownload>().size(), 1u);
  QTRY_VERIFY(it.find_button(QStringLiteral("Resume")));
}

void GetModelsPageTest::a_model_is_deleted_only_after_a_question() {
  FakeEngine::Script script = newcomer();
  add_canned_models(script);
  add_canned_downloads(script);
  ShownWindow it(script);
  it.show_page(QStringLiteral("models"));
  QTRY_VERIFY(it.find(QStringLiteral("Mistral 7B Instruct v0.3")));
  auto* question = it.window().findChild<QObject*>(QStringLiteral("removalQuestion"));
  QVERIFY(question);
  QMetaObject::invokeMethod(question, "ask", Q_ARG(QVariant, kMistral),
                            Q_ARG(QVariant, QStringLiteral("Mistral")));
  QTRY_VERIFY(it.find_button(QStringLiteral("Delete the file")));
  QVERIFY(it.engine->posted_of<engine::RemoveDownload>().empty());
  QTest::qWait(250);
  QVERIFY(it.click(QStringLiteral("Delete the file")));
  QTRY_COMPARE(it.engine->posted_of<engine::RemoveDownload>().size(), 1u);
}

void GetModelsPageTest::all_of_the_catalogue_is_shown_when_it_is_wanted() {
  ShownWindow it(newcomer());
  it.window().resize(1180, 2400);
  it.show_page(QStringLiteral("get"));
  QTRY_VERIFY(it.find_button(QStringLiteral("Show all 4 model(s) of the catalogue")));
  QVERIFY(!it.find(QStringLiteral("Qwen3 30B A3B")));
  QVERIFY(it.click(QStringLiteral("Show all 4 model(s) of the catalogue")));
  QTRY_VERIFY(it.find(QStringLiteral("Qwen3 30B A3B")));
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::GetModelsPageTest)
#include "get_models_page_test.moc"
