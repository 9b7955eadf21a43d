#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include "blocks/block_list_model.h"
#include "downloads/hub_list_model.h"
#include "downloads/offer_list_model.h"
#include "session/session.h"

namespace canter::ui {

/// Models that could be had: those of the catalogue, and what the hub has of a name.
class OffersController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")
  Q_PROPERTY(canter::ui::OfferListModel* recommended READ recommended CONSTANT)
  Q_PROPERTY(canter::ui::OfferListModel* catalogue READ catalogue CONSTANT)
  Q_PROPERTY(canter::ui::HubListModel* found READ found CONSTANT)
  /// The catalogue is read and this computer measured.
  Q_PROPERTY(bool looking READ looking NOTIFY catalogueChanged)
  /// What of this computer counts, in one line.
  Q_PROPERTY(QString computer READ computer NOTIFY catalogueChanged)
  Q_PROPERTY(QString problem READ problem NOTIFY catalogueChanged)
  /// A newer catalogue is asked for.
  Q_PROPERTY(bool refreshing READ refreshing NOTIFY catalogueChanged)
  /// What came of it, or how old the catalogue is; empty for the one that comes with Canter.
  Q_PROPERTY(QString refreshText READ refresh_text NOTIFY catalogueChanged)
  Q_PROPERTY(bool refreshFailed READ refresh_failed NOTIFY catalogueChanged)
  /// Newer catalogues are published, so that asking makes sense.
  Q_PROPERTY(bool refreshable READ refreshable NOTIFY catalogueChanged)
  /// Whose card is unfolded; empty: none.
  Q_PROPERTY(QString cardRepo READ card_repo NOTIFY cardChanged)
  Q_PROPERTY(canter::ui::BlockListModel* card READ card CONSTANT)
  /// Why there is none, or that it is being asked for.
  Q_PROPERTY(QString cardNote READ card_note NOTIFY cardChanged)
  Q_PROPERTY(bool searching READ searching NOTIFY searchChanged)
  /// What was searched for last; empty before the first search.
  Q_PROPERTY(QString words READ words NOTIFY searchChanged)
  Q_PROPERTY(QString searchError READ search_error NOTIFY searchChanged)

 public:
  explicit OffersController(Session& session, QObject* parent = nullptr);

  OfferListModel* recommended() { return &recommended_; }
  OfferListModel* catalogue() { return &catalogue_; }
  HubListModel* found() { return &found_; }
  bool looking() const { return looking_; }
  QString computer() const;
  QString problem() const { return problem_; }
  bool refreshing() const { return refreshing_; }
  QString refresh_text() const;
  bool refresh_failed() const { return !refresh_error_.isEmpty(); }
  bool refreshable() const { return refreshable_; }
  QString card_repo() const { return card_repo_; }
  BlockListModel* card() { return &card_; }
  QString card_note() const;
  bool searching() const { return searching_; }
  QString words() const { return words_; }
  QString search_error() const { return search_error_; }

  /// Asks nobody but this computer.
  Q_INVOKABLE void refresh();
  /// Asks where Canter's makers publish it.
  Q_INVOKABLE void refreshCatalogue();
  /// Asks the hub for a card and unfolds it; one that is unfolded is folded.
  Q_INVOKABLE void toggleCard(const QString& repo);
  /// Asks the hub.
  Q_INVOKABLE void search(const QString& words);

 Q_SIGNALS:
  void catalogueChanged();
  void searchChanged();
  void cardChanged();

 private:
  void follow(const engine::Event& event);

  Session& session_;
  OfferListModel recommended_;
  OfferListModel catalogue_;
  HubListModel found_;
  ComputerFacts computer_;
  bool looking_ = false;
  QString problem_;
  bool refreshing_ = false;
  bool refreshed_ = false;
  QString refresh_error_;
  QString issued_;
  bool refreshable_ = false;
  QString card_repo_;
  BlockListModel card_;
  QString card_error_;
  quint64 request_ = 0;
  bool searching_ = false;
  QString words_;
  QString search_error_;
};

}  // namespace canter::ui
