#include <QClipboard>
#include <QGuiApplication>
#include <QTest>
#include <utility>

#include "support/canned_models.h"
#include "support/shown_window.h"

namespace canter::ui {
namespace {

/// Keys reach it.
struct ActiveWindow : ShownWindow {
  ActiveWindow() { QTRY_VERIFY(QGuiApplication::focusWindow() == &window()); }
};

}  // namespace

class CommandsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { take_complaints(); }
  void cleanup() { QCOMPARE(take_complaints(), QStringList()); }

  void commands_are_found_by_their_words_and_run();
  void either_key_opens_the_palette_and_escape_leaves_it();
  void the_keys_are_listed();
  void a_candidate_that_is_confirmed_runs_nothing();
  void a_right_click_shows_a_menu_as_soon_as_the_button_is_down();
  void a_menu_of_a_message_copies_what_is_selected();
};

void CommandsTest::commands_are_found_by_their_words_and_run() {
  ActiveWindow it;
  QTest::keyClick(&it.window(), Qt::Key_K, Qt::ControlModifier);
  QTRY_VERIFY(it.find(QStringLiteral("Search commands")));
  QTRY_VERIFY(it.find(QStringLiteral("Search commands"))->hasActiveFocus());
  QVERIFY(it.find(QStringLiteral("Go to Models")));
  it.type(QStringLiteral("to comp"));
  QTRY_VERIFY(!it.find(QStringLiteral("Go to Models")));
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_COMPARE(it.window().property("page").toString(), QStringLiteral("compare"));
  QTRY_VERIFY(!it.find(QStringLiteral("Search commands")));
}

void CommandsTest::either_key_opens_the_palette_and_escape_leaves_it() {
  ActiveWindow it;
  QTest::keyClick(&it.window(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
  QTRY_VERIFY(it.find(QStringLiteral("Search commands")));
  QTRY_VERIFY(it.find(QStringLiteral("Search commands"))->hasActiveFocus());
  it.type(QStringLiteral("zebra"));
  QTRY_VERIFY(it.find(QStringLiteral("No command is called so.")));
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTest::keyClick(&it.window(), Qt::Key_Escape);
  QTRY_VERIFY(!it.find(QStringLiteral("Search commands")));
  QTest::keyClick(&it.window(), Qt::Key_K, Qt::ControlModifier);
  QTRY_VERIFY(it.find(QStringLiteral("New chat")));
  QVERIFY(!it.find(QStringLiteral("No command is called so.")));
}

void CommandsTest::the_keys_are_listed() {
  ActiveWindow it;
  QTest::keyClick(&it.window(), Qt::Key_F1);
  QTRY_VERIFY(it.find(QStringLiteral("Send the message")));
  QVERIFY(it.find(QStringLiteral("Send the message")));
  QQuickItem* search = it.find(QStringLiteral("Begin a new line"));
  QVERIFY(search);
  QCOMPARE(search->property("keys").toString(), QStringLiteral("Shift+Enter"));
  QTest::keyClick(&it.window(), Qt::Key_Escape);
  QTRY_VERIFY(!it.find(QStringLiteral("Send the message")));
}

void CommandsTest::a_candidate_that_is_confirmed_runs_nothing() {
  ActiveWindow it;
  QTest::keyClick(&it.window(), Qt::Key_K, Qt::ControlModifier);
  QTRY_VERIFY(it.find(QStringLiteral("Search commands")));
  QTRY_VERIFY(it.find(QStringLiteral("Search commands"))->hasActiveFocus());
  QInputMethodEvent composing(QStringLiteral("ni"), {});
  QCoreApplication::sendEvent(it.window().activeFocusItem(), &composing);
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QVERIFY(it.find(QStringLiteral("Search commands")));
}

void CommandsTest::a_right_click_shows_a_menu_as_soon_as_the_button_is_down() {
  FakeEngine::Script script = canned_script();
  add_canned_models(script);
  script.folders = {{1, "Travel", false, 0}};
  ShownWindow it(script);
  it.session->openConversation(7);
  const auto shows_menu = [&](const char* what, const char* entry) {
    const QString wanted = QString::fromLatin1(entry);
    QTRY_VERIFY2(it.find(QString::fromLatin1(what)), what);
    const QQuickItem* item = it.find(QString::fromLatin1(what));
    const auto middle = [&] { return item->mapToScene({20, item->height() / 2}).toPoint(); };
    QTRY_VERIFY2(middle().y() < it.window().height(), what);
    const QPoint place = middle();
    const auto entries = [&] {
      int found = 0;
      visit_visible_items(it.window().contentItem(), [&](QQuickItem* each) {
        if (each->inherits("QQuickMenuItem") && each->property("text") == wanted) ++found;
      });
      return found;
    };
    QTest::mousePress(&it.window(), Qt::RightButton, {}, place);
    QTRY_COMPARE(entries(), 1);
    QTest::mouseRelease(&it.window(), Qt::RightButton, {}, place);
    QCOMPARE(entries(), 1);
    QTest::keyClick(&it.window(), Qt::Key_Escape);
    QTRY_COMPARE(entries(), 0);
  };
  shows_menu("A bus to San Diego", "Duplicate");
  QCOMPARE(it.session->current(), 7);
  shows_menu("Travel", "Rename");
  shows_menu("Two.", "Edit");
  it.show_page(QStringLiteral("models"));
  shows_menu("Starter model", "Copy path");
}

void CommandsTest::a_menu_of_a_message_copies_what_is_selected() {
  ActiveWindow it;
  it.session->openConversation(7);
  QTRY_VERIFY(it.find(QStringLiteral("Two.")));
  QQuickItem* text = it.find(QStringLiteral("Two."));
  QTRY_VERIFY(text->mapToScene({0, text->height()}).y() < it.window().height());
  text->forceActiveFocus();
  QMetaObject::invokeMethod(text, "select", Q_ARG(int, 0), Q_ARG(int, 3));
  QVERIFY(it.click(QStringLiteral("Two."), Qt::RightButton));
  QPointF place;
  const auto stands = [&] {
    const QQuickItem* entry = it.find_button(QStringLiteral("Copy the selection"));
    const QPointF before = std::exchange(place, entry ? entry->mapToScene({}) : QPointF());
    for (const QQuickItem* item = entry; item; item = item->parentItem())
      if (item->opacity() < 1) return false;
    return entry && place == before;
  };
  QVERIFY(QTest::qWaitFor(stands));
  QVERIFY(it.click(QStringLiteral("Copy the selection")));
  QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Two"));
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::CommandsTest)
#include "commands_test.moc"
