#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>
#include <memory>

namespace canter::ui {

/// The language of the window, of Qt's own dialogs and of numbers and dates, and the direction in
/// which it is read. There is one per program.
class Translation : public QObject {
  Q_OBJECT

 public:
  /// Speaks `locale` from the beginning. `folder`: where the translations canter_<locale>.qm are.
  /// Needs a QGuiApplication.
  Translation(QString folder, const QString& locale, QObject* parent = nullptr);

  /// `locale` as QLocale has it; empty: the system's. Without a translation it is English.
  void speak(const QString& locale);

 Q_SIGNALS:
  /// From here on tr() gives other words.
  void changed();

 private:
  QString folder_;
  QTranslator english_;  ///< asked for what the language has no words for yet
  std::unique_ptr<QTranslator> words_;
  std::unique_ptr<QTranslator> qt_words_;  ///< of the file dialog
};

}  // namespace canter::ui
