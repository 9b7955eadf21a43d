#include "session/model_status.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>

#include "session/place_words.h"
#include "session/speed_words.h"

namespace canter::ui {
namespace {

const QString kStarter = QStringLiteral("starter");
const QString kSeparator = QStringLiteral(" · ");
constexpr int kPatienceMs = 500;
/// Less is noise.
constexpr double kWorthSaying = 1.05;
constexpr double kClearlySlower = 0.985;
/// Below that a model knows little.
constexpr double kSmallParameters = 1e9;

/// Why nothing is accelerated comes from the core in English; what is known here is translated.
constexpr const char* kReasons[] = {
    QT_TRANSLATE_NOOP("Reasons", "no adapter for this model yet"),  // engine::kNoAdapter
    QT_TRANSLATE_NOOP("Reasons", "no drafts just now"),             // engine::kDoesNotPay
};

QString reason_text(const std::string& reason) {
  const auto* known = std::find(std::begin(kReasons), std::end(kReasons), reason);
  return known == std::end(kReasons) ? QString::fromStdString(reason)
                                     : QCoreApplication::translate("Reasons", *known);
}

QString text_of(const std::string& text) {
  return QString::fromStdString(text);
}

QString lines_of(const std::vector<std::string>& lines) {
  QStringList texts;
  for (const std::string& line : lines) texts += text_of(line);
  return texts.join(QLatin1Char('\n'));
}

}  // namespace

ModelStatus::ModelStatus(Session& session, QObject* parent) : QObject(parent), session_(session) {
  connect(&session, &Session::event, this, &ModelStatus::follow);
  connect(&session, &Session::languageChanged, this, &ModelStatus::changed);
  patience_.setSingleShot(true);
  patience_.setInterval(kPatienceMs);
  connect(&patience_, &QTimer::timeout, this, [this] { set_progress(true, progress_); });
}

bool ModelStatus::starter() const {
  return state_ == Ready ? model_.starter : state_ == Opening && source_ == kStarter;
}

bool ModelStatus::general() const {
  return (state_ == Ready || state_ == Opening) && !starter();
}

bool ModelStatus::small() const {
  return starter() ||
         (state_ == Ready && !elsewhere() && double(model_.parameters) < kSmallParameters);
}

QString ModelStatus::name() const {
  if (state_ == None) return {};
  if (state_ == Ready) return model_.starter ? tr("Starter model") : text_of(model_.name);
  if (source_ == kStarter) return tr("Starter model");
  return name_of_source(source_);
}

QString ModelStatus::source() const {
  return state_ == Ready ? text_of(model_.path) : source_;
}

QString ModelStatus::details() const {
  if (state_ != Ready || elsewhere()) return {};
  const QLocale locale;
  const auto count = double(model_.parameters);
  const QString parameters =
      count >= 1e9 ? tr("%1 billion parameters").arg(locale.toString(count / 1e9, 'f', 1))
                   : tr("%1 million parameters").arg(locale.toString(count / 1e6, 'f', 0));
  return QStringList{parameters, text_of(model_.weight_types),
                     locale.formattedDataSize(qint64(model_.bytes), 1, QLocale::DataSizeSIFormat),
                     tr("context of %1 tokens").arg(locale.toString(model_.context))}
      .join(kSeparator);
}

QString ModelStatus::purpose() const {
  if (elsewhere()) return place_text(*model_.elsewhere);
  if (general() && small()) {
    return tr(
        "A small model: it explains, writes and chats, and is often wrong about facts. It "
        "answers on this computer; nothing you write leaves it.");
  }
  if (general()) {
    return tr("It answers on this computer; nothing you write leaves it.");
  }
  if (state_ == Failed) return tr("Open another model, or use the starter model.");
  return tr(
      "It knows bookings, small talk and Canter's own help, and invents every fact. With a "
      "network, packaging/run.sh brings SmolLM2, which answers general questions.");
}

// Words for the model rather than for the reader, hence in its language and not translated.
QStringList ModelStatus::examples() const {
  if (general()) {
    return {QStringLiteral("Why is the sky blue?"),
            QStringLiteral("Give me three tips for better sleep."),
            QStringLiteral("What makes a good password?"),
            QStringLiteral("Write an email that asks my landlord to repair the heating.")};
  }
  return {QStringLiteral("Find me somewhere to eat in Seattle."),
          QStringLiteral("I am looking for a bus from Denver to Portland."),
          QStringLiteral("What does acceleration do?"),
          QStringLiteral("Where are my chats stored?")};
}

QString ModelStatus::acceleration_state() const {
  if (state_ != Ready) return {};
  if (const QString measured = measured_speed(); !measured.isEmpty()) return measured;
  if (acceleration_.active) return tr("on");
  return acceleration_.reason.empty() ? tr("off") : reason_text(acceleration_.reason);
}

QString ModelStatus::measured_speed() const {
  const int answers = acceleration_.answers;
  const double speedup = acceleration_.speedup;
  const bool measured = acceleration_.available && answers > 0;
  if (!measured) return {};
  if (speedup > kWorthSaying)
    return tr("%1× on your last %n answer(s)", nullptr, answers)
        .arg(QLocale().toString(speedup, 'f', 1));
  if (const QString percent = percent_slower(speedup); speedup < kClearlySlower)
    return tr("%1 slower on your last %n answer(s)", nullptr, answers).arg(percent);
  return tr("as fast as without on your last %n answer(s)", nullptr, answers);
}

QString ModelStatus::acceleration_help() const {
  if (state_ != Ready || !acceleration_.available) return {};
  QStringList lines{acceleration_.answers > 0
                        ? tr("Measured on this computer, answers to you alone.")
                        : tr("Nothing was measured here yet; answers of some length show it.")};
  if (acceleration_.answers > 0 && acceleration_.speedup > kWorthSaying)
    return lines.join(QLatin1Char('\n'));
  if (acceleration_.reason == engine::kDoesNotPay)
    lines += tr("Canter drafts nothing while that takes more time than it saves, and tries again.");
  lines += acceleration_.adapter ? tr("What helps: tune the adapter on prompts like yours.")
                                 : tr("What helps: tune an adapter for this model.");
  lines += tr("Other programs that use the processor take from it.");
  return lines.join(QLatin1Char('\n'));
}

void ModelStatus::open(const QString& source) {
  if (source.isEmpty()) return;
  engine::OpenModel wish{source.toStdString()};
  if (session_.current() != 0) wish.conversation = session_.current();
  session_.post(std::move(wish));
  Q_EMIT wished();
}

void ModelStatus::openLast() {
  session_.post(engine::OpenModel{});
}

void ModelStatus::openFile(const QUrl& file) {
  if (file.isLocalFile()) open(QDir::toNativeSeparators(file.toLocalFile()));
}

bool ModelStatus::looksLikeModel(const QUrl& file) const {
  const QFileInfo info(file.toLocalFile());
  return info.isDir() || info.suffix().compare(QStringLiteral("gguf"), Qt::CaseInsensitive) == 0;
}

void ModelStatus::openStarter() {
  open(kStarter);
}

void ModelStatus::forgetError() {
  if (error_.isEmpty()) return;
  error_.clear();
  Q_EMIT changed();
}

void ModelStatus::forgetNote() {
  if (note_.isEmpty()) return;
  note_.clear();
  Q_EMIT changed();
}

void ModelStatus::retry() {
  open(source_);
}

void ModelStatus::follow(const engine::Event& event) {
  dispatch(
      event,
      [this](const engine::ModelOpening& opening) {
        const QString source = text_of(opening.source);
        set_progress(slow_, opening.progress);
        if (state_ == Opening && source_ == source) return;
        source_ = source;
        error_.clear();
        set_state(Opening);
      },
      [this](const engine::ModelOpened& opened) {
        error_.clear();
        show(opened);
      },
      [this](const engine::ModelFailed& failed) {
        source_ = text_of(failed.source);
        error_ = text_of(failed.error.message);
        if (!failed.open) return set_state(Failed);
        show(*failed.open);
        error_ = tr("%1. %2 stays open.").arg(error_, name());
        Q_EMIT changed();
      },
      [this](const engine::AccelerationChanged& now) {
        acceleration_ = now.acceleration;
        Q_EMIT changed();
      },
      [this](const engine::AnswerFinished& finished) {
        // Of a conversation that is switched off nothing new is learned.
        const bool as_wished =
            !finished.acceleration.active && finished.acceleration.reason.empty();
        if (as_wished || finished.acceleration == acceleration_ || state_ != Ready) return;
        acceleration_ = finished.acceleration;
        Q_EMIT changed();
      });
}

void ModelStatus::show(const engine::ModelOpened& opened) {
  const bool another = opened.model.path != model_.path;
  model_ = opened.model;
  acceleration_ = opened.acceleration;
  if (another) {
    const bool known = model_.notes.empty() || !noted_.insert(model_.path).second;
    note_ = known ? QString() : lines_of(model_.notes);
  }
  set_state(Ready);
}

// A reader who waited for one model and chose another still waits.
void ModelStatus::set_state(State state) {
  if (state != Opening) {
    patience_.stop();
    set_progress(false, 0);
  } else if (state_ != Opening) {
    patience_.start();
  }
  state_ = state;
  Q_EMIT changed();
}

void ModelStatus::set_progress(bool slow, double progress) {
  if (slow == slow_ && progress == progress_) return;
  slow_ = slow;
  progress_ = progress;
  Q_EMIT progressChanged();
}

}  // namespace canter::ui
