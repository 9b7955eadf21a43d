#include "settings/appearance.h"

#include <QFile>
#include <QVariantMap>
#include <algorithm>
#include <utility>

namespace canter::ui {
namespace {

const QString kTheme = QStringLiteral("appearance/theme");
const QString kTextPercent = QStringLiteral("appearance/textPercent");
const QString kLessMotion = QStringLiteral("appearance/lessMotion");
const QString kLanguage = QStringLiteral("appearance/language");
const QString kSystem = QStringLiteral("system");
constexpr int kUsualPercent = 100;
constexpr int kLeastPercent = 80;
constexpr int kMostPercent = 200;
constexpr int kPercentStep = 10;

/// Each by its own name, which its speakers know.
constexpr std::pair<const char*, const char*> kLanguages[] = {
    {"en", "English"}, {"zh_CN", "简体中文"}, {"de", "Deutsch"}, {"fr", "Français"},
    {"es", "Español"}, {"ja", "日本語"},      {"ar", "العربية"},
};

}  // namespace

Appearance::Appearance(const QString& settings_file, Fixed fixed, bool system_wants_less_motion,
                       QString translations, QObject* parent)
    : QObject(parent),
      settings_(settings_file, QSettings::IniFormat),
      fixed_(std::move(fixed)),
      system_wants_less_motion_(system_wants_less_motion),
      translations_(std::move(translations)) {}

QString Appearance::theme() const {
  const QString kept = settings_.value(kTheme).toString();
  return kept == QLatin1String("light") || kept == QLatin1String("dark") ? kept : kSystem;
}

void Appearance::set_theme(const QString& theme) {
  set(kTheme, theme);
}

int Appearance::text_percent() const {
  const int kept = settings_.value(kTextPercent).toInt();
  return kept == 0 ? kUsualPercent : std::clamp(kept, kLeastPercent, kMostPercent);
}

void Appearance::set_text_percent(int percent) {
  set(kTextPercent, std::clamp(percent, kLeastPercent, kMostPercent));
}

bool Appearance::less_motion() const {
  return settings_.value(kLessMotion, system_wants_less_motion_).toBool();
}

void Appearance::set_less_motion(bool wished) {
  set(kLessMotion, wished);
}

QString Appearance::language() const {
  const QString kept = settings_.value(kLanguage).toString();
  const auto* known =
      std::find_if(std::begin(kLanguages), std::end(kLanguages),
                   [&](const auto& language) { return kept == QLatin1String(language.first); });
  return known != std::end(kLanguages) && is_translated(kept) ? kept : QString();
}

void Appearance::set_language(const QString& code) {
  if (code == language()) return;
  set(kLanguage, code);
  Q_EMIT languageChosen();
}

bool Appearance::is_translated(const QString& code) const {
  return code == QLatin1String("en") ||
         QFile::exists(QStringLiteral("%1/canter_%2.qm").arg(translations_, code));
}

QVariantList Appearance::languages() const {
  QVariantList found;
  for (const auto& [code, name] : kLanguages) {
    if (is_translated(QString::fromLatin1(code)))
      found += QVariantMap{{QStringLiteral("code"), QString::fromLatin1(code)},
                           {QStringLiteral("name"), QString::fromUtf8(name)}};
  }
  return found;
}

void Appearance::enlarge() {
  set_text_percent(text_percent() + kPercentStep);
}

void Appearance::reduce() {
  set_text_percent(text_percent() - kPercentStep);
}

void Appearance::resetTextSize() {
  set_text_percent(kUsualPercent);
}

void Appearance::reset() {
  set_language({});
  settings_.remove(QStringLiteral("appearance"));
  Q_EMIT changed();
}

void Appearance::set(const QString& key, const QVariant& value) {
  if (settings_.value(key) == value) return;
  settings_.setValue(key, value);
  Q_EMIT changed();
}

}  // namespace canter::ui
