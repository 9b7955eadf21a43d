#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace canter::ui {

/// Of one data folder there is one window: a program that is started again hands over to the one
/// that runs.
class OneWindow : public QObject {
  Q_OBJECT

 public:
  explicit OneWindow(const QString& data_folder, QObject* parent = nullptr);

  /// Asks the program that runs to show itself and open a model (empty: none). False: none runs, or
  /// it does not answer, so this one is to go on.
  bool hand_over(const QString& model) const;
  /// From now on this is the one that runs.
  void listen();

 Q_SIGNALS:
  /// The user started the program again. `token`: by which the desktop lets the window come up.
  void wanted(const QString& model, const QString& token);

 private:
  void answer();

  QString name_;
  QLocalServer server_;
};

}  // namespace canter::ui
