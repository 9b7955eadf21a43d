#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QVariantList>

namespace canter::ui {

/// How the window looks and which language it speaks. Kept in the window's settings file, so that
/// the first frame is as wished.
class Appearance : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")
  /// `light`, `dark` or `system`: what was chosen, and what is shown.
  Q_PROPERTY(QString theme READ theme WRITE set_theme NOTIFY changed)
  Q_PROPERTY(QString shownTheme READ shown_theme NOTIFY changed)
  /// Of the usual size, from 80 to 200.
  Q_PROPERTY(int textPercent READ text_percent WRITE set_text_percent NOTIFY changed)
  Q_PROPERTY(bool lessMotion READ less_motion WRITE set_less_motion NOTIFY changed)
  /// A locale's name (`zh_CN`); empty: the system's.
  Q_PROPERTY(QString language READ language WRITE set_language NOTIFY changed)
  /// Those that there is a translation for: maps of `code` and `name`, the system's left out.
  Q_PROPERTY(QVariantList languages READ languages CONSTANT)
  /// Given on the command line, so that what is chosen is for other runs.
  Q_PROPERTY(bool themeFixed READ theme_fixed CONSTANT)
  Q_PROPERTY(bool languageFixed READ language_fixed CONSTANT)

 public:
  /// What the command line says; empty: nothing.
  struct Fixed {
    QString theme;
    QString language;
  };
  /// `translations`: the folder that Translation reads. `system_wants_less_motion`: as long as
  /// nothing else was chosen.
  Appearance(const QString& settings_file, Fixed fixed, bool system_wants_less_motion,
             QString translations = {}, QObject* parent = nullptr);

  QString theme() const;
  void set_theme(const QString& theme);
  QString shown_theme() const { return fixed_.theme.isEmpty() ? theme() : fixed_.theme; }
  int text_percent() const;
  void set_text_percent(int percent);
  bool less_motion() const;
  void set_less_motion(bool wished);
  QString language() const;
  void set_language(const QString& code);
  QString spoken_language() const {
    return fixed_.language.isEmpty() ? language() : fixed_.language;
  }
  QVariantList languages() const;
  bool theme_fixed() const { return !fixed_.theme.isEmpty(); }
  bool language_fixed() const { return !fixed_.language.isEmpty(); }

  Q_INVOKABLE void enlarge();
  Q_INVOKABLE void reduce();
  Q_INVOKABLE void resetTextSize();
  Q_INVOKABLE void reset();

 Q_SIGNALS:
  void changed();
  void languageChosen();

 private:
  void set(const QString& key, const QVariant& value);
  bool is_translated(const QString& code) const;

  QSettings settings_;
  Fixed fixed_;
  bool system_wants_less_motion_ = false;
  QString translations_;
};

}  // namespace canter::ui
