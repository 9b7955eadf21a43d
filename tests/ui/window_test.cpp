#include "window/main_window.h"

#include <QAccessible>
#include <QDir>
#include <QFileOpenEvent>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <ctime>

#include "support/canned_comparisons.h"
#include "support/canned_conversations.h"
#include "support/canned_models.h"
#include "support/shown_window.h"

namespace canter::ui {
namespace {

FakeEngine::Script answering(int words, int words_per_tick) {
  FakeEngine::Script script = canned_script();
  script.answer = canned_answer(words);
  script.words_per_tick = words_per_tick;
  script.tick_ms = 4;
  return script;
}

WindowOptions remembering(const QString& settings_file) {
  WindowOptions options;
  options.settings_file = settings_file;
  return options;
}

}  // namespace

class WindowTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { take_complaints(); }
  void cleanup() { QCOMPARE(take_complaints(), QStringList()); }

  void the_model_is_opened_after_the_first_frame();
  void a_model_that_the_system_asks_for_is_opened();
  void a_model_that_takes_long_to_open_shows_how_far_it_is();
  void return_sends_and_shift_return_begins_a_line();
  void escape_stops_the_answer();
  void an_example_sends_itself();
  void a_failed_model_offers_ways_out();
  void conversations_are_handled_by_keyboard_alone();
  void the_menu_of_a_conversation_is_used_by_keyboard();
  void every_control_has_a_name();
  void the_sidebar_folds_in_narrow_windows();
  void the_view_follows_an_answer();
  void a_reader_who_scrolled_up_is_left_alone();
  void a_very_long_answer_does_not_freeze_the_window();
  void a_question_is_edited_and_its_versions_are_walked_by_keyboard();
  void an_adapter_is_tuned_by_keyboard_alone();
  void a_tuning_that_runs_is_seen_beside_the_chats();
  void another_model_is_chosen_above_the_field();
  void another_model_is_chosen_by_keyboard_alone();
  void models_are_removed_and_brought_back_on_their_page();
  void a_hidden_window_changes_and_is_resized_safely();
  void size_and_sidebar_are_remembered();
  void chats_are_searched_by_keyboard_alone();
  void nothing_is_deleted_for_good_without_a_question();
};

void WindowTest::the_model_is_opened_after_the_first_frame() {
  ShownWindow it;
  QVERIFY(it.engine->posted_of<engine::OpenModel>().empty());
  QTRY_COMPARE(it.engine->posted_of<engine::OpenModel>().size(), 1u);
  QTRY_VERIFY(it.find(QStringLiteral("Starter model")));
}

void WindowTest::a_model_that_the_system_asks_for_is_opened() {
  const auto ask = [](const QString& file) {
    QFileOpenEvent event(QUrl::fromLocalFile(file));
    QCoreApplication::sendEvent(qApp, &event);
  };
  const QString first = QDir::toNativeSeparators(QDir::tempPath() + QStringLiteral("/first.gguf"));
  const QString second = QDir::toNativeSeparators(QDir::tempPath() + QStringLiteral("/ä 中.gguf"));
  ShownWindow it;
  ask(first);
  const auto opened = [&] { return it.engine->posted_of<engine::OpenModel>(); };
  QTRY_COMPARE(opened().size(), 1u);
  QCOMPARE(opened()[0].source, first.toStdString());
  ask(second);
  QTRY_COMPARE(opened().size(), 2u);
  QCOMPARE(opened()[1].source, second.toStdString());
}

void WindowTest::a_model_that_takes_long_to_open_shows_how_far_it_is() {
  FakeEngine::Script script = canned_script();
  script.model_keeps_opening = true;
  script.opening_progress = 0.4;
  ShownWindow it(script);
  QTRY_VERIFY(it.find(QStringLiteral("Opening Starter model")));
  QVERIFY(it.find(QStringLiteral("Opened so far: 40%")));
  it.engine->say(engine::ModelOpened{script.model, script.acceleration});
  QTRY_VERIFY(!it.find(QStringLiteral("Opening Starter model")));
  QVERIFY(!it.find(QStringLiteral("Opened so far: 40%")));
}

void WindowTest::return_sends_and_shift_return_begins_a_line() {
  ShownWindow it;
  QTRY_VERIFY(it.chat->can_send());
  it.type(QStringLiteral("one"));
  QTest::keyClick(&it.window(), Qt::Key_Return, Qt::ShiftModifier);
  it.type(QStringLiteral("two"));
  QTest::keyClick(&it.window(), Qt::Key_Return);
  const auto sent = it.engine->posted_of<engine::SendMessage>();
  QCOMPARE(sent.size(), 1u);
  QCOMPARE(sent[0].text, std::string("one\ntwo"));
  QTRY_COMPARE(it.chat->messages()->count(), 2);
  QVERIFY(it.chat->draft().isEmpty());
}

void WindowTest::escape_stops_the_answer() {
  ShownWindow it(answering(5000, 1));
  QTRY_VERIFY(it.chat->can_send());
  it.type(QStringLiteral("go"));
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_VERIFY(it.find(QStringLiteral("Stop (Esc)")));
  QTest::keyClick(&it.window(), Qt::Key_Escape);
  QTRY_VERIFY(!it.chat->answering());
  QVERIFY(it.find(QStringLiteral("Send (Enter)")));
}

void WindowTest::an_example_sends_itself() {
  ShownWindow it;
  QTRY_VERIFY(it.chat->can_send());
  QTest::qWait(50);
  QVERIFY(it.click(QStringLiteral("Where are my chats stored?")));
  QTRY_COMPARE(it.engine->posted_of<engine::SendMessage>().size(), 1u);
  QTRY_VERIFY(!it.find(QStringLiteral("What does acceleration do?")));
}

void WindowTest::a_failed_model_offers_ways_out() {
  FakeEngine::Script script = canned_script();
  script.model_error = "starter.gguf: cut short; download it again";
  ShownWindow it(script);
  QTRY_VERIFY(it.find(QString::fromStdString(script.model_error)));
  QVERIFY(it.find(QStringLiteral("Open another model…")));
  QTest::qWait(50);
  QVERIFY(it.click(QStringLiteral("Try again")));
  QTRY_COMPARE(it.engine->posted_of<engine::OpenModel>().size(), 2u);
}

void WindowTest::conversations_are_handled_by_keyboard_alone() {
  ShownWindow it;
  QTRY_VERIFY(it.find(QStringLiteral("A bus to San Diego")));
  QQuickItem* chats = it.find(QStringLiteral("New chat"));
  QVERIFY(chats);
  chats->forceActiveFocus(Qt::TabFocusReason);
  QTest::keyClick(&it.window(), Qt::Key_Tab);
  QVERIFY(it.find(QStringLiteral("Search chats"))->hasActiveFocus());
  QTest::keyClick(&it.window(), Qt::Key_Tab);
  QTest::keyClick(&it.window(), Qt::Key_Down);
  QTest::keyClick(&it.window(), Qt::Key_F2);
  it.type(QStringLiteral("Coach"));
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_VERIFY(it.find(QStringLiteral("Coach")));
  QTest::keyClick(&it.window(), Qt::Key_Delete);
  QTRY_VERIFY(!it.find(QStringLiteral("Coach")));
  QTRY_VERIFY(it.find(QStringLiteral("Undo")));
  QTest::keyClick(&it.window(), Qt::Key_Z, Qt::ControlModifier);
  QTRY_VERIFY(it.find(QStringLiteral("Coach")));
  QTest::keyClick(&it.window(), Qt::Key_Home);
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_VERIFY(it.session->current() != 0);
}

void WindowTest::the_menu_of_a_conversation_is_used_by_keyboard() {
  ShownWindow it;
  QTRY_VERIFY(it.find(QStringLiteral("A bus to San Diego")));
  QTest::qWait(50);
  QVERIFY(it.click(QStringLiteral("A bus to San Diego"), Qt::RightButton));
  QTRY_VERIFY(it.find(QStringLiteral("Delete")));
  QTest::keyClick(&it.window(), Qt::Key_Escape);
  QTRY_VERIFY(!it.find(QStringLiteral("Delete")));
  QVERIFY(it.click(QStringLiteral("A bus to San Diego"), Qt::RightButton));
  QTRY_VERIFY(it.find(QStringLiteral("Delete")));
  for (int entry = 0; entry < 9; ++entry) QTest::keyClick(&it.window(), Qt::Key_Down);
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_VERIFY(!it.find(QStringLiteral("A bus to San Diego")));
}

void WindowTest::every_control_has_a_name() {
  ShownWindow it;
  it.session->openConversation(7);
  QTRY_COMPARE(it.chat->messages()->count(), 10);
  QTest::qWait(50);
  QStringList nameless;
  int controls = 0;
  visit_items(it.window().contentItem(), [&](QQuickItem* item) {
    const bool focusable = item->activeFocusOnTab() || item->inherits("QQuickAbstractButton");
    if (!focusable || !item->isVisible() || item->inherits("QQuickScrollBar")) return;
    ++controls;
    const auto* face = QAccessible::queryAccessibleInterface(item);
    if (!face || face->text(QAccessible::Name).isEmpty() || face->role() == QAccessible::NoRole) {
      nameless += QString::fromUtf8(item->metaObject()->className());
    }
  });
  QCOMPARE(nameless, QStringList());
  QVERIFY(controls > 8);
}

void WindowTest::the_sidebar_folds_in_narrow_windows() {
  ShownWindow it;
  it.window().resize(1180, 760);
  QTRY_VERIFY(it.find(QStringLiteral("A bus to San Diego")));
  it.window().resize(860, 600);
  QTRY_VERIFY(!it.find(QStringLiteral("A bus to San Diego")));
  QVERIFY(it.find(QStringLiteral("Show the chats")));
  it.window().resize(720, 520);
  QTRY_VERIFY(it.find(QStringLiteral("Show the chats")));
  QTest::qWait(50);
  QVERIFY(it.click(QStringLiteral("Show the chats")));
  QTRY_VERIFY(it.find(QStringLiteral("A bus to San Diego")));
  QTest::qWait(200);  // the rest of the list is still being made
}

void WindowTest::the_view_follows_an_answer() {
  ShownWindow it(answering(1500, 10));
  it.session->openConversation(7);
  QTRY_COMPARE(it.chat->messages()->count(), 10);
  QTRY_VERIFY(it.chat->can_send());
  it.chat->send(QStringLiteral("go"));
  QTRY_VERIFY(it.chat->answering());
  QTRY_VERIFY_WITH_TIMEOUT(!it.chat->answering(), 20'000);
  QTest::qWait(50);
  QVERIFY(it.find(QStringLiteral("Conversation"))->property("following").toBool());
  QVERIFY(qAbs(it.find(QStringLiteral("Conversation"))->property("distanceToEnd").toDouble()) < 1);
  QVERIFY(!it.find(QStringLiteral("Jump to latest")));
}

void WindowTest::a_reader_who_scrolled_up_is_left_alone() {
  ShownWindow it(answering(1500, 10));
  it.session->openConversation(7);
  QTRY_VERIFY(it.chat->can_send());
  it.chat->send(QStringLiteral("go"));
  QTRY_VERIFY(it.chat->messages()->text(11).size() > 2000);
  it.find(QStringLiteral("Conversation"))->forceActiveFocus();
  QTest::keyClick(&it.window(), Qt::Key_PageUp);
  const double reading_at =
      it.find(QStringLiteral("Conversation"))->property("contentY").toDouble();
  QTRY_VERIFY_WITH_TIMEOUT(!it.chat->answering(), 20'000);
  QVERIFY(qAbs(it.find(QStringLiteral("Conversation"))->property("contentY").toDouble() -
               reading_at) < 1);
  QTest::qWait(200);
  QVERIFY(it.click(QStringLiteral("Jump to latest")));
  QTRY_VERIFY(qAbs(it.find(QStringLiteral("Conversation"))->property("distanceToEnd").toDouble()) <
              1);
}

void WindowTest::a_very_long_answer_does_not_freeze_the_window() {
  ShownWindow it(answering(20'000, 40));
  QTRY_VERIFY(it.chat->can_send());
  it.chat->send(QStringLiteral("go"));
  QTRY_VERIFY(it.chat->answering());
  // In processor time: how busy the machine is otherwise says nothing.
  std::clock_t longest = 0;
  while (it.chat->answering()) {
    const std::clock_t before = std::clock();
    QTest::qWait(1);
    longest = std::max(longest, std::clock() - before);
  }
  const long milliseconds = 1000L * longest / CLOCKS_PER_SEC;
  QVERIFY2(milliseconds < 250, qPrintable(QStringLiteral("%1 ms").arg(milliseconds)));
}

void WindowTest::a_question_is_edited_and_its_versions_are_walked_by_keyboard() {
  ShownWindow it;
  QTRY_VERIFY(it.chat->can_send());
  it.type(QStringLiteral("one"));
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_VERIFY(it.find(QStringLiteral("Answer anew")));
  it.find(QStringLiteral("Edit"))->forceActiveFocus(Qt::TabFocusReason);
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_VERIFY(it.find(QStringLiteral("Edit the message")));
  it.type(QStringLiteral("!"));
  QTest::keyClick(&it.window(), Qt::Key_Escape);
  QTRY_VERIFY(!it.find(QStringLiteral("Edit the message")));
  QVERIFY(it.engine->posted_of<engine::EditMessage>().empty());
  it.find(QStringLiteral("Edit"))->forceActiveFocus(Qt::TabFocusReason);
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_VERIFY(it.find(QStringLiteral("Edit the message")));
  it.type(QStringLiteral("?"));
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_COMPARE(it.chat->messages()->text(0), QStringLiteral("one?"));
  QTRY_VERIFY(it.find(QStringLiteral("Version 2 of 2")));
  it.find(QStringLiteral("Earlier version"))->forceActiveFocus(Qt::TabFocusReason);
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_COMPARE(it.engine->posted_of<engine::ShowVersion>().size(), 1u);
}

void WindowTest::an_adapter_is_tuned_by_keyboard_alone() {
  ShownWindow it;
  QTRY_VERIFY(it.find(QStringLiteral("Tune…")));
  it.find(QStringLiteral("Tune…"))->forceActiveFocus(Qt::TabFocusReason);
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_VERIFY(it.find(QStringLiteral("Start tuning")));
  QTRY_VERIFY(it.find(QStringLiteral("10 minute(s), suggested")));
  QTRY_VERIFY(it.find(QStringLiteral("Start tuning"))->isEnabled());
  QTest::qWait(200);
  it.find(QStringLiteral("Start tuning"))->forceActiveFocus(Qt::TabFocusReason);
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_COMPARE(it.engine->posted_of<engine::StartTuning>().size(), 1u);
  QTRY_VERIFY(it.find(QStringLiteral("Pause")));
  QTest::keyClick(&it.window(), Qt::Key_Escape);
  QTRY_VERIFY(!it.find(QStringLiteral("Pause")));
  QVERIFY(it.engine->posted_of<engine::CancelTuning>().empty());
}

void WindowTest::a_tuning_that_runs_is_seen_beside_the_chats() {
  ShownWindow it;
  QTRY_VERIFY(it.chat->can_send());
  QVERIFY(!it.find(QStringLiteral("Tuning Starter model")));
  it.engine->say(engine::TuningStarted{});
  for (const QSize size : {QSize(1180, 760), QSize(860, 600), QSize(720, 520)}) {
    it.window().resize(size);
    QTRY_VERIFY(it.find(QStringLiteral("Tuning Starter model")));
  }
  QTest::qWait(50);
  QVERIFY(it.click(QStringLiteral("Tuning Starter model")));
  QTRY_VERIFY(it.find(QStringLiteral("Hide")));
  it.engine->say(engine::TuningFinished{"starter", "0", 2.2, 1.5, 1, true});
  QTRY_VERIFY(it.find(QStringLiteral("Starter model now answers 1.50× as fast")));
  QVERIFY(!it.find(QStringLiteral("Tuning Starter model")));
}

void WindowTest::another_model_is_chosen_above_the_field() {
  FakeEngine::Script script = canned_script();
  add_canned_models(script);
  ShownWindow it(script);
  QTRY_VERIFY(it.chat->can_send());
  QTest::qWait(50);
  QVERIFY(it.click(QStringLiteral("Starter model")));
  QTRY_VERIFY(it.find(QStringLiteral("Mistral 7B Instruct v0.3")));
  QVERIFY(it.find(QStringLiteral("All models…")));
  QTest::qWait(250);  // the menu is there
  QVERIFY(it.click(QStringLiteral("Mistral 7B Instruct v0.3")));
  QTRY_COMPARE(it.engine->posted_of<engine::OpenModel>().size(), 2u);
  QCOMPARE(QString::fromStdString(it.engine->posted_of<engine::OpenModel>().back().source),
           QStringLiteral("/home/kim/models/Mistral-7B-Instruct-v0.3.Q4_K_M.gguf"));
}

void WindowTest::another_model_is_chosen_by_keyboard_alone() {
  FakeEngine::Script script = canned_script();
  add_canned_models(script);
  ShownWindow it(script);
  QTRY_VERIFY(it.chat->can_send());
  QTRY_VERIFY(it.find_button(QStringLiteral("Starter model")));
  it.find_button(QStringLiteral("Starter model"))->forceActiveFocus(Qt::TabFocusReason);
  QTest::keyClick(&it.window(), Qt::Key_Space);
  QTRY_VERIFY(it.find(QStringLiteral("Mistral 7B Instruct v0.3")));
  QTest::qWait(250);  // the menu is there
  for (const int key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Return}) {
    QTest::keyClick(&it.window(), Qt::Key(key));
    QTest::qWait(50);
  }
  QTRY_COMPARE(it.engine->posted_of<engine::OpenModel>().size(), 2u);
  QCOMPARE(QString::fromStdString(it.engine->posted_of<engine::OpenModel>().back().source),
           QStringLiteral("/home/kim/models/Mistral-7B-Instruct-v0.3.Q4_K_M.gguf"));
}

void WindowTest::models_are_removed_and_brought_back_on_their_page() {
  FakeEngine::Script script = canned_script();
  add_canned_models(script);
  ShownWindow it(script);
  QTRY_VERIFY(it.chat->can_send());
  it.window().setProperty("page", QStringLiteral("models"));
  QTRY_VERIFY(it.find(QStringLiteral("Mistral 7B Instruct v0.3")));
  QTRY_VERIFY(it.find(QStringLiteral("SmolLM2 1.7B Instruct")));
  auto* models = it.window().property("models").value<ModelsController*>();
  models->remove(QStringLiteral("/home/kim/models/Mistral-7B-Instruct-v0.3.Q4_K_M.gguf"));
  QTRY_VERIFY(
      it.find(QStringLiteral("“Mistral 7B Instruct v0.3” is off the list; its file stays")));
  QTRY_VERIFY(!it.find(QStringLiteral("Mistral 7B Instruct v0.3")));
  QTest::qWait(200);
  QVERIFY(it.click(QStringLiteral("Undo")));
  QTRY_VERIFY(it.find(QStringLiteral("Mistral 7B Instruct v0.3")));
}

// Layouts of Qt 6.4 know items that were deleted until the next frame; a resize before it, as when
// a minimised window comes back, makes them use those.
void WindowTest::a_hidden_window_changes_and_is_resized_safely() {
  FakeEngine::Script script = canned_script();
  add_canned_models(script);
  ShownWindow it(script);
  it.window().resize(1180, 760);
  QTRY_VERIFY(it.chat->can_send());
  auto* sidebar = it.window().property("sidebar").value<SidebarController*>();
  for (const auto& conversation : script.conversations) sidebar->remove(conversation.id);
  auto* compare = it.window().property("compare").value<CompareController*>();
  it.engine->say(engine::ComparisonOpened{canned_comparison(1, "What is new?", 40, 2)});
  for (const char* page : {"models", "trash", "compare", "settings", "chats"}) {
    it.window().setProperty("page", QString::fromLatin1(page));
    QTest::qWait(100);
  }
  QVERIFY(compare->has_result());
  QVERIFY(it.find(QStringLiteral("Where are my chats stored?")));

  it.window().hide();
  it.session->openConversation(7);
  it.engine->say(engine::ModelsListed{});
  it.engine->say(engine::TrashListed{});
  it.engine->say(engine::ComparisonOpened{canned_set(2, 8)});
  it.engine->say(engine::ComparisonOpened{canned_comparison(3, "And what else?", 40, 2)});
  engine::ModelInfo other = script.model;
  other.name = "mistral";
  other.starter = false;
  other.path = "/models/mistral.gguf";
  it.engine->say(engine::ModelOpened{other, script.acceleration});
  Q_EMIT it.session->languageChanged();
  QTest::qWait(100);
  for (const QSize size : {QSize(800, 600), QSize(1280, 800)}) {
    it.window().resize(size);
    QTest::qWait(100);
  }
  it.window().show();
  QTRY_VERIFY(it.find(QStringLiteral("mistral")));
}

void WindowTest::size_and_sidebar_are_remembered() {
  QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("window.ini"));
  {
    ShownWindow it(canned_script(), remembering(file));
    QTest::qWait(50);
    it.window().setGeometry(40, 30, 940, 610);
    QTest::qWait(50);
    QVERIFY(it.click(QStringLiteral("Fold the sidebar")));
    QTRY_VERIFY(it.find(QStringLiteral("Show the chats")));
  }
  ShownWindow it(canned_script(), remembering(file));
  QTRY_COMPARE(it.window().size(), QSize(940, 610));
  QVERIFY(it.find(QStringLiteral("Show the chats")));
}

void WindowTest::chats_are_searched_by_keyboard_alone() {
  ShownWindow it;
  QTRY_VERIFY(it.find(QStringLiteral("A bus to San Diego")));
  QTest::keyClick(&it.window(), Qt::Key_F, Qt::ControlModifier);
  QTRY_VERIFY(it.find(QStringLiteral("Search chats"))->hasActiveFocus());
  it.type(QStringLiteral("San"));
  QTRY_VERIFY(it.find(QStringLiteral("Chats found")));
  QTRY_COMPARE(it.find(QStringLiteral("Chats found"))->property("count").toInt(), 1);
  QTest::keyClick(&it.window(), Qt::Key_Down);
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_COMPARE(it.session->current(), 6);
  QTest::keyClick(&it.window(), Qt::Key_F, Qt::ControlModifier);
  QTest::keyClick(&it.window(), Qt::Key_Escape);
  QTRY_VERIFY(it.find(QStringLiteral("A bus to San Diego")));
  QTRY_VERIFY(it.find(QStringLiteral("Chats")));
}

void WindowTest::nothing_is_deleted_for_good_without_a_question() {
  ShownWindow it;
  QTRY_VERIFY(it.find(QStringLiteral("Alarm")));
  it.window().property("sidebar").value<SidebarController*>()->remove(6);
  QVERIFY(it.engine->posted_of<engine::DeleteConversation>().empty());
  QTRY_VERIFY(it.click(QStringLiteral("Trash")));
  QTRY_VERIFY(it.find(QStringLiteral("Delete for good…")));
  const QString question = QStringLiteral("Delete “A bus to San Diego” for good?");
  for (const Qt::Key way_out : {Qt::Key_Escape, Qt::Key_Space}) {
    QVERIFY(it.click(QStringLiteral("Delete for good…")));
    QTRY_VERIFY(it.find(question));
    QVERIFY(it.engine->posted_of<engine::DeleteConversation>().empty());
    QTest::keyClick(&it.window(), way_out);
    QTRY_VERIFY(!it.find(question));
  }
  QVERIFY(it.engine->posted_of<engine::DeleteConversation>().empty());
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::WindowTest)
#include "window_test.moc"
