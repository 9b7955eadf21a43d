#include "compare/compare_controller.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>

#include "compare/comparison_words.h"
#include "session/drafting_words.h"
#include "session/say_again.h"
#include "session/speed_words.h"

namespace canter::ui {
namespace {

constexpr int kFrameMs = 16;
constexpr int kTellingTokens = 24;
const QString kSeparator = QStringLiteral(" · ");

QString text_of(const std::string& text) {
  return QString::fromStdString(text);
}

std::function<double()> steady_clock() {
  QElapsedTimer timer;
  timer.start();
  return [timer] { return double(timer.nsecsElapsed()) / 1e6; };
}

double last_x(const QList<QPointF>& points) {
  return points.isEmpty() ? 0 : points.constLast().x();
}

}  // namespace

CompareController::CompareController(Session& session, ModelStatus& model,
                                     std::function<double()> clock, QObject* parent)
    : QObject(parent),
      session_(session),
      model_(model),
      clock_(clock ? std::move(clock) : steady_clock()) {
  connect(&session, &Session::event, this, &CompareController::follow);
  connect(&model, &ModelStatus::changed, this, &CompareController::wishChanged);
  connect(&session, &Session::languageChanged, this, &CompareController::say_all_again);
  connect(this, &CompareController::progressChanged, this, &CompareController::wishChanged);
  ticker_.setInterval(kFrameMs);
  ticker_.setTimerType(Qt::PreciseTimer);
  connect(&ticker_, &QTimer::timeout, this, [this] { race_.advance(clock_()); });
}

CompareController::~CompareController() {
  settleRemoval();
}

QString CompareController::prompts_file() const {
  return QFileInfo(prompts_path_).fileName();
}

bool CompareController::can_run() const {
  const bool possible = obstacle() == None || obstacle() == NoAdapter;
  return possible && !running_ && (set_ || !prompt_.trimmed().isEmpty());
}

CompareController::Obstacle CompareController::obstacle() const {
  if (model_.state() == ModelStatus::Opening) return ModelOpens;
  if (model_.state() != ModelStatus::Ready) return NoModel;
  if (!model_.acceleration_available()) return NoAcceleration;
  return model_.has_adapter() ? None : NoAdapter;
}

QString CompareController::obstacle_text() const {
  switch (obstacle()) {
    case NoModel:
      return tr("No model is open. Open one to compare its answers.");
    case ModelOpens:
      return tr("%1 is being opened.").arg(model_.name());
    case NoAcceleration:
      return tr("Answers of %1 cannot be accelerated here: %2.")
          .arg(model_.name(), model_.acceleration_state());
    case NoAdapter:
      return tr("%1 has no adapter yet, so words are guessed from the text alone. With an adapter "
                "it can answer sooner.")
          .arg(model_.name());
    case None:
      break;
  }
  return {};
}

double CompareController::progress() const {
  return prompts_ > 0 ? double(done_) / prompts_ : 0;
}

QString CompareController::progress_text() const {
  if (!running_) return {};
  if (stopping_) return tr("Stopping");
  if (prompts_ == 0) return tr("Waiting for its turn");
  if (prompts_ == 1) return {};
  const QString place = tr("Prompt %L1 of %L2").arg(std::min(done_ + 1, prompts_)).arg(prompts_);
  if (seconds_left_ <= 0) return place;
  const int minutes = qRound(seconds_left_ / 60);
  return place + kSeparator +
         (minutes < 1 ? tr("less than a minute left")
                      : tr("about %n minute(s) left", nullptr, minutes));
}

QString CompareController::title() const {
  if (!result_) return {};
  const engine::ComparisonSummary& summary = result_->summary;
  return comparison_title(text_of(summary.prompt), summary.set, summary.prompts);
}

bool CompareController::identical() const {
  return result_ && result_->summary.identical == result_->summary.prompts;
}

QString CompareController::badge() const {
  if (!result_) return {};
  const engine::ComparisonSummary& summary = result_->summary;
  if (summary.set) return tr("%L1 of %L2 identical").arg(summary.identical).arg(summary.prompts);
  const engine::ComparedPair& only = result_->pairs.front();
  if (only.difference) return tr("Different from token %L1 on").arg(only.difference->token + 1);
  return tr("Identical · %n token(s)", nullptr, only.plain.statistics.generated);
}

QString CompareController::speedup() const {
  if (!result_) return {};
  const double ratio = result_->summary.speedup;
  return slower() ? percent_slower(ratio) : ratio_text(ratio);
}

QString CompareController::speedup_text() const {
  if (!result_) return {};
  if (!result_->summary.set) {
    const QString decoding = ratio_text(result_->pairs.front().decoding_speedup());
    return slower() ? tr("slower · %1 after the first token").arg(decoding)
                    : tr("as fast · %1 after the first token").arg(decoding);
  }
  const std::vector<double> all = pairs_.speedups();
  const auto [least, most] = std::minmax_element(all.begin(), all.end());
  const QString from = ratio_text(*least), to = ratio_text(*most);
  return slower() ? tr("slower, the median · from %1 to %2").arg(from, to)
                  : tr("as fast, the median · from %1 to %2").arg(from, to);
}

bool CompareController::slower() const {
  return result_ && !percent_slower(result_->summary.speedup).isEmpty();
}

bool CompareController::faster() const {
  return result_ && result_->summary.speedup > kClearly;
}

QString CompareController::drafting() const {
  if (!result_) return {};
  DraftingFigures figures;
  for (const engine::ComparedPair& each : result_->pairs) figures.add(each.accelerated.statistics);
  return figures.lines().join(u'\n');
}

QString CompareController::caution() const {
  if (!result_ || result_->summary.set) return {};
  if (result_->pairs.front().plain.statistics.generated < kTellingTokens)
    return tr("So short an answer says little. Ask for a longer one, or run a prompt set.");
  if (!faster() && !result_->conditions.adapter)
    return tr("Without an adapter only what repeats itself can be guessed.");
  return {};
}

QString CompareController::conditions() const {
  if (!result_) return {};
  const engine::ComparisonConditions& each = result_->conditions;
  const SamplingSettings& sampling = each.sampling;
  QStringList parts = {QStringLiteral("Canter"), text_of(result_->summary.model),
                       text_of(each.weight_types)};
  if (!each.adapter) parts << tr("without adapter");
  parts << text_of(each.processor) << tr("%n thread(s)", nullptr, each.threads)
        << (sampling.temperature > 0 ? tr("temperature %1, seed %2")
                                           .arg(QLocale().toString(sampling.temperature, 'g', 3))
                                           .arg(sampling.seed)
                                     : tr("greedy"));
  if (each.max_tokens > 0) parts << tr("at most %n token(s)", nullptr, each.max_tokens);
  if (result_->summary.created > 0)
    parts << QLocale().toString(QDateTime::fromMSecsSinceEpoch(result_->summary.created),
                                QLocale::ShortFormat);
  return parts.join(kSeparator);
}

const engine::ComparedPair* CompareController::pair() const {
  if (!result_ || chosen_ >= int(result_->pairs.size())) return nullptr;
  return &result_->pairs[std::size_t(chosen_)];
}

double CompareController::most_seconds() const {
  if (!pair()) return 0;
  return std::max(last_x(token_curve(pair()->plain)), last_x(token_curve(pair()->accelerated)));
}

double CompareController::most_tokens() const {
  if (!pair()) return 0;
  return double(std::max(pair()->plain.token_ms.size(), pair()->accelerated.token_ms.size()));
}

double CompareController::most_latency() const {
  if (!pair()) return 0;
  double most = 0;
  for (const auto* answer : {&pair()->plain, &pair()->accelerated})
    for (const QPointF& point : latency_curve(*answer)) most = std::max(most, point.y());
  return most;
}

QVariantList CompareController::bars() const {
  return speedup_bars(pairs_.speedups());
}

void CompareController::load() {
  if (loaded_) return;
  loaded_ = true;
  session_.post(engine::ListComparisons{});
}

void CompareController::run() {
  if (!can_run()) return;
  engine::Compare command;
  command.set = set_;
  if (set_) {
    command.prompts = prompts_path_.toStdString();
    command.most = set_size_;
  } else {
    command.prompt = prompt_.trimmed().toStdString();
  }
  if (sampled_) command.settings.sampling.temperature = temperature_;
  command.settings.sampling.seed = std::uint64_t(seed_);
  command.settings.max_tokens = max_tokens_;
  command.request = ++request_;
  running_ = true;
  stopping_ = false;
  prompts_ = done_ = 0;
  seconds_left_ = 0;
  error_.clear();
  forget_result();
  shown_prompt_ = set_ ? QString() : prompt_.trimmed();
  session_.post(std::move(command));
  Q_EMIT progressChanged();
}

void CompareController::stop() {
  if (!running_ || stopping_) return;
  stopping_ = true;
  session_.post(engine::StopComparison{});
  Q_EMIT progressChanged();
}

void CompareController::dismissError() {
  error_.clear();
  Q_EMIT progressChanged();
}

void CompareController::usePromptsFile(const QUrl& file) {
  if (!file.isEmpty() && !file.isLocalFile()) return;
  prompts_path_ = QDir::toNativeSeparators(file.toLocalFile());
  Q_EMIT wishChanged();
}

void CompareController::choosePair(int row) {
  if (!result_ || row < 0 || row >= int(result_->pairs.size())) return;
  chosen_ = row;
  shown_prompt_ = text_of(pair()->prompt);
  race_.show(*pair());
  Q_EMIT progressChanged();
  Q_EMIT resultChanged();
}

void CompareController::open(qint64 comparison) {
  if (!running_) session_.post(engine::OpenComparison{comparison});
}

void CompareController::remove(qint64 comparison) {
  settleRemoval();
  removed_ = history_.take(comparison);
  if (result_ && result_->summary.id == comparison) forget_result();
  Q_EMIT undoChanged();
}

void CompareController::undoRemoval() {
  if (!removed_) return;
  history_.add(*removed_);
  removed_.reset();
  Q_EMIT undoChanged();
}

void CompareController::settleRemoval() {
  if (!removed_) return;
  session_.post(engine::DeleteComparison{removed_->id});
  removed_.reset();
  Q_EMIT undoChanged();
}

void CompareController::save(Format format) {
  if (!result_) return;
  format_ = format;
  const QString name =
      QStringLiteral("canter-comparison-%1.%2")
          .arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-hhmm")));
  switch (format) {
    case Csv:
      Q_EMIT saveWanted(name.arg(QStringLiteral("csv")), tr("Tables (*.csv)"));
      break;
    case Json:
      Q_EMIT saveWanted(name.arg(QStringLiteral("json")), tr("JSON (*.json)"));
      break;
    case Picture:
      Q_EMIT saveWanted(name.arg(QStringLiteral("png")), tr("Pictures (*.png)"));
      break;
  }
}

void CompareController::save_to(const QUrl& file) {
  if (!result_ || !file.isLocalFile()) return;
  if (format_ == Picture) {
    Q_EMIT pictureWanted(file);
    return;
  }
  session_.post(engine::ExportComparison{
      result_->summary.id,
      format_ == Csv ? engine::ComparisonFormat::kCsv : engine::ComparisonFormat::kJson,
      QDir::toNativeSeparators(file.toLocalFile()).toStdString()});
}

void CompareController::noteSaved(bool saved_it, const QUrl& file) {
  const QString name = QFileInfo(file.toLocalFile()).fileName();
  if (saved_it) {
    Q_EMIT saved(tr("Saved as %1").arg(name));
    return;
  }
  error_ = tr("The picture could not be saved as %1. Choose another folder.").arg(name);
  Q_EMIT progressChanged();
}

void CompareController::draw(QXYSeries* plain, QXYSeries* accelerated, QXYSeries* upper,
                             QXYSeries* lower) const {
  if (!plain || !accelerated || !upper || !lower) return;
  QList<QPointF> slow, quick;
  if (pair()) {
    slow = token_curve(pair()->plain);
    quick = token_curve(pair()->accelerated);
  }
  plain->replace(slow);
  accelerated->replace(quick);
  // Who is done stays there until the other is.
  const double end = std::max(last_x(slow), last_x(quick));
  for (QList<QPointF>* points : {&slow, &quick})
    if (!points->isEmpty()) points->append({end, points->constLast().y()});
  upper->replace(quick);
  lower->replace(slow);
}

void CompareController::drawLatencies(QXYSeries* plain, QXYSeries* accelerated) const {
  if (!pair() || !plain || !accelerated) return;
  plain->replace(latency_curve(pair()->plain));
  accelerated->replace(latency_curve(pair()->accelerated));
}

void CompareController::follow(const engine::Event& event) {
  dispatch(
      event,
      [this](const engine::ComparisonStarted& started) {
        prompts_ = started.prompts;
        Q_EMIT progressChanged();
      },
      [this](const engine::ComparedAnswerStarted& started) { begin_answer(started); },
      [this](const engine::ComparedTextAppended& more) {
        if (running_) race_.append(more);
      },
      [this](const engine::ComparedAnswerFinished& finished) {
        if (running_) race_.finish(finished);
      },
      [this](const engine::ComparedPairFinished& finished) { finish_pair(finished); },
      [this](const engine::ComparisonFinished& finished) {
        end({});
        if (finished.result.summary.id != 0) history_.add(finished.result.summary);
        show(finished.result);
      },
      [this](const engine::ComparisonFailed& failed) {
        if (failed.request == request_) end(failed.error);
      },
      [this](const engine::ComparisonsListed& listed) { history_.reset(listed.comparisons); },
      [this](const engine::ComparisonOpened& opened) {
        if (running_) return;
        if (prompt_.isEmpty() && !opened.result.summary.set)
          prompt_ = text_of(opened.result.summary.prompt);
        show(opened.result);
      },
      [this](const engine::ComparisonExported& exported) {
        if (exported.error) {
          error_ = text_of(exported.error->message);
          Q_EMIT progressChanged();
        } else {
          Q_EMIT saved(tr("Saved as %1").arg(QFileInfo(text_of(exported.path)).fileName()));
        }
      });
}

void CompareController::begin_answer(const engine::ComparedAnswerStarted& started) {
  if (!running_) return;
  shown_prompt_ = text_of(started.prompt);
  race_.begin(started.side, started.first, clock_());
  ticker_.start();
  Q_EMIT progressChanged();
}

void CompareController::finish_pair(const engine::ComparedPairFinished& finished) {
  if (!running_) return;
  done_ = finished.index + 1;
  seconds_left_ = finished.seconds_left;
  pairs_.append(shown_prompt_, finished.speedup, finished.identical);
  Q_EMIT pairsChanged();
  Q_EMIT progressChanged();
}

void CompareController::end(const Error& error) {
  ticker_.stop();
  race_.settle();
  running_ = stopping_ = false;
  if (error.kind != ErrorKind::kInterrupted) error_ = text_of(error.message);
  Q_EMIT progressChanged();
}

void CompareController::show(const engine::ComparisonResult& result) {
  result_ = result;
  figures_.show(result_->pairs);
  pairs_.show(result_->pairs);
  history_.set_shown(result_->summary.id);
  error_.clear();
  choosePair(0);
  Q_EMIT pairsChanged();
}

void CompareController::say_all_again() {
  if (result_) figures_.show(result_->pairs);
  say_again(pairs_);
  say_again(history_);
  for (Lane* lane : {plain(), accelerated()}) Q_EMIT lane->changed();
  Q_EMIT wishChanged();
  Q_EMIT progressChanged();
  Q_EMIT resultChanged();
  Q_EMIT pairsChanged();
}

void CompareController::forget_result() {
  result_.reset();
  chosen_ = 0;
  shown_prompt_.clear();
  race_.clear();
  figures_.show({});
  pairs_.clear();
  history_.set_shown(0);
  Q_EMIT resultChanged();
  Q_EMIT pairsChanged();
  Q_EMIT progressChanged();
}

}  // namespace canter::ui
