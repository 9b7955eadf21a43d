#include "chat/thought.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

#include "support/make_records.h"
#include "support/shown_window.h"

namespace canter::ui {
namespace {

const QString kFolded = QStringLiteral("Thought for 12 s");

Message thoughtful_answer() {
  Message answer = make_message(2, 7, MessageRole::kAssistant, "Paris.");
  answer.thinking = "The user asks for a **capital**.\n\n- It is Paris.";
  answer.thinking_ms = 12'300;
  return answer;
}

/// A conversation in which the model has thought.
FakeEngine::Script thoughtful() {
  FakeEngine::Script script = canned_script();
  script.branches[7].resize(1);
  script.branches[7].push_back(thoughtful_answer());
  return script;
}

FakeEngine::Script thinking_slowly() {
  FakeEngine::Script script = canned_script();
  script.thinking = canned_answer(400);
  script.thinking_ms = 40;
  script.words_per_tick = 3;
  return script;
}

bool has_text(ShownWindow& window, const QString& text) {
  return window.find(text) != nullptr;
}

}  // namespace

class ThoughtTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { take_complaints(); }
  void cleanup() { QCOMPARE(take_complaints().join(u'\n'), QString()); }

  void is_made_into_blocks_only_when_it_is_unfolded();
  void what_was_drafted_is_marked_also_when_it_is_unfolded_late();
  void runs_until_the_answer_begins();
  void an_answer_that_is_gone_on_with_has_its_thoughts();
  void an_answer_stopped_while_it_was_thought_about_can_be_continued();
  void is_folded_and_unfolded_by_mouse_and_keyboard();
  void says_to_a_screen_reader_whether_it_is_unfolded();
  void stays_unfolded_when_it_is_scrolled_out_of_sight();
  void is_streamed_while_it_is_unfolded();
  void copying_an_answer_leaves_out_what_was_thought();
  void leaving_and_coming_back_in_the_middle_loses_nothing();
  void the_view_stays_where_it_is_when_something_long_is_unfolded();
  void a_chat_switches_thinking_where_the_model_can();
};

void ThoughtTest::is_made_into_blocks_only_when_it_is_unfolded() {
  Thought thought;
  thought.append(StreamedText(QStringLiteral("One.\n\n")), 100);
  QCOMPARE(thought.blocks()->count(), 0);
  thought.set_unfolded(true);
  QCOMPARE(thought.blocks()->count(), 1);
  thought.append(StreamedText(QStringLiteral("Two.")), 200);
  QCOMPARE(thought.blocks()->count(), 2);
  thought.set_unfolded(false);
  thought.finish(QStringLiteral("One.\n\nTwo.\n\nThree."), 300);
  thought.set_unfolded(true);
  QCOMPARE(thought.blocks()->text(), thought.text());
  QCOMPARE(thought.blocks()->count(), 3);
}

void ThoughtTest::what_was_drafted_is_marked_also_when_it_is_unfolded_late() {
  Thought thought;
  thought.append(StreamedText(QStringLiteral("Übung ")), 100);
  thought.append(StreamedText(QStringLiteral("macht"), {{0, 5}}), 200);
  thought.set_unfolded(true);
  const auto* blocks = thought.blocks();
  const QString html = blocks->data(blocks->index(0), BlockListModel::kHtml).toString();
  QVERIFY2(html.contains(QStringLiteral("Übung <span class=\"drafted\">macht</span>")),
           qPrintable(html));
}

void ThoughtTest::runs_until_the_answer_begins() {
  MessageListModel messages;
  const MessageListModel::Live waiting{1, false, {}, {}, 0};
  messages.append(make_message(3, 1, MessageRole::kAssistant, {}, MessageStatus::kStreaming),
                  &waiting);
  Thought& thought = *messages.thought(0);
  QVERIFY(thought.empty());
  messages.begin(3);
  messages.append_thinking(3, StreamedText(QStringLiteral("Hm")), 1600);
  QVERIFY(thought.running());
  QCOMPARE(thought.seconds(), 2);
  QVERIFY(messages.data(messages.index(0), MessageListModel::kEmpty).toBool());
  messages.append_text(3, StreamedText(QStringLiteral("Paris")));
  QVERIFY(!thought.running());
  QCOMPARE(messages.text(0), QStringLiteral("Paris"));
  QCOMPARE(thought.text(), QStringLiteral("Hm"));
}

void ThoughtTest::an_answer_that_is_gone_on_with_has_its_thoughts() {
  MessageListModel messages;
  const MessageListModel::Live live{1, true, {}, StreamedText(QStringLiteral("Hm")), 900};
  messages.append(make_message(3, 1, MessageRole::kAssistant, {}, MessageStatus::kStreaming),
                  &live);
  QVERIFY(messages.thought(0)->running());
  QCOMPARE(messages.thought(0)->text(), QStringLiteral("Hm"));
}

void ThoughtTest::an_answer_stopped_while_it_was_thought_about_can_be_continued() {
  MessageListModel messages;
  Message answer = thoughtful_answer();
  answer.content.clear();
  answer.status = MessageStatus::kStopped;
  messages.append(answer);
  QVERIFY(messages.data(messages.index(0), MessageListModel::kContinuation).toBool());
  QVERIFY(!messages.thought(0)->running());
}

void ThoughtTest::is_folded_and_unfolded_by_mouse_and_keyboard() {
  ShownWindow it(thoughtful());
  it.session->openConversation(7);
  QTRY_VERIFY(it.find(kFolded));
  QVERIFY(!has_text(it, QStringLiteral("• It is Paris.")));
  QTest::qWait(50);
  QVERIFY(it.click(kFolded));
  QTRY_VERIFY(has_text(it, QStringLiteral("• It is Paris.")));
  it.find(kFolded)->forceActiveFocus(Qt::TabFocusReason);
  QTest::keyClick(&it.window(), Qt::Key_Return);
  QTRY_VERIFY(!has_text(it, QStringLiteral("• It is Paris.")));
  QTest::keyClick(&it.window(), Qt::Key_Space);
  QTRY_VERIFY(has_text(it, QStringLiteral("• It is Paris.")));
}

void ThoughtTest::says_to_a_screen_reader_whether_it_is_unfolded() {
  ShownWindow it(thoughtful());
  it.session->openConversation(7);
  QTRY_VERIFY(it.find(kFolded));
  auto* face = QAccessible::queryAccessibleInterface(it.find(kFolded));
  QCOMPARE(face->role(), QAccessible::Button);
  QVERIFY(face->state().checkable);
  QVERIFY(!face->state().checked);
  QCOMPARE(face->text(QAccessible::Description), QStringLiteral("Shows what the model thought"));
  it.chat->messages()->thought(1)->set_unfolded(true);
  QTRY_VERIFY(face->state().checked);
  QCOMPARE(face->text(QAccessible::Description), QStringLiteral("Hides what the model thought"));
}

void ThoughtTest::stays_unfolded_when_it_is_scrolled_out_of_sight() {
  FakeEngine::Script script = thoughtful();
  for (int i = 0; i < 40; ++i)
    script.branches[7].push_back(make_message(
        100 + i, 7, i % 2 ? MessageRole::kAssistant : MessageRole::kUser, canned_answer(6000)));
  ShownWindow it(script);
  it.session->openConversation(7);
  QTRY_COMPARE(it.chat->messages()->count(), 42);
  QQuickItem* list = nullptr;
  QTRY_VERIFY(list = it.find(QStringLiteral("Conversation")));
  list->forceActiveFocus();
  QTest::keyClick(&it.window(), Qt::Key_Home);
  QTRY_VERIFY(it.find(kFolded));
  QTest::qWait(50);
  QVERIFY(it.click(kFolded));
  QTRY_VERIFY(has_text(it, QStringLiteral("• It is Paris.")));
  list->forceActiveFocus();
  QTest::keyClick(&it.window(), Qt::Key_End);
  QTRY_VERIFY(!it.find(kFolded));
  QTest::keyClick(&it.window(), Qt::Key_Home);
  QTRY_VERIFY(has_text(it, QStringLiteral("• It is Paris.")));
}

void ThoughtTest::is_streamed_while_it_is_unfolded() {
  ShownWindow it(thinking_slowly());
  QTRY_VERIFY(it.chat->can_send());
  it.chat->send(QStringLiteral("go"));
  QTRY_VERIFY(it.find(QStringLiteral("Thinking…")));
  Thought& thought = *it.chat->messages()->thought(1);
  thought.set_unfolded(true);
  const auto shown = thought.blocks()->text().size();
  QTRY_VERIFY(thought.blocks()->text().size() > shown + 100);
  QCOMPARE(thought.blocks()->text(), thought.text());
  QTRY_VERIFY_WITH_TIMEOUT(it.find(QStringLiteral("Thought for 16 s")), 20'000);
  QTRY_VERIFY(!it.chat->answering());
  QCOMPARE(it.chat->messages()->text(1),
           QStringLiteral("Certainly. Which city, and at what time?"));
}

void ThoughtTest::copying_an_answer_leaves_out_what_was_thought() {
  ShownWindow it(thoughtful());
  it.session->openConversation(7);
  QTRY_COMPARE(it.chat->messages()->count(), 2);
  it.chat->copyMessage(1);
  QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Paris."));
  QVERIFY(!it.find(QStringLiteral("Copy what the model thought")));
  it.chat->messages()->thought(1)->set_unfolded(true);
  QTRY_VERIFY(it.find(QStringLiteral("Copy what the model thought")));
  QVERIFY(it.click(QStringLiteral("Copy what the model thought")));
  QTRY_COMPARE(QGuiApplication::clipboard()->text(),
               QString::fromStdString(thoughtful_answer().thinking));
}

void ThoughtTest::leaving_and_coming_back_in_the_middle_loses_nothing() {
  ShownWindow it(thinking_slowly());
  QTRY_VERIFY(it.chat->can_send());
  it.chat->send(QStringLiteral("go"));
  QTRY_VERIFY(it.find(QStringLiteral("Thinking…")));
  const qint64 conversation = it.session->current();
  it.session->openConversation(6);
  QTest::qWait(100);
  it.session->openConversation(conversation);
  QTRY_VERIFY(it.find(QStringLiteral("Thinking…")));
  QTRY_VERIFY_WITH_TIMEOUT(!it.chat->answering(), 20'000);
  QCOMPARE(it.chat->messages()->thought(1)->text(), QString::fromStdString(canned_answer(400)));
}

void ThoughtTest::the_view_stays_where_it_is_when_something_long_is_unfolded() {
  FakeEngine::Script script = thoughtful();
  script.branches[7].back().thinking = canned_answer(2000);
  ShownWindow it(script);
  it.session->openConversation(7);
  QTRY_VERIFY(it.find(kFolded));
  QTest::qWait(100);
  const qreal before = it.find(kFolded)->mapToScene({0, 0}).y();
  QVERIFY(it.click(kFolded));
  QQuickItem* list = it.find(QStringLiteral("Conversation"));
  QTRY_VERIFY(list->property("contentHeight").toReal() > 2 * list->height());
  QTest::qWait(100);
  QVERIFY(it.find(kFolded));
  QCOMPARE(it.find(kFolded)->mapToScene({0, 0}).y(), before);
}

void ThoughtTest::a_chat_switches_thinking_where_the_model_can() {
  FakeEngine::Script script = canned_script();
  ShownWindow without(script);
  QTRY_VERIFY(without.chat->can_send());
  QVERIFY(!without.find(QStringLiteral("Think")));

  script.model.thinking.can_switch = true;
  script.model.thinking.on_by_default = true;
  ShownWindow it(script);
  it.session->openConversation(7);
  QQuickItem* toggle = nullptr;
  QTRY_VERIFY(toggle = it.find(QStringLiteral("Think")));
  QVERIFY(toggle->property("checked").toBool());
  QTest::qWait(50);
  QVERIFY(it.click(QStringLiteral("Think")));
  QTRY_COMPARE(it.engine->posted_of<engine::ConfigureChat>().size(), 1u);
  QCOMPARE(it.engine->posted_of<engine::ConfigureChat>()[0].settings.thinking, ThinkingWish::kOff);
  QVERIFY(!toggle->property("checked").toBool());
  it.chat->options()->set_thinking(ChatOptions::AsTheModelDoes);
  QTRY_VERIFY(toggle->property("checked").toBool());
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::ThoughtTest)
#include "thought_test.moc"
