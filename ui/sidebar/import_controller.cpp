#include "sidebar/import_controller.h"

#include <QStringList>
#include <algorithm>
#include <filesystem>

#include "engine/import/chat_files.h"

namespace canter::ui {
namespace {

std::filesystem::path path_of(const QUrl& file) {
  return std::filesystem::path(file.toLocalFile().toStdU16String());
}

}  // namespace

ImportController::ImportController(Session& session, QObject* parent)
    : QObject(parent), session_(session) {
  connect(&session, &Session::event, this, &ImportController::follow);
  connect(&session, &Session::languageChanged, this, &ImportController::changed);
}

bool ImportController::looksLikeChats(const QUrl& file) const {
  return file.isLocalFile() && engine::looks_like_chats(path_of(file));
}

void ImportController::take(const QList<QUrl>& files) {
  engine::ImportChats wish;
  for (const QUrl& file : files) wish.paths.push_back(path_of(file));
  if (wish.paths.empty()) return;
  ++running_;
  seen_ = 0;
  session_.post(std::move(wish));
  Q_EMIT changed();
  Q_EMIT begun();
}

void ImportController::open() {
  if (openable()) session_.openConversation(*report_.newest);
}

QString ImportController::text() const {
  if (running())
    return seen_ == 0 ? tr("Importing chats…") : tr("Importing chats: %n", nullptr, seen_);
  return known_ ? result_text() : QString();
}

QString ImportController::result_text() const {
  QStringList parts;
  if (report_.added > 0) parts += tr("%n chat(s) imported", nullptr, report_.added);
  if (report_.known > 0) parts += tr("%n chat(s) were here already", nullptr, report_.known);
  if (report_.empty > 0) parts += tr("%n without messages left out", nullptr, report_.empty);
  if (parts.isEmpty()) parts += tr("No chats were imported");
  return parts.join(QStringLiteral(" · "));
}

void ImportController::follow(const engine::Event& event) {
  dispatch(
      event,
      [this](const engine::ImportProgressed& progress) {
        seen_ = progress.chats;
        Q_EMIT changed();
      },
      [this](const engine::ChatsImported& report) {
        report_ = report;
        known_ = true;
        running_ = std::max(0, running_ - 1);
        if (!report.problems.empty())
          session_.fail(tr("%n file(s) or chat(s) could not be imported. %1", nullptr,
                           int(report.problems.size()))
                            .arg(QString::fromStdString(report.problems.front())));
        Q_EMIT changed();
        Q_EMIT ended();
      });
}

}  // namespace canter::ui
