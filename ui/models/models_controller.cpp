#include "models/models_controller.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <algorithm>

#include "session/say_again.h"
#include "session/size_words.h"

namespace canter::ui {
namespace {

const QString kStarter = QStringLiteral("starter");
constexpr std::size_t kQuickModels = 8;

}  // namespace

ModelsController::ModelsController(Session& session, ModelStatus& status, QObject* parent)
    : QObject(parent), session_(session), status_(status), remote_(session) {
  connect(&session, &Session::event, this, &ModelsController::follow);
  connect(&session, &Session::event, this, &ModelsController::follow_drafting);
  connect(&status, &ModelStatus::changed, this, &ModelsController::follow_status);
  connect(&session, &Session::languageChanged, this, [this] {
    say_again(models_);
    say_again(found_);
    Q_EMIT draftingChanged();
  });
}

QString ModelsController::removed_name() const {
  return removed_ ? QString::fromStdString(removed_->facts.name) : QString();
}

QVariantList ModelsController::draft_models() const {
  QVariantList models;
  bool has_chosen = draft_model_.isEmpty();
  const auto add = [&](const QString& name, const QString& path, const QString& size) {
    models.append(QVariantMap{{QStringLiteral("name"), name},
                              {QStringLiteral("path"), path},
                              {QStringLiteral("size"), size}});
    has_chosen |= path == draft_model_;
  };
  for (const engine::DraftModel& model : draft_models_)
    add(QString::fromStdString(model.name), QString::fromStdString(model.path),
        size_text(model.bytes));
  if (!has_chosen) add(QFileInfo(draft_model_).completeBaseName(), draft_model_, {});
  return models;
}

void ModelsController::draftWith(const QString& path) {
  if (path != draft_model_) session_.post(engine::ChooseDraftModel{path.toStdString()});
}

void ModelsController::refresh() {
  session_.post(engine::ListModels{});
  session_.post(engine::FindDraftModels{});
  if (!has_searched()) search();
}

void ModelsController::search() {
  searching_ = true;
  Q_EMIT searchChanged();
  session_.post(engine::FindModels{});
}

void ModelsController::open(const QString& path) {
  const ModelCard* card = models_.card(path);
  status_.open(card && card->listed.starter ? kStarter : path);
}

void ModelsController::add(const QString& path) {
  const ModelCard* card = found_.card(path);
  if (card) session_.post(engine::AddModel{card->listed.path, card->listed.facts.name, {}});
}

void ModelsController::addFile(const QUrl& file) {
  if (file.isLocalFile())
    session_.post(
        engine::AddModel{QDir::toNativeSeparators(file.toLocalFile()).toStdString(), {}, {}});
}

void ModelsController::remove(const QString& path) {
  const ModelCard* card = models_.card(path);
  if (!card || !card->listed.id || card->listed.starter) return;
  keepRemoved();
  removed_ = card->listed;
  session_.post(engine::ForgetModel{*removed_->id});
  Q_EMIT removed();
}

void ModelsController::keepRemoved() {
  if (removed_ && removed_->elsewhere) session_.post(engine::ForgetKeys{});
  removed_.reset();
}

void ModelsController::undo() {
  if (!removed_) return;
  session_.post(engine::AddModel{removed_->path, removed_->facts.name, removed_->last_used});
  removed_.reset();
}

void ModelsController::tune(const QString& path) {
  const ModelCard* card = models_.card(path);
  if (!card) return;
  if (in_use(card->listed)) {
    Q_EMIT tuningWanted();
    return;
  }
  to_tune_ = path;
  open(path);
}

void ModelsController::tryAdapter(const QString& file) {
  session_.post(engine::TryAdapter{file.toStdString()});
}

void ModelsController::copyPath(const QString& path) const {
  QGuiApplication::clipboard()->setText(path);
}

void ModelsController::showInFolder(const QString& path) const {
  QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
}

void ModelsController::follow(const engine::Event& event) {
  dispatch(
      event,
      [this](const engine::ModelsListed& listed) {
        listed_cards_.clear();
        for (const engine::ListedModel& model : listed.models) listed_cards_.push_back({model, {}});
        for (ModelListModel* each : {&models_, &quick_, &found_})
          each->set_free_memory(listed.free_memory);
        arrange();
      },
      [this](const engine::ModelSearchStarted& started) {
        searching_ = true;
        searched_folders_.clear();
        for (const std::string& folder : started.folders)
          searched_folders_ += short_folder(QString::fromStdString(folder));
        found_cards_.clear();
        arrange();
        Q_EMIT searchChanged();
      },
      [this](const engine::ModelFound& found) {
        engine::ListedModel model;
        model.path = found.path;
        model.facts = found.facts;
        found_cards_.push_back({std::move(model), QString::fromStdString(found.program)});
        arrange();
      },
      [this](const engine::ModelSearchEnded&) {
        searching_ = false;
        Q_EMIT searchChanged();
        session_.post(engine::FindDraftModels{});
      },
      [this](const engine::ModelOpened&) { session_.post(engine::ListModels{}); },
      [this](const engine::ModelFailed&) { session_.post(engine::ListModels{}); },
      [this](const engine::TuningFinished&) { session_.post(engine::ListModels{}); });
}

void ModelsController::follow_drafting(const engine::Event& event) {
  const auto show = [this](const engine::Acceleration& acceleration) {
    draft_model_ = QString::fromStdString(acceleration.draft_model);
    Q_EMIT draftingChanged();
  };
  dispatch(
      event,
      [&](const engine::ModelOpened& opened) {
        if (open_fingerprint_ != opened.model.fingerprint) draft_models_.clear();
        open_fingerprint_ = opened.model.fingerprint;
        show(opened.acceleration);
        if (has_searched()) session_.post(engine::FindDraftModels{});
      },
      [&](const engine::AccelerationChanged& changed) { show(changed.acceleration); },
      [this](const engine::DraftModelsFound& found) {
        if (found.fingerprint != open_fingerprint_) return;
        draft_models_ = found.models;
        Q_EMIT draftingChanged();
      });
}

void ModelsController::follow_status() {
  const auto state = status_.state();
  const auto use = state == ModelStatus::Ready     ? ModelListModel::InUse
                   : state == ModelStatus::Opening ? ModelListModel::Opening
                                                   : ModelListModel::Idle;
  const QString failure = state == ModelStatus::Failed ? status_.error() : QString();
  for (ModelListModel* each : {&models_, &quick_, &found_})
    each->set_use(status_.source(), use, failure);
  arrange();
  if (to_tune_.isEmpty() || state == ModelStatus::Opening) return;
  const ModelCard* wanted = models_.card(std::exchange(to_tune_, {}));
  if (wanted && in_use(wanted->listed)) Q_EMIT tuningWanted();
}

bool ModelsController::in_use(const engine::ListedModel& model) const {
  return status_.state() == ModelStatus::Ready &&
         status_.source() == QString::fromStdString(model.path);
}

void ModelsController::arrange() {
  std::stable_sort(listed_cards_.begin(), listed_cards_.end(),
                   [this](const ModelCard& a, const ModelCard& b) {
                     const bool a_used = in_use(a.listed);
                     if (a_used != in_use(b.listed)) return a_used;
                     return a.listed.last_used > b.listed.last_used;
                   });
  models_.show(listed_cards_);

  std::vector<ModelCard> quick;
  for (const ModelCard& card : listed_cards_)
    if (card.listed.facts.problem.empty() && quick.size() < kQuickModels) quick.push_back(card);
  quick_.show(quick);

  std::vector<ModelCard> found;
  for (const ModelCard& card : found_cards_)
    if (std::none_of(listed_cards_.begin(), listed_cards_.end(),
                     [&](const ModelCard& each) { return each.listed.path == card.listed.path; }))
      found.push_back(card);
  found_.show(found);
}

}  // namespace canter::ui
