#include "sidebar/conversation_list_model.h"

#include <QDateTime>
#include <algorithm>
#include <tuple>

#include "sidebar/relative_time.h"

namespace canter::ui {
namespace {

bool newer(const Conversation& a, const Conversation& b) {
  return std::tuple(a.pinned, a.updated, a.id) > std::tuple(b.pinned, b.updated, b.id);
}

}  // namespace

ConversationListModel::ConversationListModel(QObject* parent) : QAbstractListModel(parent) {
  minute_.setInterval(60'000);
  minute_.setTimerType(Qt::VeryCoarseTimer);
  connect(&minute_, &QTimer::timeout, this, [this] {
    if (count() > 0) Q_EMIT dataChanged(index(0), index(count() - 1), {kWhen, kSection});
  });
  minute_.start();
}

int ConversationListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : int(conversations_.size());
}

QVariant ConversationListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Conversation& conversation = conversations_[std::size_t(index.row())];
  switch (role) {
    case kConversation:
      return qint64(conversation.id);
    case Qt::DisplayRole:
    case kTitle:
      return conversation.title.empty() ? tr("New chat")
                                        : QString::fromStdString(conversation.title);
    case kWhen:
      return relative_time(QDateTime::fromMSecsSinceEpoch(conversation.updated),
                           QDateTime::currentDateTime());
    case kPinned:
      return conversation.pinned;
    case kSection:
      return conversation.pinned ? tr("Pinned")
                                 : age_section(QDateTime::fromMSecsSinceEpoch(conversation.updated),
                                               QDateTime::currentDateTime());
    case kAnswering:
      return answering_.contains(conversation.id);
    default:
      return {};
  }
}

QHash<int, QByteArray> ConversationListModel::roleNames() const {
  return {{kConversation, "conversation"},
          {kTitle, "title"},
          {kWhen, "when"},
          {kPinned, "pinned"},
          {kSection, "section"},
          {kAnswering, "answering"}};
}

void ConversationListModel::reset(std::vector<Conversation> conversations) {
  beginResetModel();
  conversations_ = std::move(conversations);
  std::erase_if(conversations_, [](const Conversation& each) { return each.trashed.has_value(); });
  std::sort(conversations_.begin(), conversations_.end(), newer);
  endResetModel();
  Q_EMIT countChanged();
}

void ConversationListModel::put(const Conversation& conversation) {
  const int row = rowOf(conversation.id);
  if (conversation.trashed) {
    if (row >= 0) remove(row);
    return;
  }
  const int place = place_of(conversation, row);
  const auto at = [this](int offset) { return conversations_.begin() + offset; };
  if (row < 0) {
    beginInsertRows({}, place, place);
    conversations_.insert(at(place), conversation);
    endInsertRows();
    Q_EMIT countChanged();
    return;
  }
  // Before it moves: views ask for its section then.
  conversations_[std::size_t(row)] = conversation;
  if (place != row) {
    // Qt counts the destination before the row is taken out.
    beginMoveRows({}, row, row, {}, place > row ? place + 1 : place);
    if (place < row) {
      std::rotate(at(place), at(row), at(row + 1));
    } else {
      std::rotate(at(row), at(row + 1), at(place + 1));
    }
    endMoveRows();
  }
  Q_EMIT dataChanged(index(place), index(place), {kTitle, kWhen, kPinned, kSection});
}

void ConversationListModel::set_answering(ConversationId id, bool answering) {
  if (answering == answering_.contains(id)) return;
  if (answering) {
    answering_.insert(id);
  } else {
    answering_.remove(id);
  }
  if (const int row = rowOf(id); row >= 0) {
    Q_EMIT dataChanged(index(row), index(row), {kAnswering});
  }
}

int ConversationListModel::rowOf(qint64 id) const {
  const auto found = std::find_if(conversations_.begin(), conversations_.end(),
                                  [id](const Conversation& each) { return each.id == id; });
  return found == conversations_.end() ? -1 : int(found - conversations_.begin());
}

QString ConversationListModel::title(qint64 id) const {
  return data(index(rowOf(id)), kTitle).toString();
}

/// Where it belongs among the others, `skipping` being its present row.
int ConversationListModel::place_of(const Conversation& conversation, int skipping) const {
  int place = 0;
  for (int row = 0; row < count(); ++row) {
    if (row != skipping && newer(conversations_[std::size_t(row)], conversation)) ++place;
  }
  return place;
}

void ConversationListModel::remove(int row) {
  beginRemoveRows({}, row, row);
  conversations_.erase(conversations_.begin() + row);
  endRemoveRows();
  Q_EMIT countChanged();
}

}  // namespace canter::ui
