#include <QFile>
#include <QSignalSpy>
#include <QStringDecoder>
#include <QTemporaryDir>
#include <QTest>

#include "chat/chat_controller.h"
#include "chat/text_attachment.h"
#include "support/connected_session.h"

namespace canter::ui {
namespace {

struct Writing : ConnectedSession {
  explicit Writing(FakeEngine::Script script = canned_script())
      : ConnectedSession(std::move(script)) {
    session.start();
    model.openStarter();
  }
  QString last_kept() {
    const auto kept = engine->posted_of<engine::KeepDraft>();
    return kept.empty() ? QString() : QString::fromStdString(kept.back().text);
  }
  ModelStatus model{session};
  std::unique_ptr<ChatController> chat = std::make_unique<ChatController>(session, model);
};

QUrl write_file(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes) {
  QFile file(folder.filePath(name));
  if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) return {};
  return QUrl::fromLocalFile(file.fileName());
}

}  // namespace

class ComposerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_draft_is_kept_a_moment_after_the_last_key_and_at_the_end();
  void drafts_of_an_earlier_run_are_there_and_what_was_typed_since_wins();
  void a_sent_message_leaves_no_draft();
  void earlier_questions_come_back_and_nothing_written_is_lost();
  void a_text_file_becomes_part_of_the_message();
  void a_text_file_is_read_in_the_encodings_that_people_have();
  void what_is_no_text_file_is_refused_and_the_draft_stays();
  void the_context_counts_what_is_said_and_what_is_being_written();
  void deleted_messages_come_back();
  void an_answer_that_was_stopped_goes_on();
  void steps_tell_how_many_tokens_each_brought();
};

void ComposerTest::a_draft_is_kept_a_moment_after_the_last_key_and_at_the_end() {
  Writing it;
  it.chat->set_draft(QStringLiteral("a"));
  it.chat->set_draft(QStringLiteral("ab"));
  QVERIFY(it.engine->posted_of<engine::KeepDraft>().empty());
  QTRY_COMPARE(it.last_kept(), QStringLiteral("ab"));
  QCOMPARE(it.engine->posted_of<engine::KeepDraft>().size(), 1u);
  it.chat->set_draft(QStringLiteral("abc"));
  it.chat.reset();
  QCOMPARE(it.last_kept(), QStringLiteral("abc"));
}

void ComposerTest::drafts_of_an_earlier_run_are_there_and_what_was_typed_since_wins() {
  FakeEngine::Script script = canned_script();
  script.new_chat.draft = "half a thought";
  for (Conversation& each : script.conversations) each.draft = "kept";
  Writing it(script);
  QTRY_COMPARE(it.chat->draft(), QStringLiteral("half a thought"));
  it.session.openConversation(7);
  QTRY_COMPARE(it.chat->draft(), QStringLiteral("kept"));
  it.session.openConversation(6);
  it.chat->set_draft(QStringLiteral("newer"));
  QTRY_VERIFY(it.chat->messages()->count() > 0);
  QCOMPARE(it.chat->draft(), QStringLiteral("newer"));
}

void ComposerTest::a_sent_message_leaves_no_draft() {
  Writing it;
  QTRY_VERIFY(it.chat->can_send());
  it.chat->set_draft(QStringLiteral("Hello"));
  it.chat->sendDraft();
  QVERIFY(it.chat->draft().isEmpty());
  QTRY_VERIFY(!it.engine->posted_of<engine::KeepDraft>().empty());
  QVERIFY(it.last_kept().isEmpty());
}

void ComposerTest::earlier_questions_come_back_and_nothing_written_is_lost() {
  Writing it;
  it.session.openConversation(7);
  QTRY_VERIFY(it.chat->messages()->count() > 0);
  const QStringList asked = it.chat->messages()->questions();
  QVERIFY(asked.size() >= 2);
  QVERIFY(it.chat->recall(1));
  QCOMPARE(it.chat->draft(), asked.last());
  QVERIFY(it.chat->recall(1));
  QCOMPARE(it.chat->draft(), asked.at(asked.size() - 2));
  QVERIFY(it.chat->recall(-1));
  QVERIFY(it.chat->recall(-1));
  QVERIFY(it.chat->draft().isEmpty());
  it.chat->set_draft(QStringLiteral("my own"));
  QVERIFY(!it.chat->recall(1));
  QCOMPARE(it.chat->draft(), QStringLiteral("my own"));
}

void ComposerTest::a_text_file_becomes_part_of_the_message() {
  QTemporaryDir folder;
  Writing it;
  it.chat->set_draft(QStringLiteral("What is this?"));
  it.chat->attach(write_file(folder, QStringLiteral("notes.txt"), "one\r\n```\ntwo"));
  QCOMPARE(it.chat->draft(),
           QStringLiteral("What is this?\n\nnotes.txt:\n````\none\n```\ntwo\n````\n"));
}

void ComposerTest::a_text_file_is_read_in_the_encodings_that_people_have() {
  QTemporaryDir folder;
  const auto attached = [&](const QByteArray& bytes) {
    Writing it;
    it.chat->attach(write_file(folder, QStringLiteral("t"), bytes));
    return it.chat->draft().isEmpty() ? it.session.failure() : it.chat->draft();
  };
  const auto shows = [](const char* text) {
    return QStringLiteral("t:\n```\n%1\n```\n").arg(QString::fromUtf8(text));
  };
  QCOMPARE(attached("ä中😀"), shows("ä中😀"));
  QCOMPARE(attached("\xef\xbb\xbfä中"), shows("ä中"));
  QCOMPARE(attached(QByteArray("\xff\xfe\xe4\x00\x2d\x4e\r\0\n\0x\0", 12)), shows("ä中\nx"));
  QCOMPARE(attached(QByteArray("\xfe\xff\x00\xe4\x4e\x2d\xd8\x3d\xde\x00", 10)), shows("ä中😀"));
  QCOMPARE(attached(QByteArray("\xff\xfe\0\0\xe4\0\0\0", 8)), shows("ä"));
  QCOMPARE(attached(QByteArray("a\0\x2d\x4e\r\0\n\0x\0", 10)), shows("a中\nx"));
  QCOMPARE(attached(QByteArray("\0a\0 \x4e\x2d\xd8\x3d\xde\x00", 10)), shows("a 中😀"));
  // Which Qt has from ICU.
  if (QStringDecoder("GB18030").isValid())
    QCOMPARE(attached("\xc4\xe3\xba\xc3, GBK\xa3\xa1"), shows("你好, GBK！"));
  QCOMPARE(attached("\xc4rger, \xd6l und \xdc"
                    "bel"),
           shows("Ärger, Öl und Übel"));
  QCOMPARE(attached("caf\xe9 10 \x80 \x93quoted\x94\rnext"), shows("café 10 € “quoted”\nnext"));
  QCOMPARE(attached(""), QStringLiteral("t:\n```\n\n```\n"));
}

void ComposerTest::what_is_no_text_file_is_refused_and_the_draft_stays() {
  QTemporaryDir folder;
  Writing it;
  it.chat->set_draft(QStringLiteral("draft"));
  const QByteArray binaries[] = {
      QByteArray("zero\0byte", 9),                // UTF-8
      QByteArray("\x89PNG\r\n\x1a\n"),            // a picture
      QByteArray("\xff\xfb\x90\x64 la\x07\x10"),  // music
      QByteArray("\xff\xfe\x41\xd8", 4),          // UTF-16, half of a pair
      QByteArray("\xff\xfe\x41\0\0\0", 6),        // UTF-16 with a zero
      QByteArray("caf\xe9 \x81"),                 // nothing in Windows-1252
  };
  for (const QByteArray& binary : binaries) {
    it.session.dismissFailure();
    it.chat->attach(write_file(folder, QStringLiteral("a.bin"), binary));
    QCOMPARE(it.session.failure(),
             QStringLiteral("“a.bin” is not text; only text files can be attached"));
    QCOMPARE(it.chat->draft(), QStringLiteral("draft"));
  }
  for (const QUrl& wrong :
       {write_file(folder, QStringLiteral("c.txt"), QByteArray(2'100'000, 'x')),
        QUrl::fromLocalFile(folder.path()), QUrl(QStringLiteral("https://example.org/x.txt"))}) {
    it.session.dismissFailure();
    it.chat->attach(wrong);
    QVERIFY2(!it.session.failure().isEmpty(), qPrintable(wrong.toString()));
    QCOMPARE(it.chat->draft(), QStringLiteral("draft"));
  }
}

void ComposerTest::the_context_counts_what_is_said_and_what_is_being_written() {
  Writing it;
  it.session.openConversation(7);
  QTRY_VERIFY(it.chat->context()->known());
  const double before = it.chat->context()->share();
  it.chat->set_draft(QString(400, u'x'));
  QTRY_VERIFY(it.chat->context()->share() > before);
  QVERIFY(!it.chat->context()->nearly_full());
  it.chat->set_draft(QString(20'000, u'x'));
  QTRY_VERIFY(it.chat->context()->nearly_full());
  QCOMPARE(it.chat->context()->share(), 1.0);
}

void ComposerTest::deleted_messages_come_back() {
  Writing it;
  it.session.openConversation(7);
  QTRY_VERIFY(it.chat->messages()->count() > 2);
  const int before = it.chat->messages()->count();
  QSignalSpy removed(it.chat.get(), &ChatController::removed);
  it.chat->remove(2);
  QTRY_COMPARE(it.chat->messages()->count(), 2);
  QCOMPARE(removed.count(), 1);
  QVERIFY(!it.chat->undo_text().isEmpty());
  it.chat->undoRemoval();
  QTRY_COMPARE(it.chat->messages()->count(), before);
  QVERIFY(it.chat->undo_text().isEmpty());
}

void ComposerTest::an_answer_that_was_stopped_goes_on() {
  FakeEngine::Script script = canned_script();
  script.answer = canned_answer(200);
  Writing it(script);
  QTRY_VERIFY(it.chat->can_send());
  it.chat->send(QStringLiteral("Hello"));
  QTRY_VERIFY(it.chat->messages()->text(1).size() > 20);
  it.chat->stop();
  const auto continuable = [&] {
    const auto* messages = it.chat->messages();
    return messages->data(messages->index(1), MessageListModel::kContinuable).toBool();
  };
  QTRY_VERIFY(continuable());
  const QString begun = it.chat->messages()->text(1);
  it.chat->continueAnswer(1);
  QTRY_VERIFY(it.chat->messages()->text(1).size() > begun.size());
  QVERIFY(it.chat->messages()->text(1).startsWith(begun));
  QTRY_VERIFY(!it.chat->answering());
  QVERIFY(!continuable());
}

void ComposerTest::steps_tell_how_many_tokens_each_brought() {
  FakeEngine::Script script = canned_script();
  script.answer = canned_answer(400);
  Writing it(script);
  QTRY_VERIFY(it.chat->can_send());
  it.chat->send(QStringLiteral("Hello"));
  QTRY_VERIFY(it.chat->answering());
  const qint64 id = it.session.current() != 0 ? it.session.current() : 0;
  it.engine->say(
      engine::TextAppended{id, 1, "a b c d", {{1, false}, {2, true}, {2, true}, {2, false}}, 10});
  QTRY_VERIFY(it.chat->steps().contains(3));
  it.chat->stop();
  QTRY_VERIFY(it.chat->steps().isEmpty());
}

}  // namespace canter::ui

QTEST_GUILESS_MAIN(canter::ui::ComposerTest)
#include "composer_test.moc"
