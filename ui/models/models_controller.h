#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QVariantList>
#include <optional>
#include <vector>

#include "models/model_list_model.h"
#include "remote/remote_controller.h"
#include "session/model_status.h"
#include "session/session.h"

namespace canter::ui {

/// What models there are, and what is known of them.
class ModelsController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by the program")
  /// The list: what is in use first, then what was used last.
  Q_PROPERTY(canter::ui::ModelListModel* models READ models CONSTANT)
  /// The first of them that can be opened, to choose from quickly.
  Q_PROPERTY(canter::ui::ModelListModel* quick READ quick CONSTANT)
  /// Those of other programs that are not in the list, by program.
  Q_PROPERTY(canter::ui::ModelListModel* found READ found CONSTANT)
  /// Brings models of servers into the list.
  Q_PROPERTY(canter::ui::RemoteController* remote READ remote CONSTANT)
  Q_PROPERTY(bool searching READ searching NOTIFY searchChanged)
  /// Where it was looked, for people; empty before the first search.
  Q_PROPERTY(QStringList searchedFolders READ searched_folders NOTIFY searchChanged)
  /// Models that can draft for the open one, and the one that does, by name: `name`, `path`, and
  /// `size` in words.
  Q_PROPERTY(QVariantList draftModels READ draft_models NOTIFY draftingChanged)
  /// Path of the one that drafts; empty: none.
  Q_PROPERTY(QString draftModel READ draft_model NOTIFY draftingChanged)
  Q_PROPERTY(QString removedName READ removed_name NOTIFY removed)
  /// It answers elsewhere, so that there is no file that would stay.
  Q_PROPERTY(bool removedElsewhere READ removed_elsewhere NOTIFY removed)

 public:
  ModelsController(Session& session, ModelStatus& status, QObject* parent = nullptr);

  ModelListModel* models() { return &models_; }
  ModelListModel* quick() { return &quick_; }
  ModelListModel* found() { return &found_; }
  RemoteController* remote() { return &remote_; }
  bool searching() const { return searching_; }
  QStringList searched_folders() const { return searched_folders_; }
  QString removed_name() const;
  bool removed_elsewhere() const { return removed_ && removed_->elsewhere; }
  QVariantList draft_models() const;
  QString draft_model() const { return draft_model_; }

  /// Reads the list, and searches for the first time.
  Q_INVOKABLE void refresh();
  Q_INVOKABLE void search();
  Q_INVOKABLE void open(const QString& path);
  /// Puts one that was found into the list.
  Q_INVOKABLE void add(const QString& path);
  /// A file or a folder that the user chose.
  Q_INVOKABLE void addFile(const QUrl& file);
  Q_INVOKABLE void remove(const QString& path);
  /// Of draftModels; an empty path: none.
  Q_INVOKABLE void draftWith(const QString& path);
  Q_INVOKABLE void undo();
  /// It is too late for that.
  Q_INVOKABLE void keepRemoved();
  /// Opens it first where that is needed; tuningWanted() follows.
  Q_INVOKABLE void tune(const QString& path);
  /// Of the open model: measures it, and uses it if it is faster.
  Q_INVOKABLE void tryAdapter(const QString& file);
  Q_INVOKABLE void copyPath(const QString& path) const;
  Q_INVOKABLE void showInFolder(const QString& path) const;

 Q_SIGNALS:
  void searchChanged();
  void draftingChanged();
  /// One left the list, and undo() brings it back.
  void removed();
  void tuningWanted();

 private:
  void follow(const engine::Event& event);
  void follow_drafting(const engine::Event& event);
  void follow_status();
  void arrange();
  bool in_use(const engine::ListedModel& model) const;
  /// Only then were models looked at, and reading them all is worth its time.
  bool has_searched() const { return searching_ || !searched_folders_.isEmpty(); }

  Session& session_;
  ModelStatus& status_;
  ModelListModel models_;
  ModelListModel quick_;
  ModelListModel found_;
  RemoteController remote_;
  std::vector<ModelCard> listed_cards_;
  std::vector<ModelCard> found_cards_;
  std::optional<engine::ListedModel> removed_;
  QString to_tune_;  ///< once it is open
  std::string open_fingerprint_;
  std::vector<engine::DraftModel> draft_models_;  ///< for that model
  QString draft_model_;
  bool searching_ = false;
  QStringList searched_folders_;
};

}  // namespace canter::ui
