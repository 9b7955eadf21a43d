#include <QAccessible>
#include <QImage>
#include <QQmlContext>
#include <QQmlExpression>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "support/canned_comparisons.h"
#include "support/shown_window.h"
#include "window/main_window.h"

namespace canter::ui {
namespace {

FakeEngine::Script ready() {
  FakeEngine::Script script = canned_script();
  script.acceleration = {true, true, true, 2.1, 0, {}};
  script.comparisons.pace = 50;
  script.comparisons.kept = {canned_comparison(3, "Hello", 40, 2.5), canned_set(2, 10)};
  return script;
}

struct Page : ShownWindow {
  explicit Page(FakeEngine::Script script = ready()) : ShownWindow(std::move(script)) {
    window().setProperty("page", QStringLiteral("compare"));
  }

  CompareController* compare = &controller<CompareController>("compare");
};

}  // namespace

class ComparePageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { take_complaints(); }
  void cleanup() { QCOMPARE(take_complaints(), QStringList()); }

  void a_comparison_is_run_by_keyboard_alone();
  void an_earlier_one_is_opened_and_deleted_by_keyboard();
  void temperature_and_seed_are_typed();
  void what_can_be_reached_has_a_name();
  void columns_stack_when_large_text_leaves_no_room();
  void a_picture_of_the_result_is_saved();
};

void ComparePageTest::a_comparison_is_run_by_keyboard_alone() {
  Page it;
  QTRY_VERIFY(it.find(QStringLiteral("Prompt")));
  QTRY_VERIFY(it.find(QStringLiteral("Prompt"))->hasActiveFocus());
  for (const QChar c : QStringLiteral("hello")) QTest::keyClick(&it.window(), c.toLatin1());
  QTRY_VERIFY(it.compare->can_run());
  QTest::keyClick(&it.window(), Qt::Key_Return, Qt::ControlModifier);
  QTRY_VERIFY(it.compare->running());
  QCOMPARE(it.engine->posted_of<engine::Compare>().back().prompt, std::string("hello"));
  QTRY_VERIFY(it.compare->has_result());
  QTRY_VERIFY(it.find(it.compare->badge()));
  QTRY_VERIFY(it.find(QStringLiteral("Tokens over time")));
  QCOMPARE(it.find(QStringLiteral("Prompt"))->property("text").toString(), QStringLiteral("hello"));
}

void ComparePageTest::an_earlier_one_is_opened_and_deleted_by_keyboard() {
  Page it;
  QTRY_COMPARE(it.compare->history()->count(), 2);
  const auto in_list = [&] {
    const QQuickItem* focused = it.window().activeFocusItem();
    return focused && QByteArray(focused->metaObject()->className()).startsWith("HistoryRow");
  };
  for (int i = 0; i < 40 && !in_list(); ++i) QTest::keyClick(&it.window(), Qt::Key_Tab);
  QVERIFY(in_list());
  QTest::keyClick(&it.window(), Qt::Key_Down);
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_VERIFY(it.compare->of_set());
  QTest::keyClick(&it.window(), Qt::Key_Delete);
  QTRY_COMPARE(it.compare->history()->count(), 1);
  QVERIFY(!it.compare->has_result());
  QTRY_VERIFY(it.find(QStringLiteral("Undo")));
  it.compare->undoRemoval();
  QCOMPARE(it.compare->history()->count(), 2);
}

void ComparePageTest::temperature_and_seed_are_typed() {
  Page it;
  it.compare->setProperty("sampled", true);
  const auto type = [&](const QString& name, const char* text) {
    QQuickItem* field = nullptr;
    visit_visible_items(it.window().contentItem(), [&](QQuickItem* item) {
      const auto* face = QAccessible::queryAccessibleInterface(item);
      if (item->inherits("QQuickTextInput") && face && face->text(QAccessible::Name) == name)
        field = item;
    });
    if (!field) return false;
    field->forceActiveFocus();
    field->setProperty("text", QString::fromLatin1(text));
    QTest::keyClick(&it.window(), Qt::Key_Return);
    return true;
  };
  QTRY_VERIFY(it.find(QStringLiteral("Seed")));
  QVERIFY(type(QStringLiteral("Seed"), "42"));
  QCOMPARE(it.compare->property("seed").toInt(), 42);
  QVERIFY(type(QStringLiteral("Temperature"), "0.5"));
  QCOMPARE(it.compare->property("temperature").toDouble(), 0.5);
}

void ComparePageTest::what_can_be_reached_has_a_name() {
  Page it;
  QTRY_COMPARE(it.compare->history()->count(), 2);
  it.compare->setProperty("sampled", true);
  it.compare->open(2);
  QTRY_VERIFY(it.compare->has_result());
  visit_visible_items(it.window().contentItem(), [](QQuickItem* item) {
    if (!item->activeFocusOnTab() || !item->isEnabled()) return;
    const auto* face = QAccessible::queryAccessibleInterface(item);
    QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), item->metaObject()->className());
  });
}

void ComparePageTest::columns_stack_when_large_text_leaves_no_room() {
  Page it;
  it.window().resize(1180, 760);
  QTRY_COMPARE(it.compare->history()->count(), 2);
  it.compare->open(3);
  QTRY_VERIFY(it.find(QStringLiteral("Accelerated")));
  const auto place = [&](const char* name) {
    return it.find(QString::fromLatin1(name))->mapToScene({0, 0});
  };
  QTRY_VERIFY(place("Accelerated").y() == place("Plain").y());
  QVERIFY(place("Accelerated").x() > place("Plain").x());
  QQmlExpression(qmlContext(&it.window()), &it.window(), QStringLiteral("Theme.textScale = 1.6"))
      .evaluate();
  QTRY_VERIFY(place("Accelerated").y() > place("Plain").y());
}

void ComparePageTest::a_picture_of_the_result_is_saved() {
  Page it;
  const QTemporaryDir folder;
  it.window().resize(1180, 760);
  QTRY_COMPARE(it.compare->history()->count(), 2);
  it.compare->open(3);
  QTRY_VERIFY(it.find(QStringLiteral("Tokens over time")));
  // Until all is where it belongs and painted.
  QSignalSpy frames(&it.window(), &QQuickWindow::frameSwapped);
  it.window().update();
  QTRY_VERIFY(frames.size() > 0);
  QTRY_VERIFY(it.find(QStringLiteral("Figures"))->width() > 300);
  it.window().grabWindow();
  const QString path = folder.filePath(QStringLiteral("result.png"));
  Q_EMIT it.compare->pictureWanted(QUrl::fromLocalFile(path));
  QTRY_VERIFY(it.find(QStringLiteral("Saved as result.png")));
  const QImage picture(path);
  QVERIFY(picture.width() > 600);
  QVERIFY(picture.height() > 300);
  QCOMPARE(it.compare->error(), QString());
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::ComparePageTest)
#include "compare_page_test.moc"
