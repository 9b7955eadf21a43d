#pragma once

#include <QtQml/qqmlregistration.h>
#include <QList>
#include <QObject>
#include <QPointF>
#include <QString>
#include <QUrl>
#include <QXYSeries>

#include "session/model_status.h"
#include "session/session.h"

namespace canter::ui {

/// Making an adapter for the open model: what it will take, how far it is, what it brought.
class TuningController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")
  Q_PROPERTY(State state READ state NOTIFY changed)
  /// Of the model that is or will be tuned.
  Q_PROPERTY(QString modelName READ model_name NOTIFY changed)
  /// The model that is open can be tuned now.
  Q_PROPERTY(bool available READ available NOTIFY changed)

  // The plan
  Q_PROPERTY(QList<int> choices READ choices NOTIFY changed)
  Q_PROPERTY(int minutes READ minutes NOTIFY changed)
  Q_PROPERTY(int suggestedMinutes READ suggested_minutes NOTIFY changed)
  Q_PROPERTY(int ownPrompts READ own_prompts NOTIFY changed)
  Q_PROPERTY(bool withOwnPrompts READ with_own_prompts NOTIFY changed)
  /// Name of the file that prompts come from instead of Canter's own; empty: those.
  Q_PROPERTY(QString promptsFile READ prompts_file NOTIFY changed)
  Q_PROPERTY(QString promptsText READ prompts_text NOTIFY changed)
  Q_PROPERTY(QString memoryText READ memory_text NOTIFY changed)
  Q_PROPERTY(bool resumable READ resumable NOTIFY changed)

  // The work
  Q_PROPERTY(Phase phase READ phase NOTIFY progressChanged)
  /// Of the phase, 0 to 1.
  Q_PROPERTY(double progress READ progress NOTIFY progressChanged)
  /// Of everything, 0 to 1.
  Q_PROPERTY(double share READ share NOTIFY progressChanged)
  Q_PROPERTY(QString progressText READ progress_text NOTIFY progressChanged)
  Q_PROPERTY(QString timeLeft READ time_left NOTIFY progressChanged)
  Q_PROPERTY(double mostLoss READ most_loss NOTIFY pointsChanged)
  Q_PROPERTY(double mostTokens READ most_tokens NOTIFY pointsChanged)
  Q_PROPERTY(QString tokensText READ tokens_text NOTIFY pointsChanged)

  // The end
  Q_PROPERTY(QString outcome READ outcome NOTIFY changed)
  Q_PROPERTY(QString outcomeDetails READ outcome_details NOTIFY changed)
  Q_PROPERTY(bool adopted READ adopted NOTIFY changed)
  Q_PROPERTY(QString error READ error NOTIFY changed)

 public:
  enum State { Idle, Planning, Planned, Running, Paused, Finished, Failed };
  Q_ENUM(State)
  enum Phase { Answers, Learning, Measuring };
  Q_ENUM(Phase)

  TuningController(Session& session, ModelStatus& model, QObject* parent = nullptr);

  State state() const { return state_; }
  QString model_name() const;
  bool available() const { return model_.state() == ModelStatus::Ready; }
  QList<int> choices() const;
  int minutes() const { return qRound(plan_.minutes); }
  int suggested_minutes() const { return suggested_; }
  int own_prompts() const { return plan_.own_prompts; }
  bool with_own_prompts() const { return wish_.own_prompts; }
  QString prompts_file() const;
  QString prompts_text() const;
  QString memory_text() const;
  bool resumable() const { return plan_.resumable; }
  Phase phase() const;
  double progress() const { return progress_.done; }
  double share() const;
  QString progress_text() const;
  QString time_left() const;
  double most_loss() const;
  double most_tokens() const;
  QString tokens_text() const;
  QString outcome() const;
  QString outcome_details() const;
  bool adopted() const { return finished_.adopted; }
  QString error() const { return error_; }

  /// Asks what it will take, unless something runs.
  Q_INVOKABLE void plan();
  Q_INVOKABLE void chooseMinutes(int minutes);
  Q_INVOKABLE void useOwnPrompts(bool wished);
  /// An empty one: the prompts that come with Canter.
  Q_INVOKABLE void usePromptsFile(const QUrl& file);
  Q_INVOKABLE void start();
  /// Goes on with the tuning that was ended before.
  Q_INVOKABLE void resume();
  Q_INVOKABLE void pause(bool paused);
  Q_INVOKABLE void cancel();
  /// The outcome was seen.
  Q_INVOKABLE void dismiss();
  /// The loss and, on unseen prompts, the tokens per step, over the share of learning in percent.
  Q_INVOKABLE void show(QXYSeries* loss, QXYSeries* tokens) const;
  /// `12 minutes`
  Q_INVOKABLE QString duration(double minutes) const;

 Q_SIGNALS:
  void changed();
  void progressChanged();
  void pointsChanged();
  /// Finished or failed, not cancelled.
  void ended();

 private:
  bool runs() const { return state_ == Running || state_ == Paused; }
  void follow(const engine::Event& event);
  void follow_progress(const engine::TuningProgressed& progress);
  void begin(bool resumed);
  void set_state(State state);

  Session& session_;
  ModelStatus& model_;
  State state_ = Idle;
  engine::TuningWish wish_;
  engine::TuningPlanned plan_;
  engine::TuningProgressed progress_;
  engine::TuningFinished finished_;
  int suggested_ = 0;
  QString tuned_;  ///< name of the model that is being tuned
  QString error_;
  QList<QPointF> loss_;
  QList<QPointF> tokens_;
};

}  // namespace canter::ui
