#include "remote/remote_controller.h"

#include "session/place_words.h"

namespace canter::ui {
namespace {

const QLatin1Char kVariable('$');

}  // namespace

RemoteController::RemoteController(Session& session, QObject* parent)
    : QObject(parent), session_(session) {
  connect(&session, &Session::event, this, &RemoteController::follow);
  connect(&session, &Session::languageChanged, this, &RemoteController::changed);
}

QString RemoteController::place() const {
  return state_ == Choosing ? place_text(place_) : QString();
}

void RemoteController::choose(const QString& model) {
  if (model == chosen_) return;
  chosen_ = model;
  Q_EMIT changed();
}

void RemoteController::begin() {
  ++request_;
  state_ = Asking;
  server_ = {};
  error_.clear();
  chosen_.clear();
  models_.show({});
  Q_EMIT changed();
}

void RemoteController::look(const QString& address, const QString& key, const QString& keyFile,
                            const QString& certificates) {
  begin();
  const QString word = key.trimmed();
  server_.address = address.trimmed().toStdString();
  if (word.startsWith(kVariable))
    server_.settings.key_variable = word.mid(1).toStdString();
  else
    server_.key = word.toStdString();
  server_.settings.key_file = keyFile.trimmed().toStdString();
  server_.settings.certificates = certificates.trimmed().toStdString();
  state_ = Looking;
  session_.post(engine::ListServerModels{server_, request_});
  Q_EMIT changed();
}

void RemoteController::add() {
  if (state_ != Choosing || chosen_.isEmpty()) return;
  adding_ = true;
  session_.post(engine::AddServerModel{server_, chosen_.toStdString()});
}

void RemoteController::follow(const engine::Event& event) {
  dispatch(
      event, [this](const engine::ServerModelsListed& listed) { show(listed); },
      [this](const engine::ServerModelAdded& done) {
        if (!adding_) return;
        adding_ = false;
        Q_EMIT added(QString::fromStdString(done.source));
      });
}

void RemoteController::show(const engine::ServerModelsListed& listed) {
  if (listed.request != request_ || state_ != Looking) return;
  QStringList names;
  for (const std::string& name : listed.models) names += QString::fromStdString(name);
  state_ = listed.error ? Asking : Choosing;
  if (listed.error)
    error_ = QString::fromStdString(listed.error->message);
  else if (names.isEmpty())
    error_ = tr("There is no model at this address. Load one there, then look again.");
  place_ = listed.place;
  models_.show(names);
  if (names.size() == 1) chosen_ = names.front();
  Q_EMIT changed();
}

}  // namespace canter::ui
