#include "downloads/offers_controller.h"

#include <QLocale>
#include <QStringList>

#include "session/say_again.h"
#include "session/size_words.h"

namespace canter::ui {

OffersController::OffersController(Session& session, QObject* parent)
    : QObject(parent), session_(session) {
  connect(&session, &Session::event, this, &OffersController::follow);
  connect(&session, &Session::languageChanged, this, [this] {
    say_again(recommended_);
    say_again(catalogue_);
    say_again(found_);
    Q_EMIT catalogueChanged();
  });
}

QString OffersController::computer() const {
  QStringList parts;
  if (computer_.free_memory > 0)
    parts += tr("%1 of memory free").arg(size_text(computer_.free_memory));
  if (catalogue_.count() > 0) parts += tr("%n core(s)", nullptr, computer_.cores);
  if (computer_.bandwidth > 0)
    parts += tr("memory reads %1 GB/s").arg(QLocale().toString(computer_.bandwidth, 'f', 0));
  return parts.join(QStringLiteral(" · "));
}

void OffersController::refresh() {
  looking_ = true;
  Q_EMIT catalogueChanged();
  session_.post(engine::ListCatalogue{});
}

void OffersController::search(const QString& words) {
  const QString wanted = words.simplified();
  if (wanted.isEmpty()) return;
  words_ = wanted;
  searching_ = true;
  search_error_.clear();
  found_.clear();
  Q_EMIT searchChanged();
  session_.post(engine::SearchHub{wanted.toStdString(), ++request_});
}

void OffersController::follow(const engine::Event& event) {
  dispatch(
      event,
      [this](const engine::CatalogueListed& listed) {
        looking_ = false;
        computer_ = listed.computer;
        problem_ = listed.error ? QString::fromStdString(listed.error->message) : QString();
        recommended_.show(listed.recommended, listed.computer);
        catalogue_.show(listed.models, listed.computer);
        Q_EMIT catalogueChanged();
      },
      [this](const engine::HubModelFound& found) {
        if (found.request == request_) found_.add(found.offer);
      },
      [this](const engine::HubSearchEnded& ended) {
        if (ended.request != request_) return;
        searching_ = false;
        search_error_ = ended.error ? QString::fromStdString(ended.error->message) : QString();
        Q_EMIT searchChanged();
      });
}

}  // namespace canter::ui
