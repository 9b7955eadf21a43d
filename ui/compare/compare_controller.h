#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QPointF>
#include <QString>
#include <QTimer>
#include <QUrl>
#include <QVariantList>
#include <QXYSeries>
#include <functional>
#include <optional>

#include "compare/compared_curves.h"
#include "compare/comparison_list_model.h"
#include "compare/figures_model.h"
#include "compare/pair_list_model.h"
#include "compare/race.h"
#include "session/model_status.h"
#include "session/session.h"

namespace canter::ui {

/// Plain and accelerated answers to the same prompts: what is asked, the race, what came out, and
/// earlier ones.
class CompareController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")

  // What is to be asked
  Q_PROPERTY(QString prompt MEMBER prompt_ NOTIFY wishChanged)
  Q_PROPERTY(bool set MEMBER set_ NOTIFY wishChanged)
  /// Name of the file that the set comes from; empty: the prompts that come with Canter.
  Q_PROPERTY(QString promptsFile READ prompts_file NOTIFY wishChanged)
  Q_PROPERTY(int setSize MEMBER set_size_ NOTIFY wishChanged)
  Q_PROPERTY(bool sampled MEMBER sampled_ NOTIFY wishChanged)
  Q_PROPERTY(double temperature MEMBER temperature_ NOTIFY wishChanged)
  Q_PROPERTY(int seed MEMBER seed_ NOTIFY wishChanged)
  Q_PROPERTY(int maxTokens MEMBER max_tokens_ NOTIFY wishChanged)
  Q_PROPERTY(bool canRun READ can_run NOTIFY wishChanged)
  /// Why nothing, or not all, can be compared now, and what would help.
  Q_PROPERTY(Obstacle obstacle READ obstacle NOTIFY wishChanged)
  Q_PROPERTY(QString obstacleText READ obstacle_text NOTIFY wishChanged)

  // The race
  Q_PROPERTY(bool running READ running NOTIFY progressChanged)
  Q_PROPERTY(bool stopping READ stopping NOTIFY progressChanged)
  Q_PROPERTY(double progress READ progress NOTIFY progressChanged)
  Q_PROPERTY(QString progressText READ progress_text NOTIFY progressChanged)
  Q_PROPERTY(canter::ui::Lane* plain READ plain CONSTANT)
  Q_PROPERTY(canter::ui::Lane* accelerated READ accelerated CONSTANT)
  /// What both columns answer; empty: there is nothing to see yet.
  Q_PROPERTY(QString shownPrompt READ shown_prompt NOTIFY progressChanged)
  Q_PROPERTY(QString error READ error NOTIFY progressChanged)

  // What came out
  Q_PROPERTY(bool hasResult READ has_result NOTIFY resultChanged)
  Q_PROPERTY(bool ofSet READ of_set NOTIFY resultChanged)
  Q_PROPERTY(QString title READ title NOTIFY resultChanged)
  Q_PROPERTY(bool identical READ identical NOTIFY resultChanged)
  Q_PROPERTY(QString badge READ badge NOTIFY resultChanged)
  Q_PROPERTY(QString speedup READ speedup NOTIFY resultChanged)
  Q_PROPERTY(QString speedupText READ speedup_text NOTIFY resultChanged)
  /// It is clearly faster, so that there is something to be proud of.
  Q_PROPERTY(bool faster READ faster NOTIFY resultChanged)
  /// What the drafts of the accelerated answers came from, and what they took; several lines.
  Q_PROPERTY(QString drafting READ drafting NOTIFY resultChanged)
  /// Why the figures say little; mostly empty.
  Q_PROPERTY(QString caution READ caution NOTIFY resultChanged)
  Q_PROPERTY(QString conditions READ conditions NOTIFY resultChanged)
  Q_PROPERTY(canter::ui::FiguresModel* figures READ figures CONSTANT)
  /// The largest of what draw() and drawLatencies() draw.
  Q_PROPERTY(double mostSeconds READ most_seconds NOTIFY resultChanged)
  Q_PROPERTY(double mostTokens READ most_tokens NOTIFY resultChanged)
  Q_PROPERTY(double mostLatency READ most_latency NOTIFY resultChanged)

  // Of a set
  Q_PROPERTY(canter::ui::PairListModel* pairs READ pairs CONSTANT)
  /// Prompts by speed-up: label, count, and share of the largest count.
  Q_PROPERTY(QVariantList bars READ bars NOTIFY pairsChanged)
  /// The prompt whose answers are in the columns.
  Q_PROPERTY(int chosenPair READ chosen_pair NOTIFY resultChanged)

  // Earlier ones
  Q_PROPERTY(canter::ui::ComparisonListModel* history READ history CONSTANT)
  Q_PROPERTY(bool canUndo READ can_undo NOTIFY undoChanged)

 public:
  enum Obstacle { None, NoModel, ModelOpens, NoAcceleration, NoAdapter };
  Q_ENUM(Obstacle)
  enum Format { Csv, Json, Picture };
  Q_ENUM(Format)

  /// `clock`: milliseconds that do not go back.
  CompareController(Session& session, ModelStatus& model, std::function<double()> clock = {},
                    QObject* parent = nullptr);
  ~CompareController() override;

  QString prompts_file() const;
  bool can_run() const;
  Obstacle obstacle() const;
  QString obstacle_text() const;
  bool running() const { return running_; }
  bool stopping() const { return stopping_; }
  double progress() const;
  QString progress_text() const;
  Lane* plain() { return race_.plain(); }
  Lane* accelerated() { return race_.accelerated(); }
  QString shown_prompt() const { return shown_prompt_; }
  QString error() const { return error_; }
  bool has_result() const { return result_.has_value(); }
  bool of_set() const { return result_ && result_->summary.set; }
  QString title() const;
  bool identical() const;
  QString badge() const;
  QString speedup() const;
  QString speedup_text() const;
  bool faster() const;
  QString drafting() const;
  QString caution() const;
  QString conditions() const;
  FiguresModel* figures() { return &figures_; }
  double most_seconds() const;
  double most_tokens() const;
  double most_latency() const;
  /// A round distance of marks on an axis of a chart.
  Q_INVOKABLE double axisStep(double most) const { return axis_step(most); }
  PairListModel* pairs() { return &pairs_; }
  QVariantList bars() const;
  int chosen_pair() const { return chosen_; }
  ComparisonListModel* history() { return &history_; }
  bool can_undo() const { return removed_.has_value(); }

  /// Asks for earlier comparisons, once.
  Q_INVOKABLE void load();
  Q_INVOKABLE void run();
  Q_INVOKABLE void stop();
  Q_INVOKABLE void dismissError();
  /// An empty one: the prompts that come with Canter.
  Q_INVOKABLE void usePromptsFile(const QUrl& file);
  Q_INVOKABLE void choosePair(int row);
  Q_INVOKABLE void open(qint64 comparison);
  /// Deletes it from the database once it cannot be undone any more.
  Q_INVOKABLE void remove(qint64 comparison);
  Q_INVOKABLE void undoRemoval();
  Q_INVOKABLE void settleRemoval();
  /// Asks where to; saveTo() follows.
  Q_INVOKABLE void save(Format format);
  void save_to(const QUrl& file);
  /// The page drew the picture that pictureWanted() asked for.
  Q_INVOKABLE void noteSaved(bool saved, const QUrl& file);
  /// Tokens over seconds, and the edges of the gap between both.
  Q_INVOKABLE void draw(QXYSeries* plain, QXYSeries* accelerated, QXYSeries* upper,
                        QXYSeries* lower) const;
  /// Milliseconds since the token before, over tokens.
  Q_INVOKABLE void drawLatencies(QXYSeries* plain, QXYSeries* accelerated) const;

 Q_SIGNALS:
  void wishChanged();
  void progressChanged();
  void resultChanged();
  void pairsChanged();
  void undoChanged();
  void promptsFileWanted();
  void saveWanted(const QString& name, const QString& filter);
  void pictureWanted(const QUrl& file);
  void saved(const QString& text);

 private:
  void follow(const engine::Event& event);
  void begin_answer(const engine::ComparedAnswerStarted& started);
  void finish_pair(const engine::ComparedPairFinished& finished);
  void end(const Error& error);
  void show(const engine::ComparisonResult& result);
  void say_all_again();
  void forget_result();
  bool slower() const;
  const engine::ComparedPair* pair() const;

  Session& session_;
  ModelStatus& model_;
  std::function<double()> clock_;
  QTimer ticker_;
  QString prompt_;
  bool set_ = false;
  QString prompts_path_;
  int set_size_ = 10;
  bool sampled_ = false;
  double temperature_ = 0.8;
  int seed_ = 1;
  int max_tokens_ = 256;

  bool loaded_ = false;
  bool running_ = false;
  bool stopping_ = false;
  quint64 request_ = 0;
  int prompts_ = 0;
  int done_ = 0;
  double seconds_left_ = 0;
  QString shown_prompt_;
  QString error_;
  Race race_;

  std::optional<engine::ComparisonResult> result_;
  int chosen_ = 0;
  FiguresModel figures_;
  PairListModel pairs_;
  ComparisonListModel history_;
  std::optional<engine::ComparisonSummary> removed_;
  Format format_ = Csv;
};

}  // namespace canter::ui
