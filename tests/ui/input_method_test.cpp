#include <QInputMethodEvent>
#include <QTest>

#include "support/shown_window.h"

namespace canter::ui {
namespace {

/// Writes with an input method that lets its keys through to the window as well.
struct Composing : ShownWindow {
  void compose(const QString& candidate) {
    QInputMethodEvent event(candidate, {});
    QCoreApplication::sendEvent(window().activeFocusItem(), &event);
  }
  void confirm(const QString& text) {
    QTest::keyClick(&window(), Qt::Key_Return);
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(window().activeFocusItem(), &event);
  }
  QString focused() { return window().activeFocusItem()->property("text").toString(); }
};

}  // namespace

/// The key that confirms a candidate does nothing else.
class InputMethodTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { take_complaints(); }
  void cleanup() { QCOMPARE(take_complaints(), QStringList()); }

  void nothing_is_sent();
  void the_draft_is_not_exchanged_for_an_earlier_question();
  void nothing_is_asked_again_and_the_editor_stays();
  void no_chat_is_renamed();
  void the_search_goes_on();
  void no_preset_is_saved();
};

void InputMethodTest::nothing_is_sent() {
  Composing it;
  QTRY_VERIFY(it.chat->can_send());
  it.type(QStringLiteral("a "));
  it.compose(QStringLiteral("ni hao"));
  it.confirm(QStringLiteral("你好"));
  QVERIFY(it.engine->posted_of<engine::SendMessage>().empty());
  QCOMPARE(it.chat->draft(), QStringLiteral("a 你好"));
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QCOMPARE(it.engine->posted_of<engine::SendMessage>().size(), 1u);
  QCOMPARE(it.engine->posted_of<engine::SendMessage>()[0].text, std::string("a 你好"));
}

void InputMethodTest::the_draft_is_not_exchanged_for_an_earlier_question() {
  Composing it;
  it.session->openConversation(7);
  QTRY_COMPARE(it.chat->messages()->count(), 10);
  QTRY_VERIFY(it.find(QStringLiteral("Message")));
  it.find(QStringLiteral("Message"))->forceActiveFocus();
  it.compose(QStringLiteral("ni"));
  QTest::keyClick(&it.window(), Qt::Key_Up);
  QVERIFY(it.chat->draft().isEmpty());
  it.confirm(QStringLiteral("你"));
  QCOMPARE(it.chat->draft(), QStringLiteral("你"));
}

void InputMethodTest::nothing_is_asked_again_and_the_editor_stays() {
  Composing it;
  QTRY_VERIFY(it.chat->can_send());
  it.type(QStringLiteral("one"));
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_VERIFY(it.find(QStringLiteral("Answer anew")));
  it.find(QStringLiteral("Edit"))->forceActiveFocus(Qt::TabFocusReason);
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_VERIFY(it.find(QStringLiteral("Edit the message")));
  it.compose(QStringLiteral("er"));
  QTest::keyClick(&it.window(), Qt::Key_Escape);
  QVERIFY(it.find(QStringLiteral("Edit the message")));
  it.confirm(QStringLiteral("二"));
  QVERIFY(it.engine->posted_of<engine::EditMessage>().empty());
  QCOMPARE(it.focused(), QStringLiteral("one二"));
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_COMPARE(it.engine->posted_of<engine::EditMessage>().size(), 1u);
}

void InputMethodTest::no_chat_is_renamed() {
  Composing it;
  QTRY_VERIFY(it.find(QStringLiteral("A bus to San Diego")));
  it.find(QStringLiteral("Search chats"))->forceActiveFocus(Qt::TabFocusReason);
  QTest::keyClick(&it.window(), Qt::Key_Tab);
  QTest::keyClick(&it.window(), Qt::Key_F2);
  QCOMPARE(it.engine->posted_of<engine::RenameConversation>().size(), 0u);
  it.compose(QStringLiteral("che"));
  it.confirm(QStringLiteral("车"));
  QCOMPARE(it.engine->posted_of<engine::RenameConversation>().size(), 0u);
  QCOMPARE(it.focused(), QStringLiteral("车"));
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_VERIFY(it.find(QStringLiteral("车")));
}

void InputMethodTest::the_search_goes_on() {
  Composing it;
  QTRY_VERIFY(it.find(QStringLiteral("A bus to San Diego")));
  QQuickItem* field = it.find(QStringLiteral("Search chats"));
  field->forceActiveFocus(Qt::TabFocusReason);
  it.type(QStringLiteral("bus"));
  it.compose(QStringLiteral("che"));
  for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Escape}) QTest::keyClick(&it.window(), key);
  it.confirm(QStringLiteral("车"));
  QVERIFY(field->hasActiveFocus());
  QCOMPARE(it.focused(), QStringLiteral("bus车"));
}

void InputMethodTest::no_preset_is_saved() {
  Composing it;
  it.session->openConversation(7);
  QTRY_COMPARE(it.chat->messages()->count(), 10);
  QMetaObject::invokeMethod(it.window().findChild<QObject*>(QStringLiteral("chatSettings")),
                            "open");
  QTRY_VERIFY(it.find(QStringLiteral("Name of a new preset")));
  it.find(QStringLiteral("Name of a new preset"))->forceActiveFocus();
  it.type(QStringLiteral("x"));
  it.compose(QStringLiteral("ming"));
  const auto presets = [&] { return it.chat->options()->property("presets").toStringList(); };
  const qsizetype before = presets().size();
  it.confirm(QStringLiteral("名"));
  QCOMPARE(presets().size(), before);
  QCOMPARE(it.focused(), QStringLiteral("x名"));
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_COMPARE(presets().size(), before + 1);
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::InputMethodTest)
#include "input_method_test.moc"
