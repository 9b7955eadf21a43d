#include <QColor>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <memory>

namespace canter::ui {
namespace {

/// WCAG 2.1, level AA, for text of ordinary size.
constexpr double kLeastContrast = 4.5;

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
  return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
         0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b) {
  const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
  return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace

class ThemeContrastTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void contrast_is_measured_as_wcag_does();
  void words_can_be_read_on_what_is_behind_them_data();
  void words_can_be_read_on_what_is_behind_them();

 private:
  QQmlEngine engine_;
  std::unique_ptr<QObject> theme_;
};

void ThemeContrastTest::initTestCase() {
  engine_.addImportPath(QStringLiteral("qrc:/qt/qml"));
  QQmlComponent component(&engine_);
  component.setData(
      "import QtQml\nimport Canter.Theme\nQtObject { property QtObject theme: Theme }", {});
  theme_.reset(component.create());
  QVERIFY2(theme_, qPrintable(component.errorString()));
}

void ThemeContrastTest::contrast_is_measured_as_wcag_does() {
  QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21) < 0.01);
  QVERIFY(std::abs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
}

void ThemeContrastTest::words_can_be_read_on_what_is_behind_them_data() {
  QTest::addColumn<QString>("scheme");
  QTest::addColumn<QString>("words");
  QTest::addColumn<QString>("behind");
  const auto add = [](const char* words, const char* behind) {
    for (const char* scheme : {"light", "dark"})
      QTest::addRow("%s on %s, %s", words, behind, scheme)
          << QString::fromLatin1(scheme) << QString::fromLatin1(words)
          << QString::fromLatin1(behind);
  };
  for (const char* words : {"text", "muted", "accent", "danger", "warning", "success"}) {
    add(words, "background");
    add(words, "surface");
  }
  add("text", "raised");
  add("muted", "raised");
  add("text", "accentSoft");
  add("overAccent", "accent");
}

void ThemeContrastTest::words_can_be_read_on_what_is_behind_them() {
  QFETCH(const QString, scheme);
  QFETCH(const QString, words);
  QFETCH(const QString, behind);
  auto* theme = theme_->property("theme").value<QObject*>();
  QVERIFY(theme);
  QVERIFY(theme->setProperty("scheme", scheme));
  const auto front = theme->property(qPrintable(words)).value<QColor>();
  const auto back = theme->property(qPrintable(behind)).value<QColor>();
  QVERIFY(front.isValid() && back.isValid());
  QCOMPARE(front.alpha(), 255);
  const double measured = contrast(front, back);
  QVERIFY2(measured >= kLeastContrast, qPrintable(QString::number(measured)));
}

}  // namespace canter::ui

QTEST_MAIN(canter::ui::ThemeContrastTest)
#include "theme_contrast_test.moc"
