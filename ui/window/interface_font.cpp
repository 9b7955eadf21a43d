#include "window/interface_font.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QLocale>
#include <QStringList>

namespace canter::ui {
namespace {

constexpr int kTextPixels = 14;

const QStringList kChinese{QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"),
                           QStringLiteral("PingFang SC"), QStringLiteral("Microsoft YaHei")};
const QStringList kJapanese{QStringLiteral("Noto Sans CJK JP"),
                            QStringLiteral("Source Han Sans JP"), QStringLiteral("Hiragino Sans"),
                            QStringLiteral("Yu Gothic UI")};
const QStringList kArabic{QStringLiteral("Noto Sans Arabic"), QStringLiteral("Noto Kufi Arabic"),
                          QStringLiteral("Geeza Pro"), QStringLiteral("Segoe UI")};

/// Made for the language, so that they go before the system's.
QStringList families_of(QLocale::Language language) {
  switch (language) {
    case QLocale::Chinese:
      return kChinese;
    case QLocale::Japanese:
      return kJapanese;
    case QLocale::Arabic:
      return kArabic;
    default:
      return {};
  }
}

QStringList installed(const QStringList& families) {
  QStringList found;
  for (const QString& family : families)
    if (QFontDatabase::hasFamily(family)) found += family;
  return found;
}

}  // namespace

// Ideographs that the others lack come from wherever a Chinese system would take them: left to
// itself, a system with other settings mixes weights and picks Japanese forms.
QFont interface_font(int percent) {
  QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
  QStringList families = installed(families_of(QLocale().language()));
  families += QFontInfo(font).family();
  families += installed(kChinese);
  families.removeDuplicates();
  font.setFamilies(families);
  font.setPixelSize(kTextPixels * percent / 100);
  return font;
}

}  // namespace canter::ui
