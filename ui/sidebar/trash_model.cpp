#include "sidebar/trash_model.h"

#include <QDateTime>
#include <algorithm>

#include "session/say_again.h"
#include "sidebar/relative_time.h"

namespace canter::ui {
namespace {

QString beginning(const std::string& text) {
  constexpr qsizetype kMost = 120;
  const QString line = QString::fromStdString(text).simplified();
  if (line.isEmpty()) return TrashModel::tr("A message without text");
  return line.size() > kMost ? line.left(kMost) + u'…' : line;
}

}  // namespace

TrashModel::TrashModel(Session& session, QObject* parent)
    : QAbstractListModel(parent), session_(session) {
  connect(&session, &Session::languageChanged, this, [this] { say_again(*this); });
  connect(&session, &Session::event, this, [this](const engine::Event& event) {
    dispatch(
        event, [this](const engine::ConversationsListed&) { session_.post(engine::ListTrash{}); },
        // One went in or came out.
        [this](const engine::ConversationChanged& changed) {
          const bool here = std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) {
            const auto* conversation = std::get_if<Conversation>(&row);
            return conversation != nullptr && conversation->id == changed.conversation.id;
          });
          if (here != changed.conversation.trashed.has_value()) session_.post(engine::ListTrash{});
        },
        [this](const engine::MessageTrashed&) { session_.post(engine::ListTrash{}); },
        [this](const engine::TrashListed& listed) { show(listed); });
  });
}

int TrashModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(rows_.size());
}

QVariant TrashModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = rows_[std::size_t(index.row())];
  const auto* conversation = std::get_if<Conversation>(&row);
  const auto* messages = std::get_if<TrashedMessages>(&row);
  const auto shown_title = [](const std::string& title) {
    return title.empty() ? tr("New chat") : QString::fromStdString(title);
  };
  switch (role) {
    case Qt::DisplayRole:
    case kTitle:
      return conversation ? shown_title(conversation->title) : beginning(messages->first.content);
    case kOrigin:
      return conversation ? QString()
                          : tr("%n message(s) of “%1”", nullptr, messages->messages)
                                .arg(shown_title(messages->title));
    case kWhen:
      return relative_time(QDateTime::fromMSecsSinceEpoch(deleted(row)),
                           QDateTime::currentDateTime());
    default:
      return {};
  }
}

QHash<int, QByteArray> TrashModel::roleNames() const {
  return {{kTitle, "title"}, {kOrigin, "origin"}, {kWhen, "when"}};
}

void TrashModel::restore(int row) {
  if (row < 0 || row >= count()) return;
  const Row& wanted = rows_[std::size_t(row)];
  if (const auto* conversation = std::get_if<Conversation>(&wanted))
    session_.post(engine::RestoreConversation{conversation->id});
  else
    session_.post(engine::RestoreMessage{std::get<TrashedMessages>(wanted).first.id});
}

void TrashModel::erase(int row) {
  if (row < 0 || row >= count()) return;
  const Row& wanted = rows_[std::size_t(row)];
  if (const auto* conversation = std::get_if<Conversation>(&wanted))
    session_.post(engine::DeleteConversation{conversation->id});
  else
    session_.post(engine::DeleteMessage{std::get<TrashedMessages>(wanted).first.id});
}

void TrashModel::empty() {
  session_.post(engine::EmptyTrash{});
}

Timestamp TrashModel::deleted(const Row& row) {
  const auto* conversation = std::get_if<Conversation>(&row);
  return (conversation ? conversation->trashed : std::get<TrashedMessages>(row).first.trashed)
      .value_or(0);
}

void TrashModel::show(const engine::TrashListed& listed) {
  beginResetModel();
  rows_.assign(listed.conversations.begin(), listed.conversations.end());
  rows_.insert(rows_.end(), listed.messages.begin(), listed.messages.end());
  std::stable_sort(rows_.begin(), rows_.end(),
                   [](const Row& one, const Row& other) { return deleted(one) > deleted(other); });
  endResetModel();
  Q_EMIT countChanged();
}

}  // namespace canter::ui
