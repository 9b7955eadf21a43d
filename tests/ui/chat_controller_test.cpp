#include "chat/chat_controller.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

#include "support/connected_session.h"

namespace canter::ui {
namespace {

struct Chat : ConnectedSession {
  explicit Chat(FakeEngine::Script script = canned_script())
      : ConnectedSession(std::move(script)), model(session), chat(session, model) {
    model.openStarter();
  }
  int status(int row) {
    auto* messages = chat.messages();
    return messages->data(messages->index(row), MessageListModel::kStatus).toInt();
  }
  ModelStatus model;
  ChatController chat;
};

FakeEngine::Script endless() {
  FakeEngine::Script script = canned_script();
  script.answer = canned_answer(20'000);
  return script;
}

}  // namespace

class ChatControllerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void the_first_message_makes_a_conversation_and_stays_in_it();
  void an_answer_arrives_whole();
  void nothing_is_sent_without_text_or_model();
  void a_second_message_waits_until_the_answer_has_ended();
  void stop_ends_the_answer_and_keeps_what_is_there();
  void every_conversation_keeps_its_draft();
  void text_that_could_not_be_kept_comes_back();
  void a_conversation_saved_late_is_opened_anew_once_nothing_runs();
  void leaving_and_coming_back_in_the_middle_of_an_answer_loses_nothing();
  void a_conversation_left_before_its_number_came_is_not_jumped_back_to();
  void says_what_an_answer_waits_for();
  void copies_a_message_whole();
  void an_edited_question_and_a_new_answer_are_versions();
  void an_edited_answer_is_a_version_that_says_so();
  void a_branch_is_a_new_chat_that_ends_with_the_message();
  void nothing_is_edited_while_an_answer_is_given();
  void the_switch_asks_only_where_acceleration_is_available();
  void a_new_chat_keeps_the_wish_it_was_begun_with();
  void names_the_model_of_the_chat_where_another_one_is_open();
  void a_new_chat_begins_with_the_default_model_unless_another_is_asked_for();
};

void ChatControllerTest::names_the_model_of_the_chat_where_another_one_is_open() {
  QTemporaryFile file(QDir::tempPath() + QStringLiteral("/thinker-XXXXXX.gguf"));
  QVERIFY(file.open());
  FakeEngine::Script script = canned_script();
  for (Conversation& each : script.conversations)
    if (each.id == 7) each.model = file.fileName().toStdString();
  Chat it(script);
  QTRY_COMPARE(it.model.state(), ModelStatus::Ready);
  QCOMPARE(it.chat.other_model(), QString());
  it.session.openConversation(7);
  QTRY_COMPARE(it.chat.other_model(), QFileInfo(file.fileName()).completeBaseName());
  QCOMPARE(it.engine->posted_of<engine::OpenModel>().size(), 1u);
  it.chat.openModel();
  const engine::OpenModel wish = it.engine->posted_of<engine::OpenModel>().back();
  QCOMPARE(wish.source, file.fileName().toStdString());
  QCOMPARE(wish.conversation, std::optional<ConversationId>(7));
  it.session.newConversation();
  QCOMPARE(it.chat.other_model(), QString());
}

void ChatControllerTest::a_new_chat_begins_with_the_default_model_unless_another_is_asked_for() {
  QTemporaryFile file(QDir::tempPath() + QStringLiteral("/usual-XXXXXX.gguf"));
  QVERIFY(file.open());
  Chat it;
  QTRY_COMPARE(it.model.state(), ModelStatus::Ready);
  it.session.post(engine::ChooseDefaultModel{file.fileName().toStdString()});
  it.session.openConversation(7);
  QTRY_VERIFY(it.chat.messages()->count() > 0);
  QCOMPARE(it.chat.other_model(), QString());
  it.session.newConversation();
  QTRY_COMPARE(it.chat.other_model(), QFileInfo(file.fileName()).completeBaseName());
  it.model.openStarter();
  QTRY_COMPARE(it.chat.other_model(), QString());
  it.session.openConversation(7);
  it.session.newConversation();
  const auto opened = [&] { return it.engine->posted_of<engine::OpenModel>(); };
  const std::size_t before = opened().size();
  QTRY_VERIFY(it.chat.can_send());
  it.chat.send(QStringLiteral("Hello"));
  QCOMPARE(opened().size(), before + 1);
  QCOMPARE(opened().back().source, file.fileName().toStdString());
}

void ChatControllerTest::the_first_message_makes_a_conversation_and_stays_in_it() {
  Chat it;
  QTRY_VERIFY(it.chat.can_send());
  it.chat.set_draft(QStringLiteral("  Hello \n"));
  it.chat.sendDraft();
  QVERIFY(it.chat.draft().isEmpty());
  QTRY_VERIFY(it.session.current() != 0);
  const auto sent = it.engine->posted_of<engine::SendMessage>();
  QCOMPARE(sent.size(), 1u);
  QCOMPARE(sent[0].text, std::string("Hello"));
  QVERIFY(!sent[0].conversation);
  QCOMPARE(it.chat.messages()->count(), 2);

  QTRY_VERIFY(!it.chat.answering());
  const qint64 conversation = it.session.current();
  it.chat.send(QStringLiteral("More"));
  QTRY_COMPARE(it.chat.messages()->count(), 4);
  QCOMPARE(it.engine->posted_of<engine::SendMessage>()[1].conversation, conversation);
}

void ChatControllerTest::an_answer_arrives_whole() {
  FakeEngine::Script script = canned_script();
  script.answer = canned_answer(60);
  Chat it(script);
  QTRY_VERIFY(it.chat.can_send());
  it.chat.send(QStringLiteral("Hello"));
  QTRY_VERIFY(!it.chat.speed().isEmpty());
  QTRY_COMPARE(it.status(1), int(MessageListModel::Complete));
  QCOMPARE(it.chat.messages()->text(1).toStdString(), script.answer);
  QVERIFY(it.chat.speed().isEmpty());
}

void ChatControllerTest::nothing_is_sent_without_text_or_model() {
  FakeEngine::Script script = canned_script();
  script.model_error = "no such file";
  Chat it(script);
  QTRY_COMPARE(it.model.state(), ModelStatus::Failed);
  QVERIFY(!it.chat.can_send());
  it.chat.set_draft(QStringLiteral("Hello"));
  it.chat.sendDraft();
  QCOMPARE(it.chat.draft(), QStringLiteral("Hello"));

  Chat ready;
  QTRY_VERIFY(ready.chat.can_send());
  ready.chat.send(QStringLiteral(" \n "));
  QVERIFY(it.engine->posted_of<engine::SendMessage>().empty());
  QVERIFY(ready.engine->posted_of<engine::SendMessage>().empty());
}

void ChatControllerTest::a_second_message_waits_until_the_answer_has_ended() {
  Chat it(endless());
  QTRY_VERIFY(it.chat.can_send());
  it.chat.send(QStringLiteral("Hello"));
  QTRY_VERIFY(it.chat.answering());
  QVERIFY(!it.chat.can_send());
  it.chat.set_draft(QStringLiteral("And then"));
  it.chat.sendDraft();
  QCOMPARE(it.chat.draft(), QStringLiteral("And then"));
  QCOMPARE(it.engine->posted_of<engine::SendMessage>().size(), 1u);
}

void ChatControllerTest::stop_ends_the_answer_and_keeps_what_is_there() {
  Chat it(endless());
  QTRY_VERIFY(it.chat.can_send());
  it.chat.send(QStringLiteral("Hello"));
  QTRY_VERIFY(it.chat.messages()->text(1).size() > 20);
  it.chat.stop();
  QTRY_COMPARE(it.status(1), int(MessageListModel::Stopped));
  QVERIFY(it.chat.messages()->text(1).size() > 20);
  QVERIFY(it.chat.can_send());
}

void ChatControllerTest::every_conversation_keeps_its_draft() {
  Chat it;
  it.chat.set_draft(QStringLiteral("a new one"));
  it.session.openConversation(6);
  QVERIFY(it.chat.draft().isEmpty());
  it.chat.set_draft(QStringLiteral("in six"));
  it.session.openConversation(7);
  QVERIFY(it.chat.draft().isEmpty());
  it.session.openConversation(6);
  QCOMPARE(it.chat.draft(), QStringLiteral("in six"));
  it.session.newConversation();
  QCOMPARE(it.chat.draft(), QStringLiteral("a new one"));
}

void ChatControllerTest::text_that_could_not_be_kept_comes_back() {
  FakeEngine::Script script = canned_script();
  script.refuses_messages = "the disk is full";
  Chat it(script);
  QTRY_VERIFY(it.chat.can_send());
  it.chat.set_draft(QStringLiteral("Hello"));
  it.chat.sendDraft();
  it.chat.set_draft(QStringLiteral("typed meanwhile"));
  QTRY_COMPARE(it.session.failure(), QStringLiteral("the disk is full"));
  QCOMPARE(it.chat.draft(), QStringLiteral("Hello\n\ntyped meanwhile"));
}

void ChatControllerTest::a_conversation_saved_late_is_opened_anew_once_nothing_runs() {
  Chat it(endless());
  QTRY_VERIFY(it.chat.can_send());
  it.chat.send(QStringLiteral("Hello"));
  QTRY_VERIFY(it.session.current() != 0);
  QTRY_VERIFY(it.chat.answering());
  const auto opened = [&] { return it.engine->posted_of<engine::OpenConversation>().size(); };
  it.engine->say(engine::AnswersSaved{{Message()}, {it.session.current() + 1}});
  it.engine->say(engine::AnswersSaved{{Message()}, {it.session.current()}});
  QTest::qWait(50);
  QCOMPARE(opened(), 0u);
  it.chat.stop();
  QTRY_VERIFY(!it.chat.answering());
  QTRY_COMPARE(opened(), 1u);
  QTRY_COMPARE(it.chat.messages()->count(), 2);
}

void ChatControllerTest::leaving_and_coming_back_in_the_middle_of_an_answer_loses_nothing() {
  FakeEngine::Script script = canned_script();
  script.answer = canned_answer(120);
  Chat it(script);
  QTRY_VERIFY(it.chat.can_send());
  it.chat.send(QStringLiteral("Hello"));
  QTRY_VERIFY(it.chat.messages()->text(1).size() > 20);
  const qint64 conversation = it.session.current();
  it.session.openConversation(7);
  QVERIFY(!it.chat.answering());
  QTRY_COMPARE(it.chat.messages()->count(), 10);
  QTest::qWait(60);
  // The engine's record of the answer is empty until it ends; the text comes from what was heard.
  it.session.openConversation(conversation);
  QTRY_COMPARE(it.chat.messages()->count(), 2);
  QVERIFY(it.chat.answering());
  QTRY_COMPARE(it.status(1), int(MessageListModel::Complete));
  QCOMPARE(it.chat.messages()->text(1).toStdString(), script.answer);
}

void ChatControllerTest::a_conversation_left_before_its_number_came_is_not_jumped_back_to() {
  Chat it;
  QTRY_VERIFY(it.chat.can_send());
  it.chat.send(QStringLiteral("Hello"));
  it.session.openConversation(7);
  it.session.newConversation();
  QTest::qWait(60);
  QCOMPARE(it.session.current(), 0);
  QCOMPARE(it.chat.messages()->count(), 0);
}

void ChatControllerTest::says_what_an_answer_waits_for() {
  FakeEngine::Script opening = canned_script();
  opening.model_keeps_opening = true;
  Chat first(opening);
  QTRY_VERIFY(first.chat.can_send());
  first.chat.send(QStringLiteral("Hello"));
  QTRY_COMPARE(first.chat.waiting_for(), QStringLiteral("Waiting for the model to open"));

  Chat second(endless());
  QTRY_VERIFY(second.chat.can_send());
  second.chat.send(QStringLiteral("Hello"));
  QTRY_VERIFY(!second.chat.speed().isEmpty());
  second.session.newConversation();
  second.chat.send(QStringLiteral("Me too"));
  QTRY_COMPARE(second.chat.waiting_for(), QStringLiteral("Waiting for the answer in another chat"));
}

void ChatControllerTest::copies_a_message_whole() {
  Chat it;
  it.session.openConversation(7);
  QTRY_COMPARE(it.chat.messages()->count(), 10);
  it.chat.copyMessage(5);
  QCOMPARE(QGuiApplication::clipboard()->text(), it.chat.messages()->text(5));
  QVERIFY(!it.chat.messages()->text(5).isEmpty());
}

void ChatControllerTest::an_edited_question_and_a_new_answer_are_versions() {
  Chat it;
  QTRY_VERIFY(it.chat.can_send());
  it.chat.send(QStringLiteral("Hello"));
  QTRY_COMPARE(it.chat.messages()->count(), 2);
  QTRY_VERIFY(!it.chat.answering());
  const MessageId before = it.chat.messages()->id(1);
  it.chat.regenerate(1);
  QTRY_VERIFY(it.chat.messages()->id(1) != before);
  QVERIFY(it.chat.answering());
  QTRY_COMPARE(it.status(1), int(MessageListModel::Complete));
  QVERIFY(!it.chat.messages()->text(1).isEmpty());
  QCOMPARE(it.chat.messages()->version(1, -1), before);
  it.chat.showVersion(1, -1);
  QCOMPARE(it.engine->posted_of<engine::ShowVersion>().back().id, before);
  it.chat.showVersion(1, 1);
  QCOMPARE(it.engine->posted_of<engine::ShowVersion>().size(), 1u);

  it.chat.edit(0, QStringLiteral(" Hello "));
  it.chat.edit(0, QStringLiteral("  "));
  QVERIFY(it.engine->posted_of<engine::EditMessage>().empty());
  it.chat.edit(0, QStringLiteral("Goodbye"));
  QTRY_COMPARE(it.chat.messages()->text(0), QStringLiteral("Goodbye"));
  QTRY_COMPARE(it.status(1), int(MessageListModel::Complete));
  QCOMPARE(it.chat.messages()->count(), 2);
}

void ChatControllerTest::an_edited_answer_is_a_version_that_says_so() {
  Chat it;
  QTRY_VERIFY(it.chat.can_send());
  it.chat.send(QStringLiteral("Hello"));
  QTRY_COMPARE(it.chat.messages()->count(), 2);
  QTRY_COMPARE(it.status(1), int(MessageListModel::Complete));
  it.chat.edit(1, QStringLiteral("# As I would say it"));
  QTRY_COMPARE(it.chat.messages()->text(1), QStringLiteral("# As I would say it"));
  auto* messages = it.chat.messages();
  const auto at = messages->index(1);
  QCOMPARE(messages->data(at, MessageListModel::kVersions).toInt(), 2);
  QCOMPARE(messages->data(at, MessageListModel::kNote).toString(),
           QStringLiteral("Edited by hand"));
  QVERIFY(!it.chat.answering());
}

void ChatControllerTest::a_branch_is_a_new_chat_that_ends_with_the_message() {
  Chat it;
  QTRY_VERIFY(it.chat.can_send());
  it.chat.send(QStringLiteral("Hello"));
  QTRY_COMPARE(it.chat.messages()->count(), 2);
  QTRY_COMPARE(it.status(1), int(MessageListModel::Complete));
  it.chat.send(QStringLiteral("More"));
  QTRY_COMPARE(it.chat.messages()->count(), 4);
  QTRY_COMPARE(it.status(3), int(MessageListModel::Complete));
  it.chat.branch(1);
  const auto posted = it.engine->posted_of<engine::BranchConversation>();
  QCOMPARE(posted.size(), 1u);
  QCOMPARE(posted[0].last, it.chat.messages()->id(1));
  QVERIFY(QString::fromStdString(posted[0].title).endsWith(QLatin1String(" (branch)")));
}

void ChatControllerTest::nothing_is_edited_while_an_answer_is_given() {
  Chat it(endless());
  QTRY_VERIFY(it.chat.can_send());
  it.chat.send(QStringLiteral("Hello"));
  QTRY_VERIFY(it.chat.answering());
  it.chat.regenerate(1);
  it.chat.edit(0, QStringLiteral("Goodbye"));
  QVERIFY(it.engine->posted_of<engine::Regenerate>().empty());
  QVERIFY(it.engine->posted_of<engine::EditMessage>().empty());
}

void ChatControllerTest::the_switch_asks_only_where_acceleration_is_available() {
  Chat without;
  without.session.openConversation(7);
  QTRY_COMPARE(without.model.state(), ModelStatus::Ready);
  without.chat.setAccelerate(false);
  QVERIFY(without.engine->posted_of<engine::SetAccelerate>().empty());

  FakeEngine::Script script = canned_script();
  script.acceleration = {.available = true, .active = true, .reason = {}};
  Chat with(script);
  with.session.openConversation(7);
  QTRY_VERIFY(with.chat.can_accelerate());
  QCOMPARE(with.chat.acceleration_state(), QStringLiteral("on"));
  with.chat.setAccelerate(false);
  QTRY_VERIFY(!with.chat.accelerate());
  QCOMPARE(with.chat.acceleration_state(), QStringLiteral("off"));
}

void ChatControllerTest::a_new_chat_keeps_the_wish_it_was_begun_with() {
  FakeEngine::Script script = canned_script();
  script.acceleration = {.available = true, .active = true, .reason = {}};
  Chat it(script);
  QTRY_VERIFY(it.chat.can_accelerate());
  it.chat.setAccelerate(false);
  QVERIFY(!it.chat.accelerate());
  QVERIFY(it.engine->posted_of<engine::SetAccelerate>().empty());
  it.chat.send(QStringLiteral("Hello"));
  const auto sent = it.engine->posted_of<engine::SendMessage>();
  QCOMPARE(sent.size(), 1u);
  QVERIFY(!sent.front().accelerate);
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::ChatControllerTest)
#include "chat_controller_test.moc"
