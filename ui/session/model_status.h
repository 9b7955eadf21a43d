#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QUrl>
#include <set>
#include <string>

#include "session/session.h"

namespace canter::ui {

/// Which model is open, what it is good for, and whether its answers are accelerated.
class ModelStatus : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")
  Q_PROPERTY(State state READ state NOTIFY changed)
  /// Of the model that is open, being opened, or could not be opened.
  Q_PROPERTY(QString name READ name NOTIFY changed)
  /// Format and size in one line; empty until it is open.
  Q_PROPERTY(QString details READ details NOTIFY changed)
  Q_PROPERTY(QString purpose READ purpose NOTIFY changed)
  Q_PROPERTY(QStringList examples READ examples NOTIFY changed)
  /// Why the last one could not be opened; the one from before may be Ready all the same.
  Q_PROPERTY(QString error READ error NOTIFY changed)
  /// What a user should know of the files of the model that is open; empty once it was dismissed.
  Q_PROPERTY(QString note READ note NOTIFY changed)
  /// Is it the starter model that is open or being opened?
  Q_PROPERTY(bool starter READ starter NOTIFY changed)
  /// Is it one that a larger model would be an answer to?
  Q_PROPERTY(bool small READ small NOTIFY changed)
  /// Does opening take so long that one wants to know how far it is?
  Q_PROPERTY(bool slow READ slow NOTIFY progressChanged)
  /// Of opening, from 0 to 1.
  Q_PROPERTY(double progress READ progress NOTIFY progressChanged)
  /// It answers in another program, most often on another computer.
  Q_PROPERTY(bool elsewhere READ elsewhere NOTIFY changed)
  Q_PROPERTY(bool accelerationAvailable READ acceleration_available NOTIFY changed)
  /// There is an adapter, so that there is more to draft from than the text itself.
  Q_PROPERTY(bool hasAdapter READ has_adapter NOTIFY changed)
  /// Thinking can be switched on and off.
  Q_PROPERTY(bool thinkingSwitch READ thinking_switch NOTIFY changed)
  Q_PROPERTY(bool thinksByDefault READ thinks_by_default NOTIFY changed)
  /// How hard it thinks can be chosen.
  Q_PROPERTY(bool thinkingEffort READ thinking_effort NOTIFY changed)
  /// What is true of acceleration, in a few words.
  Q_PROPERTY(QString accelerationState READ acceleration_state NOTIFY changed)
  /// What that rests on and what would help, several lines; empty where nothing is to be said.
  Q_PROPERTY(QString accelerationHelp READ acceleration_help NOTIFY changed)

 public:
  enum State { None, Opening, Ready, Failed };
  Q_ENUM(State)

  explicit ModelStatus(Session& session, QObject* parent = nullptr);

  State state() const { return state_; }
  QString name() const;
  QString details() const;
  /// The path of the model that is open; what was asked for, while it is not.
  QString source() const;
  int context() const { return state_ == Ready ? model_.context : 0; }
  QString purpose() const;
  QStringList examples() const;
  QString error() const { return error_; }
  QString note() const { return state_ == Ready ? note_ : QString(); }
  bool starter() const;
  bool small() const;
  bool slow() const { return slow_; }
  double progress() const { return progress_; }
  bool acceleration_available() const { return acceleration_.available; }
  bool has_adapter() const { return acceleration_.adapter; }
  bool elsewhere() const { return state_ == Ready && model_.elsewhere.has_value(); }
  QString acceleration_state() const;
  QString acceleration_help() const;
  bool thinking_switch() const { return state_ == Ready && model_.thinking.can_switch; }
  bool thinks_by_default() const { return model_.thinking.on_by_default; }
  bool thinking_effort() const { return state_ == Ready && model_.thinking.has_effort; }

  Q_INVOKABLE void open(const QString& source);
  Q_INVOKABLE void openFile(const QUrl& file);
  /// A GGUF file or a folder, judged by its name and place.
  Q_INVOKABLE bool looksLikeModel(const QUrl& file) const;
  Q_INVOKABLE void openStarter();
  /// What was open when the program was left, else what a newcomer meets.
  void openLast();
  /// Opens what failed to open once more.
  Q_INVOKABLE void retry();
  /// Of a model that failed to open while another one stays open.
  Q_INVOKABLE void forgetError();
  Q_INVOKABLE void forgetNote();

 Q_SIGNALS:
  /// A model was asked for, by name.
  void wished();
  void changed();
  void progressChanged();

 private:
  /// What drafting gained on the last answers; empty: nothing was measured.
  QString measured_speed() const;
  /// Is it one that knows more than the starter model?
  bool general() const;
  void follow(const engine::Event& event);
  void show(const engine::ModelOpened& opened);
  void set_state(State state);
  void set_progress(bool slow, double progress);

  Session& session_;
  State state_ = None;
  QString source_;
  QString error_;
  QString note_;
  std::set<std::string> noted_;  ///< paths of models whose notes were shown
  bool slow_ = false;
  double progress_ = 0;
  QTimer patience_;
  engine::ModelInfo model_;
  engine::Acceleration acceleration_;
};

}  // namespace canter::ui
