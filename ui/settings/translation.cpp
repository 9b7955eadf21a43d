#include "settings/translation.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <utility>

namespace canter::ui {
namespace {

/// In the default locale's language, where there is a file. The destructor of a translator takes
/// its words away.
std::unique_ptr<QTranslator> translator(const QString& name, const QString& folder) {
  auto words = std::make_unique<QTranslator>();
  if (words->load(QLocale(), name, QStringLiteral("_"), folder))
    QCoreApplication::installTranslator(words.get());
  return words;
}

}  // namespace

Translation::Translation(QString folder, const QString& locale, QObject* parent)
    : QObject(parent), folder_(std::move(folder)) {
  // Its file knows singular and plural. Translators installed later go before it.
  if (english_.load(QStringLiteral("canter_en"), folder_))
    QCoreApplication::installTranslator(&english_);
  speak(locale);
}

void Translation::speak(const QString& locale) {
  QLocale::setDefault(locale.isEmpty() ? QLocale::system() : QLocale(locale));
  qt_words_ =
      translator(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
  words_ = translator(QStringLiteral("canter"), folder_);
  // Of what is spoken, which is not what was wished where there is no translation.
  QGuiApplication::setLayoutDirection(QLocale(words_->language()).textDirection());
  Q_EMIT changed();
}

}  // namespace canter::ui
