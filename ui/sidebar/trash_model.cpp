#include "sidebar/trash_model.h"

#include <QDateTime>

#include "session/say_again.h"
#include "sidebar/relative_time.h"

namespace canter::ui {

TrashModel::TrashModel(Session& session, QObject* parent)
    : QAbstractListModel(parent), session_(session) {
  connect(&session, &Session::languageChanged, this, [this] { say_again(*this); });
  connect(&session, &Session::event, this, [this](const engine::Event& event) {
    dispatch(
        event, [this](const engine::ConversationsListed&) { session_.post(engine::ListTrash{}); },
        // One went in or came out.
        [this](const engine::ConversationChanged& changed) {
          const bool here = std::any_of(
              conversations_.begin(), conversations_.end(),
              [&](const Conversation& each) { return each.id == changed.conversation.id; });
          if (here != changed.conversation.trashed.has_value()) session_.post(engine::ListTrash{});
        },
        [this](const engine::TrashListed& listed) { show(listed.conversations); });
  });
}

int TrashModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(conversations_.size());
}

QVariant TrashModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Conversation& conversation = conversations_[std::size_t(index.row())];
  switch (role) {
    case Qt::DisplayRole:
    case kTitle:
      return conversation.title.empty() ? tr("New chat")
                                        : QString::fromStdString(conversation.title);
    case kWhen:
      return relative_time(QDateTime::fromMSecsSinceEpoch(conversation.trashed.value_or(0)),
                           QDateTime::currentDateTime());
    default:
      return {};
  }
}

QHash<int, QByteArray> TrashModel::roleNames() const {
  return {{kTitle, "title"}, {kWhen, "when"}};
}

void TrashModel::restore(int row) {
  if (row >= 0 && row < count())
    session_.post(engine::RestoreConversation{conversations_[std::size_t(row)].id});
}

void TrashModel::erase(int row) {
  if (row >= 0 && row < count())
    session_.post(engine::DeleteConversation{conversations_[std::size_t(row)].id});
}

void TrashModel::empty() {
  session_.post(engine::EmptyTrash{});
}

void TrashModel::show(std::vector<Conversation> conversations) {
  beginResetModel();
  conversations_ = std::move(conversations);
  endResetModel();
  Q_EMIT countChanged();
}

}  // namespace canter::ui
