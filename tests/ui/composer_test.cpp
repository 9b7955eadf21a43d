#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "chat/chat_controller.h"
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

/// A question with a file of 4,000 lines, far more than the model can read.
struct TooLong : Writing {
  explicit TooLong(int pages) {
    QTRY_VERIFY(chat->can_send());
    QString text;
    for (int line = 0; line < 4000; ++line) {
      const int page = line / (4000 / pages);
      const bool begins = line % (4000 / pages) == 0;
      if (begins && page > 0) text += u'\f';
      text +=
          pages == 1
              ? QStringLiteral("line %1\n").arg(line)
              : QStringLiteral("page %1 line %2\n").arg(page + 1).arg(line - page * (4000 / pages));
    }
    chat->set_draft(join_message({QStringLiteral("Why?"), {{QStringLiteral("log.txt"), text}}}));
    QTRY_VERIFY(chat->context()->overfull());
    QTRY_VERIFY(!chat->attachments()->index(0).data(AttachmentList::kDetails).toString().isEmpty());
  }
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
  void a_file_becomes_part_of_the_message();
  void an_edited_message_keeps_its_files();
  void files_can_be_taken_out_and_stand_alone();
  void what_does_not_fit_is_said_and_can_be_shortened();
  void of_what_does_not_fit_a_part_is_chosen();
  void of_what_does_not_fit_a_summary_is_made();
  void a_summary_that_is_stopped_changes_nothing();
  void messages_are_split_into_what_was_typed_and_files();
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

void ComposerTest::a_file_becomes_part_of_the_message() {
  QTemporaryDir folder;
  Writing it;
  QTRY_VERIFY(it.chat->can_send());
  it.chat->set_draft(QStringLiteral("What is this?"));
  it.chat->attach(write_file(folder, QStringLiteral("notes.txt"), "one\r\n```\ntwo"));
  QTRY_COMPARE(it.chat->attachments()->count(), 1);
  QCOMPARE(it.chat->draft(), QStringLiteral("What is this?"));
  const QString whole = QStringLiteral("What is this?\n\n````file: notes.txt\none\n```\ntwo\n````");
  QTRY_COMPARE(it.last_kept(), whole);
  const auto details = [&] {
    return it.chat->attachments()->index(0).data(AttachmentList::kDetails).toString();
  };
  QTRY_VERIFY(details().contains(QStringLiteral(" tokens · ")));
  it.chat->sendDraft();
  QCOMPARE(it.engine->posted_of<engine::SendMessage>().back().text, whole.toStdString());
  QCOMPARE(it.chat->attachments()->count(), 0);
  QVERIFY(it.chat->draft().isEmpty());
  // In the message it is folded, and opened on demand.
  QTRY_COMPARE(it.chat->messages()->count(), 2);
  QCOMPARE(it.chat->messages()->text(0), whole);
  QCOMPARE(it.chat->messages()->attachments(0).size(), 1);
  const BlockListModel* opened = it.chat->messages()->attachment(0, 0);
  QCOMPARE(opened->code(0), QStringLiteral("one\n```\ntwo"));
  QVERIFY(it.chat->messages()->attachment(0, 1) == nullptr);
}

void ComposerTest::an_edited_message_keeps_its_files() {
  Writing it;
  QTRY_VERIFY(it.chat->can_send());
  it.chat->send(
      join_message({QStringLiteral("one"), {{QStringLiteral("a.py"), QStringLiteral("x\n")}}}));
  QTRY_COMPARE(it.chat->messages()->count(), 2);
  QTRY_VERIFY(it.chat->can_send());
  it.chat->edit(0, QStringLiteral("one"));
  QVERIFY(it.engine->posted_of<engine::EditMessage>().empty());
  it.chat->edit(0, QStringLiteral("two"));
  QCOMPARE(it.engine->posted_of<engine::EditMessage>().back().text,
           std::string("two\n\n```file: a.py\nx\n```"));
}

void ComposerTest::files_can_be_taken_out_and_stand_alone() {
  QTemporaryDir folder;
  Writing it;
  QTRY_VERIFY(it.chat->can_send());
  it.chat->attach(write_file(folder, QStringLiteral("a.txt"), "one"));
  QTRY_COMPARE(it.chat->attachments()->count(), 1);
  it.chat->attach(write_file(folder, QStringLiteral("b.txt"), "two"));
  QTRY_COMPARE(it.chat->attachments()->count(), 2);
  it.chat->attachments()->remove(0);
  QTRY_COMPARE(it.last_kept(), QStringLiteral("```file: b.txt\ntwo\n```"));
  // Another chat has its own.
  it.session.openConversation(7);
  QCOMPARE(it.chat->attachments()->count(), 0);
  it.session.newConversation();
  QCOMPARE(it.chat->attachments()->count(), 1);
  it.chat->sendDraft();
  QCOMPARE(it.engine->posted_of<engine::SendMessage>().back().text,
           std::string("b.txt\n\n```file: b.txt\ntwo\n```"));
}

void ComposerTest::what_does_not_fit_is_said_and_can_be_shortened() {
  TooLong it(/*pages=*/1);
  const QString text = it.chat->attachments()->all()[0].text;
  it.chat->shortenAttachments();
  QTRY_VERIFY(!it.chat->context()->overfull());
  const QString left = it.chat->attachments()->all()[0].text;
  QVERIFY(left.startsWith(QStringLiteral("line 0\nline 1\n")));
  QVERIFY(left.size() > text.size() / 8);
  QVERIFY(left.contains(QStringLiteral("more characters are left out]")));
}

void ComposerTest::of_what_does_not_fit_a_part_is_chosen() {
  TooLong it(/*pages=*/40);
  PartChoice& part = *it.chat->part();
  part.begin();
  QVERIFY(part.pages());
  QCOMPARE(part.count(), 40);
  QCOMPARE(part.first(), 1);
  QVERIFY(part.last() > 1 && part.last() < 40);
  QVERIFY(part.fits());
  part.set_last(40);
  QVERIFY(!part.fits());
  part.set_first(12);
  part.set_last(13);
  QVERIFY(part.fits());
  QVERIFY(part.beginning().startsWith(QStringLiteral("page 12 line 0")));
  part.accept();
  QTRY_VERIFY(!it.chat->context()->overfull());
  const QString text = it.chat->attachments()->all()[0].text;
  QVERIFY(text.startsWith(QStringLiteral("[pages 12 to 13 of 40]\npage 12 line 0\n")));
  QVERIFY(text.endsWith(QStringLiteral("page 13 line 99\n")));

  TooLong whole(/*pages=*/1);
  PartChoice& piece = *whole.chat->part();
  piece.begin();
  QVERIFY(!piece.pages());
  QVERIFY(piece.count() > 2);
  piece.set_first(piece.count());
  QCOMPARE(piece.last(), piece.count());
  QVERIFY(piece.fits());
  piece.accept();
  QVERIFY(whole.chat->attachments()->all()[0].text.endsWith(QStringLiteral("line 3999\n")));
}

void ComposerTest::of_what_does_not_fit_a_summary_is_made() {
  TooLong it(/*pages=*/2);
  it.chat->attachments()->summarize();
  const auto asked = it.engine->posted_of<engine::Summarize>();
  QCOMPARE(asked.size(), 1u);
  QVERIFY(asked[0].text.find('\f') == std::string::npos);
  QTRY_VERIFY(it.chat->attachments()->summary_text().contains(QStringLiteral("part 3 of 12")));
  it.chat->sendDraft();
  QVERIFY(it.engine->posted_of<engine::SendMessage>().empty());
  // Also for a chat that is not shown any more.
  it.session.openConversation(7);
  QVERIFY(!it.chat->attachments()->summarizing());
  it.engine->say(engine::SummaryEnded{asked[0].request, " Many lines. ", {}});
  it.session.newConversation();
  QTRY_VERIFY(it.chat->attachments()->count() == 1 &&
              it.chat->attachments()->all()[0].text ==
                  QStringLiteral("[A summary of the whole]\nMany lines.\n"));
  QTRY_VERIFY(!it.chat->context()->overfull());
  it.chat->sendDraft();
  QCOMPARE(it.engine->posted_of<engine::SendMessage>().size(), 1u);
}

void ComposerTest::a_summary_that_is_stopped_changes_nothing() {
  TooLong it(/*pages=*/1);
  const QList<Attachment> before = it.chat->attachments()->all();
  it.chat->attachments()->summarize();
  it.chat->attachments()->stopSummary();
  QTRY_VERIFY(!it.chat->attachments()->summarizing());
  QCOMPARE(it.chat->attachments()->all(), before);
  QVERIFY(it.session.failure().isEmpty());
  it.chat->attachments()->summarize();
  it.chat->attachments()->remove(0);
  QCOMPARE(it.engine->posted_of<engine::StopSummaries>().size(), 2u);
}

void ComposerTest::messages_are_split_into_what_was_typed_and_files() {
  const Attachment one{QStringLiteral("a.txt"), QStringLiteral("one\n")};
  const Attachment fenced{QStringLiteral("b.md"), QStringLiteral("```\n````file: x\n")};
  const Attachment empty{QStringLiteral("c"), QStringLiteral("\n")};
  for (const MessageParts& parts :
       {MessageParts{QStringLiteral("typed"), {}}, MessageParts{QStringLiteral("typed\n"), {one}},
        MessageParts{{}, {one, fenced, empty}},
        MessageParts{QStringLiteral("a\n\nb"), {fenced, one}}})
    QCOMPARE(split_message(join_message(parts)), parts);
  // What is not at the end, or not whole, was typed.
  for (const char* typed : {"```file: a.txt\none\n```\n\nand this", "```file: a.txt\none",
                            "x ```file: a.txt\none\n```", "x\n```file: a\nb\n```", "```py\nx\n```"})
    QCOMPARE(split_message(QString::fromUtf8(typed)), (MessageParts{QString::fromUtf8(typed), {}}));
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
    return messages->data(messages->index(1), MessageListModel::kContinuation).toBool();
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
