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
  void a_card_is_read_when_it_is_unfolded();
  void a_newer_catalogue_is_asked_for_by_a_button_alone();
  void a_newer_catalogue_is_offered_only_where_one_is_published();
  void models_are_moved_into_the_folder_when_it_is_pressed();
  void duplicates_are_shown_with_what_they_take();
  void a_token_is_asked_for_where_a_model_wants_one();
  void a_token_can_be_forgotten();
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
  QTRY_VERIFY(!it.find(QStringLiteral("“Qwen3 4B” is here")));
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

void GetModelsPageTest::a_card_is_read_when_it_is_unfolded() {
  ShownWindow it(newcomer());
  it.window().resize(1180, 2400);
  it.show_page(QStringLiteral("get"));
  QTRY_VERIFY(it.find_button(QStringLiteral("Search")));
  QQuickItem* field = nullptr;
  visit_visible_items(it.window().contentItem(), [&](QQuickItem* item) {
    if (item->property("placeholderText").toString().contains(QStringLiteral("granite")))
      field = item;
  });
  QVERIFY(field);
  field->forceActiveFocus();
  it.type(QStringLiteral("granite"));
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_VERIFY(it.find_button(QStringLiteral("Read its card")));
  QVERIFY(it.engine->posted_of<engine::ReadHubCard>().empty());
  QTest::qWait(50);
  QVERIFY(it.click(QStringLiteral("Read its card")));
  QTRY_COMPARE(it.engine->posted_of<engine::ReadHubCard>().size(), 1u);
  QTRY_VERIFY(it.find_button(QStringLiteral("Hide its card")));
  QVERIFY(it.click(QStringLiteral("Hide its card")));
  QTRY_VERIFY(!it.find_button(QStringLiteral("Hide its card")));
}

void GetModelsPageTest::a_newer_catalogue_is_asked_for_by_a_button_alone() {
  FakeEngine::Script script = newcomer();
  script.catalogue_error = "the catalogue is not signed by the makers of Canter";
  ShownWindow it(script);
  it.window().resize(1180, 2400);
  it.show_page(QStringLiteral("get"));
  QTRY_VERIFY(it.find_button(QStringLiteral("Show all 4 model(s) of the catalogue")));
  QVERIFY(it.click(QStringLiteral("Show all 4 model(s) of the catalogue")));
  QTRY_VERIFY(it.find_button(QStringLiteral("Look for a newer catalogue")));
  QVERIFY(it.engine->posted_of<engine::RefreshCatalogue>().empty());
  QTest::qWait(50);
  QVERIFY(it.click(QStringLiteral("Look for a newer catalogue")));
  QTRY_VERIFY(it.find(QStringLiteral("the catalogue is not signed by the makers of Canter")));
}

void GetModelsPageTest::a_newer_catalogue_is_offered_only_where_one_is_published() {
  FakeEngine::Script script = newcomer();
  script.catalogue.refreshable = false;
  ShownWindow it(script);
  it.window().resize(1180, 2400);
  it.show_page(QStringLiteral("get"));
  QTRY_VERIFY(it.find_button(QStringLiteral("Show all 4 model(s) of the catalogue")));
  QVERIFY(it.click(QStringLiteral("Show all 4 model(s) of the catalogue")));
  QTRY_VERIFY(it.find_button(QStringLiteral("Hide the catalogue")));
  QVERIFY(!it.find_button(QStringLiteral("Look for a newer catalogue")));
}

void GetModelsPageTest::models_are_moved_into_the_folder_when_it_is_pressed() {
  FakeEngine::Script script = newcomer();
  add_canned_downloads(script);
  ShownWindow it(script);
  it.window().resize(1180, 3000);
  it.show_page(QStringLiteral("get"));
  QTRY_VERIFY(it.find_button(QStringLiteral("Move here")));
  QVERIFY(it.click(QStringLiteral("Move here")));
  QTRY_COMPARE(it.engine->posted_of<engine::MoveModels>().size(), 1u);
  QTRY_VERIFY(it.find(QStringLiteral("Moving Mistral: 1.0 GB of 4.4 GB")));
  QTest::qWait(50);
  QVERIFY(it.click(QStringLiteral("Stop")));
  QTRY_VERIFY(it.find_button(QStringLiteral("Move here")));
}

void GetModelsPageTest::duplicates_are_shown_with_what_they_take() {
  FakeEngine::Script script = newcomer();
  script.duplicates = {{{"/a/one.gguf", "/b/two.gguf"}, 2'000'000'000}};
  ShownWindow it(script);
  it.window().resize(1180, 2400);
  it.show_page(QStringLiteral("models"));
  QTRY_VERIFY(it.find_button(QStringLiteral("Look for duplicates")));
  QVERIFY(it.click(QStringLiteral("Look for duplicates")));
  QTRY_VERIFY(it.find(QStringLiteral("One of each would be enough. That would free 2.0 GB.")));
}

void GetModelsPageTest::a_token_is_asked_for_where_a_model_wants_one() {
  FakeEngine::Script script = newcomer();
  add_canned_downloads(script);
  script.downloads.downloads[2].denied = true;
  ShownWindow it(script);
  it.window().resize(1180, 900);
  it.show_page(QStringLiteral("models"));
  QTRY_VERIFY(it.find_button(QStringLiteral("Enter a token…")));
  QVERIFY(it.click(QStringLiteral("Enter a token…")));
  QTRY_VERIFY(it.find_button(QStringLiteral("Keep it and go on")));
  QTest::qWait(250);
  it.type(QStringLiteral("hf_secret"));
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_COMPARE(it.engine->posted_of<engine::KeepHubToken>().size(), 1u);
  QCOMPARE(it.engine->posted_of<engine::KeepHubToken>()[0].token, std::string("hf_secret"));
  QTRY_COMPARE(it.engine->posted_of<engine::ResumeDownload>().size(), 1u);
  QCOMPARE(it.engine->posted_of<engine::ResumeDownload>()[0].id, 3);
}

void GetModelsPageTest::a_token_can_be_forgotten() {
  FakeEngine::Script script = newcomer();
  script.hub_token.where = engine::HubToken::kKeyring;
  ShownWindow it(script);
  it.window().resize(1180, 2400);
  it.show_page(QStringLiteral("get"));
  QTRY_VERIFY(it.find_button(QStringLiteral("Forget it")));
  QVERIFY(it.click(QStringLiteral("Forget it")));
  QTRY_VERIFY(it.find_button(QStringLiteral("Enter a token…")));
  QVERIFY(!it.find_button(QStringLiteral("Forget it")));
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
