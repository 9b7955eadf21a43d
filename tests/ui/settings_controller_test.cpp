#include "settings/settings_controller.h"

#include <QDesktopServices>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "settings/appearance.h"
#include "support/connected_session.h"

namespace canter::ui {
namespace {

struct Settings : ConnectedSession {
  explicit Settings(FakeEngine::Script script = canned_script(), const QString& folder = {})
      : ConnectedSession(std::move(script)), controller(session, folder) {}

  SettingsController controller;
};

/// Takes the place of the system's file manager.
class FolderOpener : public QObject {
  Q_OBJECT

 public:
  FolderOpener() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
  ~FolderOpener() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }

 public Q_SLOTS:
  void open(const QUrl& url) { opened += url.toLocalFile(); }

 public:
  QStringList opened;
};

}  // namespace

class SettingsControllerTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void what_was_chosen_is_there_in_the_next_run();
  void what_the_command_line_says_is_shown_and_the_choice_is_kept_for_other_runs();
  void a_damaged_settings_file_gives_the_usual_look();
  void text_grows_and_shrinks_in_steps_between_its_limits();
  void a_reset_brings_back_the_system_s_look();
  void motion_is_as_the_system_wants_it_until_something_else_is_chosen();
  void the_engine_is_asked_how_it_is_set_up();
  void a_dragged_slider_sets_up_the_engine_once();
  void a_change_just_before_closing_is_not_lost();
  void threads_of_the_command_line_are_named_beside_the_wish();
  void computing_is_reset_to_what_suits_the_machine();
  void everything_is_saved_where_the_user_says();
  void an_export_that_fails_says_why();
  void the_data_folder_is_opened_and_its_size_is_told();
};

void SettingsControllerTest::what_was_chosen_is_there_in_the_next_run() {
  const QTemporaryDir dir;
  const QString file = dir.filePath(QStringLiteral("window.ini"));
  {
    Appearance appearance(file, {}, false);
    QCOMPARE(appearance.shown_theme(), QStringLiteral("system"));
    QSignalSpy changed(&appearance, &Appearance::changed);
    appearance.set_theme(QStringLiteral("dark"));
    appearance.set_text_percent(150);
    appearance.set_less_motion(true);
    appearance.set_language(QStringLiteral("en"));
    QCOMPARE(changed.count(), 4);
  }
  const Appearance again(file, {}, false);
  QCOMPARE(again.shown_theme(), QStringLiteral("dark"));
  QCOMPARE(again.text_percent(), 150);
  QVERIFY(again.less_motion());
  QCOMPARE(again.language(), QStringLiteral("en"));
}

void SettingsControllerTest::
    what_the_command_line_says_is_shown_and_the_choice_is_kept_for_other_runs() {
  const QTemporaryDir dir;
  const QString file = dir.filePath(QStringLiteral("window.ini"));
  {
    Appearance appearance(file, {QStringLiteral("light"), QStringLiteral("zh_CN")}, false);
    QVERIFY(appearance.theme_fixed());
    QVERIFY(appearance.language_fixed());
    appearance.set_theme(QStringLiteral("dark"));
    QCOMPARE(appearance.theme(), QStringLiteral("dark"));
    QCOMPARE(appearance.shown_theme(), QStringLiteral("light"));
    QCOMPARE(appearance.spoken_language(), QStringLiteral("zh_CN"));
  }
  const Appearance again(file, {}, false);
  QVERIFY(!again.theme_fixed());
  QCOMPARE(again.shown_theme(), QStringLiteral("dark"));
  QCOMPARE(again.spoken_language(), QString());
}

void SettingsControllerTest::a_damaged_settings_file_gives_the_usual_look() {
  const QTemporaryDir dir;
  const QString file = dir.filePath(QStringLiteral("window.ini"));
  QFile damaged(file);
  QVERIFY(damaged.open(QIODevice::WriteOnly));
  damaged.write("[appearance]\ntheme=purple\ntextPercent=9000\nlanguage=../../etc\n");
  damaged.close();
  const Appearance appearance(file, {}, false);
  QCOMPARE(appearance.theme(), QStringLiteral("system"));
  QCOMPARE(appearance.text_percent(), 200);
  QCOMPARE(appearance.language(), QString());
}

void SettingsControllerTest::text_grows_and_shrinks_in_steps_between_its_limits() {
  const QTemporaryDir dir;
  Appearance appearance(dir.filePath(QStringLiteral("window.ini")), {}, false);
  appearance.enlarge();
  QCOMPARE(appearance.text_percent(), 110);
  for (int i = 0; i < 20; ++i) appearance.enlarge();
  QCOMPARE(appearance.text_percent(), 200);
  appearance.resetTextSize();
  QCOMPARE(appearance.text_percent(), 100);
  for (int i = 0; i < 20; ++i) appearance.reduce();
  QCOMPARE(appearance.text_percent(), 80);
}

void SettingsControllerTest::a_reset_brings_back_the_system_s_look() {
  const QTemporaryDir dir;
  Appearance appearance(dir.filePath(QStringLiteral("window.ini")), {}, true);
  appearance.set_theme(QStringLiteral("dark"));
  appearance.set_text_percent(200);
  appearance.set_less_motion(false);
  appearance.set_language(QStringLiteral("en"));
  appearance.reset();
  QCOMPARE(appearance.theme(), QStringLiteral("system"));
  QCOMPARE(appearance.text_percent(), 100);
  QVERIFY(appearance.less_motion());
  QCOMPARE(appearance.language(), QString());
}

void SettingsControllerTest::motion_is_as_the_system_wants_it_until_something_else_is_chosen() {
  const QTemporaryDir dir;
  const QString file = dir.filePath(QStringLiteral("window.ini"));
  QVERIFY(Appearance(file, {}, true).less_motion());
  QVERIFY(!Appearance(file, {}, false).less_motion());
  Appearance(file, {}, true).set_less_motion(false);
  QVERIFY(!Appearance(file, {}, true).less_motion());
}

void SettingsControllerTest::the_engine_is_asked_how_it_is_set_up() {
  FakeEngine::Script script = canned_script();
  script.configured = {{3, engine::CachePrecision::kF16}, 3, 7, 16, false};
  Settings settings(std::move(script));
  QVERIFY(!settings.controller.known());
  settings.controller.set_threads(5);
  QTRY_VERIFY(settings.controller.known());
  QCOMPARE(settings.controller.threads(), 3);
  QCOMPARE(settings.controller.cache_bits(), 16);
  QCOMPARE(settings.controller.automatic_threads(), 7);
  QCOMPARE(settings.controller.most_threads(), 16);
  QVERIFY(!settings.controller.waiting());
}

void SettingsControllerTest::a_dragged_slider_sets_up_the_engine_once() {
  Settings settings;
  QTRY_VERIFY(settings.controller.known());
  for (int threads = 1; threads <= 9; ++threads) settings.controller.set_threads(threads);
  settings.controller.set_cache_bits(16);
  settings.controller.set_kept_mebibytes(2048);
  QCOMPARE(settings.controller.threads(), 9);
  QVERIFY(settings.controller.waiting());
  QTRY_VERIFY(!settings.controller.waiting());
  const auto sent = settings.engine->posted_of<engine::ConfigureEngine>();
  QCOMPARE(sent.size(), 1u);
  QCOMPARE(sent.front().wish.threads, 9);
  QVERIFY(sent.front().wish.cache == engine::CachePrecision::kF16);
  QCOMPARE(sent.front().wish.kept_mib, 2048);
}

void SettingsControllerTest::a_change_just_before_closing_is_not_lost() {
  ConnectedSession connected;
  {
    SettingsController controller(connected.session, {});
    QTRY_VERIFY(controller.known());
    controller.set_threads(2);
  }
  QCOMPARE(connected.engine->posted_of<engine::ConfigureEngine>().size(), 1u);
}

void SettingsControllerTest::threads_of_the_command_line_are_named_beside_the_wish() {
  FakeEngine::Script script = canned_script();
  script.configured = {{4, {}}, 2, 7, 16, true};
  Settings settings(std::move(script));
  QTRY_COMPARE(settings.controller.fixed_threads(), 2);
  QCOMPARE(settings.controller.threads(), 4);
}

void SettingsControllerTest::computing_is_reset_to_what_suits_the_machine() {
  FakeEngine::Script script = canned_script();
  script.configured = {{4, engine::CachePrecision::kF16}, 4, 7, 16, false};
  Settings settings(std::move(script));
  QTRY_COMPARE(settings.controller.threads(), 4);
  settings.controller.resetComputing();
  QTRY_VERIFY(!settings.controller.waiting());
  QCOMPARE(settings.controller.threads(), 0);
  QCOMPARE(settings.controller.cache_bits(), 32);
}

void SettingsControllerTest::everything_is_saved_where_the_user_says() {
  Settings settings;
  QSignalSpy wanted(&settings.controller, &SettingsController::saveWanted);
  settings.controller.exportEverything();
  QCOMPARE(wanted.count(), 1);
  QVERIFY(wanted.front().front().toString().endsWith(QStringLiteral(".json")));
  QCOMPARE(settings.controller.export_state(), SettingsController::NotExported);

  settings.controller.export_to(QUrl::fromLocalFile(QStringLiteral("/home/ada/all.json")));
  QCOMPARE(settings.controller.export_state(), SettingsController::Exporting);
  QTRY_COMPARE(settings.controller.export_state(), SettingsController::Exported);
  QCOMPARE(settings.controller.export_text(), QStringLiteral("/home/ada/all.json"));
}

void SettingsControllerTest::an_export_that_fails_says_why() {
  FakeEngine::Script script = canned_script();
  script.refuses_export = "the disk is full; free some space and export again";
  Settings settings(std::move(script));
  settings.controller.export_to(QUrl::fromLocalFile(QStringLiteral("/home/ada/all.json")));
  QTRY_COMPARE(settings.controller.export_state(), SettingsController::ExportFailed);
  QVERIFY(settings.controller.export_text().contains(QStringLiteral("disk is full")));
}

void SettingsControllerTest::the_data_folder_is_opened_and_its_size_is_told() {
  const QTemporaryDir dir;
  Settings settings(canned_script(), dir.path());
  QCOMPARE(settings.controller.data_size(), QString());
  QFile database(dir.filePath(QStringLiteral("canter.db")));
  QVERIFY(database.open(QIODevice::WriteOnly));
  database.write(QByteArray(2'500'000, 'x'));
  database.close();
  QVERIFY(settings.controller.data_size().contains(QStringLiteral("2.5")));

  const FolderOpener opener;
  settings.controller.openDataFolder();
  QCOMPARE(opener.opened, QStringList{dir.path()});
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::SettingsControllerTest)
#include "settings_controller_test.moc"
