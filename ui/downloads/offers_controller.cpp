#include "downloads/offers_controller.h"

#include <QDate>
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
    Q_EMIT cardChanged();
  });
}

QString OffersController::refresh_text() const {
  if (refreshing_) return tr("Asking for a newer catalogue…");
  if (!refresh_error_.isEmpty()) return refresh_error_;
  if (!issued_.isEmpty()) {
    const QDate day = QDate::fromString(issued_, Qt::ISODate);
    return tr("The catalogue is of %1.").arg(QLocale().toString(day, QLocale::LongFormat));
  }
  return refreshed_ ? tr("There is no newer catalogue.") : QString();
}

QString OffersController::card_note() const {
  if (card_repo_.isEmpty() || card_.count() > 0) return {};
  return card_error_.isEmpty() ? tr("Asking for it…") : card_error_;
}

void OffersController::refreshCatalogue() {
  refreshing_ = true;
  Q_EMIT catalogueChanged();
  session_.post(engine::RefreshCatalogue{});
}

void OffersController::toggleCard(const QString& repo) {
  card_repo_ = repo == card_repo_ ? QString() : repo;
  card_error_.clear();
  card_.set_text({});
  Q_EMIT cardChanged();
  if (!card_repo_.isEmpty()) session_.post(engine::ReadHubCard{repo.toStdString()});
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
  if (!card_repo_.isEmpty()) toggleCard(card_repo_);
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
        issued_ = QString::fromStdString(listed.issued);
        refreshable_ = listed.refreshable;
        Q_EMIT catalogueChanged();
      },
      [this](const engine::CatalogueRefreshed& refreshed) {
        refreshing_ = false;
        refreshed_ = true;
        refresh_error_ =
            refreshed.error ? QString::fromStdString(refreshed.error->message) : QString();
        Q_EMIT catalogueChanged();
      },
      [this](const engine::HubCardRead& read) {
        if (QString::fromStdString(read.repo) != card_repo_) return;
        card_error_ = read.error          ? QString::fromStdString(read.error->message)
                      : read.text.empty() ? tr("Its makers say nothing of it.")
                                          : QString();
        card_.set_text(QString::fromStdString(read.text));
        Q_EMIT cardChanged();
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
