#include "downloads/hub_token_controller.h"

#include <utility>

namespace canter::ui {

using engine::HubToken;

HubTokenController::HubTokenController(Session& session, QObject* parent)
    : QObject(parent), session_(session) {
  connect(&session, &Session::event, this, &HubTokenController::follow);
  connect(&session, &Session::languageChanged, this, &HubTokenController::changed);
}

QString HubTokenController::hub() const {
  return known_.hub.empty() ? QStringLiteral("huggingface.co") : QString::fromStdString(known_.hub);
}

QString HubTokenController::place() const {
  switch (known_.where) {
    case HubToken::kEnvironment:
      return tr("It comes from HF_TOKEN, as Canter was started.");
    case HubToken::kKeyring:
      return tr("It is kept in the system's keyring and shown to %1 alone.").arg(hub());
    case HubToken::kSession:
      return tr("It is kept until Canter ends, as this system has no keyring, and shown to %1 "
                "alone.")
          .arg(hub());
    case HubToken::kNone:
      break;
  }
  return tr("Some makers give their models only to people who have accepted their terms. Your "
            "access token from %1 tells them who you are.")
      .arg(hub());
}

bool HubTokenController::forgettable() const {
  return known_.where == HubToken::kKeyring || known_.where == HubToken::kSession;
}

QString HubTokenController::error() const {
  return known_.error ? QString::fromStdString(known_.error->message) : QString();
}

void HubTokenController::refresh() {
  session_.post(engine::AskHubToken{});
}

void HubTokenController::keep(const QString& token) {
  keeping_ = true;
  session_.post(engine::KeepHubToken{token.trimmed().toStdString()});
}

void HubTokenController::forget() {
  session_.post(engine::KeepHubToken{});
}

void HubTokenController::follow(const engine::Event& event) {
  dispatch(event, [this](const engine::HubTokenKnown& known) {
    known_ = known;
    Q_EMIT changed();
    if (std::exchange(keeping_, false) && !known_.error) Q_EMIT kept();
  });
}

}  // namespace canter::ui
