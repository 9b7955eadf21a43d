#include "downloads/downloads_controller.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "support/canned_downloads.h"
#include "support/connected_session.h"

namespace canter::ui {
namespace {

const QString kMistral = QStringLiteral("/home/kim/models/Mistral-7B-Instruct-v0.3.Q4_K_M.gguf");

FakeEngine::Script with_downloads() {
  FakeEngine::Script script = canned_script();
  add_canned_offers(script);
  add_canned_downloads(script);
  return script;
}

struct Listed : ConnectedSession {
  explicit Listed(FakeEngine::Script script = with_downloads())
      : ConnectedSession(std::move(script)), controller(session) {}

  QVariant of(int row, int role) { return controller.unfinished()->index(row).data(role); }

  DownloadsController controller;
};

}  // namespace

class DownloadsControllerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nothing_is_asked_before_somebody_looks();
  void what_is_not_done_is_listed_in_its_order();
  void progress_is_told_with_speed_and_time_left();
  void a_failure_is_told_and_tried_again();
  void a_download_is_paused_goes_on_and_is_thrown_away();
  void what_is_wanted_is_asked_for_by_name();
  void the_state_of_a_model_is_known_by_its_source();
  void what_has_come_can_be_checked_and_removed();
  void the_end_of_a_download_is_told();
  void folder_and_space_are_told_in_words();
  void rows_that_stay_keep_their_place();
};

void DownloadsControllerTest::nothing_is_asked_before_somebody_looks() {
  Listed it;
  QVERIFY(it.engine->posted().empty());
}

void DownloadsControllerTest::what_is_not_done_is_listed_in_its_order() {
  Listed it;
  const QAbstractItemModelTester tester(it.controller.unfinished());
  it.controller.refresh();
  QTRY_COMPARE(it.controller.unfinished()->count(), 3);
  QCOMPARE(it.of(0, DownloadListModel::kTitle).toString(), QStringLiteral("Qwen3 4B"));
  QCOMPARE(it.of(0, DownloadListModel::kState).toInt(), int(DownloadListModel::Running));
  QCOMPARE(it.of(0, DownloadListModel::kShare).toDouble(), 1.1 / 2.5);
  QCOMPARE(it.of(1, DownloadListModel::kFigures).toString(),
           QStringLiteral("0 bytes of 800.0 MB · waits for those before it"));
  QCOMPARE(it.controller.running_title(), QStringLiteral("Qwen3 4B"));
}

void DownloadsControllerTest::progress_is_told_with_speed_and_time_left() {
  Listed it;
  it.controller.refresh();
  QTRY_COMPARE(it.controller.unfinished()->count(), 3);
  const QSignalSpy progressed(&it.controller, &DownloadsController::progressed);
  it.engine->say(engine::DownloadProgressed{1, 1'300'000'000, 2'500'000'000, 20e6});
  QTRY_COMPARE(it.of(0, DownloadListModel::kFigures).toString(),
               QStringLiteral("1.3 GB of 2.5 GB · 20.0 MB per second · 60 s left"));
  QCOMPARE(it.controller.running_share(), 1.3 / 2.5);
  QCOMPARE(it.controller.running_figure(), QStringLiteral("60 s left"));
  QVERIFY(!progressed.isEmpty());
  it.engine->say(engine::DownloadProgressed{1, 1'300'000'000, 2'500'000'000, 2e6});
  QTRY_VERIFY(
      it.of(0, DownloadListModel::kFigures).toString().endsWith(QStringLiteral("10 min left")));
  it.engine->say(engine::DownloadProgressed{1, 1'300'000'000, 2'500'000'000, 1e5});
  QTRY_VERIFY(
      it.of(0, DownloadListModel::kFigures).toString().endsWith(QStringLiteral("3.3 h left")));
}

void DownloadsControllerTest::a_failure_is_told_and_tried_again() {
  Listed it;
  it.controller.refresh();
  QTRY_VERIFY(it.of(2, DownloadListModel::kError).toString().contains(QStringLiteral("1.7 GB")));
  it.controller.resume(it.of(2, DownloadListModel::kId).toLongLong());
  QTRY_COMPARE(it.of(2, DownloadListModel::kState).toInt(), int(DownloadListModel::Running));
  QVERIFY(it.of(2, DownloadListModel::kError).toString().isEmpty());
}

void DownloadsControllerTest::a_download_is_paused_goes_on_and_is_thrown_away() {
  Listed it;
  it.controller.refresh();
  QTRY_COMPARE(it.controller.unfinished()->count(), 3);
  it.controller.pause(1);
  QTRY_COMPARE(it.of(0, DownloadListModel::kState).toInt(), int(DownloadListModel::Paused));
  QCOMPARE(it.of(0, DownloadListModel::kFigures).toString(),
           QStringLiteral("1.1 GB of 2.5 GB · paused"));
  QVERIFY(it.controller.running_title().isEmpty());
  it.controller.resume(1);
  QTRY_COMPARE(it.of(0, DownloadListModel::kState).toInt(), int(DownloadListModel::Running));
  it.controller.discard(1);
  QTRY_COMPARE(it.controller.unfinished()->count(), 2);
}

void DownloadsControllerTest::what_is_wanted_is_asked_for_by_name() {
  Listed it;
  it.controller.get(QStringLiteral("hf:a/b:Q8_0"), QStringLiteral("b Q8_0"));
  const auto wanted = it.engine->posted_of<engine::GetModel>();
  QCOMPARE(wanted.size(), 1u);
  QCOMPARE(wanted[0].source, std::string("hf:a/b:Q8_0"));
  QCOMPARE(wanted[0].title, std::string("b Q8_0"));
}

void DownloadsControllerTest::the_state_of_a_model_is_known_by_its_source() {
  Listed it;
  const QSignalSpy changed(&it.controller, &DownloadsController::changed);
  QCOMPARE(it.controller.stateOf(QStringLiteral("Qwen3 4B")), -1);
  it.controller.refresh();
  QTRY_COMPARE(it.controller.stateOf(QStringLiteral("Qwen3 4B")), int(DownloadListModel::Running));
  QCOMPARE(it.controller.stateOf(QStringLiteral("Mistral-7B-Instruct-v0.3.Q4_K_M")),
           int(DownloadListModel::Done));
  QCOMPARE(it.controller.pathOf(QStringLiteral("Mistral-7B-Instruct-v0.3.Q4_K_M")), kMistral);
  QVERIFY(!changed.isEmpty());
}

void DownloadsControllerTest::what_has_come_can_be_checked_and_removed() {
  Listed it;
  it.controller.refresh();
  QTRY_VERIFY(it.controller.keeps(kMistral));
  QVERIFY(!it.controller.keeps(QStringLiteral("/home/kim/models/Qwen3 4B.gguf")));
  QCOMPARE(it.controller.sizeOf(kMistral), QStringLiteral("4.4 GB"));
  QVERIFY(it.controller.checkText(kMistral).isEmpty());
  it.controller.check(kMistral);
  QTRY_COMPARE(it.controller.checkText(kMistral), QStringLiteral("Checking the file…"));
  QCOMPARE(it.controller.unfinished()->count(), 3);
  engine::DownloadsListed checked;
  checked.downloads.push_back({});
  checked.downloads[0].path = kMistral.toStdString();
  checked.downloads[0].state = engine::DownloadState::kDone;
  checked.downloads[0].checked = true;
  it.engine->say(checked);
  QTRY_VERIFY(it.controller.checkText(kMistral).startsWith(QStringLiteral("Checked")));
  it.controller.removeModel(kMistral);
  QTRY_VERIFY(!it.engine->posted_of<engine::RemoveDownload>().empty());
}

void DownloadsControllerTest::the_end_of_a_download_is_told() {
  Listed it;
  QSignalSpy finished(&it.controller, &DownloadsController::finished);
  it.engine->say(engine::DownloadFinished{"Qwen3 4B", "/models/qwen3-4b.gguf"});
  QTRY_COMPARE(finished.size(), 1);
  QCOMPARE(it.controller.finished_title(), QStringLiteral("Qwen3 4B"));
  QCOMPARE(it.controller.finished_path(), QStringLiteral("/models/qwen3-4b.gguf"));
}

void DownloadsControllerTest::folder_and_space_are_told_in_words() {
  Listed it;
  it.controller.refresh();
  QTRY_COMPARE(it.controller.space(),
               QStringLiteral("What you got takes 8.7 GB · 118.0 GB of the disk is free"));
  QCOMPARE(it.controller.folder(), QStringLiteral("/home/kim/.local/share/canter/models"));
  QVERIFY(it.controller.own_folder());
  it.controller.chooseFolder(QUrl::fromLocalFile(QStringLiteral("/big/models")));
  QTRY_COMPARE(it.controller.folder(), QStringLiteral("/big/models"));
  QVERIFY(!it.controller.own_folder());
  it.controller.useOwnFolder();
  QTRY_VERIFY(it.controller.own_folder());
}

void DownloadsControllerTest::rows_that_stay_keep_their_place() {
  Listed it;
  it.controller.refresh();
  QTRY_COMPARE(it.controller.unfinished()->count(), 3);
  const QPersistentModelIndex last(it.controller.unfinished()->index(2));
  const QSignalSpy reset(it.controller.unfinished(), &QAbstractItemModel::modelReset);
  it.controller.discard(2);
  QTRY_COMPARE(it.controller.unfinished()->count(), 2);
  QCOMPARE(last.row(), 1);
  QCOMPARE(last.data(DownloadListModel::kId).toInt(), 3);
  QVERIFY(reset.isEmpty());
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::DownloadsControllerTest)
#include "downloads_controller_test.moc"
