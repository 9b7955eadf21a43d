#include <QAccessible>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include "support/block_samples.h"
#include "support/shown_window.h"
#include "window/main_window.h"

namespace canter::ui {
namespace {

/// What assistive programs see of the window, depth first.
void visit_tree(QAccessibleInterface* node,
                const std::function<void(QAccessibleInterface*)>& visit) {
  visit(node);
  for (int i = 0; i < node->childCount(); ++i)
    if (QAccessibleInterface* child = node->child(i)) visit_tree(child, visit);
}

struct Shown : ShownWindow {
  explicit Shown(FakeEngine::Script script = canned_script()) : ShownWindow(std::move(script)) {
    window().resize(1280, 800);
  }
};

QString named(QQuickItem* item) {
  return QString::fromUtf8(item->metaObject()->className()) + u' ' +
         item->property("text").toString();
}

}  // namespace

class AccessibilityTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void every_control_of_every_page_has_a_name_and_a_role_data();
  void every_control_of_every_page_has_a_name_and_a_role();
  void every_control_is_reached_with_the_tab_key_data();
  void every_control_is_reached_with_the_tab_key();
  void an_answer_is_read_block_by_block();
  void what_is_said_and_who_said_it_is_in_the_tree();
};

void pages() {
  QTest::addColumn<QString>("page");
  for (const char* page : {"chats", "compare", "models", "get", "settings", "trash"})
    QTest::newRow(page) << QString::fromLatin1(page);
}

void AccessibilityTest::every_control_of_every_page_has_a_name_and_a_role_data() {
  pages();
}

void AccessibilityTest::every_control_of_every_page_has_a_name_and_a_role() {
  QFETCH(QString, page);
  Shown it;
  it.session->openConversation(7);
  it.show_page(page);
  QStringList wrong;
  int controls = 0;
  visit_visible_items(it.window().contentItem(), [&](QQuickItem* item) {
    const bool control = item->activeFocusOnTab() || item->inherits("QQuickAbstractButton");
    if (!control || item->inherits("QQuickScrollBar")) return;
    ++controls;
    const auto* face = QAccessible::queryAccessibleInterface(item);
    if (!face || face->text(QAccessible::Name).trimmed().isEmpty() ||
        face->role() == QAccessible::NoRole || face->role() == QAccessible::Client)
      wrong += named(item);
  });
  QCOMPARE(wrong, QStringList());
  QVERIFY(controls > 6);
}

void AccessibilityTest::every_control_is_reached_with_the_tab_key_data() {
  pages();
}

// What shows itself only while it is pointed at has another way: a menu, or a key of the list.
void AccessibilityTest::every_control_is_reached_with_the_tab_key() {
  QFETCH(QString, page);
  Shown it;
  QTRY_VERIFY(it.chat->can_send());
  it.show_page(page);
  QSet<QQuickItem*> unreached;
  visit_visible_items(it.window().contentItem(), [&](QQuickItem* item) {
    const bool button = item->inherits("QQuickAbstractButton") && item->isEnabled();
    if (button && item->property("focusPolicy").toInt() != Qt::NoFocus &&
        !item->inherits("QQuickItemDelegate"))
      unreached.insert(item);
  });
  QVERIFY(unreached.size() > 3);
  for (int i = 0; i < 200 && !unreached.isEmpty(); ++i) {
    QTest::keyClick(&it.window(), Qt::Key_Tab);
    unreached.remove(it.window().activeFocusItem());
  }
  QStringList left;
  for (QQuickItem* item : unreached) left += named(item);
  QVERIFY2(left.isEmpty(), qPrintable(left.join(u';')));
}

void AccessibilityTest::an_answer_is_read_block_by_block() {
  FakeEngine::Script script = canned_script();
  script.branches[7].resize(2);
  script.branches[7][1].content = answer_with_all_blocks();
  Shown it(script);
  it.session->openConversation(7);
  QTest::qWait(400);
  QStringList headings, texts;
  visit_tree(QAccessible::queryAccessibleInterface(&it.window()), [&](QAccessibleInterface* node) {
    if (node->role() == QAccessible::Heading) headings += node->text(QAccessible::Name);
    texts += node->text(QAccessible::Name);
  });
  QVERIFY(headings.contains(QStringLiteral("A heading of the first level")));
  QVERIFY(
      texts.contains(QStringLiteral("2. Second thing, with a longer text that has to break its "
                                    "line somewhere, so that one sees where the next line "
                                    "begins")));
  QVERIFY(texts.filter(QStringLiteral("std::printf")).size() > 0);
  QVERIFY(texts.filter(QStringLiteral("√(b² − 4ac)")).size() > 0);
}

void AccessibilityTest::what_is_said_and_who_said_it_is_in_the_tree() {
  Shown it;
  it.session->openConversation(7);
  QTest::qWait(300);
  QStringList names;
  visit_tree(QAccessible::queryAccessibleInterface(&it.window()),
             [&](QAccessibleInterface* node) { names += node->text(QAccessible::Name); });
  for (const char* expected : {"You", "Answer", "And a taxi there?", "Message", "Accelerate",
                               "Conversation", "Chats", "Search chats", "New chat"})
    QVERIFY2(names.contains(QString::fromLatin1(expected)), expected);
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::AccessibilityTest)
#include "accessibility_test.moc"
