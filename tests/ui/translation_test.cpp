#include "settings/translation.h"

#include <QAbstractItemModelTester>
#include <QGuiApplication>
#include <QLocale>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

#include "session/say_again.h"
#include "sidebar/conversation_list_model.h"
#include "support/shown_window.h"
#include "window/main_window.h"

namespace canter::ui {
namespace {

const QString kTranslations = QStringLiteral(CANTER_TRANSLATIONS_DIR);

bool shows(QQuickItem* item, const QString& text) {
  if (!item->isVisible()) return false;
  if (item->property("text").toString() == text) return true;
  const auto children = item->childItems();
  return std::any_of(children.begin(), children.end(),
                     [&](QQuickItem* child) { return shows(child, text); });
}

struct Shown : ShownWindow {
  explicit Shown(const QString& language)
      : ShownWindow(canned_script(), {.settings_file = {},
                                      .scheme = {},
                                      .model = {},
                                      .language = language,
                                      .translations = kTranslations}) {}
  bool shows(const char* text) {
    return ui::shows(window().contentItem(), QString::fromUtf8(text));
  }
  Appearance& appearance() { return controller<Appearance>("appearance"); }
};

}  // namespace

class TranslationTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void cleanup();
  void words_numbers_and_direction_follow_the_language();
  void a_language_without_a_translation_is_english_and_read_from_the_left();
  void the_window_speaks_another_language_at_once();
  void the_language_of_the_command_line_stays_for_the_run();
  void lists_say_their_words_again();
};

void TranslationTest::cleanup() {
  QLocale::setDefault(QLocale::c());
  QGuiApplication::setLayoutDirection(Qt::LayoutDirectionAuto);
}

void TranslationTest::words_numbers_and_direction_follow_the_language() {
  Translation language(kTranslations, QStringLiteral("de"));
  const auto settings = [] { return QCoreApplication::translate("PageLinks", "Settings"); };
  QCOMPARE(settings(), QStringLiteral("Einstellungen"));
  QCOMPARE(QLocale().toString(1.5), QStringLiteral("1,5"));
  QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);

  QSignalSpy changed(&language, &Translation::changed);
  language.speak(QStringLiteral("ar"));
  QCOMPARE(changed.count(), 1);
  QCOMPARE(settings(), QString::fromUtf8("الإعدادات"));
  QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);

  language.speak(QStringLiteral("en"));
  QCOMPARE(settings(), QStringLiteral("Settings"));
  QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
}

void TranslationTest::a_language_without_a_translation_is_english_and_read_from_the_left() {
  const Translation language(kTranslations, QStringLiteral("he"));
  QCOMPARE(QCoreApplication::translate("PageLinks", "Settings"), QStringLiteral("Settings"));
  QCOMPARE(QCoreApplication::translate("MessageText", "%n token(s)", nullptr, 1),
           QStringLiteral("1 token"));
  QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
}

void TranslationTest::the_window_speaks_another_language_at_once() {
  Shown shown({});
  QTRY_VERIFY(shown.shows("Settings"));
  QTRY_VERIFY(shown.shows("Starter model"));
  shown.appearance().set_language(QStringLiteral("de"));
  QTRY_VERIFY(shown.shows("Einstellungen"));
  QVERIFY(shown.shows("Startmodell"));
  QVERIFY(!shown.shows("Settings"));

  shown.appearance().set_language(QStringLiteral("ar"));
  QTRY_VERIFY(shown.shows("الإعدادات"));
  QCOMPARE(QGuiApplication::layoutDirection(), Qt::RightToLeft);

  shown.appearance().reset();
  QTRY_VERIFY(shown.shows("Settings"));
  QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
}

void TranslationTest::the_language_of_the_command_line_stays_for_the_run() {
  Shown shown(QStringLiteral("fr"));
  QTRY_VERIFY(shown.shows("Réglages"));
  shown.appearance().set_language(QStringLiteral("de"));
  QVERIFY(shown.shows("Réglages"));
}

void TranslationTest::lists_say_their_words_again() {
  ConversationListModel model;
  const QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
  model.reset(canned_script().conversations);
  QVERIFY(model.count() > 1);
  QSignalSpy changed(&model, &ConversationListModel::dataChanged);
  say_again(model);
  QCOMPARE(changed.count(), 1);
  QCOMPARE(changed.front().at(1).toModelIndex().row(), model.count() - 1);
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::TranslationTest)
#include "translation_test.moc"
