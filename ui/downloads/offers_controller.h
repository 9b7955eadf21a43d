#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

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
  bool searching() const { return searching_; }
  QString words() const { return words_; }
  QString search_error() const { return search_error_; }

  /// Asks nobody but this computer.
  Q_INVOKABLE void refresh();
  /// Asks the hub.
  Q_INVOKABLE void search(const QString& words);

 Q_SIGNALS:
  void catalogueChanged();
  void searchChanged();

 private:
  void follow(const engine::Event& event);

  Session& session_;
  OfferListModel recommended_;
  OfferListModel catalogue_;
  HubListModel found_;
  ComputerFacts computer_;
  bool looking_ = false;
  QString problem_;
  quint64 request_ = 0;
  bool searching_ = false;
  QString words_;
  QString search_error_;
};

}  // namespace canter::ui
