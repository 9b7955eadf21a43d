#include "chat/context_meter.h"

#include <QLocale>
#include <algorithm>

namespace canter::ui {
namespace {

constexpr int kPauseMs = 250;
constexpr double kNearlyFull = 0.85;
/// Leaves room for an answer.
constexpr double kRoomy = 0.7;

}  // namespace

ContextMeter::ContextMeter(Session& session, ModelStatus& model, QObject* parent)
    : QObject(parent), session_(session), model_(model) {
  pause_.setSingleShot(true);
  pause_.setInterval(kPauseMs);
  connect(&pause_, &QTimer::timeout, this, &ContextMeter::ask);
  connect(&model, &ModelStatus::changed, this, [this] {
    if (model_.state() == ModelStatus::Ready) pause_.start();
    Q_EMIT changed();
  });
  connect(&session, &Session::languageChanged, this, &ContextMeter::changed);
  connect(&session, &Session::event, this, [this](const engine::Event& event) {
    dispatch(event, [this](const engine::TokensCounted& counted) {
      if (counted.request != 0 || counted.id.value_or(0) != session_.current()) return;
      tokens_ = counted.tokens;
      Q_EMIT changed();
    });
  });
}

double ContextMeter::share() const {
  return known() ? std::min(1.0, double(tokens_) / model_.context()) : 0;
}

bool ContextMeter::overfull() const {
  return known() && tokens_ > model_.context();
}

int ContextMeter::tokens_too_many() const {
  const int wanted = int(model_.context() * kRoomy);
  return known() ? std::max(0, tokens_ - wanted) : 0;
}

QString ContextMeter::overfull_text() const {
  const QLocale locale;
  return tr("This does not fit: %1 tokens, and the model reads %2.")
      .arg(locale.toString(tokens_), locale.toString(model_.context()));
}

bool ContextMeter::nearly_full() const {
  return share() > kNearlyFull;
}

QString ContextMeter::text() const {
  if (!known()) return {};
  const QLocale locale;
  const QString numbers = tr("%1 of %2 tokens of the context")
                              .arg(locale.toString(tokens_), locale.toString(model_.context()));
  return nearly_full() ? numbers + u'\n' +
                             tr("Little room is left for an answer; start a new "
                                "chat, or shorten what you write.")
                       : numbers;
}

void ContextMeter::recount(const QString& draft, const engine::ChatSettings& settings) {
  question_ = {};
  if (session_.current() != 0) question_.id = session_.current();
  question_.text = draft.trimmed().toStdString();
  question_.settings = settings;
  pause_.start();
}

void ContextMeter::forget() {
  tokens_ = 0;
  Q_EMIT changed();
}

void ContextMeter::grow(int tokens) {
  tokens_ += tokens;
  Q_EMIT changed();
}

void ContextMeter::ask() {
  if (model_.state() == ModelStatus::Ready) session_.post(question_);
}

}  // namespace canter::ui
