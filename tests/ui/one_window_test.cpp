#include "window/one_window.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

namespace canter::ui {
namespace {

/// A second program, which waits for the first: on a thread of its own.
bool started_again(const QString& folder, const QString& model, const QSignalSpy& wanted) {
  bool handed_over = false;
  const std::unique_ptr<QThread> second(
      QThread::create([&] { handed_over = OneWindow(folder).hand_over(model); }));
  second->start();
  if (!QTest::qWaitFor([&] { return second->isFinished() && wanted.count() > 0; }, 2000))
    second->wait();
  return handed_over;
}

}  // namespace

class OneWindowTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_second_start_hands_over_to_the_first();
  void each_data_folder_has_a_window_of_its_own();
  void what_a_crash_left_behind_is_no_window();
};

void OneWindowTest::a_second_start_hands_over_to_the_first() {
  QTemporaryDir folder;
  OneWindow first(folder.path());
  QVERIFY(!first.hand_over({}));
  first.listen();
  QSignalSpy wanted(&first, &OneWindow::wanted);
  QVERIFY(started_again(folder.path(), QStringLiteral("starter"), wanted));
  QCOMPARE(wanted[0][0].toString(), QStringLiteral("starter"));
  QVERIFY(started_again(folder.path() + QStringLiteral("/."), folder.path(), wanted));
}

void OneWindowTest::each_data_folder_has_a_window_of_its_own() {
  QTemporaryDir folder;
  QTemporaryDir other;
  OneWindow first(folder.path());
  first.listen();
  QVERIFY(!OneWindow(other.path()).hand_over({}));
}

void OneWindowTest::what_a_crash_left_behind_is_no_window() {
  QTemporaryDir folder;
  { OneWindow(folder.path()).listen(); }
  QVERIFY(!OneWindow(folder.path()).hand_over({}));
  OneWindow next(folder.path());
  next.listen();
  QSignalSpy wanted(&next, &OneWindow::wanted);
  QVERIFY(started_again(folder.path(), {}, wanted));
}

}  // namespace canter::ui

QTEST_GUILESS_MAIN(canter::ui::OneWindowTest)
#include "one_window_test.moc"
