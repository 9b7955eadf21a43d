#include "tuning/tuning_controller.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>

#include "session/speed_words.h"

namespace canter::ui {
namespace {

constexpr int kMostPoints = 600;
constexpr double kMinute = 60;

QString text_of(const std::string& text) {
  return QString::fromStdString(text);
}

double largest(const QList<QPointF>& points) {
  double most = 0;
  for (const QPointF& point : points) most = std::max(most, point.y());
  return most;
}

}  // namespace

TuningController::TuningController(Session& session, ModelStatus& model, QObject* parent)
    : QObject(parent), session_(session), model_(model) {
  connect(&session, &Session::event, this, &TuningController::follow);
  connect(&session, &Session::languageChanged, this, &TuningController::changed);
  connect(&model, &ModelStatus::changed, this, &TuningController::changed);
}

QString TuningController::model_name() const {
  return state_ == Idle || state_ == Planning || state_ == Planned ? model_.name() : tuned_;
}

QList<int> TuningController::choices() const {
  QList<int> choices = {5, 15, 60, 240};
  if (suggested_ > 0 && !choices.contains(suggested_)) choices.append(suggested_);
  std::sort(choices.begin(), choices.end());
  return choices;
}

QString TuningController::prompts_file() const {
  return QFileInfo(text_of(wish_.prompts)).fileName();
}

QString TuningController::prompts_text() const {
  const QString all = tr("The model answers %n prompt(s), and some are kept aside to measure with.",
                         nullptr, plan_.answers);
  if (plan_.answers >= plan_.prompts) return all;
  return all + QLatin1Char(' ') +
         tr("There is no time for all of the %L1; a longer tuning learns from more.")
             .arg(plan_.prompts);
}

QString TuningController::memory_text() const {
  return tr("up to %1 beside the model")
      .arg(QLocale().formattedDataSize(qint64(plan_.memory), 1, QLocale::DataSizeSIFormat));
}

TuningController::Phase TuningController::phase() const {
  switch (progress_.phase) {
    case engine::TuningPhase::kAnswers:
      return Answers;
    case engine::TuningPhase::kLearning:
      return Learning;
    case engine::TuningPhase::kMeasuring:
      break;
  }
  return Measuring;
}

double TuningController::share() const {
  const double all = progress_.seconds + progress_.seconds_left;
  if (phase() == Measuring) return 0.95 + 0.05 * progress_.done;
  return all > 0 ? std::min(0.95, progress_.seconds / all) : 0;
}

QString TuningController::progress_text() const {
  switch (phase()) {
    case Answers:
      return tr("%n answer(s) collected", nullptr, progress_.answers);
    case Learning:
      return tr("Step %L1 · loss %2")
          .arg(progress_.step)
          .arg(QLocale().toString(progress_.loss, 'f', 2));
    case Measuring:
      break;
  }
  return tr("Answering with and without it");
}

QString TuningController::time_left() const {
  if (state_ == Paused) return tr("Paused");
  if (progress_.seconds_left <= 0) return {};
  if (progress_.seconds_left < kMinute) return tr("less than a minute left");
  return tr("about %1 left").arg(duration(progress_.seconds_left / kMinute));
}

double TuningController::most_loss() const {
  return largest(loss_);
}

double TuningController::most_tokens() const {
  return largest(tokens_);
}

QString TuningController::tokens_text() const {
  if (tokens_.isEmpty()) return {};
  return tr("%1 tokens per step on unseen prompts")
      .arg(QLocale().toString(tokens_.last().y(), 'f', 2));
}

QString TuningController::outcome() const {
  if (state_ != Finished) return {};
  return finished_.adopted
             ? tr("%1 now answers %2 as fast").arg(tuned_, ratio_text(finished_.speedup))
             : tr("This adapter does not pay on this computer");
}

QString TuningController::outcome_details() const {
  if (state_ != Finished) return {};
  const QString figures =
      tr("Measured on prompts it never saw: %1 with it, %2 before, plain decoding being 1×. %3 "
         "tokens per step.")
          .arg(ratio_text(finished_.speedup), ratio_text(finished_.speedup_before),
               QLocale().toString(finished_.tokens_per_step, 'f', 2));
  return figures + QLatin1Char(' ') +
         (finished_.adopted ? tr("It is in use from now on; the text of answers stays the same.")
                            : tr("Canter goes on as before. The adapter is kept, in case."));
}

QString TuningController::duration(double minutes) const {
  if (minutes < kMinute) return tr("%n minute(s)", nullptr, std::max(1, qRound(minutes)));
  const int hours = int(minutes / kMinute);
  const int rest = qRound(minutes - hours * kMinute);
  if (rest == 0 || hours >= 10) return tr("%n hour(s)", nullptr, hours);
  return tr("%1 h %2 min").arg(hours).arg(rest);
}

void TuningController::plan() {
  if (runs()) return;
  wish_.minutes = 0;
  set_state(Planning);
  session_.post(engine::PlanTuning{wish_});
}

void TuningController::chooseMinutes(int minutes) {
  if (state_ != Planned) return;
  wish_.minutes = minutes;
  session_.post(engine::PlanTuning{wish_});
}

void TuningController::useOwnPrompts(bool wished) {
  if (state_ != Planned) return;
  wish_.own_prompts = wished;
  session_.post(engine::PlanTuning{wish_});
}

void TuningController::usePromptsFile(const QUrl& file) {
  if (runs() || (!file.isEmpty() && !file.isLocalFile())) return;
  wish_.prompts = QDir::toNativeSeparators(file.toLocalFile()).toStdString();
  plan();
}

void TuningController::start() {
  if (state_ == Planned) begin(false);
}

void TuningController::resume() {
  if (state_ == Planned && plan_.resumable) begin(true);
}

void TuningController::begin(bool resumed) {
  wish_.minutes = plan_.minutes;
  session_.post(engine::StartTuning{wish_, resumed});
}

void TuningController::pause(bool paused) {
  if (runs()) session_.post(engine::PauseTuning{paused});
}

void TuningController::cancel() {
  if (runs()) session_.post(engine::CancelTuning{});
}

void TuningController::dismiss() {
  if (state_ == Finished || state_ == Failed) set_state(Idle);
}

void TuningController::show(QXYSeries* loss, QXYSeries* tokens) const {
  if (loss) loss->replace(loss_);
  if (tokens) tokens->replace(tokens_);
}

void TuningController::follow(const engine::Event& event) {
  dispatch(
      event,
      [this](const engine::TuningPlanned& planned) {
        if (runs()) return;
        plan_ = planned;
        if (wish_.minutes == 0) suggested_ = minutes();
        set_state(Planned);
      },
      [this](const engine::TuningRefused& refused) {
        if (runs()) return;
        tuned_ = model_.name();
        error_ = text_of(refused.error.message);
        wish_.prompts.clear();  // what cannot be read is not tried again
        set_state(Failed);
      },
      [this](const engine::TuningStarted&) {
        tuned_ = model_.name();
        progress_ = {};
        loss_.clear();
        tokens_.clear();
        set_state(Running);
        Q_EMIT progressChanged();
        Q_EMIT pointsChanged();
      },
      [this](const engine::TuningProgressed& progress) { follow_progress(progress); },
      [this](const engine::TuningPaused& paused) {
        if (!runs()) return;
        set_state(paused.paused ? Paused : Running);
        Q_EMIT progressChanged();
      },
      [this](const engine::TuningFinished& finished) {
        finished_ = finished;
        set_state(Finished);
        Q_EMIT ended();
      },
      [this](const engine::TuningEnded& end) {
        error_ = end.cancelled ? QString() : text_of(end.error.message);
        set_state(end.cancelled ? Idle : Failed);
        if (!end.cancelled) Q_EMIT ended();
      });
}

void TuningController::follow_progress(const engine::TuningProgressed& progress) {
  progress_ = progress;
  if (progress.phase == engine::TuningPhase::kLearning && progress.step > 0) {
    const double percent = 100 * progress.done;
    if (progress.tokens_per_step > 0) tokens_.append({percent, progress.tokens_per_step});
    loss_.append({percent, progress.loss});
    if (loss_.size() > kMostPoints) {
      QList<QPointF> half;
      for (qsizetype i = 0; i < loss_.size(); i += 2) half.append(loss_[i]);
      loss_ = std::move(half);
    }
    Q_EMIT pointsChanged();
  }
  Q_EMIT progressChanged();
}

void TuningController::set_state(State state) {
  state_ = state;
  Q_EMIT changed();
}

}  // namespace canter::ui
