#include <QAbstractItemModelTester>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "chat/chat_controller.h"
#include "sidebar/plain_snippet.h"
#include "sidebar/sidebar_controller.h"
#include "support/connected_session.h"

namespace canter::ui {
namespace {

struct Library : ConnectedSession {
  explicit Library(FakeEngine::Script script = canned_script())
      : ConnectedSession(std::move(script)) {
    session.start();
  }
  QString first_title() {
    const auto* list = sidebar.conversations();
    return list->data(list->index(0), ConversationListModel::kTitle).toString();
  }
  SidebarController sidebar{session};
};

}  // namespace

class LibraryTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_search_waits_for_a_pause_and_marks_what_it_found();
  void only_the_newest_search_is_shown();
  void a_search_without_hits_says_so_and_an_empty_one_does_not();
  void a_hit_opens_its_chat_at_the_message();
  void a_message_of_another_version_is_shown_with_its_branch();
  void a_snippet_is_plain_text();
  void pinned_chats_come_first_in_their_own_section();
  void folders_are_made_named_filled_deleted_and_brought_back();
  void chats_that_are_imported_are_counted_and_the_newest_is_opened();
  void what_could_not_be_imported_is_told();
  void a_pdf_goes_where_the_user_says();
  void a_copy_is_opened();
  void an_export_goes_where_the_user_says_under_a_name_that_every_system_takes();
  void the_trash_follows_what_is_deleted_and_restored();
};

void LibraryTest::a_search_waits_for_a_pause_and_marks_what_it_found() {
  Library it;
  QAbstractItemModelTester tester(it.sidebar.search()->hits());
  for (const char* text : {"B", "Bo", "Bos"})
    it.sidebar.search()->set_text(QString::fromLatin1(text));
  it.sidebar.search()->set_text(QStringLiteral("San <"));
  it.sidebar.search()->set_text(QStringLiteral("San"));
  QVERIFY(it.engine->posted_of<engine::SearchConversations>().empty());
  QTRY_COMPARE(it.sidebar.search()->hits()->count(), 1);
  QCOMPARE(it.engine->posted_of<engine::SearchConversations>().size(), 1u);
  const auto* hits = it.sidebar.search()->hits();
  QCOMPARE(hits->data(hits->index(0), SearchHitsModel::kTitle).toString(),
           QStringLiteral("A bus to <b>San</b> Diego"));
  QCOMPARE(hits->data(hits->index(0), SearchHitsModel::kPlainTitle).toString(),
           QStringLiteral("A bus to San Diego"));
}

void LibraryTest::only_the_newest_search_is_shown() {
  Library it;
  it.sidebar.search()->set_text(QStringLiteral("San"));
  QTRY_COMPARE(it.sidebar.search()->hits()->count(), 1);
  it.engine->say(engine::ConversationsFound{999, "other", std::vector<SearchHit>(3)});
  it.sidebar.search()->set_text(QStringLiteral("Alarm"));
  QTRY_COMPARE(it.engine->posted_of<engine::SearchConversations>().size(), 2u);
  QTRY_COMPARE(it.sidebar.search()->hits()->hit(0)->conversation.title, std::string("Alarm"));
  QCOMPARE(it.sidebar.search()->hits()->count(), 1);
}

void LibraryTest::a_search_without_hits_says_so_and_an_empty_one_does_not() {
  Library it;
  QVERIFY(!it.sidebar.search()->nothing());
  it.sidebar.search()->set_text(QStringLiteral("zebra"));
  QVERIFY(!it.sidebar.search()->nothing());
  QTRY_VERIFY(it.sidebar.search()->nothing());
  it.sidebar.search()->set_text(QStringLiteral("  "));
  QVERIFY(!it.sidebar.search()->active());
  QVERIFY(!it.sidebar.search()->nothing());
}

void LibraryTest::a_hit_opens_its_chat_at_the_message() {
  Library it;
  ModelStatus model(it.session);
  ChatController chat(it.session, model);
  connect(it.sidebar.search(), &ChatSearch::messageWanted, &chat, &ChatController::showMessage);
  QSignalSpy shown(&chat, &ChatController::messageShown);
  it.sidebar.search()->set_text(QStringLiteral("vegetarian"));
  QTRY_COMPARE(it.sidebar.search()->hits()->count(), 1);
  it.sidebar.search()->open(0);
  QCOMPARE(it.session.current(), 7);
  QTRY_COMPARE(shown.count(), 1);
  QVERIFY(chat.messages()->text(shown[0][0].toInt()).contains(QStringLiteral("vegetarian")));
  QCOMPARE(shown[0][1].toString(), QStringLiteral("vegetarian"));
}

void LibraryTest::a_message_of_another_version_is_shown_with_its_branch() {
  Library it;
  ModelStatus model(it.session);
  ChatController chat(it.session, model);
  it.session.openConversation(7);
  QTRY_VERIFY(chat.messages()->count() > 0);
  chat.showMessage(4711);
  const auto asked = it.engine->posted_of<engine::ShowVersion>();
  QCOMPARE(asked.size(), 1u);
  QCOMPARE(asked[0].id, MessageId(4711));
}

void LibraryTest::a_snippet_is_plain_text() {
  const auto plain = [](const char* markdown) { return plain_snippet({markdown, {}}).text; };
  QCOMPARE(plain("# Title **bold** `code` ~~gone~~ > quote"),
           std::string("Title bold code gone quote"));
  QCOMPARE(plain("see [the page](https://e.org/x) and ![a map](m.png)."),
           std::string("see the page and a map."));
  QCOMPARE(plain("| a | b | |---|:-:| | 1 | 2 |"), std::string("a b 1 2 "));
  QCOMPARE(plain("C# > 5 - x ~ [y] snake_case a-b --flag"),
           std::string("C# 5 - x ~ [y] snake_case a-b --flag"));
  const Snippet found = plain_snippet({"**the** `a*b` and **c**", {{2, 5}, {9, 12}, {20, 21}}});
  QCOMPARE(found, (Snippet{"the a*b and c", {{0, 3}, {4, 7}, {12, 13}}}));
}

void LibraryTest::pinned_chats_come_first_in_their_own_section() {
  Library it;
  QAbstractItemModelTester tester(it.sidebar.conversations());
  QTRY_VERIFY(it.sidebar.conversations()->count() > 2);
  const auto* list = it.sidebar.conversations();
  const int last = list->count() - 1;
  const qint64 id =
      list->data(list->index(last), ConversationListModel::kConversation).toLongLong();
  const QString title = list->title(id);
  it.sidebar.pin(id, true);
  QTRY_COMPARE(it.first_title(), title);
  QCOMPARE(list->data(list->index(0), ConversationListModel::kSection).toString(),
           QStringLiteral("Pinned"));
  it.sidebar.pin(id, false);
  QTRY_COMPARE(list->rowOf(id), last);
}

void LibraryTest::folders_are_made_named_filled_deleted_and_brought_back() {
  Library it;
  const auto* list = it.sidebar.conversations();
  QTRY_VERIFY(list->count() > 2);
  const int before = list->count();
  QSignalSpy created(&it.sidebar, &SidebarController::folderCreated);
  it.sidebar.createFolder(6);
  QTRY_COMPARE(created.count(), 1);
  const qint64 folder = created[0][0].toLongLong();
  QTRY_COMPARE(list->rowOf(6), list->rowOfFolder(folder) + 1);
  it.sidebar.renameFolder(folder, QStringLiteral("  "));
  QVERIFY(it.engine->posted_of<engine::RenameFolder>().empty());
  it.sidebar.renameFolder(folder, QStringLiteral(" Travel "));
  QTRY_COMPARE(list->folder_name(folder), QStringLiteral("Travel"));
  it.sidebar.collapseFolder(folder, true);
  QTRY_COMPARE(list->rowOf(6), -1);
  it.sidebar.remove(6);
  QTRY_VERIFY(!list->contains(6));
  it.sidebar.undo();
  QTRY_VERIFY(list->contains(6));
  it.sidebar.move(6, 0);
  QTRY_VERIFY(list->rowOf(6) >= 0);
  it.sidebar.move(6, folder);
  QTRY_COMPARE(list->rowOf(6), -1);
  it.sidebar.deleteFolder(folder);
  QTRY_COMPARE(list->count(), before);
  QTRY_VERIFY(it.sidebar.undoes_folder());
  QCOMPARE(it.sidebar.undo_title(), QStringLiteral("Travel"));
  it.sidebar.undo();
  QTRY_COMPARE(list->count(), before);
  const auto restored = it.engine->posted_of<engine::RestoreFolder>();
  QCOMPARE(restored.size(), 1u);
  QCOMPARE(restored[0].deleted.conversations, std::vector<ConversationId>{6});
  QTRY_COMPARE(list->folder_name(folder), QStringLiteral("Travel"));
}

void LibraryTest::chats_that_are_imported_are_counted_and_the_newest_is_opened() {
  Library it;
  ImportController& imports = *it.sidebar.imports();
  QVERIFY(imports.text().isEmpty());
  QVERIFY(imports.looksLikeChats(QUrl::fromLocalFile(QStringLiteral("/a/conversations.json"))));
  QVERIFY(!imports.looksLikeChats(QUrl::fromLocalFile(QStringLiteral("/a/notes.txt"))));
  imports.take({QUrl::fromLocalFile(QStringLiteral("/a/conversations.json"))});
  QVERIFY(imports.running());
  const auto posted = it.engine->posted_of<engine::ImportChats>();
  QCOMPARE(posted.size(), 1u);
  QCOMPARE(posted[0].paths[0], std::filesystem::path("/a/conversations.json"));
  it.engine->say(engine::ImportProgressed{12});
  QTRY_VERIFY(imports.text().contains(QStringLiteral("12")));
  it.engine->say(engine::ChatsImported{.added = 2, .known = 3, .newest = 6});
  QTRY_COMPARE(imports.text(), QStringLiteral("2 chat(s) imported · 3 chat(s) were here already"));
  QVERIFY(!imports.running());
  imports.open();
  QCOMPARE(it.session.current(), 6);
}

void LibraryTest::what_could_not_be_imported_is_told() {
  Library it;
  it.sidebar.imports()->take({QUrl::fromLocalFile(QStringLiteral("/a/b.json"))});
  it.engine->say(engine::ChatsImported{.problems = {"b.json is no JSON"}});
  QTRY_VERIFY(it.session.failure().contains(QStringLiteral("b.json is no JSON")));
  QCOMPARE(it.sidebar.imports()->text(), QStringLiteral("No chats were imported"));
  QVERIFY(!it.sidebar.imports()->openable());
}

void LibraryTest::a_pdf_goes_where_the_user_says() {
  Library it;
  QTRY_VERIFY(it.sidebar.conversations()->count() > 0);
  QSignalSpy wanted(&it.sidebar, &SidebarController::exportPlaceWanted);
  QSignalSpy exported(&it.sidebar, &SidebarController::exported);
  it.sidebar.exportPdf(6);
  QCOMPARE(wanted.count(), 1);
  QVERIFY(wanted[0][0].toString().endsWith(QLatin1String(".pdf")));
  const QTemporaryDir folder;
  const QString path = folder.filePath(wanted[0][0].toString());
  it.sidebar.exportTo(QUrl::fromLocalFile(path));
  QTRY_COMPARE(exported.count(), 1);
  QVERIFY(QFileInfo(path).size() > 1000);
  QVERIFY(it.engine->posted_of<engine::ExportConversation>().empty());
}

void LibraryTest::a_copy_is_opened() {
  Library it;
  QTRY_VERIFY(it.sidebar.conversations()->count() > 0);
  const int before = it.sidebar.conversations()->count();
  it.sidebar.duplicate(6);
  QTRY_COMPARE(it.sidebar.conversations()->count(), before + 1);
  QCOMPARE(it.sidebar.conversations()->title(it.session.current()),
           QStringLiteral("A bus to San Diego (copy)"));
}

void LibraryTest::an_export_goes_where_the_user_says_under_a_name_that_every_system_takes() {
  Library it;
  QTRY_VERIFY(it.sidebar.conversations()->count() > 0);
  it.sidebar.rename(6, QStringLiteral("a/b: \"c\" *?"));
  QTRY_COMPARE(it.sidebar.conversations()->title(6), QStringLiteral("a/b: \"c\" *?"));
  QSignalSpy place(&it.sidebar, &SidebarController::exportPlaceWanted);
  QSignalSpy done(&it.sidebar, &SidebarController::exported);
  it.sidebar.exportMarkdown(6);
  QCOMPARE(place[0][0].toString(), QStringLiteral("a b c.md"));
  QVERIFY(it.engine->posted_of<engine::ExportConversation>().empty());
  it.sidebar.exportTo(QUrl::fromLocalFile(QStringLiteral("/somewhere/ä.md")));
  QTRY_COMPARE(done.count(), 1);
  QCOMPARE(done[0][0].toString(), QStringLiteral("/somewhere/ä.md"));
}

void LibraryTest::the_trash_follows_what_is_deleted_and_restored() {
  Library it;
  QAbstractItemModelTester tester(it.sidebar.trash());
  QTRY_VERIFY(it.sidebar.conversations()->count() > 2);
  it.sidebar.remove(6);
  it.sidebar.remove(5);
  QTRY_COMPARE(it.sidebar.trash()->count(), 2);
  it.sidebar.trash()->restore(0);
  QTRY_COMPARE(it.sidebar.trash()->count(), 1);
  QVERIFY(it.engine->posted_of<engine::DeleteConversation>().empty());
  it.sidebar.trash()->erase(0);
  QTRY_COMPARE(it.sidebar.trash()->count(), 0);
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::LibraryTest)
#include "library_test.moc"
